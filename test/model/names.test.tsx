// Names of widgets by where they stand: short, one for each, kept for life, and not changed by what happens elsewhere.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  Dialog,
  Expander,
  For,
  Frame,
  HBox,
  Label,
  Page,
  Show,
  signal,
  TabWidget,
  TextEntry,
  Timer,
  TopLevel,
  VBox,
} from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'

/** The names of all widgets in the order in which they were made. */
function namesOf(shown: Child): string[] {
  const { browser } = render(shown)
  return [...browser.widgets.keys()].map((wid) => browser.names.of(wid))
}

test.each<[string, Child, readonly string[]]>([
  [
    'what has an accessible name goes by that',
    <Page>
      <VBox>
        <Button>Save</Button>
        <TextEntry label="Name" />
        <CheckBox text="Follow" />
        <Label variant="heading">Tasks</Label>
      </VBox>
    </Page>,
    ['Page', 'VBox', 'Button(Save)', 'TextEntry(Name)', 'CheckBox(Follow)', 'Label(Tasks)'],
  ],
  [
    'what has none goes by the way to it, and by its place among those of its class',
    <Page>
      <VBox>
        <Label>a</Label>
        <HBox>
          <Label>b</Label>
          <Button />
          <Label>c</Label>
        </HBox>
        <HBox>
          <Label>d</Label>
        </HBox>
      </VBox>
    </Page>,
    [
      'Page',
      'VBox',
      'VBox/Label',
      'VBox/HBox',
      'VBox/HBox/Label',
      'VBox/HBox/Button',
      'VBox/HBox/Label[2]',
      'VBox/HBox[2]',
      'VBox/HBox[2]/Label',
    ],
  ],
  [
    'both begin at what is around them and has a name',
    <TopLevel title="Form">
      <VBox>
        <Frame title="Options">
          <VBox>
            <Label>a</Label>
            <HBox>
              <Button>Save</Button>
            </HBox>
          </VBox>
        </Frame>
        <Button>Save</Button>
      </VBox>
    </TopLevel>,
    [
      'TopLevel(Form)',
      'VBox',
      'Frame(Options)',
      'Frame(Options)/VBox',
      'Frame(Options)/VBox/Label',
      'Frame(Options)/VBox/HBox',
      'Frame(Options)/Button(Save)',
      'Button(Save)',
    ],
  ],
  [
    'what stands behind a tab goes by its title',
    <Page>
      <TabWidget>
        <VBox tab="One">
          <Label>a</Label>
        </VBox>
        <VBox tab="Two">
          <Label>b</Label>
        </VBox>
      </TabWidget>
    </Page>,
    ['Page', 'TabWidget', 'VBox(One)', 'VBox(One)/Label', 'VBox(Two)', 'VBox(Two)/Label'],
  ],
  [
    'of windows the first is left out, and what stands nowhere goes by itself',
    <>
      <Page>
        <Timer />
      </Page>
      <Dialog title="Sure?">
        <Label>a</Label>
        <Button>Yes</Button>
      </Dialog>
      <TopLevel>
        <Label>b</Label>
      </TopLevel>
    </>,
    [
      'Page',
      'Timer',
      'Dialog(Sure?)',
      'Dialog(Sure?)/Label',
      'Dialog(Sure?)/Button(Yes)',
      'TopLevel',
      'TopLevel/Label',
    ],
  ],
  [
    'of those that would be called the same the second is numbered',
    <Page>
      <VBox>
        <Button>Remove</Button>
        <HBox>
          <Button>Remove</Button>
        </HBox>
      </VBox>
    </Page>,
    ['Page', 'VBox', 'Button(Remove)', 'VBox/HBox', 'Button(Remove)[2]'],
  ],
  [
    'a name is one line without a slash, and not long',
    <Page>
      <VBox>
        <Button text={'a/b\n  c'} />
        <Expander title="A title that goes on and on for ever">
          <Label>a</Label>
        </Expander>
      </VBox>
    </Page>,
    [
      'Page',
      'VBox',
      'Button(a b c)',
      'Expander(A title that goes on and on fo…)',
      'Expander(A title that goes on and on fo…)/Label',
    ],
  ],
])('%s', (_, shown, names) => {
  expect(namesOf(shown)).toEqual(names)
})

