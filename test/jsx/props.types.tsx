// The type test: what compiles, and what does not. `npx tsc` checks it; an expectation that is not
// met is an error there. Nothing runs.

import { Button, CheckBox, ComboBox, computed, createContext, ErrorBoundary } from 'treewire'
import { Expander, For, Frame, GridBox, HBox, HtmlView, Label, Page, RadioButton } from 'treewire'
import { ScrollArea, Separator, Show, signal, Slider, SpinBox, Splitter, StatusBar } from 'treewire'
import { Suspense, TabWidget, TextArea, TextEntry, Timer, ToggleButton } from 'treewire'
import { ProgressBar, TopLevel, useRef, useSession, useSignal, VBox } from 'treewire'
import type { AnyHandle, Child, Handle, PropsOf } from 'treewire'

const text = signal('a')
const count = signal(0)
const isOn = signal(false)
const label = <Label text="a" />

function Greeting({ name, children }: { readonly name: string; readonly children?: Child }) {
  return <VBox>{[<Label text={`Hello ${name}`} />, children]}</VBox>
}

async function Later({ after }: { readonly after: number }) {
  await Promise.resolve(after)
  return <Label text="now" />
}

export const right = [
  // Values, signals and functions.
  <Label text="a" />,
  <Label text={text} />,
  <Label text={() => text.value} />,
  <Label text={computed(() => text.value)} tone="danger" variant="title" halign="right" />,
  <Label enabled={isOn} visible={() => isOn.value} padding={4} />,
  <Slider min={0} max={10} step={0.5} value={count} showValue orientation="horizontal" />,
  <SpinBox value={1} decimals={null} />,
  <ProgressBar value={() => count.value / 2} />,
  <ComboBox items={['a', 'b']} bind={text} />,
  <TextEntry placeholder="Name" error={() => (text.value ? '' : 'Give a name')} password={false} />,
  <Separator orientation="vertical" />,
  <Separator />,
  <HtmlView html="<b>bold</b>" />,
  <StatusBar message="Saved" />,
  <StatusBar message={['Saved', 3]} />,
  <Label font={['serif', 12]} minSize={[100, null]} />,
  <Label font="serif" />,
  <TopLevel title="Counter" theme="dark" size={[400, 300]} />,
  <Timer duration={3} onExpired={(seconds) => seconds.toFixed()} />,
  // Undefined is as good as not given.
  <Label text={undefined} onClick={undefined} key={undefined} ref={undefined} />,

  // Events.
  <Button onActivated={() => count.value++} onClick={() => {}} />,
  <CheckBox onActivated={(state) => (isOn.value = state)} />,
  <CheckBox onActivated={async () => {}} />,
  <Slider onActivated={(value) => value.toFixed(1)} />,
  <ComboBox onActivated={(index, chosen) => `${index.toFixed()} ${chosen.trim()}`} />,
  <TabWidget onPageSwitch={(child, index) => [child.wid, index]} />,
  <TopLevel onClose={() => {}} onMove={(x, y) => x + y} />,
  <Label interactive onPointerDown={(event) => event} />,

  // bind.
  <TextEntry bind={text} />,
  <TextArea bind={text} />,
  <CheckBox bind={isOn} />,
  <ToggleButton bind={isOn} />,
  <RadioButton bind={isOn} group="size" />,
  <Slider bind={count} />,
  <Expander bind={isOn} />,
  <TabWidget bind={count} />,

  // Children.
  <VBox />,
  <VBox>{label}</VBox>,
  <VBox>
    {label}
    {null}
    {[label, label]}
    {isOn.value && label}
    {() => label}
    {signal(label)}
  </VBox>,
  <Frame title="a">{label}</Frame>,
  <Frame>{isOn.value ? label : null}</Frame>,
  <Page>{() => label}</Page>,
  <Label>text</Label>,
  <Label>
    Hello {text}, {count.value} {() => text.value} {null} {false}
  </Label>,
  <Button>Save</Button>,
  <>
    {label}
    {label}
  </>,

  // What a child says to its container.
  <HBox>
    <Label stretch={1} />
    <VBox stretch={count} />
  </HBox>,
  <GridBox rows={2} columns={2}>
    <Label row={0} column={1} />
  </GridBox>,
  <TabWidget>
    <VBox tab="First" />
    <Splitter tab={() => text.value} />
  </TabWidget>,

  // Components.
  <Greeting name="Ann" key={7} />,
  <Greeting name="Ann">
    <Label text="a" />
  </Greeting>,
  <Later after={3} />,
  <Show when={isOn} fallback={label}>
    {label}
  </Show>,
  <Show when={text}>{(shown) => <Label text={shown.toUpperCase()} />}</Show>,
  <For each={[{ id: 1, name: 'a' }]} by="id">
    {(item, index) => <Label text={() => `${index.value} ${item.name}`} />}
  </For>,
  <ErrorBoundary fallback={(error, reset) => <Button text={String(error)} onClick={reset} />}>
    {label}
  </ErrorBoundary>,
  <Suspense fallback={label}>{label}</Suspense>,
]

