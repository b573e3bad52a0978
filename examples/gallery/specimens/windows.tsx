// Windows: what stands on the page by itself.

import { Dialog, Label, Page, Toast, TopLevel } from 'treewire'

export const windows = [
  <Page title="Widgets" theme="system" density="comfortable" fit>
    <Label>All that is on the page</Label>
  </Page>,
  <TopLevel title="Notes" size={[320, 200]} position={[120, 120]} minimizable maximizable lowerable>
    <Label padding={16}>Drag me by my title, or by a corner.</Label>
  </TopLevel>,
  <Dialog
    modal
    title="Delete the file?"
    buttons={[
      ['Keep', 'no'],
      ['Delete', 'yes'],
    ]}
  >
    <Label>It cannot be brought back.</Label>
  </Dialog>,
  <Toast text="3 files were deleted." tone="success" action="Undo" timeout={0} />,
]
