// Boxes: how children share the room.

import {
  AbstractScrollArea,
  Box,
  Button,
  ButtonBox,
  GridBox,
  HBox,
  Label,
  ScrollArea,
  ScrollBar,
  Separator,
  Splitter,
  TextEntry,
  VBox,
} from 'treewire'

const lines = Array.from({ length: 30 }, (_, at) => `Line ${at + 1} of what has no end`)

export const layout = [
  <VBox spacing={8}>
    <Label>Above</Label>
    <Button>In the middle</Button>
    <TextEntry label="Below" placeholder="Below" />
  </VBox>,
  <HBox spacing={8}>
    <TextEntry label="Search" placeholder="Takes what is left" stretch={1} />
    <Button variant="primary">Go</Button>
    <Button>Stop</Button>
  </HBox>,
  <Box orientation="horizontal" spacing={8}>
    <Button>Left</Button>
    <Button>Right</Button>
  </Box>,
  <ButtonBox halign="right" spacing={8}>
    <Button>Cancel</Button>
    <Button variant="primary">Save and close</Button>
  </ButtonBox>,
  <GridBox rows={2} columns={2} spacing={8}>
    <Label row={0} column={0}>
      Name
    </Label>
    <TextEntry label="Name" row={0} column={1} />
    <Label row={1} column={0}>
      Town
    </Label>
    <TextEntry label="Town" row={1} column={1} />
  </GridBox>,
  <Splitter orientation="horizontal" sizes={[1, 2]} size={[null, 140]}>
    <Label padding={8}>Drag the line.</Label>
    <Label padding={8}>Or move it with the arrow keys.</Label>
  </Splitter>,
  <ScrollArea size={[null, 140]} label="Lines">
    <VBox>
      <Label text={lines.join('\n')} />
    </VBox>
  </ScrollArea>,
  <AbstractScrollArea size={[null, 140]} thumbPercent={[0.5, 0.2]} label="Drawing">
    <Label padding={16}>The bars move nothing by themselves.</Label>
  </AbstractScrollArea>,
  <ScrollBar orientation="horizontal" thumbPercent={0.25} label="Position" />,
  <Separator orientation="horizontal" />,
]
