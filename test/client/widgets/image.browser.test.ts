import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, ready, unlisten } from '../harness.ts'
import { PictureQueue, type Decoded } from '../../../src/client/widgets/pictures/picture-queue.ts'
import { expectAccessible, shown } from './shown.ts'

await ready('Image')

function picture(color: string, width = 20, height = 10): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${color}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

async function bytesOf(color: string): Promise<ArrayBuffer> {
  const canvas = document.createElement('canvas')
  canvas.width = 4
  canvas.height = 3
  const context = canvas.getContext('2d')!
  context.fillStyle = color
  context.fillRect(0, 0, 4, 3)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  return blob!.arrayBuffer()
}

function image(options: Json = {}, actions: readonly string[] = []) {
  const here = shown(actions, 'Image', options)
  return {
    ...here,
    element: here.element as HTMLImageElement,
    /** `set_binary_image` as it comes over the wire. */
    sendPicture: (bytes: ArrayBuffer, format: string) => {
      here.sendText(
        JSON.stringify({ type: 'binary-call', wid: 1, method: 'set_binary_image', args: [format] }),
      )
      here.sendBytes(bytes)
    },
  }
}

/** Red, green, blue of a drawn one in its middle. */
function middleOf(element: HTMLElement): number[] {
  const canvas = element as HTMLCanvasElement
  const { width, height } = canvas
  if (width === 0) return []
  return [...canvas.getContext('2d')!.getImageData(width / 2, height / 2, 1, 1).data].slice(0, 3)
}

test('it shows an address, another, or none', async () => {
  const here = image({ url: picture('red') })
  await expect.poll(() => here.element.naturalWidth).toBe(20)
  here.calls(['set_image', picture('red', 40)])
  await expect.poll(() => here.element.naturalWidth).toBe(40)
  here.calls(['set_image', null])
  expect([here.element.hasAttribute('src'), here.element.offsetWidth]).toEqual([false, 0])
})

test('bytes over the wire are shown; their addresses are let go of', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  const here = image()
  here.sendPicture(await bytesOf('red'), 'png')
  const first = here.element.src
  await expect.poll(() => here.element.naturalWidth).toBe(4)
  expect([first.startsWith('blob:'), revoke.mock.calls]).toEqual([true, []])
  here.sendPicture(await bytesOf('blue'), 'png')
  expect(revoke.mock.calls).toEqual([[first]])
  const second = here.element.src
  here.calls(['destroy'])
  expect(revoke.mock.calls).toEqual([[first], [second]])
  expect(here.sent()).toEqual([])
})

test('an address instead of bytes lets go of theirs; no bytes are no picture', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  const here = image()
  here.sendPicture(await bytesOf('red'), 'png')
  here.calls(['set_image', picture('red')])
  expect([revoke.mock.calls.length, here.element.src.startsWith('data:')]).toEqual([1, true])
  here.calls(['set_binary_image', null, ''])
  expect(here.element.hasAttribute('src')).toBe(false)
})

test('room without a picture does not look as if one were missing', async () => {
  const here = image({ interactive: true })
  here.calls(['resize', 100, 50])
  expect(getComputedStyle(here.element).opacity).toBe('0')
  await userEvent.tab()
  expect([document.activeElement, getComputedStyle(here.element).opacity]).toEqual([
    here.element,
    '1',
  ])
  here.element.blur()
  here.calls(['set_image', picture('red')])
  expect(getComputedStyle(here.element).opacity).toBe('1')
})

test.each(['fill', 'contain', 'cover', 'none'])('fit %s', (fit) => {
  const here = image({ fit })
  expect(getComputedStyle(here.element).objectFit).toBe(fit)
  here.calls(['set_fit', 'fill'])
  expect(getComputedStyle(here.element).objectFit).toBe('fill')
})

test('it has a name, or is decoration', () => {
  const here = image()
  expect(here.element.alt).toBe('Test')
  here.calls(['set_label', ''])
  expect(here.element.getAttribute('alt')).toBe('')
})

