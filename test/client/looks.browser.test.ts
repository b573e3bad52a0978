// One specimen of every class, looked at as people have it: narrow, compact, from right to left.

import { beforeEach, expect, test } from 'vitest'
import { page as browserPage } from 'vitest/browser'
import { drawn, gallery } from './gallery.ts'
import { page } from './harness.ts'

const { inPage } = gallery()

/** Smaller than a finger, for a reason: they stand in text, or a larger element takes the click for them. */
const excused = [
  '.tw-label',
  '.tw-link',
  '.tw-html-view a',
  '.tw-markdown a',
  '.tw-choice-input', // its label
  '.tw-field-control, .tw-combo-box-arrow, .tw-entry-button', // the box around them, with an edge of 1 px
  '.tw-table-cell', // its row is as high
  '.tw-splitter-divider', // the room on both sides of it
  '.tw-spin-box-stepper', // the arrow keys; side by side for fingers
  '.tw-scroll-bar, .tw-bar', // their thickness is said by the application
].join()

beforeEach(async () => {
  await browserPage.viewport(800, 600)
})

test('nothing is cut off in a window of 400 px, as there is at 200 % of 800', async () => {
  await browserPage.viewport(400, 600)
  const { root } = await shown()
  const beyond = [...root.querySelectorAll<HTMLElement>('.tw-page > .tw-vbox > *')]
    .filter((element) => element.getBoundingClientRect().right > 401)
    .map((element) => element.className)
  expect(beyond).toEqual([])
})

test('what is pressed is at least 24 px high and wide, even where it is compact', async () => {
  const { root } = await shown({ density: 'compact' })
  const small = [...root.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')]
    .filter((element) => element.checkVisibility() && !element.closest(excused))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < 24)
    .map(({ element, box }) => `${element.className} ${box.width} × ${box.height}`)
  expect(small).toEqual([])
})

test('from right to left, what stands at the start stands on the right', async () => {
  const { root } = await shown({ direction: 'rtl' })
  const middleOf = (selector: string) => {
    const { left, right } = root.querySelector(selector)!.getBoundingClientRect()
    return (left + right) / 2
  }
  const pairs = [
    ['.tw-expander-mark', '.tw-expander-title'],
    ['.tw-choice-input', '.tw-choice-text'],
    ['.tw-combo-box .tw-field-control', '.tw-combo-box-arrow'],
    ['.tw-tab:nth-child(1)', '.tw-tab:nth-child(2)'],
    ['.tw-slider-input', '.tw-slider-number'],
  ] as const
  expect(pairs.filter(([first, second]) => middleOf(first) <= middleOf(second))).toEqual([])
})

async function shown(
  look: Readonly<Record<string, string>> = {},
): Promise<ReturnType<typeof page>> {
  const here = page()
  here.send(...inPage)
  if (look['density']) here.root.dataset['density'] = look['density']
  if (look['direction']) here.root.dir = look['direction']
  await drawn()
  return here
}
