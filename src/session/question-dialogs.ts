// The dialogs of alert, confirm and prompt, as elements. What they say is the title, so that it is the name of the
// dialog; details stand below it.

import { createElement } from '../jsx/element.ts'
import type { Child, Element } from '../jsx/element.ts'
import { useSignal } from '../reconciler/hooks.ts'

export interface AlertOptions {
  /** Said below the message, in the ordinary weight. */
  readonly detail?: string
  /** What the button says; "OK" unless given. */
  readonly ok?: string
}

export interface ConfirmOptions extends AlertOptions {
  /** What the other button says; "Cancel" unless given. */
  readonly cancel?: string
  /** `danger` when agreeing destroys something. */
  readonly tone?: 'normal' | 'danger'
}

export interface PromptOptions extends ConfirmOptions {
  /** The text to begin with. */
  readonly value?: string
  /** Hint while the field is empty. */
  readonly placeholder?: string
}

export function alertDialog(
  message: string,
  { detail, ok = 'OK' }: AlertOptions = {},
  settle: (value: undefined) => void,
): Element {
  const end = (): void => settle(undefined)
  return createElement('Dialog', {
    title: message,
    buttons: [[ok, true]],
    modal: true,
    resizable: false,
    defaultButton: true,
    onActivated: end,
    onClose: end,
    children: detailLabel(detail),
  })
}

export function confirmDialog(
  message: string,
  options: ConfirmOptions = {},
  settle: (isAgreed: boolean) => void,
): Element {
  return createElement('Dialog', {
    ...questionProps(message, options),
    onActivated: (used: unknown) => settle(used === true),
    onClose: () => settle(false),
    children: detailLabel(options.detail),
  })
}

export function promptDialog(
  message: string,
  options: PromptOptions = {},
  settle: (text: string | null) => void,
): Element {
  return createElement(Prompt, { message, options, settle })
}

interface PromptProps {
  readonly message: string
  readonly options: PromptOptions
  readonly settle: (text: string | null) => void
}

function Prompt({ message, options, settle }: PromptProps): Child {
  const { detail, value = '', placeholder } = options
  const text = useSignal(value)
  const field = createElement('TextEntry', {
    bind: text,
    label: message,
    ...(placeholder !== undefined && { placeholder }),
  })
  return createElement('Dialog', {
    ...questionProps(message, options),
    onActivated: (used: unknown) => settle(used === true ? text.value : null),
    onClose: () => settle(null),
    children: [detailLabel(detail), field],
  })
}

function questionProps(
  message: string,
  { ok = 'OK', cancel = 'Cancel', tone }: ConfirmOptions,
): Record<string, unknown> {
  const buttons = [
    [cancel, false],
    [ok, true],
  ]
  const props = { title: message, buttons, modal: true, resizable: false, defaultButton: true }
  return tone ? { ...props, tone } : props
}

function detailLabel(detail: string | undefined): Child {
  return detail === undefined ? null : createElement('Label', { text: detail, tone: 'muted' })
}
