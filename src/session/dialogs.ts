// Dialogs that are awaited: `if (await confirm('Delete 3 rows?')) …`
//
// They belong to the component that has asked for them by `useDialogs`: they see its contexts, and when it goes
// they go with it. So they are given out by a hook. A function of the module could find whose handler runs only
// up to the first `await` in it, and behind that open a dialog for nobody, or for somebody else.
//
// A promise never hangs and never rejects: a dialog that ends without an answer, because its component or the
// session did, counts as one that the user has dismissed.

import { createElement } from '../jsx/element.ts'
import type { Child, Element } from '../jsx/element.ts'
import { signal } from '../reactive/signals.ts'
import type { Signal } from '../reactive/signals.ts'
import { attachLater } from '../reconciler/attach.ts'
import { createContext, useContext } from '../reconciler/context.ts'
import { mustNotRender, renderingComponent, useCell } from '../reconciler/hooks.ts'
import type { ComponentNode, Tree } from '../reconciler/node.ts'
import type { PropsOf } from '../widgets/derive.ts'
import { alertDialog, confirmDialog, promptDialog } from './question-dialogs.ts'
import type { AlertOptions, ConfirmOptions, PromptOptions } from './question-dialogs.ts'

/** What `openDialog` takes besides the content: props of the Dialog around it. */
export type DialogOptions = Omit<PropsOf<'Dialog'>, 'visible' | 'autoclose' | 'onClose'>

/** Functions that may be taken apart and handed on; they stay the same from render to render. */
export interface Dialogs {
  /** Tells something, and resolves when it was read. */
  readonly alert: (message: string, options?: AlertOptions) => Promise<void>
  /** Whether the user agrees; dismissed, false. */
  readonly confirm: (message: string, options?: ConfirmOptions) => Promise<boolean>
  /** The text that the user has given; dismissed, null. */
  readonly prompt: (message: string, options?: PromptOptions) => Promise<string | null>
  /**
   * Shows `content` in a modal dialog, and resolves with what it was closed with: by `close`, by
   * `useCloseDialog` somewhere in it, or by one of the option's `buttons`. Dismissed, undefined.
   *
   * @param content  a function of `close` renders as a component does: it may read signals and use hooks
   */
  readonly openDialog: <Value = unknown>(
    content: Child | ((close: (value?: Value) => void) => Child),
    options?: DialogOptions,
  ) => Promise<Value | undefined>
}

/** Opens dialogs that belong to the component that renders, from its handlers and effects. */
export function useDialogs(): Dialogs {
  const node = renderingComponent('useDialogs')
  return useCell('useDialogs', () => dialogsOf(new Opener(node.tree, node)))
}

/** Closes the dialog that the component stands in; the value is what `openDialog` resolves with. */
export function useCloseDialog(): (value?: unknown) => void {
  return useContext(Closing)
}

const Closing = createContext<(value?: unknown) => void>(() => {
  throw new Error('useCloseDialog was called by a component that stands in no dialog of openDialog')
})

function dialogsOf(opener: Opener): Dialogs {
  return {
    alert: (message, options) =>
      opener.open('alert', undefined, (settle) => alertDialog(message, options, settle)),
    confirm: (message, options) =>
      opener.open('confirm', false, (settle) => confirmDialog(message, options, settle)),
    prompt: (message, options) =>
      opener.open<string | null>('prompt', null, (settle) =>
        promptDialog(message, options, settle),
      ),
    openDialog: <Value>(
      content: Child | ((close: (value?: Value) => void) => Child),
      options: DialogOptions = {},
    ) =>
      opener.open<Value | undefined>('openDialog', undefined, (settle) =>
        dialogAround(content, options, settle),
      ),
  }
}

function dialogAround<Value>(
  content: Child | ((close: (value?: Value) => void) => Child),
  options: DialogOptions,
  settle: (value?: Value) => void,
): Element {
  const children = typeof content === 'function' ? () => content(settle) : content
  const dialog = createElement('Dialog', {
    modal: true,
    ...options,
    onActivated: (value: Value) => {
      settle(value)
      return (options.onActivated as ((value: Value) => unknown) | undefined)?.(value)
    },
    onClose: () => settle(),
    children,
  })
  return createElement(Closing, { value: settle, children: dialog })
}

/** A dialog that is there. */
interface Opened {
  readonly element: Element
  readonly dismiss: () => void
}

/** The dialogs of one component, in the order in which they were opened. */
class Opener {
  readonly #tree: Tree
  readonly #node: ComponentNode
  #opened: Signal<readonly Opened[]> | undefined
  #count = 0

  constructor(tree: Tree, node: ComponentNode) {
    this.#tree = tree
    this.#node = node
  }

  /**
   * @param dismissed  the answer of one that ends without an answer
   * @param make       gives the dialog, which answers by calling `settle`; what it says after that is not heard
   */
  open<Value>(
    what: string,
    dismissed: Value,
    make: (settle: (value: Value) => void) => Element,
  ): Promise<Value> {
    mustNotRender(what)
    if (!this.#node.isMounted) return Promise.resolve(dismissed)
    return new Promise((resolve) => {
      const settle = (value: Value): void => {
        this.#remove(opened)
        resolve(value)
      }
      const element = createElement(Stage, { children: make(settle) }, ++this.#count)
      const opened: Opened = { element, dismiss: () => resolve(dismissed) }
      this.#add(opened)
    })
  }

  #add(one: Opened): void {
    const opened = (this.#opened ??= this.#begin())
    opened.value = [...opened.peek(), one]
  }

  #remove(one: Opened): void {
    const opened = this.#opened
    if (opened) opened.value = opened.peek().filter((other) => other !== one)
  }

  /** Only a component that opens a dialog pays for it. */
  #begin(): Signal<readonly Opened[]> {
    const opened = signal<readonly Opened[]>([])
    attachLater(this.#tree, this.#node, createElement(OpenDialogs, { opened }, 'open dialogs'))
    this.#node.life.add(() => {
      for (const { dismiss } of opened.peek()) dismiss()
    })
    return opened
  }
}

function OpenDialogs({ opened }: { readonly opened: Signal<readonly Opened[]> }): Child {
  return opened.value.map(({ element }) => element)
}

function Stage({ children }: { readonly children: Element }): Child {
  return children
}
