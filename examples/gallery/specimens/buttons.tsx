// What is pressed, ticked or chosen.

import { Button, CheckBox, RadioButton, ToggleButton } from 'treewire'

export const buttons = [
  <Button text="Save" variant="primary" />,
  <ToggleButton text="Pause" />,
  <CheckBox text="I accept the terms" />,
  <RadioButton text="By post" group="delivery" />,
]
