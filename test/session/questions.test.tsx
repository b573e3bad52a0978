// Questions to the browser: each gets its own answer, or an error that says what became of it.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Session, Slider, TabWidget, TopLevel } from 'treewire'
import type { Handle } from 'treewire'
import { foreigner, newPage, open, Recorder, settled } from './recorder.ts'
import type { Opened } from './recorder.ts'

let opened: Opened
let slider: Handle<'Slider'>
let tabs: Handle<'TabWidget'>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  opened = openPage()
})

afterEach(() => {
  vi.useRealTimers()
})

/** 1 TopLevel, 2 TabWidget, 3 Slider */
function openPage(): Opened {
  function Page() {
    return (
      <TopLevel>
        <TabWidget ref={(handle) => handle && (tabs = handle)}>
          <Slider tab="a" ref={(handle) => handle && (slider = handle)} />
        </TabWidget>
      </TopLevel>
    )
  }
  const page = open(<Page />, { callTimeout: 1000 })
  page.peer.take()
  return page
}

/** The id of the last message that asks for an answer. */
function lastId(): number {
  opened.session.flush()
  const frame = JSON.parse(opened.peer.takeFrames().at(-1)!) as { id: number }[]
  return frame.at(-1)!.id
}

describe('a question', () => {
  test('is one call, and its answer is the value', async () => {
    const asked = slider.getValue()
    opened.session.flush()
    expect(opened.peer.take()).toEqual(['v call #3 get_value'])
    opened.receive({ type: 'result', id: 2, value: 50 })
    await expect(asked).resolves.toBe(50)
  })

  test('is sent at the end of the turn without being told to', async () => {
    void slider.getValue()
    await settled()
    expect(opened.peer.take()).toEqual(['v call #3 get_value'])
  })

  test('has an id of its own, so that answers may come in any order', async () => {
    const asked = [slider.getValue(), slider.getSize(), slider.getValue()]
    opened.session.flush()
    const frame = JSON.parse(opened.peer.takeFrames()[0]!) as { id: number }[]
    const ids = frame.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids.toReversed()) opened.receive({ type: 'result', id, value: id })
    await expect(Promise.all(asked)).resolves.toEqual(ids)
  })

  test('comes after what was changed before it, in the same frame', () => {
    slider.setValue(7)
    void slider.getValue()
    opened.session.flush()
    expect(opened.peer.take()).toEqual(['v call #3 set_value 7', 'v call #3 get_value'])
  })

  test('answered with a widget gives its handle, with nothing null or undefined', async () => {
    const answers = [{ __wid__: 3, __class__: 'Slider' }, null, undefined]
    for (const value of answers) {
      const asked = tabs.indexToWidget(0)
      opened.receive({ type: 'result', id: lastId(), value })
      await expect(asked).resolves.toBe(value ? slider : value)
    }
  })

  test('takes handles as arguments', async () => {
    const asked = tabs.indexOf(slider)
    opened.session.flush()
    expect(opened.peer.take()).toEqual(['v call #2 index_of #3'])
    opened.receive({ type: 'result', id: 2, value: 0 })
    await expect(asked).resolves.toBe(0)
  })
})

describe('a question that waits for a line', () => {
  test('is asked when its page comes back', async () => {
    opened.session.detach(opened.peer)
    const asked = slider.getValue()
    opened.session.flush()
    const next = new Recorder()
    opened.session.attach(next, { ...newPage, seen: 1 })
    const [{ id }] = JSON.parse(next.takeFrames()[0]!) as [{ id: number }]
    opened.session.receive(next, JSON.stringify({ type: 'result', id, value: 5, seq: 1 }))
    await expect(asked).resolves.toBe(5)
  })

  test('is answered by what its page tells again over the next line', async () => {
    const asked = slider.getValue()
    const id = lastId()
    opened.session.detach(opened.peer)
    const next = new Recorder()
    opened.session.attach(next, { ...newPage, seen: id })
    opened.session.receive(next, JSON.stringify({ type: 'result', id, value: 5, seq: 1 }))
    expect(next.take()).toEqual([])
    await expect(asked).resolves.toBe(5)
  })

  test('fails when its time is up, whether the page is there or not', async () => {
    opened.session.detach(opened.peer)
    const asked = slider.getValue()
    void vi.advanceTimersByTimeAsync(1000)
    await expect(asked).rejects.toThrow('Slider #3 get_value got no answer within 1000 ms.')
  })

  test('of a client that is not ours and went away fails, and is not asked of the next one', async () => {
    const peer = new Recorder()
    opened.session.attach(peer, foreigner)
    opened.session.detach(opened.peer)
    const asked = slider.getValue()
    opened.session.flush()
    opened.session.detach(peer)
    await expect(asked).rejects.toThrow('Slider #3 get_value got no answer: the browser is gone')
    const next = new Recorder()
    opened.session.attach(next, { page: 'next' })
    opened.session.flush()
    expect(next.take().join('\n')).not.toContain('get_value')
  })
})

