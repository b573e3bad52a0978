// Find and replace, above the text.

import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  searchKeymap,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import {
  type EditorView,
  keymap,
  type Panel,
  runScopeHandlers,
  type ViewUpdate,
} from '@codemirror/view'
import { isComposing } from '../../dom/events.ts'
import { icon, type IconName } from '../../dom/icons.ts'
import { make } from '../../dom/place.ts'

/** Matches that are counted; a text may have any number of them. */
const MOST_COUNTED = 999

/** Keys of dialogs that look like none of ours. */
const foreignKeys: ReadonlySet<string | undefined> = new Set(['Mod-Alt-g'])

export const searchExtension: Extension = [
  search({ top: true, createPanel: (view) => new SearchPanel(view) }),
  keymap.of(searchKeymap.filter(({ key }) => !foreignKeys.has(key))),
]

class SearchPanel implements Panel {
  readonly dom = make('div', 'tw-source-search')
  readonly top = true
  readonly #view: EditorView
  readonly #search = field('Find')
  readonly #replacement = field('Replace')
  readonly #case = button('Match case', 'Aa')
  readonly #count = make('span', 'tw-source-count')
  readonly #replacing = make('div', 'tw-source-search-row')

  constructor(view: EditorView) {
    this.#view = view
    this.dom.role = 'search'
    this.#search.setAttribute('main-field', 'true')
    this.#count.ariaLive = 'polite'
    this.#case.addEventListener('click', () => this.#toggleCase())
    this.dom.append(this.#finding(), this.#replacing)
    this.#fillReplacing()
    this.dom.addEventListener('input', () => this.#commit())
    this.dom.addEventListener('keydown', (event) => this.#press(event))
    this.#adopt(getSearchQuery(view.state))
  }

  mount(): void {
    this.#search.select()
  }

  update({ state, startState, docChanged, selectionSet }: ViewUpdate): void {
    const query = getSearchQuery(state)
    if (!query.eq(getSearchQuery(startState))) this.#adopt(query)
    else if (docChanged || selectionSet) this.#tellCount()
    this.#replacing.hidden = state.readOnly
  }

  #finding(): HTMLElement {
    const row = make('div', 'tw-source-search-row')
    const steps = make('div', 'tw-source-search-buttons')
    steps.append(
      this.#case,
      this.#does('Previous match', 'shade', findPrevious),
      this.#does('Next match', 'unshade', findNext),
      this.#does('Close', 'close', closeSearchPanel),
    )
    row.append(this.#search, this.#count, steps)
    return row
  }

  #fillReplacing(): void {
    const one = button('Replace', 'Replace')
    const all = button('Replace all', 'Replace all')
    one.addEventListener('click', () => void replaceNext(this.#view))
    all.addEventListener('click', () => void replaceAll(this.#view))
    this.#replacing.append(this.#replacement, one, all)
    this.#replacing.hidden = this.#view.state.readOnly
  }

  #does(name: string, drawing: IconName, run: (view: EditorView) => boolean): HTMLElement {
    const made = button(name, icon(drawing))
    made.addEventListener('click', () => void run(this.#view))
    return made
  }

  #toggleCase(): void {
    this.#case.ariaPressed = String(this.#case.ariaPressed !== 'true')
    this.#commit()
  }

  #commit(): void {
    const query = new SearchQuery({
      search: this.#search.value,
      replace: this.#replacement.value,
      caseSensitive: this.#case.ariaPressed === 'true',
      literal: true,
    })
    if (query.eq(getSearchQuery(this.#view.state))) return
    this.#view.dispatch({ effects: setSearchQuery.of(query) })
  }

  /** The query may come from elsewhere: what was selected when the panel was opened. */
  #adopt({ search: wanted, replace, caseSensitive }: SearchQuery): void {
    if (this.#search.value !== wanted) this.#search.value = wanted
    if (this.#replacement.value !== replace) this.#replacement.value = replace
    this.#case.ariaPressed = String(caseSensitive)
    this.#tellCount()
  }

  #tellCount(): void {
    const { count, current } = countMatches(this.#view)
    const total = count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count)
    const isSearching = this.#search.value !== ''
    const found = current > 0 ? `${current} of ${total}` : `${total} found`
    this.#count.textContent = isSearching ? (count === 0 ? 'No match' : found) : ''
    this.dom.classList.toggle('tw-source-unmatched', isSearching && count === 0)
  }

  #press(event: KeyboardEvent): void {
    // Composing of characters ends by Enter, too.
    const isEnter = event.key === 'Enter' && !isComposing(event)
    if (runScopeHandlers(this.#view, event, 'search-panel')) handled(event)
    else if (isEnter && event.target === this.#search) {
      handled(event)
      const step = event.shiftKey ? findPrevious : findNext
      step(this.#view)
    } else if (isEnter && event.target === this.#replacement) {
      handled(event)
      replaceNext(this.#view)
    }
  }
}

/** It is not for a dialog that the editor stands in, either. */
function handled(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function countMatches({ state }: EditorView): { count: number; current: number } {
  const query = getSearchQuery(state)
  const { from, to } = state.selection.main
  let count = 0
  let current = 0
  if (!query.valid) return { count, current }
  const matches = query.getCursor(state)
  for (let next = matches.next(); !next.done && count <= MOST_COUNTED; next = matches.next()) {
    count++
    if (next.value.from === from && next.value.to === to) current = count
  }
  return { count, current }
}

function field(name: string): HTMLInputElement {
  const input = make('input', 'tw-source-search-field')
  input.placeholder = name
  input.ariaLabel = name
  input.autocomplete = 'off'
  input.spellcheck = false
  return input
}

function button(name: string, content: string | Node): HTMLButtonElement {
  const made = make('button', 'tw-source-search-button')
  made.type = 'button'
  made.ariaLabel = name
  if (typeof content !== 'string') made.dataset['tooltip'] = name
  made.append(content)
  return made
}
