// What stands over or behind one another.

import {
  Button,
  FixedLayout,
  Label,
  MDISubWindow,
  MDIWidget,
  StackWidget,
  TextArea,
} from 'treewire'

export const workspace = [
  <StackWidget index={1}>
    <Label tab="First">This page is behind the other.</Label>
    <Label tab="Second">This page is shown. Change the index.</Label>
  </StackWidget>,
  <MDIWidget size={[null, 280]} label="Desk">
    <MDISubWindow title="Letter" position={[16, 16]} size={[260, 150]}>
      <TextArea text="Dear Ada," label="Letter" />
    </MDISubWindow>
    <MDISubWindow title="Notes" position={[180, 80]} size={[240, 130]}>
      <Label padding={12}>Drag me by my title.</Label>
    </MDISubWindow>
  </MDIWidget>,
  <MDISubWindow title="Notes" position={[40, 30]} size={[260, 140]}>
    <Label padding={12}>Minimise me, maximise me, roll me up.</Label>
  </MDISubWindow>,
  <FixedLayout size={[null, 120]}>
    <Button text="Here" x={16} y={12} />
    <Button text="There" x={180} y={64} />
  </FixedLayout>,
]
