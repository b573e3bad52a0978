// The editor itself: what is always on, and what can be switched.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  type ViewUpdate,
} from '@codemirror/view'
import { adoptStyles } from './adopt-styles.ts'
import { iconField, iconGutter, type LineClicked, numberGutter } from './gutters.ts'
import { searchExtension } from './search-panel.ts'
import { tagExtension } from './tags.ts'
import { editorTheme } from './theme.ts'

export type Wrap = 'none' | 'hard' | 'word' | boolean

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly updated: (update: ViewUpdate) => void
  readonly numberClicked: LineClicked
  readonly iconClicked: LineClicked
  /** Told of Ctrl+Enter. @returns whether anybody wanted to know */
  readonly entered: () => boolean
}

/** An editor with switches. */
export class Editor {
  readonly view: EditorView
  readonly #options: EditorOptions
  readonly #wrap = new Compartment()
  readonly #access = new Compartment()
  readonly #numbers = new Compartment()
  readonly #icons = new Compartment()
  readonly #caret = new Compartment()

  constructor(options: EditorOptions) {
    this.#options = options
    adoptStyles()
    const switches = [this.#icons, this.#numbers, this.#wrap, this.#access, this.#caret]
    const state = EditorState.create({
      doc: options.text,
      extensions: [
        switches.map((one) => one.of([])),
        enterKeys(options.entered),
        alwaysOn,
        listenTo(options.updated),
      ],
    })
    this.view = new EditorView({ state, parent: options.parent })
  }

  setWrap(mode: Wrap): void {
    const isOn = mode !== 'none' && mode !== false
    const hard = EditorView.editorAttributes.of({ class: 'tw-wrap-hard' })
    this.#set(this.#wrap, isOn ? [EditorView.lineWrapping, mode === 'hard' ? hard : []] : [])
  }

  /** What cannot be changed can be read all the same: it takes the focus, and has a caret. */
  setEditable(isEditable: boolean): void {
    const attributes = EditorView.contentAttributes.of({ 'aria-readonly': 'true' })
    this.#set(this.#access, isEditable ? [] : [EditorState.readOnly.of(true), attributes])
  }

  setNumbers(isShown: boolean): void {
    this.#set(this.#numbers, isShown ? numberGutter(this.#options.numberClicked) : [])
  }

  setIcons(isShown: boolean): void {
    this.#set(this.#icons, isShown ? iconGutter(this.#options.iconClicked) : [])
  }

  setCaret(isBlock: boolean, color: string | null): void {
    const block = EditorView.editorAttributes.of({ class: 'tw-caret-block' })
    this.#set(this.#caret, isBlock ? block : [])
    this.view.dom.style.setProperty('--tw-caret', color)
  }

  #set(where: Compartment, what: Extension): void {
    this.view.dispatch({ effects: where.reconfigure(what) })
  }
}

/** Tab is left to the browser: it goes on to the next widget. */
const alwaysOn: Extension = [
  history(),
  drawSelection(),
  dropCursor(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  searchExtension,
  keymap.of([...historyKeymap, ...defaultKeymap]),
  tagExtension,
  iconField,
  editorTheme,
]

/** Where nobody wants to know they begin a line. */
function enterKeys(run: () => boolean): Extension {
  return keymap.of(['Ctrl-Enter', 'Meta-Enter'].map((key) => ({ key, run })))
}

function listenTo(updated: (update: ViewUpdate) => void): Extension {
  return EditorView.updateListener.of(updated)
}
