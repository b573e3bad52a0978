// What the compiler derives from the catalog. Nothing runs here but the compiler.

import { expectTypeOf, test } from 'vitest'
import type {
  BrowserMethods,
  ContentOf,
  CreateArgs,
  OptionsOf,
  Placement,
  PropsOf,
  StatesOf,
} from '../../src/widgets/derive.ts'
import type { HandleMethods } from '../../src/widgets/handle.ts'
import type { WidgetLike } from '../../src/widgets/types.ts'

test('an option and its setter are one state', () => {
  expectTypeOf<StatesOf<'Slider'>>().toHaveProperty('track').toEqualTypeOf<boolean>()
  expectTypeOf<StatesOf<'Slider'>>().not.toHaveProperty('tracking')
  expectTypeOf<StatesOf<'Slider'>>().not.toHaveProperty('limits')
  expectTypeOf<StatesOf<'Frame'>>().not.toHaveProperty('text')
})

test('what a method takes says what the prop is, not what the constructor takes', () => {
  expectTypeOf<StatesOf<'SpinBox'>['value']>().toEqualTypeOf<number | null>()
  expectTypeOf<OptionsOf<'SpinBox'>['value']>().toEqualTypeOf<number | null | undefined>()
  expectTypeOf<StatesOf<'Label'>['text']>().toEqualTypeOf<string>()
})

test('a setter of several arguments takes a list, or the one that is needed alone', () => {
  expectTypeOf<StatesOf<'StatusBar'>['message']>().toEqualTypeOf<
    string | readonly [string, (number | null)?]
  >()
  expectTypeOf<StatesOf<'Label'>['minSize']>().toEqualTypeOf<
    readonly [number | null, number | null]
  >()
  expectTypeOf<StatesOf<'Label'>['expanding']>().toEqualTypeOf<readonly [boolean?, boolean?]>()
})

test('an object without an element has none of what widgets have', () => {
  expectTypeOf<keyof StatesOf<'Timer'>>().toEqualTypeOf<'duration'>()
})

test('events know their arguments', () => {
  expectTypeOf<Parameters<NonNullable<PropsOf<'TabWidget'>['onPageSwitch']>>>().toEqualTypeOf<
    [WidgetLike, number]
  >()
  expectTypeOf<PropsOf<'Button'>['onClick']>().toEqualTypeOf<PropsOf<'Button'>['onActivated']>()
  expectTypeOf<PropsOf<'Label'>>().not.toHaveProperty('onActivated')
})

test('only inputs can be bound', () => {
  expectTypeOf<PropsOf<'Expander'>>().toHaveProperty('bind')
  expectTypeOf<PropsOf<'Label'>>().not.toHaveProperty('bind')
})

test('a child may say its place to any container', () => {
  expectTypeOf<keyof Placement>().toEqualTypeOf<'stretch' | 'row' | 'column' | 'tab' | 'x' | 'y'>()
})

test('the catalog says what may stand between the tags', () => {
  expectTypeOf<ContentOf<'Button'>>().toEqualTypeOf<'text'>()
  expectTypeOf<ContentOf<'Page'>>().toEqualTypeOf<'one'>()
  expectTypeOf<ContentOf<'HBox'>>().toEqualTypeOf<'many'>()
  expectTypeOf<ContentOf<'HtmlView'>>().toEqualTypeOf<'none'>()
})

test('a handle asks by promise and leaves children to the reconciler', () => {
  expectTypeOf<HandleMethods<'SpinBox'>['getValue']>().toEqualTypeOf<() => Promise<number>>()
  expectTypeOf<HandleMethods<'TopLevel'>['raise']>().toEqualTypeOf<() => void>()
  expectTypeOf<HandleMethods<'VBox'>>().not.toHaveProperty('addWidget')
  expectTypeOf<HandleMethods<'VBox'>>().not.toHaveProperty('destroy')
})

test('a class of the browser has all methods under their wire names', () => {
  expectTypeOf<BrowserMethods<'Expander'>['set_title']>().toEqualTypeOf<(title: string) => void>()
  expectTypeOf<BrowserMethods<'VBox'>['insert_widget']>().toEqualTypeOf<
    (index: number, child: WidgetLike, stretch?: number) => void
  >()
})

test('a create brings positional arguments, then options', () => {
  expectTypeOf<CreateArgs<'HBox'>>().toEqualTypeOf<[options?: { readonly wrap?: boolean }]>()
  expectTypeOf<Required<CreateArgs<'TextArea'>>[0]>().toEqualTypeOf<string | null>()
})
