import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

await ready('VideoWidget')

const all = ['play', 'pause', 'ended', 'error', 'timeupdate', 'volumechange']

/** However slow the machine is. */
const patient = { timeout: 10_000 }

let film: string

beforeAll(async () => {
  film = URL.createObjectURL(await recorded())
  return () => URL.revokeObjectURL(film)
})

/** Half a second of a canvas, as the browser itself records it. */
async function recorded(): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const context = canvas.getContext('2d')!
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start()
  for (let at = 0; at < 15; at++) {
    context.fillStyle = at % 2 ? 'red' : 'blue'
    context.fillRect(0, 0, 32, 32)
    await new Promise((resolve) => setTimeout(resolve, 33))
  }
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
  recorder.stop()
  await stopped
  return new Blob(parts, { type: 'video/webm' })
}

function video(options: Json = {}, actions: readonly string[] = all) {
  const here = shown(actions, 'VideoWidget', options)
  const seen: string[] = []
  return {
    ...here,
    element: here.element as HTMLVideoElement,
    /** Every event until now, each once, in the order of their first. */
    told: () => {
      seen.push(...events(here.sent()))
      return [...new Set(seen.map((one) => one.replace(/\(.*/, '')))]
    },
  }
}

test('options are said by the element', () => {
  const { element } = video({ autoplay: true, controls: true, muted: true, loop: true })
  expect([element.autoplay, element.controls, element.muted, element.loop]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(video().element.controls).toBe(false)
})

test.each([
  ['set_muted', 'get_muted', true],
  ['set_loop', 'get_loop', true],
  ['set_controls', 'get_controls', true],
  ['set_volume', 'get_volume', 0.25],
] as const)('%s is answered by %s', (setter, getter, value) => {
  const here = video()
  expect(here.answer(getter)).not.toBe(value)
  here.calls([setter, value])
  expect(here.answer(getter)).toBe(value)
})

test.each([
  [7, 1],
  [-1, 0],
])('the volume %s is kept as %s', (volume, kept) => {
  const here = video()
  here.calls(['set_volume', 0.5], ['set_volume', volume])
  expect(here.answer('get_volume')).toBe(kept)
})

test('without a video it stands still, and knows no length', () => {
  const here = video()
  expect(['get_paused', 'get_current_time', 'get_duration'].map((ask) => here.answer(ask))).toEqual(
    [true, 0, null],
  )
  expect(here.answer('get_video_element')).toBeNull()
})

test('loudness is told with whether it is muted', async () => {
  const here = video()
  here.calls(['set_volume', 0.5])
  await expect.poll(() => events(here.sent())).toEqual(['volumechange(0.5, false)'])
  here.calls(['set_muted', true])
  await expect.poll(() => events(here.sent())).toEqual(['volumechange(0.5, true)'])
})

test('it plays to its end, and tells so', async () => {
  const here = video({ url: film, muted: true })
  here.calls(['play'])
  await expect.poll(() => here.told(), patient).toContain('ended')
  expect(here.told()).toEqual(expect.arrayContaining(['play', 'timeupdate', 'ended']))
  expect(here.answer('get_current_time')).toBeGreaterThan(0.2)
})

test('it is paused, and stopped at the start', async () => {
  const here = video({ url: film, muted: true, loop: true })
  here.calls(['play'])
  await expect.poll(() => here.answer('get_current_time'), patient).toBeGreaterThan(0)
  expect(here.answer('get_paused')).toBe(false)
  here.calls(['pause'])
  expect(here.answer('get_paused')).toBe(true)
  await expect.poll(() => here.told()).toContain('pause')
  here.calls(['stop'])
  expect([here.answer('get_paused'), here.answer('get_current_time')]).toEqual([true, 0])
})

test('autoplay starts it', async () => {
  const here = video({ url: film, muted: true, autoplay: true })
  await expect.poll(() => here.told(), patient).toContain('play')
})

test('it goes to a time', async () => {
  const here = video({ url: film })
  await expect.poll(() => here.element.readyState, patient).toBeGreaterThan(0)
  here.calls(['set_current_time', 0.1])
  expect(here.answer('get_current_time')).toBe(0.1)
  await expect.poll(() => here.told()).toContain('timeupdate')
})

test('what cannot be shown is told in words', async () => {
  const here = video({ url: 'data:text/plain,none' })
  await expect
    .poll(() => events(here.sent()), patient)
    .toEqual([expect.stringMatching(/^error\("The video cannot be shown: .+"\)$/)])
})

test('an address taken away unloads it, and is no error', async () => {
  const here = video({ url: film })
  await expect.poll(() => here.element.readyState, patient).toBeGreaterThan(0)
  here.calls(['set_url', null])
  expect([here.element.hasAttribute('src'), here.element.readyState]).toEqual([false, 0])
  expect(here.told()).not.toContain('error')
})

test('a play that the browser refuses is told, and that it stands still', async () => {
  const here = video({ url: film })
  const refusal = new DOMException('not now', 'NotAllowedError')
  vi.spyOn(here.element, 'play').mockRejectedValue(refusal)
  here.calls(['play'])
  await expect
    .poll(() => events(here.sent()))
    .toEqual([
      'error("The browser plays a video with sound only after a click of the user")',
      'pause()',
    ])
})

test('a play that a pause interrupts is nothing to tell', async () => {
  const here = video({ url: film })
  vi.spyOn(here.element, 'play')
    .mockRejectedValueOnce(new DOMException('interrupted', 'AbortError'))
    .mockRejectedValueOnce(new DOMException('not now', 'NotAllowedError'))
  here.calls(['play'], ['play'])
  await expectEvents(here, [
    'error("The browser plays a video with sound only after a click of the user")',
    'pause()',
  ])
})

test('a screen that cannot be filled is told', async () => {
  const here = video()
  vi.spyOn(here.element, 'requestFullscreen').mockRejectedValue(new TypeError('no gesture'))
  here.calls(['fullscreen'])
  await expect
    .poll(() => events(here.sent()))
    .toEqual(['error("The video cannot fill the screen: no gesture")'])
})

test('a stream cannot come over the wire', () => {
  const here = video()
  here.calls(['set_stream', {}])
  expect(here.sent()).toMatchObject([
    { type: 'error', error: 'VideoWidget.set_stream needs "stream" to be MediaStream, got {}' },
  ])
})

test('with controls it is operated by the keyboard', async () => {
  const here = video({ url: film, controls: true, muted: true, loop: true })
  await expect.poll(() => here.element.readyState, patient).toBeGreaterThan(0)
  here.calls(['set_focus'])
  expect(document.activeElement).toBe(here.element)
  await userEvent.keyboard(' ')
  await expect.poll(() => here.told(), patient).toContain('play')
})

test('axe has nothing to say', async () => {
  await expectAccessible(video({ controls: true }))
})

test('after its end it is silent and unloaded', async () => {
  const here = video({ url: film, muted: true, loop: true })
  here.calls(['play'])
  await expect.poll(() => here.told(), patient).toContain('timeupdate')
  here.calls(['destroy'])
  here.sent()
  expect(here.element.hasAttribute('src')).toBe(false)
  here.element.dispatchEvent(new Event('play'))
  expect(here.sent()).toEqual([])
})
