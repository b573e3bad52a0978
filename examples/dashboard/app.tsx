// The page. What one user chooses is kept here; what is watched belongs to all, see checks.ts.

import { HBox, Label, Page, useSignal, VBox } from 'treewire'
import { AddSite } from './add-site.tsx'
import { AnswerChart } from './answer-chart.tsx'
import { RemoveSite } from './remove-site.tsx'
import { SiteTable } from './site-table.tsx'

export function App() {
  const selected = useSignal<string | undefined>(undefined)
  return (
    <Page title="Is it up?">
      <VBox padding={16} spacing={12}>
        <HBox spacing={8}>
          <Label variant="title" stretch={1}>
            Is it up?
          </Label>
          <RemoveSite selected={selected} />
        </HBox>
        <AddSite />
        <SiteTable selected={selected} />
        <AnswerChart />
      </VBox>
    </Page>
  )
}
