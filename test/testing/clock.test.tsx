// A clock that stands still: what goes by time in the session, on the line and on the page goes on when a test says so.

import { describe, expect, test } from 'vitest'
import { Button, Label, Page, StatusBar, Timer, useRef, useSignal, useToast, VBox } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import { Counter } from './counter.tsx'

const clicked = ['^ callback #4 activated', 'v call #3 set_text "1"']

describe('the page', () => {
  test('closes a message when its time is over', async () => {
    const closed: string[] = []
    const Saving = () => {
      const toast = useToast()
      const save = () => toast('Saved', { timeout: 3000, onClose: () => closed.push('Saved') })
      return (
        <Page>
          <Button onActivated={save}>Save</Button>
        </Page>
      )
    }
    const ui = render(<Saving />, { clock: 'manual' })
    await ui.click('Save')
    await ui.advance(2999)
    expect(ui.find('Saved').isShown).toBe(true)
    await ui.advance(1)
    expect([ui.findAll('Saved'), closed]).toEqual([[], ['Saved']])
  })

  test('tells when a Timer runs out, and one that is started anew runs anew', async () => {
    const heard: string[] = []
    const Waiting = () => {
      const timer = useRef<Timer>()
      return (
        <Page>
          <VBox>
            <Timer
              ref={timer}
              duration={2}
              onExpired={(seconds) => heard.push(`after ${seconds}`)}
            />
            <Button onActivated={() => timer.current?.start()}>Start</Button>
          </VBox>
        </Page>
      )
    }
    const ui = render(<Waiting />, { clock: 'manual' })
    await ui.click('Start')
    await ui.advance(1500)
    await ui.click('Start')
    await ui.advance(1500)
    expect(heard).toEqual([])
    await ui.advance(500)
    expect(heard).toEqual(['after 2'])
  })

  test('blanks a status bar', async () => {
    const ui = render(
      <Page>
        <StatusBar message={['Saved', 2]} />
      </Page>,
      { clock: 'manual' },
    )
    expect(ui.tree()).toContain('Saved')
    await ui.advance(2000)
    expect(ui.tree()).not.toContain('Saved')
  })
})

test('a question that nobody answers is given up in time', async () => {
  const failed: string[] = []
  const Asking = () => {
    const label = useRef<Label>()
    const ask = () =>
      label.current?.getText().catch((error: unknown) => failed.push((error as Error).message))
    return (
      <Page>
        <VBox>
          <Label ref={label} />
          <Button onActivated={ask}>Ask</Button>
        </VBox>
      </Page>
    )
  }
  const ui = render(<Asking />, { clock: 'manual', callTimeout: 5000 })
  ui.network.conditions.latency = 8000
  await ui.click('Ask')
  await ui.advance(12_999)
  expect(failed).toEqual([])
  await ui.advance(1)
  expect(failed).toEqual([
    expect.stringContaining('Label #3 get_text got no answer within 5000 ms'),
  ])
})

describe('the line', () => {
  test('takes the time that it is given', async () => {
    const ui = render(<Counter />, { clock: 'manual' })
    ui.take()
    ui.network.conditions.latency = 100
    await ui.click('Count')
    expect(ui.take()).toEqual([clicked[0]])
    await ui.advance(199)
    expect(ui.take()).toEqual([])
    await ui.advance(1)
    expect(ui.take()).toEqual([clicked[1]])
  })

  test('breaks before the answer comes: the click counts once, and its answer is told', async () => {
    const ui = render(<Counter />, { clock: 'manual' })
    ui.take()
    ui.network.cutAfter(0, 'down')
    await ui.click('Count')
    expect(ui.take()).toEqual([clicked[0]])
    await ui.advance(1000)
    expect([ui.take(), ui.errors()]).toEqual([[clicked[1]], []])
  })

  test('is down for a while: what was done meanwhile is told then', async () => {
    const ui = render(<Counter />, { clock: 'manual' })
    ui.network.conditions.isDown = true
    ui.network.cut()
    await ui.click('Count')
    await ui.advance(5000)
    expect(ui.findAll('1')).toEqual([])
    ui.network.conditions.isDown = false
    await ui.advance(10_000)
    expect(ui.find('1').widgetClass.name).toBe('Label')
  })
})

describe('several browsers', () => {
  test('show one session, each with lines and a tree of its own', async () => {
    const ui = render(<Counter />)
    const other = ui.open()
    expect(other.tree()).toBe(ui.tree())
    ui.take()
    other.take()
    await other.click('Count')
    expect([ui.take(), other.take()]).toEqual([[clicked[1]], clicked])
    expect(ui.session.browsers.value).toBe(2)
  })

  test('one may be away while the other goes on', async () => {
    const ui = render(<Counter />, { clock: 'manual' })
    const other = ui.open()
    other.network.conditions.isDown = true
    other.network.cut()
    await ui.click('Count')
    expect([ui.findAll('1').length, other.findAll('1').length]).toEqual([1, 0])
    other.network.conditions.isDown = false
    await ui.advance(10_000)
    expect(other.tree()).toBe(ui.tree())
  })

  test('a new one is told everything when it reconnects', async () => {
    const ui = render(<Counter />)
    const other = ui.open()
    const before = other.take()
    other.reconnect()
    expect(other.take()).toEqual(before)
    expect(ui.session.browsers.value).toBe(2)
  })
})

test('what a timer brings about has settled before the next one rings', async () => {
  const rung: string[] = []
  const Chain = () => {
    const [first, second] = [useRef<Timer>(), useRef<Timer>()]
    const count = useSignal(0)
    const ring = (name: string) => {
      rung.push(`${name} at ${count.value}`)
      return Promise.resolve().then(() => count.value++)
    }
    return (
      <Page>
        <VBox>
          <Label text={() => `${count.value}`} />
          <Timer ref={first} duration={1} onExpired={() => ring('first')} />
          <Timer ref={second} duration={2} onExpired={() => ring('second')} />
          <Button
            onActivated={() => {
              second.current?.start()
              first.current?.start()
            }}
          >
            Start
          </Button>
        </VBox>
      </Page>
    )
  }
  const ui = render(<Chain />, { clock: 'manual' })
  await ui.click('Start')
  await ui.advance(5000)
  expect([rung, ui.find({ type: 'Label' }).state.get('text')]).toEqual([
    ['first at 0', 'second at 1'],
    '2',
  ])
})

test('the clock says when the next timer is due', () => {
  const clock = new ManualClock()
  expect(clock.due).toBe(Infinity)
  clock.setTimeout(() => undefined, 50)
  expect(clock.due).toBe(50)
})

test.each([-1, Number.NaN])('time does not go by %d ms', async (milliseconds) => {
  const ui = render(<Counter />, { clock: 'manual' })
  await expect(ui.advance(milliseconds)).rejects.toThrow('advance takes 0 or more milliseconds')
})

test.each<[string, (ui: ReturnType<typeof render>) => unknown]>([
  ['advance', (ui) => ui.advance(1)],
  ['network', (ui) => ui.network],
])('%s needs time that stands still', async (what, use) => {
  const ui = render(<Counter />)
  const used = async (): Promise<unknown> => use(ui)
  await expect(used()).rejects.toThrow(
    `"${what}" needs a clock that stands still: render(…, { clock: 'manual' })`,
  )
})