test.each([
  [['set_image', 7], 'Image.set_image needs "url" to be Url|null, got 7'],
  [
    ['set_binary_image', 'x', 'png'],
    'Image.set_binary_image needs "data" to be Bytes|null, got "x"',
  ],
  [['set_fit', 'large'], 'Image.set_fit needs "fit" to be ImageFit, got "large"'],
] as const)('%j is refused', (method, error) => {
  const here = image()
  here.calls(method)
  expect(here.sent()).toMatchObject([{ type: 'error', error }])
})

test('a drawing context cannot be had over the wire', () => {
  expect(image().answer('get_draw_context')).toBeNull()
})

test('for an animation each picture is decoded aside and shown whole', async () => {
  const here = image({ use_animation_frame: true, url: picture('red') })
  await expect.poll(() => middleOf(here.element)).toEqual([255, 0, 0])
  here.sendPicture(await bytesOf('blue'), 'png')
  here.calls(['update'])
  expect(middleOf(here.element)).toEqual([255, 0, 0])
  await expect.poll(() => middleOf(here.element)).toEqual([0, 0, 255])
  expect([here.element.width, here.element.height]).toEqual([4, 3])
  const svg = await (await fetch(picture('lime'))).arrayBuffer()
  here.sendPicture(svg, 'svg+xml')
  await expect.poll(() => middleOf(here.element)).toEqual([0, 255, 0])
  here.calls(['set_image', null])
  await expect.poll(() => here.element.width).toBe(0)
})

test('a picture that cannot be decoded leaves the one before', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const here = image({ use_animation_frame: true, url: picture('red') })
  await expect.poll(() => middleOf(here.element)).toEqual([255, 0, 0])
  here.sendPicture(new ArrayBuffer(4), 'png')
  await expect.poll(() => warn.mock.calls.length).toBe(1)
  expect(middleOf(here.element)).toEqual([255, 0, 0])
})

test('of the pictures that come while one is decoded only the last is', async () => {
  const decoding: string[] = []
  const waiting: (() => void)[] = []
  const decode = (name: unknown): Promise<Decoded> => {
    decoding.push(String(name))
    const decoded = { source: new Image(), width: 1, height: 1, release: () => undefined }
    return new Promise((resolve) => waiting.push(() => resolve(decoded)))
  }
  const show = vi.fn<(decoded: Decoded | null) => void>()
  const queue = new PictureQueue(show, decode)
  onTestFinished(() => queue.destroy())
  for (const name of ['a', 'b', 'c', 'd']) queue.take(name)
  expect(decoding).toEqual(['a'])
  waiting.shift()!()
  await expect.poll(() => decoding).toEqual(['a', 'd'])
  waiting.shift()!()
  await expect.poll(() => show.mock.calls.length).toBeGreaterThan(0)
})

const interaction = [
  'pointer-down',
  'pointer-up',
  'pointer-move',
  'enter',
  'leave',
  'click',
  'dblclick',
  'contextmenu',
  'scroll',
  'key-down',
  'key-up',
  'key-press',
  'focus-in',
  'focus-out',
]

test('an interactive one reports pointer, wheel, keys and focus', async () => {
  const here = image({ url: picture('red', 200, 100), interactive: true }, interaction)
  await expect.poll(() => here.element.naturalWidth).toBe(200)
  await userEvent.dblClick(here.element, { position: { x: 20, y: 30 } })
  await userEvent.keyboard('a')
  await userEvent.wheel(here.element, { delta: { y: 100 } })
  await userEvent.click(here.element, { button: 'right' })
  await userEvent.unhover(here.element)
  here.element.blur()
  const all: { action: string; args?: readonly Json[] }[] = []
  const take = () => all.push(...here.sent().filter((one) => one.type === 'callback'))
  await expect
    .poll(() => take() && new Set(all.map(({ action }) => action)))
    .toEqual(new Set(interaction))
  const payloadOf = (action: string) => all.find((one) => one.action === action)?.args?.[0]
  const box = here.element.getBoundingClientRect()
  expect(payloadOf('pointer-down')).toEqual({
    type: 'pointerdown',
    time_stamp: expect.any(Number),
    viewport_x: box.left + 20,
    viewport_y: box.top + 30,
    x: 20,
    y: 30,
    button_trigger: 1,
    button_mask: 1,
    modifiers: [],
    pointer_id: expect.any(Number),
    pointer_type: 'mouse',
    pressure: 0.5,
    is_primary: true,
  })
  expect(payloadOf('scroll')).toMatchObject({
    type: 'wheel',
    delta_x: 0,
    delta_y: 100,
    delta_z: 0,
    delta_mode: 0,
  })
  expect(payloadOf('key-down')).toEqual({
    type: 'keydown',
    time_stamp: expect.any(Number),
    key: 'a',
    keycode: 'KeyA',
    repeat: false,
    modifiers: [],
  })
  expect(payloadOf('contextmenu')).toMatchObject({ type: 'contextmenu', button_trigger: 3 })
  expect(payloadOf('focus-in')).toEqual({ type: 'focusin', time_stamp: expect.any(Number) })
})

