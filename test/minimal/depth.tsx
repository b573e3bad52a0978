// A label under two hundred boxes, one in the other.

import { Label, signal, TopLevel, VBox } from 'treewire'
import type { Child, ReadonlySignal } from 'treewire'

const depth = 200

/** A page whose label shows another text afterwards. */
export interface Deep {
  readonly Page: () => Child
  readonly change: () => void
}

type Text = string | ReadonlySignal<string>

interface DownProps {
  readonly left: number
  readonly text: Text
}

/** What is shown is handed down through a component for each box. */
function Down({ left, text }: DownProps): Child {
  if (left === 0) return <Label text={text} />
  return (
    <VBox>
      <Down left={left - 1} text={text} />
    </VBox>
  )
}

export function drilledSignal(): Deep {
  const text = signal('before')
  const Page = () => inWindow(<Down left={depth} text={text} />)
  return { Page, change: () => (text.value = 'after') }
}

export function drilledState(): Deep {
  const text = signal('before')
  const Page = () => inWindow(<Down left={depth} text={text.value} />)
  return { Page, change: () => (text.value = 'after') }
}

/** The leaf alone knows of the signal. */
export function leafSignal(): Deep {
  const text = signal('before')
  const leaf = <Label text={text} />
  return { Page: () => inWindow(boxed(leaf)), change: () => (text.value = 'after') }
}

export function leafState(): Deep {
  const text = signal('before')
  const Leaf = () => <Label text={text.value} />
  return { Page: () => inWindow(boxed(<Leaf />)), change: () => (text.value = 'after') }
}

function boxed(leaf: Child): Child {
  let shown = leaf
  for (let at = 0; at < depth; at++) shown = <VBox>{shown}</VBox>
  return shown
}

function inWindow(shown: Child): Child {
  return (
    <TopLevel>
      <VBox>{shown}</VBox>
    </TopLevel>
  )
}
