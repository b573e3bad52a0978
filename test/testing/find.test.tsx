// Widgets are found as people speak of them; the tree is text.

import { describe, expect, test } from 'vitest'
import {
  Button,
  Dialog,
  Frame,
  GridBox,
  Label,
  Page,
  Slider,
  StatusBar,
  TabWidget,
  TextEntry,
} from 'treewire'
import { TopLevel, VBox } from 'treewire'
import { render } from 'treewire/testing'
import type { Target } from 'treewire/testing'

const screen = render(
  <>
    <TopLevel title="Form">
      <VBox spacing={4}>
        <Label text="Name" />
        <TextEntry text="Ann" label="Name" />
        <Frame title="Name">
          <Button>Save</Button>
        </Frame>
        <Button text="Save all" stretch={1} />
        <StatusBar message="Saved" />
        <Slider value={7} />
      </VBox>
    </TopLevel>
    <Dialog title="Sure?" visible={false}>
      <Button text="Hidden" />
    </Dialog>
  </>,
)

const wids = (target: Target): number[] => screen.findAll(target).map(({ wid }) => wid)

test.each<[string, Target, readonly number[]]>([
  ['a string: its text', 'Save', [6]],
  ['a text that is a title too', 'Name', [3, 5]],
  ['the text that its class shows', 'Saved', [8]],
  ['the text of an entry', 'Ann', [4]],
  ['the title of a window', 'Form', [1]],
  ['a pattern', /^Save/, [6, 7, 8]],
  ['a pattern for the text', { text: /^Save/ }, [6, 7, 8]],
  ['a pattern that keeps count', { text: /Save/g }, [6, 7, 8]],
  ['a class', { type: 'Button' }, [6, 7]],
  ['a class and a text', { type: 'Label', text: 'Name' }, [3]],
  ['the accessible name', { label: 'Name' }, [4]],
  ['a number', { wid: 7 }, [7]],
  ['a number of another class', { wid: 7, type: 'Label' }, []],
  ['no such text', 'Nothing', []],
  ['part of a text', 'Sav', []],
  ['a number that is its value', '7', []],
  ['what stands in a window that is not shown', 'Hidden', []],
  ['everything', {}, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['a role', { role: 'button' }, [6, 7]],
  ['a role and a name', { role: 'button', name: 'Save' }, [6]],
  ['a name that is a label', { name: 'Name' }, [4, 5]],
  ['a name that is a title', { role: 'main', name: 'Form' }, [1]],
  ['a name by a pattern', { name: /^save/i }, [6, 7]],
  ['a path', { path: 'Frame(Name)/Button(Save)' }, [6]],
  ['no such path', { path: 'VBox/Button(Save)' }, []],
])('finds by %s', (_, target, found) => {
  expect(wids(target)).toEqual(found)
})

describe('find', () => {
  test('gives the one that fits', () => {
    expect(screen.find('Save').widgetClass.name).toBe('Button')
    expect(screen.find(screen.find('Save'))).toBe(screen.find('Save'))
  })

  test.each<[Target, string]>([
    [
      'Nothing',
      'Wanted one widget "Nothing", found 0. There are: TopLevel #1 "Form", VBox #2, Label #3 "Name", ',
    ],
    ['Name', 'Wanted one widget "Name", found 2. There are: Label #3 "Name", '],
    [{ type: 'Button', text: 'x' }, 'Wanted one widget {"type":"Button","text":"x"}, found 0.'],
    [{ text: /x/i }, 'Wanted one widget {"text":/x/i}, found 0.'],
    [/x/i, 'Wanted one widget /x/i, found 0. There are: TopLevel #1 "Form", '],
    [/^Save/, 'Wanted one widget /^Save/, found 3. There are: Button #6 "Save", '],
    [
      { path: 'VBox/Frame' },
      'Wanted one widget {"path":"VBox/Frame"}, found 0. There are: TopLevel(Form), VBox, VBox/Label, ',
    ],
    [
      { role: 'textbox', name: 'Age' },
      'Wanted one widget {"role":"textbox","name":"Age"}, found 0. There are: TopLevel #1 "Form" (main), VBox #2, Label #3 "Name", TextEntry #4 "Name" (textbox), ',
    ],
  ])('%j says what was wanted and what there is', (target, sentence) => {
    expect(() => screen.find(target)).toThrow(sentence)
  })

  test('tells those apart by name that show the same text', () => {
    const form = render(
      <Page>
        <VBox>
          <Button label="Remove Ada">Remove</Button>
          <Button label="Remove Bob">Remove</Button>
          <Button>Remove</Button>
        </VBox>
      </Page>,
    )
    expect(() => form.find('Remove')).toThrow(
      'Wanted one widget "Remove", found 3. There are: Button #3 "Remove Ada", Button #4 "Remove Bob", Button #5 "Remove"',
    )
  })

  test('does not take a widget of a browser that is gone', () => {
    const other = render(
      <TopLevel>
        <Button text="a" />
      </TopLevel>,
    )
    const button = other.find('a')
    other.reconnect()
    expect(() => other.find(button)).toThrow('Wanted one widget #2, found 0.')
  })
})

describe('within', () => {
  test('looks only inside of a widget', () => {
    const frame = screen.within({ role: 'group', name: 'Name' })
    expect(frame.findAll({}).map(({ wid }) => wid)).toEqual([6])
    expect(frame.find({ role: 'button' }).wid).toBe(6)
    expect(screen.within({ type: 'VBox' }).within({ type: 'Frame' }).find('Save').wid).toBe(6)
  })

  test('says where it has looked', () => {
    expect(() => screen.within({ type: 'Frame' }).find('Save all')).toThrow(
      'Wanted one widget "Save all" in Frame #5 "Name", found 0. There are: Button #6 "Save"',
    )
  })

  test('does there what a user does', async () => {
    const pressed: string[] = []
    const row = (name: string) => (
      <Frame title={name}>
        <Button onActivated={() => pressed.push(name)}>Remove</Button>
      </Frame>
    )
    const other = render(
      <Page>
        <VBox>
          {row('Milk')}
          {row('Bread')}
        </VBox>
      </Page>,
    )
    await other.within({ name: 'Bread' }).click('Remove')
    expect(pressed).toEqual(['Bread'])
    await expect(other.click('Remove')).rejects.toThrow('Wanted one widget "Remove", found 2.')
  })
})

describe('the tree', () => {
  test('has a widget a line, with its states and its place', () => {
    expect(screen.tree()).toBe(`TopLevel title="Form"
  VBox spacing=4
    Label text="Name"
    TextEntry text="Ann" label="Name"
    Frame title="Name"
      Button text="Save"
    Button text="Save all" at=1
    StatusBar message="Saved"
    Slider value=7`)
  })

  test('leaves out what is as it is by itself', () => {
    const other = render(
      <Page>
        <VBox>
          <Button variant="default" enabled={true}>
            Save
          </Button>
          <Button variant="primary" enabled={false}>
            Send
          </Button>
        </VBox>
      </Page>,
    )
    expect(other.tree()).toBe(`Page
  VBox
    Button text="Save"
    Button text="Send" variant="primary" enabled=false`)
  })

  test('calls widgets by where they stand, when that is wanted', () => {
    expect(screen.tree('path')).toBe(`TopLevel(Form) title="Form"
  VBox spacing=4
    Label text="Name"
    TextEntry(Name) text="Ann" label="Name"
    Frame(Name) title="Name"
      Button(Save) text="Save"
    Button(Save all) text="Save all" at=1
    StatusBar message="Saved"
    Slider value=7`)
  })

  test('shows places in grids and tabs, and what is hidden', () => {
    const other = render(
      <TopLevel>
        <VBox>
          <GridBox>
            <Label row={0} column={1} />
          </GridBox>
          <TabWidget>
            <Label tab="First" visible={false} />
          </TabWidget>
        </VBox>
      </TopLevel>,
    )
    expect(other.tree()).toBe(`TopLevel
  VBox
    GridBox
      Label at=0,1
    TabWidget
      Label visible=false at={"title":"First"}`)
  })

  test('has the windows that are shown, one after the other', () => {
    const other = render(
      <>
        <TopLevel title="a" />
        <Dialog title="b" />
        <TopLevel title="c" visible={false} />
      </>,
    )
    expect(other.tree()).toBe('TopLevel title="a"\nDialog title="b"')
  })
})

describe('a button that a dialog was made with', () => {
  const answers: unknown[] = []
  const dialogs = render(
    <>
      <Page>
        <Button onActivated={() => void answers.push('page')}>Save</Button>
      </Page>
      <Dialog
        title="Below"
        buttons={[['OK', 1]]}
        onActivated={(value) => void answers.push(value)}
      />
      <Dialog
        title="Above"
        buttons={[
          ['OK', 2],
          ['Save', 3],
        ]}
        onActivated={(value) => void answers.push(value)}
      />
      <Dialog title="Away" buttons={[['Hidden', 4]]} visible={false} />
    </>,
  )

  test.each<[Target, unknown]>([
    ['OK', 2],
    [/^O/, 2],
    [{ role: 'button', name: /K$/ }, 2],
    ['Save', 'page'],
    [/^Sav/, 'page'],
  ])(
    '%s is used by its text: that of the last dialog, after those of widgets',
    async (text, answer) => {
      await dialogs.fire(text, 'activated')
      expect(answers.splice(0)).toEqual([answer])
    },
  )

  test('is one of them, not several', async () => {
    const buttons = [
      ['Keep', 1],
      ['Keep all', 2],
      ['Delete', 3],
    ] as const
    const asking = render(<Dialog title="Sure?" buttons={buttons} />)
    await expect(asking.click(/^Keep/)).rejects.toThrow(
      'Wanted one button /^Keep/ of Dialog #1 "Sure?", found 2: "Keep", "Keep all"',
    )
  })

  test('comes before what is behind its dialog, when that is modal', async () => {
    const pressed: unknown[] = []
    const press = (value: unknown) => void pressed.push(value)
    const screen = render(
      <TopLevel>
        <VBox>
          <Button text="Delete" onActivated={() => press('page')} />
          <Dialog modal title="Sure?" buttons={[['Delete', true]]} onActivated={press} />
        </VBox>
      </TopLevel>,
    )
    await screen.fire('Delete', 'activated')
    expect(pressed).toEqual([true])
  })

  test('is not there while its dialog is not', async () => {
    await expect(dialogs.fire('Hidden', 'activated')).rejects.toThrow('found 0')
  })
})
