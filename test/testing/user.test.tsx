// What a user cannot do says why, and what the model does not know says what to do instead.
// What they can do is compared with a page in deeds.browser.test.ts.

import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  ComboBox,
  Dialog,
  Expander,
  For,
  Frame,
  Label,
  Page,
  RadioButton,
  SpinBox,
  Slider,
  TabWidget,
  TableView,
  signal,
  TextEntry,
  ToggleButton,
  TreeView,
  useSignal,
  VBox,
} from 'treewire'
import { render, type Rendered } from 'treewire/testing'

const ui = render(
  <Page>
    <VBox>
      <Button enabled={false}>Off</Button>
      <Frame enabled={false}>
        <Button>In what is off</Button>
      </Frame>
      <VBox visible={false}>
        <Button>Hidden</Button>
      </VBox>
      <Label>Plain</Label>
      <TextEntry label="Fixed" editable={false} />
      <ComboBox label="Size" items={['S', 'M']} />
      <RadioButton group="g" text="One" />
      <Slider label="Volume" />
      <TableView label="Rows" columns={['n']} rows={[[1], [2]]} />
      <TabWidget label="Parts">
        <Label tab="First">a</Label>
      </TabWidget>
      <TreeView label="Nodes" columns={['n']} tree={{ fruit: { apple: [1] } }} />
    </VBox>
  </Page>,
)

test.each<[string, (ui: Rendered) => Promise<void>, string]>([
  ['what is disabled', (one) => one.click('Off'), 'Button #3 is disabled: nobody can use it'],
  [
    'what stands in what is disabled',
    (one) => one.click('In what is off'),
    'Frame #4, in which Button #5 stands, is disabled',
  ],
  [
    'what stands in what is hidden',
    (one) => one.click('Hidden'),
    'VBox #6, in which Button #7 stands, is hidden: nobody can see it',
  ],
  [
    'what does nothing',
    (one) => one.click('Plain'),
    'Label #8 does nothing when it is clicked. What does: buttons, boxes, links',
  ],
  [
    'where a click says nothing',
    (one) => one.click({ name: 'Volume' }),
    'A click on Slider #12 means nothing by itself: use press or fire',
  ],
  [
    'a field that is only read',
    (one) => one.type({ name: 'Fixed' }, 'x'),
    'TextEntry #9 cannot be typed into: it is not editable',
  ],
  [
    'what takes no text',
    (one) => one.type('Plain', 'x'),
    'Nothing can be typed into Label #8. What takes text: TextEntry, ',
  ],
  [
    'a choice that can only be chosen',
    (one) => one.type({ name: 'Size' }, 'x'),
    'ComboBox #10 cannot be typed into: use select',
  ],
  [
    'an item that is not there',
    (one) => one.select({ name: 'Size' }, 'L'),
    'There is no "L" among the items of ComboBox #10: "S", "M"',
  ],
  [
    'a tab that is not there',
    (one) => one.select({ name: 'Parts' }, 'Last'),
    'There is no "Last" among the tabs of TabWidget #14: "First"',
  ],
  [
    'a row that is not there',
    (one) => one.select({ name: 'Rows' }, 7),
    'There is no 7 among the keys of the rows of TableView #13: "row0", "row1"',
  ],
  [
    'several rows as if they were a path',
    (one) => one.select({ name: 'Rows' }, ['row0', 'row1']),
    'stand below no other, so a list of keys names none. Several are selected one by one: select(…, "row0", "row1")',
  ],
  [
    'several rows where one is selected',
    (one) => one.select({ name: 'Rows' }, 0, 1),
    'One at a time is selected in TableView #13: its selectionMode is "single"; set it to "multiple"',
  ],
  [
    'several of what is no row',
    (one) => one.select({ name: 'Size' }, 'S', 'M'),
    'One at a time is selected in ComboBox #10: only rows of a TableView or TreeView are selected',
  ],
  [
    'a node that is not there',
    (one) => one.select({ name: 'Nodes' }, ['fruit', 'pear']),
    'There is no "pear" among the nodes of TreeView #16 below ["fruit"]: "apple"',
  ],
  [
    'a row of which nothing is said',
    (one) => one.select({ name: 'Nodes' }, []),
    'A path with nothing in it names no row of TreeView #16: give its keys',
  ],
  [
    'where nothing is to be chosen',
    (one) => one.select('Plain', 'x'),
    'There is nothing to select in Label #8 by "x": select is for an item of a ComboBox',
  ],
  [
    'what is neither on nor off',
    (one) => one.check('Plain'),
    'Label #8 is neither on nor off, so it cannot be checked',
  ],
  [
    'one of a group that is to go off',
    (one) => one.check('One', false),
    'RadioButton #11 goes off only when another one of its group is chosen',
  ],
  [
    'a key that is not heard',
    (one) => one.press('F5', { name: 'Volume' }),
    'Slider #12 does not hear the key "F5", or the model does not know what it does there: fire says',
  ],
  [
    'a key by another name',
    (one) => one.press('enter', { name: 'Fixed' }),
    'does not hear the key "enter", or the model does not know what it does there: the name of the key is "Enter"',
  ],
  [
    'a letter',
    (one) => one.press('a', { name: 'Fixed' }),
    'does not hear the key "a", or the model does not know what it does there: type writes a text',
  ],
  ['a key without a focus', (one) => one.press('Enter'), 'Nothing has the focus: click something'],
])('%s', async (_, deed, reason) => {
  await expect(deed(ui)).rejects.toThrow(reason)
})

