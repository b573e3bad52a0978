// What `render` promises to those who test with it.

import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  Button,
  CheckBox,
  Label,
  signal,
  Slider,
  TextEntry,
  TopLevel,
  useEffect,
  useRef,
  useSession,
} from 'treewire'
import { useSignal, VBox } from 'treewire'
import type { Handle, OnError } from 'treewire'
import { render } from 'treewire/testing'

afterEach(() => {
  vi.useRealTimers()
})

function Counter() {
  const count = useSignal(0)
  return (
    <TopLevel title="Counter">
      <Button text={() => `${count.value}`} onActivated={() => count.value++} />
    </TopLevel>
  )
}

const counterLines = [
  'v create #1 TopLevel {"title":"Counter"}',
  'v create #2 Button "0"',
  'v listen #2 activated',
  'v call #1 set_widget #2',
  'v call #1 show',
]

describe('render shows', () => {
  test('an element, or what a component gives, sync or async', async () => {
    expect(render(<Counter />).messages()).toEqual(counterLines)
    expect(render(Counter).messages()).toEqual(counterLines)
    const later = render(async () => {
      await Promise.resolve()
      return <Counter />
    })
    expect(later.messages()).toEqual([])
    await later.settled()
    expect(later.messages()).toEqual(counterLines)
  })

  test('at once, before it returns', () => {
    expect(render(<Counter />).tree()).toBe('TopLevel title="Counter"\n  Button text="0"')
  })

  test('nothing', () => {
    const screen = render(null)
    expect([screen.messages(), screen.tree(), screen.errors()]).toEqual([[], '', []])
  })
})

describe('the messages', () => {
  test('are all of them; take gives those since the last take', async () => {
    const screen = render(<Counter />)
    expect(screen.take()).toEqual(counterLines)
    expect(screen.take()).toEqual([])
    await screen.fire('0', 'activated')
    const click = ['^ callback #2 activated', 'v call #2 set_text "1"']
    expect(screen.take()).toEqual(click)
    expect(screen.messages()).toEqual([...counterLines, ...click])
  })

  test('leave out answers that only acknowledge', async () => {
    const screen = render(<Counter />)
    await screen.settled()
    expect(screen.messages()).toEqual(counterLines)
  })

  test('are in frames, of which takeFrames gives those since the last', async () => {
    const screen = render(<Counter />)
    expect(screen.takeFrames().map((frame) => JSON.parse(frame) as unknown[])).toEqual([
      expect.objectContaining({ length: counterLines.length }),
    ])
    await screen.fire('0', 'activated')
    expect(screen.takeFrames()).toEqual([
      '[{"type":"heard","count":1},{"type":"call","wid":2,"method":"set_text","args":["1"],"id":2}]',
    ])
    expect(screen.takeFrames()).toEqual([])
  })

  test('are a copy: who changes them changes nothing', () => {
    const screen = render(<Counter />)
    screen.messages().length = 0
    expect(screen.messages()).toEqual(counterLines)
  })

  test('call widgets by number or by where they stand, as is wanted for all or for once', async () => {
    const byPath = counterLines.map((line) =>
      line
        .replaceAll('#1 TopLevel', 'TopLevel(Counter)')
        .replaceAll('#2 Button', 'Button(0)')
        .replaceAll('#1', 'TopLevel(Counter)')
        .replaceAll('#2', 'Button(0)'),
    )
    const screen = render(<Counter />)
    expect([screen.messages('path'), screen.messages()]).toEqual([byPath, counterLines])
    const other = render(<Counter />, { names: 'path' })
    expect([other.messages(), other.take('wid')]).toEqual([byPath, counterLines])
    await other.click('0')
    expect(other.take()).toEqual([
      '^ callback Button(0) activated',
      'v call Button(0) set_text "1"',
    ])
  })

  test('are the same for the same actions', async () => {
    const run = async (): Promise<string[]> => {
      const screen = render(<Counter />)
      await screen.fire('0', 'activated')
      return screen.takeFrames()
    }
    expect(await run()).toEqual(await run())
  })
})

describe('fire', () => {
  test('does what a user does, and resolves when all has settled', async () => {
    const screen = render(<Counter />)
    await screen.fire('0', 'activated')
    await screen.fire({ type: 'Button' }, 'activated')
    await screen.fire(screen.find({ wid: 2 }), 'activated')
    expect(screen.tree()).toBe('TopLevel title="Counter"\n  Button text="3"')
  })

  test('changes what the user sees before the server hears of it', async () => {
    const isOn = signal(false)
    const screen = render(
      <TopLevel>
        <CheckBox bind={isOn} />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'CheckBox' }, 'activated', true)
    expect(isOn.value).toBe(true)
    expect(screen.take()).toEqual(['^ callback #2 activated true'])
    expect(screen.tree()).toBe('TopLevel\n  CheckBox state=true')
  })

  test('sends nothing of an event that the server does not listen to', async () => {
    const screen = render(
      <TopLevel>
        <CheckBox />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'CheckBox' }, 'activated', true)
    expect(screen.take()).toEqual([])
    expect(screen.find({ type: 'CheckBox' }).state.get('state')).toBe(true)
  })

  test('waits for handlers that wait', async () => {
    const text = signal('a')
    const save = async (): Promise<void> => {
      for (let step = 0; step < 5; step++) await Promise.resolve()
      text.value = 'b'
    }
    const screen = render(
      <TopLevel>
        <Button text={text} onClick={save} />
      </TopLevel>,
    )
    await screen.fire('a', 'activated')
    expect(screen.find('b').wid).toBe(2)
  })

  test('at a widget that is not there says what there is', async () => {
    await expect(render(<Counter />).fire('1', 'activated')).rejects.toThrow(
      'Wanted one widget "1", found 0. There are: TopLevel #1 "Counter", Button #2 "0"',
    )
  })

  test.each([
    [['far'], 'activated of Slider #2 needs "value" to be number, got "far"'],
    [[], 'activated of Slider #2 needs "value" to be number, got undefined'],
  ])('of a wrong argument is refused: %j', async (args, reason) => {
    const screen = render(
      <TopLevel>
        <Slider onActivated={() => {}} />
      </TopLevel>,
    )
    screen.take()
    await expect(screen.fire({ type: 'Slider' }, 'activated', ...args)).rejects.toThrow(reason)
    expect(screen.take()).toEqual([])
  })
})

