// Widgets that people give a number or a choice with: spin boxes, sliders, combo boxes.

import { action, event, option, ours, param, query, setter, setterOf, widget } from '../define.ts'
import { decimalsOption, numberKind, set_decimals, set_limits } from '../number-parts.ts'
import { errorMethods, errorOptions, orientation } from '../parts.ts'
import { boolean, list, nullable, number, oneOf, string } from '../types.ts'

export const SpinBox = widget({
  summary: 'Field for a number, with steps up and down.',
  base: 'widget',
  options: {
    dtype: numberKind,
    min: option(number, 0, 'Least value.'),
    max: option(number, 99, 'Greatest value.'),
    step: option(number, 1, 'Distance of two values.'),
    value: option(nullable(number), null, 'Value; the least one unless given.'),
    decimals: decimalsOption,
    ...errorOptions,
  },
  methods: {
    set_limits,
    set_value: setter(
      [param('val', nullable(number))],
      [null],
      'Value, kept within the limits; null is the least one.',
    ),
    get_value: query([], number, 'Value.'),
    set_decimals,
    ...errorMethods,
  },
  events: { activated: event([param('value', number)], 'The user stepped, or typed and left.') },
  userState: { value: { activated: 0 } },
  bind: { prop: 'value', events: ['activated'] },
})

export const Slider = widget({
  summary: 'Range slider.',
  base: 'widget',
  options: {
    orientation: option(orientation, 'horizontal', 'Direction.'),
    track: option(boolean, false, 'Report while dragging, not only on release.'),
    dtype: numberKind,
    min: option(number, 0, 'Least value.'),
    max: option(number, 100, 'Greatest value.'),
    step: option(number, 1, 'Distance of two values.'),
    value: option(number, 50, 'Value.'),
    show_value: option(boolean, false, 'Show the number too.'),
    show_value_position: option(oneOf('l', 't', 'r', 'b'), 'r', 'Side of the number.'),
    decimals: decimalsOption,
  },
  methods: {
    set_limits,
    set_value: setter([param('num', number)], [50], 'Value, kept within the limits.'),
    get_value: query([], number, 'Value.'),
    set_tracking: setterOf('track', [param('track', boolean)], [false], 'Report while dragging.'),
    set_decimals,
  },
  events: { activated: event([param('value', number)], 'Released, or moved when tracking.') },
  userState: { value: { activated: 0 } },
  bind: { prop: 'value', events: ['activated'] },
})

export const ComboBox = widget({
  summary: 'Choice from a list that drops down; if editable, any other text too.',
  base: 'widget',
  options: {
    editable: option(boolean, false, 'Any text can be typed.'),
    dropdown_limit: option(number, 0, 'Rows in sight, 0 = all.'),
    items: ours(option(list(string), [], 'What can be chosen.')),
    ...errorOptions,
  },
  methods: {
    append_text: action([param('text', string)], 'Adds an item; the first one is chosen at once.'),
    insert_alpha: action([param('text', string)], 'Adds an item where the alphabet has it.'),
    delete_alpha: action([param('text', string)], 'Takes out the first item of this text.'),
    set_items: ours(
      setter(
        [param('items', list(string))],
        [[]],
        'What can be chosen. The text stays if it is among them; none is chosen by this.',
      ),
    ),
    set_text: setter(
      [param('text', string)],
      [''],
      'Text in the field; chooses the item it equals.',
    ),
    get_text: query([], string, 'Text in the field.'),
    set_index: setter([param('idx', number)], [-1], 'Item chosen, from 0; others are ignored.'),
    get_index: query([], number, 'Item that equals the text, or -1.'),
    get_alpha: query([param('idx', number)], nullable(string), 'Text of an item.'),
    show_text: action([param('text', string)], 'Chooses an item, or sets the text if editable.'),
    clear: action([], 'Takes out all items and the text.'),
    set_length: setter([param('numchars', number)], [0], 'Width in characters; 0 = by itself.'),
    ...errorMethods,
  },
  events: {
    activated: event(
      [param('index', number), param('text', string)],
      'The user chose, or pressed Enter.',
    ),
    modified: event([param('text', string)], 'The user is typing.'),
  },
  userState: {
    index: { activated: 0 },
    text: { activated: 1, modified: 0 },
  },
  bind: { prop: 'text', events: ['activated', 'modified'] },
  notes: ['Enter on a text that is no item of an editable box adds it to the items.'],
})