test('what is out of sight cannot be used before it is brought into sight', async () => {
  const screen = render(
    <Page>
      <VBox>
        <TabWidget>
          <Button tab="One">First</Button>
          <Button tab="Two">Second</Button>
        </TabWidget>
        <Expander title="More">
          <Button>Third</Button>
        </Expander>
      </VBox>
    </Page>,
  )
  await expect(screen.click('Second')).rejects.toThrow(
    'Button #5 is on a page of TabWidget #3 that is not shown: select it first',
  )
  await screen.select({ role: 'tablist' }, 'Two')
  await expect(screen.click('Second')).resolves.toBeUndefined()
  await expect(screen.click('First')).rejects.toThrow('Button #4 is on a page of TabWidget #3')
  await expect(screen.click('Third')).rejects.toThrow(
    'Button #7 is folded in Expander #6: click that first',
  )
  await screen.click('More')
  await expect(screen.click('Third')).resolves.toBeUndefined()
})

test('another page is shown when that which was is gone, and the same when it moves', async () => {
  const tabs = signal(['a', 'b', 'c'])
  const index = signal(0)
  const screen = render(
    <Page>
      <TabWidget bind={index}>
        <For each={tabs} by={(tab) => tab}>
          {(tab) => <Button tab={tab}>{tab}</Button>}
        </For>
      </TabWidget>
    </Page>,
  )
  const shown = (): unknown => {
    const { shownChild } = screen.find({ type: 'TabWidget' })
    return shownChild?.state.get('text')
  }
  const seen = [shown()]
  await screen.select({ type: 'TabWidget' }, 'b')
  seen.push(shown())
  tabs.value = ['b', 'a', 'c']
  await screen.settled()
  seen.push(shown())
  tabs.value = ['a', 'c']
  await screen.settled()
  seen.push(shown())
  tabs.value = []
  await screen.settled()
  expect([...seen, shown()]).toEqual(['a', 'b', 'b', 'a', undefined])
})

