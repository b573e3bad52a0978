// What browsers showed after each message.

import * as fc from 'fast-check'
import {
  Button,
  Label,
  Page,
  signal,
  TableView,
  TextEntry,
  TreeView,
  useSignal,
  VBox,
} from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, test } from 'vitest'
import type { ModelBrowser } from '../../../src/model/model.ts'
import { History } from '../../../src/inspector/seen/history.ts'
import { Watch } from '../../../src/inspector/seen/watch.ts'
import { insideOf } from '../../../src/session/session.ts'
import { outline } from '../../../src/testing/outline.ts'
import { Screen } from './watched.tsx'

/** The order in which states were set does not count. */
function shownBy({ windows }: ModelBrowser): string[] {
  return outline(windows)
    .split('\n')
    .map((line) => line.split(' ').toSorted().join(' '))
}

/** What the browser shows, but for what is as it is by itself. */
function expectLike(past: ModelBrowser, screen: Rendered): void {
  expect(new Set(past.widgets.keys())).toEqual(new Set(screen.browser.widgets.keys()))
  for (const [wid, widget] of screen.browser.widgets) {
    const own = past.widgets.get(wid)!
    expect(own.children.map((child) => child.wid)).toEqual(
      widget.children.map((child) => child.wid),
    )
    for (const name of ['text', 'state', 'title']) {
      expect([wid, own.state.get(name)]).toEqual([wid, widget.state.get(name)])
    }
  }
}

test('before the first message stands what was shown when somebody began to look', () => {
  const screen = render(<Screen step={signal(1)} />)
  const history = new History(insideOf(screen.session).root)
  expectLike(history.after([]).browser, screen)
})

test('one step back is what was shown then', async () => {
  const screen = render(<Screen step={signal(1)} />)
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  const before = shownBy(watch.history.after([]).browser)
  await screen.fire('Count', 'activated')
  const { messages } = watch.messages
  expect(shownBy(watch.history.after(messages.slice(0, 1)).browser)).toEqual(before)
  expectLike(watch.history.after(messages).browser, screen)
  expect(shownBy(watch.history.after([]).browser)).toEqual(before)
  watch.end()
})

const deed = fc.constantFrom<(screen: Rendered) => Promise<void>>(
  (screen) => screen.fire('Count', 'activated'),
  (screen) => screen.fire('Add', 'activated'),
  (screen) => screen.fire('Drop', 'activated'),
  (screen) => screen.fire('Dark', 'activated'),
  (screen) => screen.fire({ label: 'Word' }, 'modified', 'two'),
  (screen) => screen.fire({ label: 'Word' }, 'modified', 'three'),
  (screen) => {
    screen.reconnect()
    return screen.settled()
  },
)

test('whatever is done, the last state is what the browser shows, and each one before can be seen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      const screen = render(<Screen step={signal(1)} />)
      const watch = new Watch(screen.session, new ManualClock(), () => {})
      for (const one of deeds) {
        await one(screen)
        const { browser, lost } = watch.history.after(watch.messages.messages)
        expectLike(browser, screen)
        expect(lost).toBe(0)
      }
      const { messages } = watch.messages
      for (let at = 0; at <= messages.length; at++) watch.history.after(messages.slice(0, at))
      watch.end()
    }),
    { numRuns: 30 },
  )
})

test('trees and tables are what patches had made of them by then', async () => {
  const names = signal(['Ada'])
  const screen = render(
    <Page>
      <VBox>
        <TreeView
          columns={['Name']}
          tree={() => Object.fromEntries(names.value.map((name) => [name, [name]]))}
        />
        <TableView columns={['Name']} data={() => names.value.map((name) => [name])} />
      </VBox>
    </Page>,
  )
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  const steps = [['Ada', 'Bob'], ['Bob'], [], ['Cleo']]
  for (const step of steps) {
    names.value = step
    await screen.settled()
  }
  const { messages } = watch.messages
  const shown = [0, 2, 4, 6, 8].map((count) => {
    const { widgets } = watch.history.after(messages.slice(0, count)).browser
    const states = [...widgets.values()].map(({ state }) => state)
    return states.flatMap((state) => [state.get('tree'), state.get('data')].filter(Boolean))
  })
  expect(shown).toEqual(
    [['Ada'], ...steps].map((all) => [
      Object.fromEntries(all.map((name) => [name, [name]])),
      all.map((name) => [name]),
    ]),
  )
  watch.end()
})

test('messages that are kept no longer are where the others begin', async () => {
  const screen = render(<Screen step={signal(1)} />)
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  await screen.fire('Count', 'activated')
  const [first, second, ...rest] = watch.messages.messages
  watch.history.letGo([first!, second!])
  expectLike(watch.history.after(rest).browser, screen)
  watch.end()
})

test('what speaks of widgets that were made by hand before is counted, and passed over', async () => {
  function Plain() {
    const text = useSignal('')
    return (
      <Page>
        <VBox>
          <TextEntry bind={text} label="Text" />
          <Label text={text} />
          <Button>Nothing</Button>
        </VBox>
      </Page>
    )
  }
  const screen = render(<Plain />)
  const byHand = screen.session.create('Button', ['Hello'])
  await screen.settled()
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  byHand.call('set_text', 'Again')
  await screen.fire({ label: 'Text' }, 'modified', 'a')
  const { lost, browser } = watch.history.after(watch.messages.messages)
  expect(lost).toBe(1)
  expect(browser.widgets.get(4)?.state.get('text')).toBe('a')
  watch.end()
})
