// Choice from a list that drops down; if editable, a field for any text, and the list helps.

import './combo-box.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { prepareFloating } from '../dom/floating.ts'
import { make } from '../dom/place.ts'
import { type Intent, intentOf } from './combo-keys.ts'
import { Field, replaceText } from './field.ts'
import { type Choice, OptionList } from './option-list.ts'
import { TypeAhead } from './type-ahead.ts'
import type { Link } from './widget.ts'

/** Options that a page key passes over. */
const PAGE = 10

export class ComboBox extends Field implements BrowserMethods<'ComboBox'> {
  /** A field when it is editable, else a button that says what is chosen. */
  readonly #face: HTMLInputElement | HTMLButtonElement
  readonly #arrow = make('button', 'tw-combo-box-arrow')
  readonly #list: OptionList
  readonly #search = new TypeAhead()
  #items: string[]
  /** What the server or the user chose; shown again when it comes back into the items. */
  #wanted = ''
  /** While one types: what the items in the list contain. There may be none yet. */
  #filter: string | undefined
  #isIndexSet = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'ComboBox'>) {
    super(link)
    const { editable = false, dropdown_limit = 0, items = [], error = '' } = options
    this.#face = make(editable ? 'input' : 'button', 'tw-field-control')
    this.#list = new OptionList(this.link.idOf('options'), this.box, {
      picked: (choice) => this.#pick(choice),
      left: () => this.#close(),
      changed: (activeId) => this.#showActive(activeId),
    })
    this.#items = [...items]
    this.#build(dropdown_limit)
    this.#measure()
    this.set_label('')
    this.set_error(error)
    this.#listen()
    prepareFloating()
  }

  protected override get control(): HTMLElement {
    return this.#face
  }

  override set_enabled(tf: boolean): void {
    super.set_enabled(tf)
    this.#arrow.disabled = !tf
    if (!tf) this.#close()
  }

  override set_label(text: string): void {
    super.set_label(text)
    this.#list.element.ariaLabel = text || 'Choices'
  }

  override hide(): void {
    this.#close()
    super.hide()
  }

  append_text(text: string): void {
    this.#items.push(text)
    if (this.#items.length === 1 && !this.#isIndexSet && this.get_text() === '') this.#want(text)
    this.#changed()
  }

  insert_alpha(text: string): void {
    const at = this.#items.findIndex((item) => item.localeCompare(text) > 0)
    this.#items.splice(at < 0 ? this.#items.length : at, 0, text)
    this.#changed()
  }

  delete_alpha(text: string): void {
    const at = this.#items.indexOf(text)
    if (at >= 0) this.#items.splice(at, 1)
    this.#changed()
  }

  set_items(items: readonly string[]): void {
    this.#items = [...items]
    if (!this.#isEditable) this.#show(items.includes(this.#wanted) ? this.#wanted : '')
    this.#changed()
  }

  set_text(text: string): void {
    if (!this.isUntold) this.#want(text)
  }

  get_text(): string {
    return this.#face instanceof HTMLInputElement ? this.#face.value : this.#face.textContent
  }

  set_index(idx: number): void {
    const text = this.#items[idx]
    if (text === undefined) return
    this.#isIndexSet = true
    this.set_text(text)
  }

  get_index(): number {
    return this.#items.indexOf(this.get_text())
  }

  get_alpha(idx: number): string | null {
    return this.#items[idx] ?? null
  }

  show_text(text: string): void {
    if (this.#isEditable || this.#items.includes(text)) this.set_text(text)
  }

  clear(): void {
    this.#items = []
    this.#isIndexSet = false
    this.#want('')
    this.#changed()
  }

  get #isEditable(): boolean {
    return this.#face instanceof HTMLInputElement
  }

  #build(limit: number): void {
    const face = this.#face
    face.role = 'combobox'
    face.ariaHasPopup = 'listbox'
    face.ariaExpanded = 'false'
    face.setAttribute('aria-controls', this.#list.element.id)
    this.box.append(face, this.#arrow)
    this.element.append(this.#list.element)
    if (limit > 0) this.#list.element.style.setProperty('--tw-rows', String(limit))
    this.#arrow.type = 'button'
    this.#arrow.tabIndex = -1
    this.#arrow.ariaLabel = 'Show choices'
    if (face instanceof HTMLInputElement) buildEntry(face)
    else buildChoice(face, this.#arrow)
  }

  #listen(): void {
    const face = this.#face
    this.on(face, 'input', () => this.#edited())
    this.on(face, 'keydown', (event) => this.#press(event))
    // Some browsers click a button when the space bar comes up; it has had its effect when it went down.
    this.on(face, 'keyup', (event) => {
      if (event.key === ' ' && !this.#isEditable) event.preventDefault()
    })
    this.on(face, 'blur', () => this.#close())
    // The arrow, and the button of a choice, do not take the focus away from the field.
    this.on(this.#arrow, 'mousedown', (event) => event.preventDefault())
    this.on(this.box, 'click', ({ target }) => {
      if (target !== face || !this.#isEditable) this.#toggle()
    })
    this.own(() => this.#close())
  }

  #press(event: KeyboardEvent): void {
    const intent = intentOf(event, {
      isEditable: this.#isEditable,
      isOpen: this.#list.isOpen,
      isSearching: this.#search.isTyping(event.timeStamp),
    })
    if (!intent) return
    if (intent !== 'take') event.preventDefault()
    this.#obey(intent, event)
  }

  #obey(intent: Intent, event: KeyboardEvent): void {
    switch (intent) {
      case 'close':
        return this.#close()
      case 'open':
        return this.#open()
      case 'enter':
        return this.#enter()
      case 'pick':
      case 'take':
        return this.#take()
      case 'search':
        return this.#find(event)
      case 'first':
      case 'last':
        if (!this.#list.isOpen) this.#open()
        return this.#list.moveTo(intent === 'first' ? 0 : Infinity)
      case 'next':
      case 'previous':
      case 'pageDown':
      case 'pageUp':
        return this.#list.moveBy(rowsOf[intent])
    }
  }

  #toggle(): void {
    if (this.#arrow.disabled) return
    this.#face.focus()
    if (this.#list.isOpen) this.#close()
    else this.#open()
  }

  /** All items, whatever the text is. */
  #open(): void {
    this.#filter = undefined
    this.#showChoices(Math.max(0, this.get_index()))
  }

  #close(): void {
    this.#filter = undefined
    this.#list.close()
  }

  #edited(): void {
    this.typed(() => this.get_text())
    const text = this.get_text()
    this.#wanted = text
    this.#filter = text
    this.#showChoices(-1)
  }

  /** @param active  index of the item that is active; -1 for none */
  #showChoices(active: number): void {
    this.#list.open(choicesOf(this.#items, this.#filter ?? ''), this.get_index(), active)
  }

  #find(event: KeyboardEvent): void {
    const current = this.#list.active?.index ?? this.get_index()
    const found = this.#search.find(event.key, event.timeStamp, this.#items, current)
    if (!this.#list.isOpen) this.#open()
    if (found >= 0) this.#list.moveTo(found)
  }

  /** The active option, or in an editable one without it what was typed. */
  #take(): void {
    const { active } = this.#list
    if (active) this.#pick(active)
    else if (this.#isEditable) this.#enter()
  }

  #pick({ index, text }: Choice): void {
    this.#close()
    this.#want(text)
    this.#face.focus()
    this.emit('activated', index, text)
  }

  /** A text that is no item becomes one. */
  #enter(): void {
    const text = this.get_text()
    this.#close()
    if (text !== '' && !this.#items.includes(text)) this.append_text(text)
    this.emit('activated', this.get_index(), text)
  }

  #want(text: string): void {
    this.#wanted = text
    this.#show(text)
  }

  #show(text: string): void {
    if (this.#face instanceof HTMLInputElement) replaceText(this.#face, text)
    else this.#face.textContent = text
  }

  #showActive(id: string | null): void {
    this.#face.ariaExpanded = String(this.#list.isOpen)
    if (id === null) this.#face.removeAttribute('aria-activedescendant')
    else this.#face.setAttribute('aria-activedescendant', id)
  }

  /** The items are others now. */
  #changed(): void {
    this.#measure()
    const { isOpen, active } = this.#list
    const isShown = isOpen || this.#filter !== undefined
    if (isShown) this.#showChoices(active ? this.#items.indexOf(active.text) : -1)
  }

  /** As wide as the longest item, if the layout lets it. */
  #measure(): void {
    const longest = this.#items.reduce((most, { length }) => Math.max(most, length), 0)
    this.element.style.setProperty('--tw-longest', `${longest}ch`)
  }
}

const rowsOf = { next: 1, previous: -1, pageDown: PAGE, pageUp: -PAGE } as const

function buildEntry(field: HTMLInputElement): void {
  field.autocomplete = 'off'
  field.ariaAutoComplete = 'list'
}

/** The whole button opens the list; its arrow is only to be looked at. */
function buildChoice(button: HTMLButtonElement, arrow: HTMLElement): void {
  button.type = 'button'
  arrow.ariaHidden = 'true'
}

/** Those that contain the text, in upper or lower case. */
function choicesOf(items: readonly string[], text: string): Choice[] {
  const wanted = text.toLocaleLowerCase()
  return items
    .map((item, index) => ({ index, text: item }))
    .filter((choice) => choice.text.toLocaleLowerCase().includes(wanted))
}
