// The types that TypeScript checks JSX with; all of them follow from the catalog.

import type { ClassName, ContentOf, PropsOf } from '../widgets/derive.ts'
import type { AnyHandle, Handle } from '../widgets/handle.ts'
import type { Child, Component, Element as WidgetElement, Key, TextChild } from './element.ts'

/** A box for a handle. It is filled when the widget is mounted and emptied when it is gone. */
export interface Ref<Value = AnyHandle> {
  current: Value | undefined
}

export type RefProp<Value> = Ref<Value> | ((handle: Value | undefined) => void)

type OneChild = Exclude<Child, readonly Child[]>

type Content<Takes> = Takes extends 'text'
  ? { readonly children?: TextChild }
  : Takes extends 'one'
    ? { readonly children?: OneChild }
    : Takes extends 'many'
      ? { readonly children?: Child }
      : { readonly children?: never }

type WidgetProps<Name extends ClassName> = PropsOf<Name> &
  Content<ContentOf<Name>> & {
    readonly key?: Key | undefined
    readonly ref?: RefProp<Handle<Name>> | undefined
  }

export declare namespace JSX {
  type Element = WidgetElement
  type ElementType = keyof IntrinsicElements | Component
  type ElementChildrenAttribute = { children: unknown }
  type IntrinsicAttributes = { readonly key?: Key | undefined }
  type IntrinsicElements = { [Name in ClassName]: WidgetProps<Name> } & {
    Fragment: { readonly children?: Child; readonly key?: Key | undefined }
  }
}
