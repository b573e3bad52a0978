// Questions to the browser: each gets its own answer, or an error that says what became of it.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Slider, TabWidget, TopLevel } from 'treewire'
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

test('a question that is asked while a foreign client is greeted waits until it is there', async () => {
  const peer = new Recorder()
  opened.session.attach(peer, foreigner)
  const asked = slider.getValue()
  opened.session.flush()
  expect(peer.take()).toEqual(['v init 0'])
  opened.session.receive(peer, '{"type":"result","id":0}')
  opened.session.flush()
  const frames = peer
    .takeFrames()
    .flatMap((text) => JSON.parse(text) as { id?: number; method?: string }[])
  const question = frames.find(({ method }) => method === 'get_value')
  expect(frames.indexOf(question!)).toBe(frames.length - 1)
  opened.session.receive(peer, JSON.stringify({ type: 'result', id: question?.id, value: 5 }))
  await expect(asked).resolves.toBe(5)
})

test('a question that waited for a client that went away is not asked of the next one', async () => {
  const peer = new Recorder()
  opened.session.attach(peer, foreigner)
  const asked = slider.getValue()
  opened.session.detach(peer)
  await expect(asked).rejects.toThrow('Slider #3 get_value got no answer: the browser is gone')
  const next = new Recorder()
  opened.session.attach(next, newPage)
  opened.session.flush()
  expect(next.take().join('\n')).not.toContain('get_value')
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
    ['the browser goes', () => opened.session.detach(opened.peer), 'the browser is gone'],
    [
      'another browser takes over',
      () => opened.session.attach(new Recorder(), newPage),
      'another browser has taken this session over',
    ],
    ['the session ends', () => opened.session.end(), 'the session has ended'],
    ['the browser sends nonsense', () => opened.receive('{{'), 'the browser is gone'],
  ])('at once when %s', async (_, act, reason) => {
    const asked = slider.getValue()
    opened.session.flush()
    act()
    await expect(asked).rejects.toThrow(`Slider #3 get_value got no answer: ${reason}`)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('at once while no browser is there', async () => {
    opened.session.detach(opened.peer)
    await expect(slider.getValue()).rejects.toThrow('Slider #3 get_value: no browser is there')
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

test('an answer to a question of the browser before is passed over', async () => {
  const asked = slider.getValue()
  const id = lastId()
  const peer = new Recorder()
  opened.session.attach(peer, newPage)
  await expect(asked).rejects.toThrow('another browser')
  opened.session.receive(peer, JSON.stringify({ type: 'result', id, value: 5 }))
  expect(peer.closed).toEqual([])
})

test('no timer is left when all questions are answered', async () => {
  const asked = [slider.getValue(), slider.getValue()]
  opened.session.flush()
  const frame = JSON.parse(opened.peer.takeFrames()[0]!) as { id: number }[]
  opened.receive(frame.map(({ id }) => ({ type: 'result', id, value: 1 })))
  await Promise.all(asked)
  expect(vi.getTimerCount()).toBe(0)
})
