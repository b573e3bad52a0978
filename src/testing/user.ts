// What a user does on a page: seen at once, and told as a page of ours tells it, event by event.

import type { Json } from '../protocol/messages.ts'
import { choose, mustTakeSeveral } from './choices.ts'
import type { Choice } from './choices.ts'
import { clickOn } from './clicks.ts'
import { focusIn } from './dialog-focus.ts'
import { EnteredLines } from './entered-lines.ts'
import { findAll, findOne, findPlainButton } from './find.ts'
import type { Target } from './find.ts'
import { membersOf } from '../model/groups.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import { press } from './keys.ts'
import { actionsWithShortcut } from './shortcuts.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { typedNumber } from './numbers.ts'
import { stateOf } from '../model/state-of.ts'
import { textIn, typed } from './typing.ts'
import { isInSight, mustBeEnabled, mustBeUsable, mustHave, mustTell, outermost } from './usable.ts'

/** The page that it is done on. */
export interface UsedPage {
  readonly browser: ModelBrowser
  /** The widget shows it, and the server is told if it listens. */
  report(happening: Happening): void
}

/** Where the keyboard is, and what it has done. */
interface Focus {
  widget: ModelWidget | undefined
  /** What was typed into a number field, which tells it when it is left. */
  draft: string | undefined
  readonly entered: EnteredLines
}

export class User {
  readonly #page: UsedPage
  readonly #root: ModelWidget | undefined
  readonly #focus: Focus

  /** @param root  what is looked for is in there; everywhere unless given */
  constructor(page: UsedPage, root?: ModelWidget, focus?: Focus) {
    this.#page = page
    this.#root = root
    this.#focus = focus ?? { widget: undefined, draft: undefined, entered: new EnteredLines() }
  }