describe('a question fails', () => {
  test('with the words of the browser, and nobody else is told', async () => {
    const asked = slider.getValue()
    opened.receive({ type: 'error', id: lastId(), error: 'Unknown method: get_value on Slider' })
    await expect(asked).rejects.toThrow('Unknown method: get_value on Slider')
    expect([opened.errors, opened.peer.closed]).toEqual([[], []])
  })

  test('after the time of the option, by its name', async () => {
    const asked = slider.getValue()
    const failed = vi.fn<(error: Error) => void>()
    void asked.catch(failed)
    await vi.advanceTimersByTimeAsync(999)
    expect(failed).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await expect(asked).rejects.toThrow('Slider #3 get_value got no answer within 1000 ms.')
  })

  test.each<[string, () => void, string]>([
    [
      'its page is told everything anew',
      () => opened.session.attach(new Recorder(), newPage),
      'the page had to be told everything anew',
    ],
    ['the session ends', () => opened.session.destroy(), 'the session has ended'],
  ])('at once when %s', async (_, act, reason) => {
    const asked = slider.getValue()
    opened.session.flush()
    act()
    await expect(asked).rejects.toThrow(`Slider #3 get_value got no answer: ${reason}`)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('when its page has been away so long that it is followed no longer', async () => {
    opened.session.detach(opened.peer)
    await vi.advanceTimersByTimeAsync(120_000)
    await expect(slider.getValue()).rejects.toThrow('Slider #3 get_value: no browser is there')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('at once where no browser ever was', async () => {
    const session = new Session()
    const label = session.create('Label')
    await expect(label.getText()).rejects.toThrow('Label #1 get_text: no browser is there')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('at once, by throwing, when the widget is gone', () => {
    opened.session.mount(() => null)
    expect(() => slider.getValue()).toThrow('Slider #3 is gone and cannot call get_value')
  })
})

test('an answer that comes too late is passed over', async () => {
  const asked = slider.getValue()
  const id = lastId()
  void vi.advanceTimersByTimeAsync(1000)
  await expect(asked).rejects.toThrow('got no answer')
  opened.receive({ type: 'result', id, value: 5 })
  opened.receive({ type: 'result', id, value: 6 })
  expect([opened.peer.closed, opened.errors]).toEqual([[], []])
})

test('an answer of a page that was told everything anew since, or of another one, is passed over', async () => {
  const asked = slider.getValue()
  const id = lastId()
  const [again, other] = [new Recorder(), new Recorder()]
  opened.session.attach(other, { page: 'other' })
  const answer = JSON.stringify({ type: 'result', id, value: 5 })
  opened.session.receive(other, answer)
  opened.session.attach(again, newPage)
  opened.session.receive(again, answer)
  await expect(asked).rejects.toThrow('the page had to be told everything anew')
  expect([again.closed, other.closed, opened.errors]).toEqual([[], [], []])
})

test('no timer is left when all questions are answered', async () => {
  const asked = [slider.getValue(), slider.getValue()]
  opened.session.flush()
  const frame = JSON.parse(opened.peer.takeFrames()[0]!) as { id: number }[]
  opened.receive(frame.map(({ id }) => ({ type: 'result', id, value: 1 })))
  await Promise.all(asked)
  expect(vi.getTimerCount()).toBe(0)
})
