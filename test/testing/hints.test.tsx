// Who finds nothing is told what may have been meant.

import { expect, test } from 'vitest'
import { Button, Page, TableView, TabWidget, TextEntry, VBox } from 'treewire'
import { render } from 'treewire/testing'
import type { Target } from 'treewire/testing'

const screen = render(
  <Page>
    <VBox>
      <TextEntry label="Search" error="Say something" />
      <TabWidget>
        <TableView tab="List" rowKey="id" columns={['name']} rows={[{ id: 'a', name: 'Ada' }]} />
        <Button tab="New">Add</Button>
      </TabWidget>
    </VBox>
  </Page>,
)

test.each<[Target, string]>([
  ['Search', 'That is no text but the name of TextEntry #3: { name: "Search" } finds it. There'],
  [
    { text: /^Sea/ },
    'That is no text but the name of TextEntry #3: { name: /^Sea/ } finds it. There',
  ],
  ['New', 'A tab of TabWidget #4 says so: select(…, "New") goes there. There are: Page #1, '],
  [{ role: 'tab', name: /^L/ }, 'A tab of TabWidget #4 says so: select(…, "List") goes there.'],
  ['Say something', 'It is in the state "error" of TextEntry #3, which .state.get("error") of it'],
  [/^Ada/, 'It is in the state "rows" of TableView #5, which .state.get("rows") of it gives.'],
  [{ type: 'Buton' }, 'There is no class "Buton". Did you mean "Button"? There are: Page #1, '],
  ['Nobody', 'Wanted one widget "Nobody", found 0. There are: Page #1, '],
  ['Ad', 'found 0. There are: Page #1, '],
  ['add', 'found 0. Did you mean "Add"? There are: '],
  [{ role: 'textbox', name: 'Serch' }, 'found 0. Did you mean "Search"? There are: '],
  [{ role: 'button', name: 'Serch' }, 'found 0. There are: '],
  [{ type: 'TextEntry', name: /^Serch/ }, 'found 0. There are: '],
  [{ role: 'button', name: 'Search' }, 'TextEntry #3 has this name, and the role "textbox".'],
  [{ name: 'Nobody' }, 'found 0. There are: Page #1, '],
])('%j', (target, hint) => {
  expect(() => screen.find(target)).toThrow(hint)
})

test('only what is there where it is looked for', () => {
  const tabs = screen.within({ type: 'TabWidget' })
  expect(() => tabs.find('Search')).toThrow(/found 0\. There are: /)
})

test.each<[unknown, string]>([
  [undefined, 'What is looked for is a text, a pattern, a query or a widget, got undefined'],
  [null, 'got null'],
  [7, 'got 7'],
  [['Add'], 'got ["Add"]'],
  [{ nam: 'Add' }, 'A query has no "nam". Did you mean "name"?'],
])('what is no target is refused: %j', (target, reason) => {
  expect(() => screen.findAll(target as Target)).toThrow(reason)
})
