// The widget itself, to be used.

import {
  Button,
  Label,
  MDIWidget,
  MenuBar,
  Show,
  TextSource,
  ToolBar,
  useEffect,
  useRef,
  useSignal,
  VBox,
  type Element,
  type Signal,
} from 'treewire'
import { withProps, type Props } from './specimen.ts'
import { happened, type Exhibit } from './use-exhibit.ts'

export function Live({ exhibit }: { readonly exhibit: Exhibit }) {
  const { name, widgetClass } = exhibit
  const { window, base } = widgetClass.declaration
  if (name === 'Page') {
    return <Label tone="muted">The gallery stands in one. What you change here changes it.</Label>
  }
  if (window) return <Window exhibit={exhibit} />
  if (name === 'TextBufferRef') return <InText exhibit={exhibit} />
  return (
    <VBox spacing={8}>
      {around(name, <Mounted exhibit={exhibit} />)}
      {base === 'object' && (
        <Label tone="muted">
          There is nothing to see. Call its methods, and look at what it reports.
        </Label>
      )}
    </VBox>
  )
}

/** Some stand nowhere but in their own kind of container. */
function around(name: string, widget: Element): Element {
  switch (name) {
    case 'Menu':
    case 'MenuAction':
      return <MenuBar>{widget}</MenuBar>
    case 'ToolBarAction':
      return <ToolBar>{widget}</ToolBar>
    case 'MDISubWindow':
      return <MDIWidget size={[null, 240]}>{widget}</MDIWidget>
    default:
      return widget
  }
}

interface MountedProps {
  readonly exhibit: Exhibit
  readonly more?: Props
}

/** Renders again when a prop has changed; the session sends only what differs. */
function Mounted({ exhibit, more = {} }: MountedProps): Element {
  const element = exhibit.live((happening) => happened(exhibit.happenings, happening))
  return withProps(element, { ...element.props, ...more, ref: exhibit.handle })
}

function Window({ exhibit }: { readonly exhibit: Exhibit }) {
  const isOpen = useSignal(false)
  return (
    <VBox spacing={8} align="left">
      <Button variant="primary" onActivated={() => (isOpen.value = true)}>
        Open
      </Button>
      <Show when={isOpen}>
        <OpenWindow exhibit={exhibit} isOpen={isOpen} />
      </Show>
    </VBox>
  )
}

/** A place needs a text to be in. */
function InText({ exhibit }: { readonly exhibit: Exhibit }) {
  const editor = useRef<TextSource>()
  const isThere = useSignal(false)
  useEffect(() => {
    isThere.value = true
  }, [])
  return (
    <VBox spacing={8}>
      <TextSource
        text={'Type in front of a place,\nand it moves.'}
        label="Text"
        size={[null, 80]}
        ref={editor}
      />
      {isThere.value && <Mounted exhibit={exhibit} more={{ buffer: editor.current }} />}
    </VBox>
  )
}

interface OpenWindowProps {
  readonly exhibit: Exhibit
  readonly isOpen: Signal<boolean>
}

const endings = new Set(['close', 'activated'])

/** It goes when it is closed, or when a button of it was used. */
function OpenWindow({ exhibit, isOpen }: OpenWindowProps): Element {
  const element = exhibit.live((happening) => {
    happened(exhibit.happenings, happening)
    if (endings.has(happening.action ?? '')) isOpen.value = false
  })
  return withProps(element, { ...element.props, ref: exhibit.handle })
}
