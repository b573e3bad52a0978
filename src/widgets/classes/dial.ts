// The knob.

import { event, option, optional, param, query, setter, setterOf, widget } from '../define.ts'
import { decimalsOption, numberKind, set_decimals, set_limits } from '../number-parts.ts'
import { url } from '../payloads.ts'
import { boolean, nullable, number, oneOf } from '../types.ts'

export const Dial = widget({
  summary: 'Knob that is turned.',
  base: 'widget',
  options: {
    track: option(boolean, false, 'Report while turning, not only on release.'),
    dtype: numberKind,
    min: option(number, 0, 'Least value.'),
    max: option(number, 100, 'Greatest value.'),
    step: option(number, 1, 'Distance of two values.'),
    value: option(number, 50, 'Value.'),
    show_value: option(boolean, false, 'Show the number too.'),
    show_value_position: option(
      oneOf('b', 'ur', 'ul', 'lr', 'll'),
      'b',
      'Place of the number: below, or beside a corner, upper right to lower left.',
    ),
    decimals: decimalsOption,
  },
  methods: {
    set_value: setter([param('num', number)], [50], 'Value, kept within the limits.'),
    get_value: query([], number, 'Value.'),
    set_limits,
    set_tracking: setterOf('track', [param('track', boolean)], [false], 'Report while turning.'),
    set_decimals,
    set_knob_diameter: setter([param('len_px', number)], [56], 'Diameter, px.'),
    set_icon: setter(
      [param('url', nullable(url)), optional('size', number)],
      [null],
      'Picture that turns in place of the knob, and its size in px; null removes it.',
    ),
  },
  events: {
    activated: event([param('value', number)], 'Released, or turned when tracking.'),
  },
  userState: { value: { activated: 0 } },
  bind: { prop: 'value', events: ['activated'] },
  notes: ['A value beyond the limits is brought within them, which pgwidgets does not do.'],
})
