import { expect, test } from 'vitest'
import { ModelBrowser } from 'treewire/testing'
import { putIn, showPage, takeOut } from '../../src/model/children.ts'
import type { ModelWidget } from '../../src/model/model.ts'

/** A widget with three labels in it, 2 to 4. */
function filled(className: string): { owner: ModelWidget; labels: ModelWidget[] } {
  const browser = new ModelBrowser()
  browser.obey({ type: 'create', wid: 1, class: className })
  const owner = browser.widget(1)
  const labels = [2, 3, 4].map((wid) => {
    browser.obey({ type: 'create', wid, class: 'Label' })
    return browser.widget(wid)
  })
  for (const label of labels) putIn(owner, label, undefined, [label.wid])
  return { owner, labels }
}

const wids = ({ children }: ModelWidget): number[] => children.map(({ wid }) => wid)

test('a child that is there already moves, with what it brings now', () => {
  const { owner, labels } = filled('VBox')
  putIn(owner, labels[2]!, labels[0], ['first'])
  expect(wids(owner)).toEqual([4, 2, 3])
  expect(owner.placements.get(labels[2]!)).toEqual(['first'])
})

test('what is taken out stands nowhere, and nothing stands in front of it', () => {
  const { owner, labels } = filled('VBox')
  takeOut(labels[1]!)
  takeOut(labels[1]!)
  expect([wids(owner), labels[1]!.parent, owner.placements.size]).toEqual([[2, 4], undefined, 2])
  expect(() => putIn(owner, labels[0]!, labels[1], [])).toThrow('#3 is no child of #1')
})

test('the first page is shown until another is, and one that moves is shown as before', () => {
  const { owner, labels } = filled('TabWidget')
  const [first, second, third] = labels
  expect(owner.shownChild).toBe(first)
  showPage(owner, third)
  putIn(owner, second!, first, [])
  putIn(owner, third!, first, [])
  expect([wids(owner), owner.shownChild]).toEqual([[3, 4, 2], third])
})

test('where the page that is shown goes the one behind it is shown, and the last behind the last', () => {
  const { owner, labels } = filled('StackWidget')
  const [first, second, third] = labels
  showPage(owner, second)
  takeOut(second!)
  expect(owner.shownChild).toBe(third)
  takeOut(third!)
  expect(owner.shownChild).toBe(first)
})

test('what has no pages shows none, and a stranger is no page', () => {
  const { owner, labels } = filled('VBox')
  showPage(owner, labels[0])
  expect(owner.shownChild).toBeUndefined()
  const tabs = filled('TabWidget').owner
  showPage(tabs, labels[0])
  expect(tabs.shownChild).not.toBe(labels[0])
})
