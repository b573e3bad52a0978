// Parts of a page, with a title.

import { CheckBox, Expander, Frame, Label, TabWidget, VBox } from 'treewire'

export const panels = [
  <Frame title="Toppings">
    <VBox>
      <CheckBox text="Cheese" />
      <CheckBox text="Olives" />
    </VBox>
  </Frame>,
  <Expander title="Details" collapsed={false}>
    <Label>All is well.</Label>
  </Expander>,
  <TabWidget closable reorderable tabPosition="top" size={[null, 140]}>
    <Label tab="Overview" padding={8}>
      All is well.
    </Label>
    <Label tab="Details" padding={8}>
      It has been for three days.
    </Label>
    <Label tab="History" padding={8}>
      Before that it was not.
    </Label>
  </TabWidget>,
]
