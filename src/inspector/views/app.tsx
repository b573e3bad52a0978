// The inspector: which session, and six ways to look at it. Only the tab in front is mounted.

import type { Child } from '../../jsx/element.ts'
import { Page, TabWidget, VBox } from '../../widgets/tags.ts'
import type { Inspection } from '../inspection.ts'
import { Header } from './header.tsx'
import { MessagesTab } from './messages.tsx'
import { RendersTab } from './renders.tsx'
import { SessionsTab } from './sessions.tsx'
import { SignalsTab } from './signals.tsx'
import { StatesTab } from './states.tsx'
import { tabs } from './tabs.ts'
import { TreeTab } from './tree.tsx'
import { useView } from './view.ts'
import type { View } from './view.ts'

/** @returns what a session of the inspector mounts */
export function inspector(inspection: Inspection): () => Child {
  return () => <Inspector inspection={inspection} />
}

const shown = {
  Sessions: SessionsTab,
  Tree: TreeTab,
  Signals: SignalsTab,
  Messages: MessagesTab,
  Renders: RendersTab,
  States: StatesTab,
} as const satisfies Record<(typeof tabs)[number], (props: { readonly view: View }) => Child>

/** Px. */
const narrow = 700

export function Inspector({ inspection }: { readonly inspection: Inspection }) {
  const view = useView(inspection)
  return (
    <Page title="Inspector" density="compact" fit>
      <VBox
        padding={[12, 8, 12, 8]}
        spacing={8}
        onResize={({ width }) => (view.isNarrow.value = width < narrow)}
      >
        <Header view={view} />
        <TabWidget bind={view.tab} stretch={1}>
          {tabs.map((name, at) => (
            <VBox key={name} tab={name} padding={[0, 8, 0, 0]} spacing={8}>
              <InFront view={view} at={at} />
            </VBox>
          ))}
        </TabWidget>
      </VBox>
    </Page>
  )
}

function InFront({ view, at }: { readonly view: View; readonly at: number }) {
  if (view.tab.value !== at) return null
  const Tab = shown[tabs[at]!]
  return <Tab view={view} />
}
