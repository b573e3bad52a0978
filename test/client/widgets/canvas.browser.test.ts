import { expect, test, vi } from 'vitest'
import { page as browserPage, userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { DrawingLog } from '../../../src/client/widgets/pictures/drawing-log.ts'
import { Painter } from '../../../src/client/widgets/pictures/painter.ts'
import type { DrawCommand } from '../../../src/widgets/draw-commands.ts'
import { ready } from '../harness.ts'
import { expectAccessible, shown } from './shown.ts'

await ready('Canvas')

type Command = readonly [string, ...Json[]]

const RED = [255, 0, 0, 255]
const BLUE = [0, 0, 255, 255]
const NONE = [0, 0, 0, 0]

const red: readonly Command[] = [
  ['fillStyle', 'red'],
  ['fillRect', 0, 0, 20, 20],
]
const blue: readonly Command[] = [
  ['fillStyle', 'blue'],
  ['fillRect', 10, 0, 20, 20],
]

function picture(color: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="${color}"/></svg>`)}`
}

/** 100 by 50 px. */
function canvas(options: Json = {}, actions: readonly string[] = []) {
  const here = shown(actions, 'Canvas', options)
  const inner = here.find('canvas')
  here.calls(['resize', 100, 50])
  return {
    ...here,
    inner,
    /** What has been painted at a place, in CSS px. */
    at: (x: number, y: number): number[] => {
      const ratio = devicePixelRatio
      return [...inner.getContext('2d')!.getImageData(x * ratio, y * ratio, 1, 1).data]
    },
  }
}

test('commands are painted in their order, over one another', async () => {
  const here = canvas()
  here.calls(['draw', red], ['draw', blue])
  await expect
    .poll(() => [here.at(5, 5), here.at(15, 5), here.at(40, 5)])
    .toEqual([RED, BLUE, NONE])
  here.calls(['draw', [['clearRect', 0, 0, 20, 20]]])
  await expect.poll(() => here.at(5, 5)).toEqual(NONE)
})

test('a drawing is painted from the start, and replaced', async () => {
  const here = canvas({ drawing: red })
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  here.calls(['set_drawing', blue])
  await expect.poll(() => [here.at(5, 5), here.at(25, 5)]).toEqual([NONE, BLUE])
  here.calls(['clear'])
  await expect.poll(() => here.at(25, 5)).toEqual(NONE)
})

test.each([
  [[['fillStile', 'red']], 'Canvas.draw does not know "fillStile". Did you mean "fillStyle"?'],
  [[['fillRect', 1]], 'Canvas.draw needs "fillRect" to have 4 arguments, got 1'],
  [[['__proto__', 1]], 'Canvas.draw does not know "__proto__". Did you mean '],
  [['fill'], 'Canvas.draw needs "commands" to be DrawCommand[], got ["fill"]'],
])('%j is refused, and nothing of it is drawn', async (commands, error) => {
  const here = canvas()
  here.calls(['draw', [...red, ...(commands as Json[])]])
  expect(here.sent()).toMatchObject([
    { type: 'error', error: expect.stringContaining(error.slice(0, 40)) },
  ])
  here.calls(['draw', blue])
  await expect.poll(() => [here.at(5, 5), here.at(15, 5)]).toEqual([NONE, BLUE])
})

test('a picture is drawn once it is there, and what was said after it is drawn over it', async () => {
  const here = canvas()
  here.calls(['draw_image', { src: picture('red'), x: 0, y: 0 }], ['draw', blue])
  await expect
    .poll(() => [here.at(5, 5), here.at(15, 5), here.at(5, 15)])
    .toEqual([RED, BLUE, NONE])
  here.calls(['draw', [['drawImage', picture('red'), 0, 0, 100, 50]]])
  await expect.poll(() => here.at(99, 49)).toEqual(RED)
})

test('a picture that cannot be loaded holds nothing up', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const here = canvas()
  here.calls(['draw_image', { src: 'data:,', x: 0, y: 0 }], ['draw', blue])
  await expect.poll(() => here.at(15, 5)).toEqual(BLUE)
  expect(warn).toHaveBeenCalledWith('A Canvas could not draw data:,: it could not be loaded')
})

test('a command that the browser refuses holds nothing up', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const here = canvas()
  here.calls(['draw', [['arc', 5, 5, -1, 0, 6], ...red]])
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  expect(warn.mock.calls).toMatchObject([['A Canvas could not carry out ["arc",5,5,-1,0,6]:', {}]])
})

test('with use_animation_frame what is drawn is seen after an update', async () => {
  const here = canvas({ use_animation_frame: true, drawing: red })
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  here.calls(['clear'], ['draw', blue])
  const other = canvas({ drawing: blue })
  await expect.poll(() => other.at(25, 5)).toEqual(BLUE)
  expect([here.at(5, 5), here.at(25, 5)]).toEqual([RED, NONE])
  here.calls(['update'])
  await expect.poll(() => [here.at(5, 5), here.at(25, 5)]).toEqual([NONE, BLUE])
})

