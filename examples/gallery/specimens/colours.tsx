// Choosing a colour.

import { ColorDialog, ColorWidget } from 'treewire'

export const colours = [
  <ColorWidget color="#2563eb" label="Accent" />,
  <ColorDialog color="#2563eb" title="Accent" modal />,
]
