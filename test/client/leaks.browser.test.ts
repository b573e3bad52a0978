// After the server starts anew, or a widget is destroyed, nothing of what was there may live on.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { drawn, gallery } from './gallery.ts'
import { page } from './harness.ts'

const restore: (() => void)[] = []
let live: Set<string>
let count: number

beforeEach(() => {
  live = new Set()
  count = 0
  // What outlives the elements of a widget by itself: listeners on the page, and observers.
  for (const [name, target] of [
    ['window', window],
    ['document', document],
    ['body', document.body],
  ] as const) {
    watchListeners(name, target)
  }
  for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver'] as const) {
    watchObservers(name)
  }
})

afterEach(() => {
  for (const undo of restore.splice(0)) undo()
})

const { inPage, windows } = gallery()
const views: (readonly [string, ServerMessage[]])[] = [['Page with everything', inPage], ...windows]

test.each(views)('an init leaves nothing of a %s', async (_what, messages) => {
  const { send, root, remote } = page()
  const before = document.body.children.length
  send(...messages)
  await drawn()
  send({ type: 'init' })
  await vi.waitFor(() => expect([...live]).toEqual([]))
  expect([root.children.length, document.body.children.length]).toEqual([0, before])
  expect(inPage.some((message) => message.type === 'create' && remote.widget(message.wid!))).toBe(
    false,
  )
})

test('destroying every widget one by one leaves nothing', async () => {
  const { send, root, remote } = page()
  send(...inPage)
  const wids = inPage.flatMap((message) => (message.type === 'create' ? [message.wid!] : []))
  for (const wid of wids.toReversed()) remote.widget(wid)?.destroy()
  await vi.waitFor(() => expect([...live]).toEqual([]))
  expect([root.children.length, wids.filter((wid) => remote.widget(wid))]).toEqual([0, []])
})

test('what is counted is really seen', () => {
  const stop = new AbortController()
  window.addEventListener('resize', () => {}, { signal: stop.signal })
  const handler = () => {}
  document.addEventListener('click', handler)
  const observer = new ResizeObserver(() => {})
  observer.observe(document.body)
  expect(live.size).toBe(3)
  stop.abort()
  document.removeEventListener('click', handler)
  observer.disconnect()
  expect(live.size).toBe(0)
})

function watchListeners(name: string, target: EventTarget): void {
  const keys = new Map<unknown, Map<string, string>>()
  const addEventListener = target.addEventListener.bind(target)
  const removeEventListener = target.removeEventListener.bind(target)
  const of = (listener: unknown) =>
    keys.get(listener) ?? keys.set(listener, new Map()).get(listener)!
  target.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ) => {
    const key = `${name} ${type} ${++count}`
    const signal = typeof options === 'object' ? options.signal : undefined
    if (!signal?.aborted) live.add(key)
    of(listener).set(type, key)
    signal?.addEventListener('abort', () => live.delete(key))
    addEventListener(type, listener, options)
  }
  target.removeEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: EventListenerOptions | boolean,
  ) => {
    live.delete(keys.get(listener)?.get(type) ?? '')
    removeEventListener(type, listener, options)
  }
  restore.push(() => Object.assign(target, { addEventListener, removeEventListener }))
}

type ObserverName = 'ResizeObserver' | 'MutationObserver' | 'IntersectionObserver'

interface AnyObserver {
  observe: (this: object, target: object, ...rest: never[]) => void
  unobserve?: (this: object, target: object) => void
  disconnect: (this: object) => void
}

/** Each pair of an observer and what it observes counts. */
function watchObservers(name: ObserverName): void {
  const prototype = window[name].prototype as unknown as AnyObserver
  const { observe, unobserve, disconnect } = prototype
  const keys = new WeakMap<object, Map<object, string>>()
  const of = (observer: object) =>
    keys.get(observer) ?? keys.set(observer, new Map()).get(observer)!
  prototype.observe = function (target, ...rest) {
    const { className } = target as Element
    const key = of(this).get(target) ?? `${name} of ${className} ${++count}`
    of(this).set(target, key)
    live.add(key)
    observe.call(this, target, ...rest)
  }
  prototype.disconnect = function () {
    for (const key of of(this).values()) live.delete(key)
    disconnect.call(this)
  }
  if (unobserve) {
    prototype.unobserve = function (target) {
      live.delete(of(this).get(target) ?? '')
      unobserve.call(this, target)
    }
  }
  restore.push(() =>
    Object.assign(prototype, { observe, disconnect, ...(unobserve && { unobserve }) }),
  )
}