test('of many moves in a frame of the screen the last is told, and always before what follows', () => {
  const here = image({ interactive: true }, ['pointer-move', 'pointer-down'])
  for (const clientX of [1, 2, 3])
    here.element.dispatchEvent(new PointerEvent('pointermove', { clientX }))
  expect(here.sent()).toEqual([])
  here.element.dispatchEvent(new PointerEvent('pointerdown', { clientX: 4 }))
  expect(here.sent()).toMatchObject([
    { action: 'pointer-move', args: [{ viewport_x: 3 }] },
    { action: 'pointer-down', args: [{ viewport_x: 4 }] },
  ])
})

test('a drag is told to its end, wherever that is', async () => {
  const actions = ['pointer-down', 'pointer-up', 'pointer-move', 'leave']
  const here = image({ url: picture('red', 200, 100), interactive: true }, actions)
  await expect.poll(() => here.element.naturalWidth).toBe(200)
  const outside = document.createElement('div')
  outside.style.cssText = 'position: fixed; inset: 300px 0 0 0'
  here.root.append(outside)
  await userEvent.dragAndDrop(here.element, outside)
  const told = here.sent().map((message) => (message.type === 'callback' ? message.action : ''))
  expect(
    told.slice(told.indexOf('pointer-down')).filter((action) => action !== 'pointer-move'),
  ).toEqual(['pointer-down', 'pointer-up', 'leave'])
})

test('a finger that goes on to scroll the page has let go', () => {
  const here = image({ interactive: true }, ['pointer-up'])
  here.element.dispatchEvent(new PointerEvent('pointercancel'))
  expect(here.sent()).toMatchObject([{ action: 'pointer-up', args: [{ type: 'pointercancel' }] }])
})

test('a wheel or a finger that the server follows does not move the page', () => {
  const here = image({ interactive: true }, [])
  const turn = (): boolean =>
    here.element.dispatchEvent(new WheelEvent('wheel', { cancelable: true }))
  expect([turn(), here.element.style.touchAction]).toEqual([true, ''])
  here.send(listen(1, 'scroll'), listen(1, 'pointer-move'))
  expect([turn(), here.element.style.touchAction]).toEqual([false, 'none'])
  here.send(unlisten(1, 'pointer-move'))
  expect(here.element.style.touchAction).toBe('')
})

test('one that is not interactive reports nothing and is no stop of the Tab key', async () => {
  const here = image({ url: picture('red', 200, 100) }, interaction)
  await userEvent.click(here.element)
  expect([here.sent(), here.element.tabIndex]).toEqual([[], -1])
})

test('axe has nothing to say', async () => {
  await expectAccessible(image({ url: picture('red') }))
  await expectAccessible(
    image({ url: picture('red'), use_animation_frame: true, interactive: true }),
  )
  const { send, root } = page()
  send(
    create(1, 'Image', { interactive: true }),
    listen(1, 'click'),
    call(1, 'set_image', picture('red')),
  )
  await expectAccessible({ root } as never)
})

test('after its end nothing is told or decoded', async () => {
  const here = image({ interactive: true, use_animation_frame: true, url: picture('red') }, [
    'pointer-move',
  ])
  here.element.dispatchEvent(new PointerEvent('pointermove'))
  here.calls(['destroy'])
  here.element.dispatchEvent(new PointerEvent('pointermove'))
  const other = image({ use_animation_frame: true, url: picture('red') })
  await expect.poll(() => middleOf(other.element)).toEqual([255, 0, 0])
  expect([here.sent(), middleOf(here.element).slice(0, 1)]).toEqual([[], [0]])
})
