// Choosing a colour: on the page, or in a dialog.

import type { Json } from '../../protocol/messages.ts'
import { action, event, option, optional, param, query, setter, widget } from '../define.ts'
import { hexColor } from '../payloads.ts'
import { boolean, nullable, number, string } from '../types.ts'

const colorOption = option(hexColor, '#ff0000', 'Colour at first.')

const colorMethods = {
  get_color: query([], hexColor, 'Colour.'),
  set_color: setter([param('hex_string', hexColor)], ['#ff0000'], 'Colour; nothing is reported.'),
} as const

const pick = event([param('color', hexColor)], 'The user changed it; while dragging, too.')

export const ColorWidget = widget({
  summary: 'Colour chooser: an area, a hue, a field for hex and swatches.',
  base: 'widget',
  options: { color: colorOption },
  methods: colorMethods,
  events: { pick },
  userState: { color: { pick: 0 } },
  bind: { prop: 'color', events: ['pick'] },
})

export const ColorDialog = widget({
  summary: 'Colour chooser in a dialog with OK and Cancel.',
  base: 'widget',
  options: {
    color: colorOption,
    title: option(string, 'Choose Color', 'Title.'),
    modal: option(boolean, false, 'Blocks the rest of the page while shown.'),
    moveable: option(boolean, true, 'Can be dragged by the title bar.'),
  },
  methods: {
    ...colorMethods,
    popup: action(
      [optional('x', nullable(number), null), optional('y', nullable(number), null)],
      'Shows it, at a place or in the middle.',
    ),
    set_position: setter(
      [param('x', nullable(number)), param('y', nullable(number))],
      [null, null],
      'Left and top in px; null is in the middle.',
    ),
    set_modal: setter([param('tf', boolean)], [false], 'Blocks the page when it is shown next.'),
  },
  events: {
    activated: event([param('color', hexColor)], 'OK was used; the dialog has hidden itself.'),
    pick,
    move: event([param('x', number), param('y', number)], 'The user has moved it.'),
    close: event([], 'Cancelled; the dialog has hidden itself.'),
  },
  window: 'popup',
  toggles: { visible: { on: 'popup', off: 'hide', default: true } },
  userState: {
    color: { activated: 0 },
    position: { move: 'all' },
    visible: { activated: (): Json => false, close: (): Json => false },
  },
  bind: { prop: 'color', events: ['activated'] },
})