describe('an edit somewhere else', () => {
  const form = (before: Child, after: Child): Child => (
    <Page>
      <VBox>
        {before}
        <HBox>
          <Label>a</Label>
          <Button>Save</Button>
        </HBox>
        {after}
      </VBox>
    </Page>
  )
  const ours = ['VBox/HBox', 'VBox/HBox/Label', 'Button(Save)']

  test.each<[string, Child, Child]>([
    ['a label in front', <Label>b</Label>, null],
    ['a section in front', <Frame title="b">{<HBox>{<Label>c</Label>}</HBox>}</Frame>, null],
    ['a button in front', <Button>Open</Button>, null],
    ['a row behind', null, <HBox>{<Label>b</Label>}</HBox>],
    ['a dialog', <Dialog title="b">{<Button>Save</Button>}</Dialog>, null],
  ])('does not rename: %s', (_, before, after) => {
    expect(namesOf(form(before, after))).toEqual(expect.arrayContaining(ours))
  })

  test('around it leaves what has a name as it is', () => {
    const wrapped = (
      <Page>
        <VBox>
          <VBox>
            <HBox>
              <Button>Save</Button>
            </HBox>
          </VBox>
        </VBox>
      </Page>
    )
    expect(namesOf(wrapped)).toContain('Button(Save)')
  })
})

describe('a name is kept', () => {
  test('when the text changes, and when the place does', async () => {
    const text = signal('Save')
    const order = signal(['a', 'b'])
    const ui = render(
      <Page>
        <VBox>
          <Button text={text} />
          <For each={order} by={(one) => one}>
            {(one) => <HBox>{<Label>{one}</Label>}</HBox>}
          </For>
        </VBox>
      </Page>,
      { names: 'path' },
    )
    ui.take()
    text.value = 'Store'
    order.value = ['b', 'a']
    await ui.settled()
    expect(ui.take()).toEqual([
      'v call Button(Save) set_text "Store"',
      expect.stringMatching(/^v call VBox insert_before VBox\/HBox(\[2\])? VBox\/HBox(\[2\])?$/),
    ])
  })

  test('to the end of the frame in which its widget goes; after that it is free', async () => {
    const isOn = signal(true)
    const ui = render(
      <Page>
        <VBox>
          <Show when={isOn} fallback={() => <Label>off</Label>}>
            {() => <Label>on</Label>}
          </Show>
        </VBox>
      </Page>,
      { names: 'path' },
    )
    ui.take()
    isOn.value = false
    await ui.settled()
    expect(ui.take()).toEqual([
      'v create VBox/Label[2] "off"',
      'v call VBox remove VBox/Label true',
      'v call VBox add_widget VBox/Label[2]',
    ])
    isOn.value = true
    await ui.settled()
    expect(ui.take()[0]).toBe('v create VBox/Label "on"')
  })

  test('when its page is loaded again', () => {
    const ui = render(
      <Page>
        <Button>Save</Button>
      </Page>,
      { names: 'path' },
    )
    const before = ui.take()
    ui.reconnect()
    expect(ui.take()).toEqual(before)
  })
})

const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))

test('whatever comes and goes, no two that are there are called the same, and nobody is renamed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 6 }), async (histories) => {
      const shown = signal<readonly string[]>([])
      const ui = render(
        <Page>
          <VBox>
            <For each={shown} by={(one) => one}>
              {(one) => (
                <HBox>
                  <Label>{one}</Label>
                  <Button>{one < 'c' ? 'Remove' : one}</Button>
                </HBox>
              )}
            </For>
          </VBox>
        </Page>,
      )
      const known = new Map<number, string>()
      for (const next of histories) {
        shown.value = next
        await ui.settled()
        const { widgets, names } = ui.browser
        const living = [...widgets.keys()].map((wid) => names.of(wid))
        expect(new Set(living).size).toBe(living.length)
        for (const wid of widgets.keys()) {
          expect(names.of(wid)).toBe(known.get(wid) ?? names.of(wid))
          known.set(wid, names.of(wid))
        }
      }
    }),
    { numRuns: 50 },
  )
})