const Theme = createContext<'light' | 'dark'>('light')

export function Refs() {
  const button = useRef<Handle<'Button'>>()
  const slider = useRef<Handle<'Slider'>>()
  const typed = useSignal(1)
  const session = useSession()
  const made = session.create('Button', ['Save', { variant: 'primary' }])
  made.on('activated', () => {})
  made.call('set_text', 'Saved')
  made.setText('Saved')
  session.create('CheckBox').on('activated', (state) => !state)
  const size: Promise<unknown> | undefined = button.current?.getSize()
  const value: Promise<number> | undefined = slider.current?.getValue()
  button.current?.setText('a')

  // Any handle is a handle.
  const any: readonly AnyHandle[] = [made, session.create('VBox')]

  // @ts-expect-error a handle has no such method
  button.current?.setTxet('a')
  // @ts-expect-error the argument of a method has a type
  button.current?.setText(5)
  // @ts-expect-error a question gives a promise
  const now: number | undefined = slider.current?.getValue()
  // @ts-expect-error JSX keeps the children: a handle does not offer to change them
  session.create('VBox').addWidget(made)
  // @ts-expect-error there is no such class
  session.create('Buton')
  // @ts-expect-error an argument of the constructor has a type
  session.create('Button', [5])
  // @ts-expect-error an option of the constructor has a type
  session.create('Button', ['Save', { variant: 'loud' }])
  // @ts-expect-error a class has its events
  made.on('toggled', () => {})
  // @ts-expect-error a handler takes what its event brings
  session.create('CheckBox').on('activated', (state: number) => state)
  // @ts-expect-error useSignal keeps its type
  typed.value = 'two'
  // @ts-expect-error a ref is the handle of its own class
  const wrong = <Slider ref={button} />
  // @ts-expect-error a ref is no signal
  const alsoWrong = <Button ref={text} />

  void [any, size, value, now, wrong, alsoWrong]
  return [
    <Button ref={button} />,
    <Button ref={(handle) => handle?.setText('a')} />,
    <Theme value="dark">{label}</Theme>,
  ]
}

