// The gallery: a list of all classes beside the page of the one that was chosen.

import { createElement, HBox, ScrollArea, Separator, useSignal, VBox, type Child } from 'treewire'
import { specimenOf } from './categories.ts'
import { ExhibitPage } from './exhibit-page.tsx'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { useView, type View } from './view.ts'

export function App() {
  const view = useView()
  return (
    <Whole view={view}>
      <VBox padding={[16, 10, 16, 0]} spacing={10}>
        <Header view={view} />
        <Separator />
        <Panes view={view} />
      </VBox>
    </Whole>
  )
}

/** Its props are those that can be tried out: it renders again with them, and what is in it does not. */
function Whole({ view, children }: { readonly view: View; readonly children: Child }) {
  const onResize = ({ width }: { readonly width: number }) => view.resized(width)
  return createElement('Page', { ...view.page.value, onResize }, children)
}

/** Side by side, or one of them where there is room for one. */
function Panes({ view }: { readonly view: View }) {
  const isAlone = view.isNarrow.value
  const isListOpen = view.isListOpen.value
  return (
    <HBox stretch={1} spacing={16}>
      {(!isAlone || isListOpen) && <Navigation key="list" view={view} />}
      {(!isAlone || !isListOpen) && (
        <ScrollArea key="page" stretch={1} label={view.shown.value}>
          <VBox padding={[2, 6, 8, 24]}>
            <Shown key={view.shown.value} view={view} />
          </VBox>
        </ScrollArea>
      )}
    </HBox>
  )
}

/** The page tries its props out on the gallery itself; all others keep theirs to themselves. */
function Shown({ view }: { readonly view: View }) {
  const name = view.shown.peek()
  const specimen = specimenOf(name)
  const props = useSignal(specimen.props)
  return <ExhibitPage specimen={specimen} props={name === 'Page' ? view.page : props} />
}
