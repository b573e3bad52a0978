// The box of buttons.

import { boxMethods } from '../box-parts.ts'
import { option, param, setter, widget } from '../define.ts'
import { horizontalAlign, orientation } from '../parts.ts'
import { stretched } from '../placement.ts'
import { nullable, number } from '../types.ts'

export const ButtonBox = widget({
  summary: 'Buttons, all as wide as the widest.',
  base: 'container',
  options: {
    orientation: option(orientation, 'horizontal', 'Direction.'),
    halign: option(horizontalAlign, 'center', 'Side on which the buttons stand.'),
    min_button_width: option(nullable(number), null, 'Px: they are as wide as this at least.'),
  },
  methods: {
    ...boxMethods,
    set_halign: setter(
      [param('halign', horizontalAlign)],
      ['center'],
      'Side on which the buttons stand.',
    ),
  },
  children: stretched,
})