test('it is drawn again when its size changes, and says so', async () => {
  const here = canvas({ drawing: red }, ['resize'])
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  here.calls(['resize', 300, 80])
  await expect
    .poll(() => [here.inner.width, here.inner.height])
    .toEqual([300 * devicePixelRatio, 80 * devicePixelRatio])
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  expect(here.sent().at(-1)).toMatchObject({ action: 'resize', args: [{ width: 300, height: 80 }] })
})

test('more than is kept is carried over when the size changes', async () => {
  const here = canvas()
  const many = Array.from({ length: 250 }, (): Command => ['font', `${' '.repeat(9000)}12px serif`])
  here.calls(['draw', [...many, ...red]])
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  here.calls(['resize', 200, 50])
  await expect.poll(() => here.inner.width).toBe(200 * devicePixelRatio)
  expect(here.at(5, 5)).toEqual(RED)
})

test('one that is hidden keeps what it is to show, but not without an end', () => {
  const painter = new Painter(document.createElement('canvas'), () => undefined)
  const commands = red as readonly DrawCommand[]
  const [few, many] = [new DrawingLog(false), new DrawingLog(false, 3)]
  for (const log of [few, many]) {
    log.add(commands)
    painter.paint(log)
  }
  expect([few.isWhole, many.isWhole, many.isFull]).toEqual([true, false, false])
})

test('transforms count from the CSS px', async () => {
  const here = canvas()
  here.calls([
    'draw',
    [
      ['setTransform', 2, 0, 0, 2, 40, 0],
      ['fillStyle', 'red'],
      ['fillRect', 0, 0, 10, 10],
      ['resetTransform'],
      ['fillStyle', 'blue'],
      ['fillRect', 0, 0, 10, 10],
    ],
  ])
  await expect
    .poll(() => [here.at(5, 5), here.at(50, 15), here.at(62, 5)])
    .toEqual([BLUE, RED, NONE])
})

test('what is written is painted again when a font has come', async () => {
  const written = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText')
  canvas({ drawing: [['fillText', 'late', 5, 20]] })
  await expect.poll(() => written.mock.calls.length).toBe(1)
  document.fonts.dispatchEvent(new Event('loadingdone'))
  await expect.poll(() => written.mock.calls.length).toBe(2)
})

test('it begins with the colour of the text, and knows tokens; both follow the theme', async () => {
  const here = canvas({
    drawing: [
      ['fillRect', 0, 0, 10, 10],
      ['fillStyle', 'var(--tw-surface)'],
      ['fillRect', 20, 0, 10, 10],
    ],
  })
  const seen: number[][] = []
  for (const theme of ['light', 'dark']) {
    here.root.dataset['theme'] = theme
    const isRight = (): boolean =>
      here.at(25, 5)[0]! > 200 === (theme === 'light') && here.at(25, 5)[3] === 255
    await expect.poll(isRight).toBe(true)
    seen.push(here.at(5, 5))
  }
  expect([seen[0]![0]! < 80, seen[1]![0]! > 180]).toEqual([true, true])
})

test('on a sharp screen it has more px', async () => {
  const here = canvas({ drawing: red })
  await expect.poll(() => here.at(5, 5)).toEqual(RED)
  vi.stubGlobal('devicePixelRatio', 2)
  window.dispatchEvent(new Event('resize'))
  await expect.poll(() => here.inner.width).toBe(200)
  expect([here.at(19, 19), here.at(21, 21)]).toEqual([RED, NONE])
  vi.unstubAllGlobals()
})

test('an interactive one reports where it was clicked', async () => {
  const here = canvas({ interactive: true }, ['click', 'key-down'])
  await userEvent.click(here.inner, { position: { x: 30, y: 20 } })
  await userEvent.keyboard('x')
  expect(here.sent()).toMatchObject([
    { action: 'click', args: [{ x: 30, y: 20, button_trigger: 1 }] },
    { action: 'key-down', args: [{ key: 'x' }] },
  ])
})

test('a drawing context cannot be had over the wire', () => {
  expect(canvas().answer('get_draw_context')).toBeNull()
})

test('it has a name, or says nothing', () => {
  const here = canvas()
  expect([here.inner.role, here.inner.ariaLabel]).toEqual(['img', 'Test'])
  here.calls(['set_label', ''])
  expect([here.inner.role, here.inner.ariaLabel]).toEqual([null, null])
})

test('axe has nothing to say', async () => {
  await browserPage.viewport(800, 600)
  await expectAccessible(canvas({ interactive: true }))
  await expectAccessible(canvas({ drawing: red }))
})

test('after its end nothing is painted', async () => {
  const here = canvas()
  await expect.poll(() => here.inner.width).toBe(100 * devicePixelRatio)
  here.calls(['draw', red], ['destroy'])
  const other = canvas({ drawing: red })
  await expect.poll(() => other.at(5, 5)).toEqual(RED)
  expect(here.at(5, 5)).toEqual(NONE)
})