  /** The same user, who looks only inside of a widget. */
  within(target: Target): User {
    return new User(this.#page, this.find(target), this.#focus)
  }

  /** The one widget that fits; a string is its text. @throws when there is none, or more than one */
  find(target: Target): ModelWidget {
    return findOne(this.#page.browser, target, this.#root)
  }

  /** Every widget that fits, in tree order. */
  findAll(target: Target): ModelWidget[] {
    return findAll(this.#page.browser, target, this.#root)
  }

  /** Whatever event of a widget, with what it tells. */
  fire(target: Target, action: string, ...args: readonly Json[]): void {
    const button =
      action === 'activated' && args.length === 0 ? this.#plainButton(target) : undefined
    const widget = button?.widget ?? this.find(target)
    mustHave(widget, action)
    if (!button) mustTell(widget, action, args)
    mustBeEnabled(widget)
    this.#report([button ?? happening(widget, action, ...args)])
  }

  /** Presses a button, ticks a box, follows a link. A button that a dialog was made with goes by its text. */
  click(target: Target): void {
    const button = this.#plainButton(target)
    const widget = button?.widget ?? this.find(target)
    this.#mustBeUsable(widget)
    const happenings = button ? [button] : clickOn(widget)
    this.#goTo(button ? undefined : widget)
    this.#report(happenings)
  }

  /** Types behind the text of a field, and rests. A line break in a field for one line is the Enter key. */
  type(target: Target, text: string): void {
    const widget = this.find(target)
    const isOfLines = ['TextArea', 'TextSource'].includes(widget.widgetClass.name)
    const [first = '', ...rest] = isOfLines ? [text] : text.split('\n')
    this.#write(widget, (before) => before + first)
    for (const line of rest) {
      this.press('Enter', widget)
      this.#write(widget, (before) => before + line)
    }
  }

  /** Empties a field, and rests. */
  clear(target: Target): void {
    this.#write(this.find(target), () => '')
  }

  /** Chooses an item, a tab, rows, or a radio button by itself. Rows after the first are clicked with Ctrl. */
  select(target: Target, ...choices: readonly Choice[]): void {
    const widget = this.find(target)
    this.#mustBeUsable(widget)
    const [first, ...added] = choices
    if (added.length > 0) mustTakeSeveral(widget)
    const happenings = choose(widget, first)
    this.#goTo(widget)
    this.#report(happenings)
    for (const choice of added) this.#report(choose(widget, choice, true))
  }

  /** Clicks what can be on or off, unless it is so already. */
  check(target: Target, isOn = true): void {
    const widget = this.find(target)
    const { name } = widget.widgetClass
    if (name === 'RadioButton' && !isOn) {
      throw new Error(`${called(widget)} goes off only when another one of its group is chosen`)
    }
    if ((stateOf(widget, onProp(widget)) === true) !== isOn) this.click(widget)
  }

  /** @param target  where the focus is, unless given: what was clicked or typed into last */
  press(key: string, target?: Target): void {
    const given = target === undefined ? undefined : this.find(target)
    const action = this.#actionBy(key, given ?? this.#focus.widget)
    if (action) {
      this.#mustBeUsable(action)
      return this.#report(clickOn(action))
    }
    const widget = given ?? this.#focused()
    this.#mustBeUsable(widget)
    const next = radioNextTo(this.#page.browser, widget, key)
    if (next) return this.click(next)
    const happenings =
      this.#focus.entered.recall(key, widget) ??
      press(key, { widget, draft: this.#draftOf(widget) })
    this.#goTo(widget)
    this.#focus.draft = undefined
    this.#report(happenings)
  }

  /** That which can be reached, if any can. */
  #actionBy(key: string, focused: ModelWidget | undefined): ModelWidget | undefined {
    const actions = actionsWithShortcut(this.#page.browser, key, focused)
    const isReached = (one: ModelWidget) => isInSight(one) && !(this.#modal && isBehind(one))
    return actions.find(isReached) ?? actions[0]
  }

  #write(widget: ModelWidget, change: (before: string) => string): void {
    this.#mustBeUsable(widget)
    const before = textIn(widget, this.#draftOf(widget))
    const after = change(before)
    const happenings = typed(widget, before, after)
    this.#goTo(widget)
    if (widget.widgetClass.name === 'SpinBox') this.#focus.draft = after
    this.#report(happenings)
  }

  #draftOf(widget: ModelWidget): string | undefined {
    return this.#focus.widget === widget ? this.#focus.draft : undefined
  }

  /** What is left tells what was typed into it. */
  #goTo(widget: ModelWidget | undefined): void {
    const { widget: before, draft } = this.#focus
    if (before === widget) return
    this.#focus.widget = widget
    this.#focus.draft = undefined
    const isThere = before && this.#page.browser.widgets.get(before.wid) === before
    if (isThere && draft !== undefined) {
      this.#report([happening(before, 'activated', typedNumber(before, draft))])
    }
  }

  /** A modal dialog takes it, and gives it back. */
  #focused(): ModelWidget {
    const { widget } = this.#focus
    const isThere = widget && this.#page.browser.widgets.get(widget.wid) === widget
    const dialog = this.#modal
    if (isThere && (!dialog || !isBehind(widget))) return widget
    if (dialog) return focusIn(dialog)
    throw new Error('Nothing has the focus: click something first, or say where the key is pressed')
  }

  #mustBeUsable(widget: ModelWidget): void {
    mustBeUsable(widget)
    const dialog = this.#modal
    if (!dialog || !isBehind(widget)) return
    throw new Error(
      `${called(widget)} is behind ${called(dialog)}, which is modal: answer that first`,
    )
  }

  /** The last one that lets nothing else be used. */
  get #modal(): ModelWidget | undefined {
    return this.#page.browser.windows.findLast(isModal)
  }

  #plainButton(target: Target): Happening | undefined {
    const button = findPlainButton(this.#page.browser, target, this.#root)
    return button && happening(button.dialog, 'activated', button.value)
  }

  #report(happenings: readonly Happening[]): void {
    for (const one of happenings) {
      this.#focus.entered.keep(one)
      this.#page.report(one)
    }
  }
}

function onProp(widget: ModelWidget): string {
  const { name, props } = widget.widgetClass
  const prop = name === 'MenuAction' ? 'checked' : 'state'
  if (props.has(prop)) return prop
  throw new Error(`${called(widget)} is neither on nor off, so it cannot be checked`)
}

/** The radio button that an arrow key goes to, around among those that can be used. */
function radioNextTo(
  { widgets }: ModelBrowser,
  widget: ModelWidget,
  key: string,
): ModelWidget | undefined {
  if (widget.widgetClass.name !== 'RadioButton') return undefined
  const step = ['ArrowDown', 'ArrowRight'].includes(key)
    ? 1
    : key === 'ArrowUp' || key === 'ArrowLeft'
      ? -1
      : 0
  if (step === 0) return undefined
  const members = membersOf(widgets, widget).filter((one) => stateOf(one, 'enabled') !== false)
  return members[(members.indexOf(widget) + step + members.length) % members.length]
}

function isModal({ widgetClass, state }: ModelWidget): boolean {
  return ['Dialog', 'ColorDialog'].includes(widgetClass.name) && state.get('modal') === true
}

/** Windows that cannot be reached while a dialog is modal. */
const behind: ReadonlySet<string> = new Set(['Page', 'TopLevel'])

function isBehind(widget: ModelWidget): boolean {
  return behind.has(outermost(widget).widgetClass.name)
}