export const wrong = [
  // @ts-expect-error no such prop
  <Label txt="a" />,
  // @ts-expect-error no such prop: wire names are not prop names
  <Slider show_value />,
  // @ts-expect-error no such widget in the catalog
  <label text="a" />,
  // @ts-expect-error methods that ask are no props
  <Label getText="a" />,

  // @ts-expect-error a number is no text
  <Label text={5} />,
  // @ts-expect-error a signal of the wrong type
  <Label text={count} />,
  // @ts-expect-error a function of the wrong type
  <Label text={() => 5} />,
  // @ts-expect-error not one of the values
  <Label variant="huge" />,
  // @ts-expect-error not one of the values
  <Separator orientation="diagonal" />,
  // @ts-expect-error true is no number
  <Slider min />,
  // @ts-expect-error null only where the catalog says so
  <Slider value={null} />,
  // @ts-expect-error the items of a list have a type
  <ComboBox items={[1, 2]} />,
  // @ts-expect-error a pair is needed
  <Label minSize={[1]} />,
  // @ts-expect-error a pair has no third
  <Label minSize={[1, 2, 3]} />,

  // @ts-expect-error no such event
  <Label onActivated={() => {}} />,
  // @ts-expect-error onClick stands for onActivated on buttons only
  <CheckBox onClick={() => {}} />,
  // @ts-expect-error a handler is a function
  <Button onActivated="save()" />,
  // @ts-expect-error the event brings a boolean
  <CheckBox onActivated={(state: string) => state} />,
  // @ts-expect-error the event brings nothing
  <Button onActivated={(event: object) => event} />,
  // @ts-expect-error the event brings two arguments
  <ComboBox onActivated={(index, chosen, third) => [index, chosen, third]} />,

  // @ts-expect-error bind needs a signal
  <TextEntry bind="a" />,
  // @ts-expect-error bind needs a signal of the value's type
  <TextEntry bind={count} />,
  // @ts-expect-error bind needs a signal of the value's type
  <Slider bind={text} />,
  // @ts-expect-error nothing to bind
  <Label bind={text} />,

  // @ts-expect-error text in a container
  <VBox>text</VBox>,
  // @ts-expect-error a number in a container
  <VBox>{5}</VBox>,
  // @ts-expect-error text among the children of a container
  <VBox>{[label, 'text']}</VBox>,
  // @ts-expect-error a signal of text in a container
  <VBox>{text}</VBox>,
  // @ts-expect-error a widget in a Button
  <Button>{label}</Button>,
  // @ts-expect-error a widget among the text of a Label
  <Label>Hello {label}</Label>,
  // @ts-expect-error two children in a Frame
  <Frame>{[label, label]}</Frame>,
  // @ts-expect-error two children in a Frame, written out
  <Frame>{label}{label}</Frame>, // oxfmt-ignore
  // @ts-expect-error two children in a ScrollArea
  <ScrollArea>{[label, label]}</ScrollArea>,
  // @ts-expect-error a Slider takes no children
  <Slider>{label}</Slider>,
  // @ts-expect-error a Slider takes no text
  <Slider>text</Slider>,
  // @ts-expect-error a Separator takes no children
  <Separator>{null}</Separator>,
  // @ts-expect-error an object is no child
  <VBox>{{ a: 1 }}</VBox>,
  // @ts-expect-error a component without its call is no child
  <VBox>{Greeting}</VBox>,

  // @ts-expect-error stretch is a number
  <Label stretch="1" />,
  // @ts-expect-error row is a number
  <Label row="1" column={0} />,
  // @ts-expect-error tab is a text
  <VBox tab={1} />,
  // @ts-expect-error no container has such a place
  <VBox cell={1} />,

  // @ts-expect-error a prop of a component is missing
  <Greeting />,
  // @ts-expect-error a prop of a component has its type
  <Greeting name={5} />,
  // @ts-expect-error a component has no other props
  <Greeting name="Ann" age={5} />,
  // @ts-expect-error a prop of an async component has its type
  <Later after="3" />,
  // @ts-expect-error a key is text or a number
  <Label key={{}} />,
  // @ts-expect-error For needs a list
  <For each={5}>{() => label}</For>,
  // @ts-expect-error For needs the name of a field
  <For each={[{ id: 1 }]} by="name">{() => label}</For>, // oxfmt-ignore
  // @ts-expect-error a context takes values of its type
  <Theme value="blue">{label}</Theme>,
]

export const props: PropsOf<'Button'> = { text: 'Save', onClick: () => {} }
// @ts-expect-error the props of a class are those that JSX takes
export const wrongProps: PropsOf<'Button'> = { text: 5 }