test('who uses what the server has ended is told so', async () => {
  const screen = render(<Counter />)
  screen.unmount()
  await screen.settled()
  await expect(screen.click('0')).rejects.toThrow(
    /^The server has ended the line \(4\d\d\d .*\): nobody hears what is done$/,
  )
})

describe('settled', () => {
  test('resolves after effects of effects', async () => {
    const [first, second] = [signal(0), signal(0)]
    function Chain() {
      useEffect(() => {
        void Promise.resolve().then(() => first.value++)
      }, [])
      const now = first.value
      useEffect(() => {
        if (now > 0) void Promise.resolve().then(() => second.value++)
      }, [now])
      return <Label text={() => `${second.value}`} />
    }
    const screen = render(
      <TopLevel>
        <Chain />
      </TopLevel>,
    )
    await screen.settled()
    expect(screen.find({ type: 'Label' }).state.get('text')).toBe('1')
  })

  test('resolves while timers are faked', async () => {
    vi.useFakeTimers()
    const seconds = signal(0)
    function Clock() {
      useEffect(() => {
        const timer = setInterval(() => seconds.value++, 1000)
        return () => clearInterval(timer)
      }, [])
      return <Label text={() => `${seconds.value} s`} />
    }
    const screen = render(
      <TopLevel>
        <Clock />
      </TopLevel>,
    )
    vi.advanceTimersByTime(2000)
    await screen.settled()
    expect(screen.tree()).toBe('TopLevel\n  Label text="2 s"')
    screen.unmount()
  })
})

describe('errors', () => {
  test('are what the application did wrong, as `where: message`', async () => {
    const fail = () => {
      throw new Error('boom')
    }
    const screen = render(
      <TopLevel>
        <Button onClick={fail} />
      </TopLevel>,
    )
    expect(screen.errors()).toEqual([])
    await screen.fire({ type: 'Button' }, 'activated')
    expect(screen.errors()).toEqual([
      expect.stringMatching(/TopLevel #1 > Button #2\.onClick: boom$/),
    ])
  })

  test('go to onError where it is given', () => {
    const onError = vi.fn<OnError>()
    const error = new Error('boom')
    const Bad = (): never => {
      throw error
    }
    const screen = render(<Bad />, { onError })
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      error,
      expect.stringMatching(/Bad$/),
      expect.stringMatching(/^in Bad/),
    )
    expect(screen.errors()).toEqual([])
  })
})

describe('questions', () => {
  const values: unknown[] = []

  function Asking() {
    const slider = useRef<Handle<'Slider'>>()
    const ask = async (): Promise<void> => {
      values.push(await slider.current?.getValue())
    }
    return (
      <TopLevel>
        <VBox>
          <Slider ref={slider} value={7} />
          <Button text="Ask" onClick={ask} />
        </VBox>
      </TopLevel>
    )
  }

  test('are answered by the option, which is given the call and the widget', async () => {
    values.length = 0
    const screen = render(<Asking />, {
      answer: ({ method }, { state }) => (method === 'get_value' ? state.get('value') : 'no'),
    })
    await screen.fire('Ask', 'activated')
    expect(values).toEqual([7])
  })

  test('without an answer give nothing', async () => {
    values.length = 0
    await render(<Asking />).fire('Ask', 'activated')
    expect(values).toEqual([undefined])
  })
})

describe('reconnect', () => {
  test('brings a new, empty browser, which gets everything as it is now', async () => {
    const screen = render(<Counter />)
    await screen.fire('0', 'activated')
    const before = screen.browser
    screen.take()
    screen.reconnect()
    expect(screen.take()).toEqual(counterLines.map((line) => line.replace('"0"', '"1"')))
    expect(screen.browser).not.toBe(before)
    await screen.fire('1', 'activated')
    expect(screen.find('2').wid).toBe(2)
  })
})

test('nobody comes to a session that has ended', () => {
  const screen = render(<Counter />)
  screen.unmount()
  expect(() => screen.open()).toThrow('The session has ended: no browser can come to it')
})

test('unmount ends the session', () => {
  const ref = { current: undefined }
  const screen = render(<TextEntry ref={ref} />)
  expect(ref.current).toBeDefined()
  screen.take()
  screen.unmount()
  expect([screen.session.isOver, ref.current, screen.take()]).toEqual([
    true,
    undefined,
    ['x 4410 The application has ended it'],
  ])
})

test('the session is that of the user who was given, in each of its browsers', () => {
  const Who = () => (
    <TopLevel>
      <Label text={String(useSession().user)} />
    </TopLevel>
  )
  const ui = render(<Who />, { user: 'Ada' })
  expect([ui, ui.open()].map((screen) => screen.findAll('Ada').length)).toEqual([1, 1])
})

test('another browser comes to the same session, whatever that is called', () => {
  const ui = render(<Label text="here" />, { id: 'one. two' })
  const other = ui.open()
  expect(other.messages()).toContain('v create #1 Label "here"')
  expect(ui.session.browsers.peek()).toBe(2)
})
