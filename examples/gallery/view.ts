// What one visitor has chosen.

import { useSignal, type ReadonlySignal, type Signal } from 'treewire'
import { specimenOf } from './categories.ts'
import type { Props } from './specimen.ts'

export interface View {
  /** The class on show. */
  readonly shown: ReadonlySignal<string>
  /** The props of the page: theme, density, whatever is tried out on it. */
  readonly page: Signal<Props>
  readonly isNarrow: ReadonlySignal<boolean>
  /** Narrow windows show either the list or a widget. */
  readonly isListOpen: Signal<boolean>
  show(name: string): void
  resized(width: number): void
}

const narrow = 720 // px

export function useView(): View {
  const shown = useSignal('Button')
  const isNarrow = useSignal(false)
  const isListOpen = useSignal(false)
  return {
    shown,
    page: useSignal<Props>(specimenOf('Page').props),
    isNarrow,
    isListOpen,
    show(name) {
      shown.value = name
      isListOpen.value = false
    },
    resized(width) {
      isNarrow.value = width < narrow
    },
  }
}
