// The dashboard: a header, tabs, a line at the bottom.
//
// Everything that changes is a function given as a prop, so a tick renders no component: each function is
// asked again, and only the labels whose text is another one travel to the browser.

import { Label, Page, TabWidget, VBox } from 'treewire'
import { About } from './about.tsx'
import { Disks } from './disks.tsx'
import { clock } from './format.ts'
import { Header } from './header.tsx'
import { Network } from './network.tsx'
import { Overview } from './overview.tsx'
import { Processes } from './process-table.tsx'
import type { Sampler } from './sampler.ts'
import { useView, type View } from './view.ts'

export function App({ sampler }: { readonly sampler: Sampler }) {
  const view = useView(sampler)
  return (
    <>
      <Page title="Monitor" theme={view.theme}>
        <VBox padding={[20, 14, 20, 10]} spacing={12}>
          <Header view={view} />
          <TabWidget bind={view.tab} stretch={1}>
            <Overview view={view} />
            <Processes view={view} />
            <Network view={view} />
            <Disks view={view} />
          </TabWidget>
          <Label variant="caption" text={() => statusOf(view)} />
        </VBox>
      </Page>
      <About view={view} />
    </>
  )
}

function statusOf({ sample, isPaused, seconds }: View): string {
  const { time } = sample.value.figures
  if (time === 0) return 'Reading the machine…'
  return isPaused.value
    ? `Paused at ${clock(time)}`
    : `Updated at ${clock(time)}, every ${seconds.value} s`
}
