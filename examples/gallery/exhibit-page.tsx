// The page of one widget class: the widget, its props, its JSX, its messages, its events.

import {
  Button,
  Frame,
  GridBox,
  HBox,
  Label,
  VBox,
  type Child,
  type Element,
  type Signal,
} from 'treewire'
import { Controls } from './controls.tsx'
import { jsxText } from './jsx-text.ts'
import { Live } from './live.tsx'
import { Methods } from './methods.tsx'
import { useExhibit, type Exhibit } from './use-exhibit.ts'
import { useStream } from './use-stream.ts'
import type { Props } from './specimen.ts'

interface ExhibitPageProps {
  readonly specimen: Element
  readonly props: Signal<Props>
}

export function ExhibitPage({ specimen, props }: ExhibitPageProps) {
  const exhibit = useExhibit(specimen, props)
  return (
    <VBox spacing={16}>
      <Heading exhibit={exhibit} />
      <Frame title="Live">
        <Live exhibit={exhibit} />
      </Frame>
      <GridBox minColumnWidth={320} spacing={16}>
        <VBox spacing={16}>
          <Frame title="Props">
            <Controls exhibit={exhibit} />
          </Frame>
          <Methods exhibit={exhibit} />
        </VBox>
        <VBox spacing={16}>
          <Panel title="JSX">
            <Label variant="code" allowTextSelection text={() => jsxText(exhibit.element.value)} />
          </Panel>
          <Events exhibit={exhibit} />
          <Messages exhibit={exhibit} />
        </VBox>
      </GridBox>
    </VBox>
  )
}

function Heading({ exhibit }: { readonly exhibit: Exhibit }) {
  const { summary, ours, notes = [] } = exhibit.widgetClass.declaration
  return (
    <VBox spacing={4}>
      <HBox spacing={8} wrap>
        <Label variant="title" text={exhibit.name} stretch={1} />
        <Button text="Reset" variant="quiet" onActivated={() => exhibit.reset()} />
      </HBox>
      <Label
        tone="muted"
        text={[summary, ours ? 'pgwidgets has no such class.' : '', ...notes]
          .filter(Boolean)
          .join(' ')}
      />
    </VBox>
  )
}

function Events({ exhibit }: { readonly exhibit: Exhibit }) {
  const text = () => exhibit.happenings.value.map((happening) => happening.text).join('\n')
  return (
    <Panel title="Events">
      <Label variant="code" allowTextSelection text={() => text() || 'Use the widget.'} />
    </Panel>
  )
}

function Messages({ exhibit }: { readonly exhibit: Exhibit }) {
  const lines = useStream(exhibit)
  return (
    <Panel title="Messages">
      <Label variant="code" allowTextSelection text={() => lines.value.join('\n')} />
    </Panel>
  )
}

function Panel({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <Frame title={title}>
      <VBox>{children}</VBox>
    </Frame>
  )
}