describe('what is done is seen at once, though nobody listens', () => {
  test('a text, a choice, a number, a box', async () => {
    const screen = render(
      <Page>
        <VBox>
          <TextEntry label="Name" />
          <ComboBox label="Size" items={['S', 'M']} />
          <SpinBox label="Count" max={50} />
          <CheckBox>Follow</CheckBox>
        </VBox>
      </Page>,
    )
    screen.take()
    await screen.type({ name: 'Name' }, 'Ada')
    await screen.type({ name: 'Name' }, ' L')
    await screen.select({ name: 'Size' }, 'M')
    await screen.clear({ name: 'Count' })
    await screen.type({ name: 'Count' }, '12')
    await screen.check('Follow')
    expect(screen.take()).toEqual([])
    expect(screen.tree()).toBe(`Page
  VBox
    TextEntry label="Name" text="Ada L"
    ComboBox items=["S","M"] label="Size" index=1 text="M"
    SpinBox max=50 label="Count" value=12
    CheckBox text="Follow" state=true`)
  })

  test('of a group one is on', async () => {
    const screen = render(
      <Page>
        <VBox>
          <RadioButton group="g" text="One" state />
          <RadioButton group="g" text="Two" />
          <RadioButton group="other" text="Three" state />
          <ToggleButton group="g" text="Four" state />
        </VBox>
      </Page>,
    )
    await screen.select('Two')
    const on = screen.findAll({}).filter(({ state }) => state.get('state') === true)
    expect(on.map(({ state }) => state.get('text'))).toEqual(['Two', 'Three', 'Four'])
  })
})

test('what is behind a modal dialog cannot be reached, until that is answered', async () => {
  const Asking = () => {
    const isOpen = useSignal(true)
    return (
      <Page>
        <VBox>
          <Button onActivated={() => undefined}>Behind</Button>
          {isOpen.value && (
            <Dialog
              modal
              title="Sure?"
              buttons={[['Yes', 1]]}
              onActivated={() => (isOpen.value = false)}
            />
          )}
        </VBox>
      </Page>
    )
  }
  const screen = render(<Asking />)
  await expect(screen.click('Behind')).rejects.toThrow(
    'Button #3 is behind Dialog #4, which is modal: answer that first',
  )
  await screen.click('Yes')
  await expect(screen.click('Behind')).resolves.toBeUndefined()
})

test('check clicks only what is not so already', async () => {
  const Follow = () => {
    const isOn = useSignal(true)
    return (
      <Page>
        <CheckBox bind={isOn}>Follow</CheckBox>
      </Page>
    )
  }
  const screen = render(<Follow />)
  screen.take()
  await screen.check('Follow')
  expect(screen.take()).toEqual([])
  await screen.check('Follow', false)
  expect(screen.take()).toEqual(['^ callback #2 activated false'])
})

test('clearing what is empty tells nothing', async () => {
  const screen = render(
    <Page>
      <TextEntry onModified={() => undefined} />
    </Page>,
  )
  screen.take()
  await screen.clear({ role: 'textbox' })
  expect(screen.take()).toEqual([])
})

test('a number field that goes while it is typed into tells nothing', async () => {
  const Going = () => {
    const isThere = useSignal(true)
    return (
      <Page>
        <VBox>
          {isThere.value && <SpinBox onActivated={() => undefined} />}
          <CheckBox onActivated={() => (isThere.value = false)}>Go</CheckBox>
          <Button onActivated={() => undefined}>Next</Button>
        </VBox>
      </Page>
    )
  }
  const screen = render(<Going />)
  await screen.type({ type: 'SpinBox' }, '7')
  await screen.fire('Go', 'activated', true)
  screen.take()
  await screen.click('Next')
  expect(screen.take()).toEqual([expect.stringMatching(/activated$/)])
  expect(screen.errors()).toEqual([])
})

test('a node that has come can be selected, and what is selected of one that goes is told', async () => {
  const tree = signal<Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>({
    fruit: { apple: [1] },
  })
  const chosen = signal<readonly (readonly string[])[]>([])
  const screen = render(
    <Page>
      <TreeView columns={['n']} tree={tree} bind={chosen} />
    </Page>,
  )
  tree.value = { fruit: { apple: [1], pear: [2] } }
  await screen.settled()
  await screen.select({ type: 'TreeView' }, ['fruit', 'pear'])
  expect(chosen.value).toEqual([['fruit', 'pear']])
  tree.value = { fruit: { apple: [1] } }
  await screen.settled()
  expect(chosen.value).toEqual([])
})
