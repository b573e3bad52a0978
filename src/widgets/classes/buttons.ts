// Widgets that people press: buttons, check boxes, radio buttons.

import { event, option, optional, ours, param, query, setter, widget } from '../define.ts'
import { colorMethods } from '../parts.ts'
import { color, size, url } from '../payloads.ts'
import { boolean, either, nullable, oneOf, string, widgetRef } from '../types.ts'

const buttonVariant = oneOf('default', 'primary', 'danger', 'quiet')

const textArg = optional('text', string, '')
const nullableTextArg = optional('text', nullable(string), '')
const set_text = setter([param('text', string)], [''], 'Label.')
const get_state = query([], boolean, 'On or off.')
const stateMethods = {
  set_state: setter([param('value', boolean)], [false], 'On or off.'),
  get_state,
} as const

/** Another member, as pgwidgets has it; or, which is ours, the name of the group on this page. */
const groupOption = option(
  either(nullable(widgetRef), string),
  null,
  'Name of the group, or any member of it: one of a group is on.',
)

export const Button = widget({
  summary: 'Push button with a text and, if wanted, an icon.',
  base: 'widget',
  args: [textArg],
  options: {
    variant: ours(option(buttonVariant, 'default', 'How much it stands out.')),
  },
  methods: {
    set_text: setter([param('text', string)], [''], 'Label; empty removes it.'),
    get_text: query([], string, 'Label.'),
    set_icon: setter(
      [param('url', url), optional('size', nullable(size), null)],
      ['', null],
      'Icon before the text, and its size in px; empty removes it.',
    ),
    get_icon: query([], nullable(url), 'Address of the icon, null when there is none.'),
    ...colorMethods,
    set_hover: setter(
      [optional('bg', nullable(color), null), optional('fg', nullable(color), null)],
      [null, null],
      'Colours while the mouse is over it; null clears.',
    ),
    set_variant: ours(
      setter([param('variant', buttonVariant)], ['default'], 'How much it stands out.'),
    ),
  },
  events: { activated: event([], 'Clicked.') },
  text: 'text',
  aliases: { onClick: 'onActivated' },
})

export const ToggleButton = widget({
  summary: 'Button that stays pressed.',
  base: 'widget',
  args: [nullableTextArg],
  options: { group: groupOption },
  methods: { set_text, ...stateMethods },
  events: { activated: event([param('state', boolean)], 'The user pressed or released it.') },
  text: 'text',
  userState: { state: { activated: 0 } },
  bind: { prop: 'state', events: ['activated'] },
  notes: ['A member that is released because another was pressed does not report it.'],
})

export const CheckBox = widget({
  summary: 'Box to tick, with a label.',
  base: 'widget',
  args: [textArg],
  methods: {
    set_text: ours(set_text),
    set_state: setter([param('tf', boolean)], [false], 'On or off.'),
    get_state,
  },
  events: { activated: event([param('state', boolean)], 'The user ticked or cleared it.') },
  text: 'text',
  userState: { state: { activated: 0 } },
  bind: { prop: 'state', events: ['activated'] },
})

export const RadioButton = widget({
  summary: 'One of a group of choices that exclude each other.',
  base: 'widget',
  args: [nullableTextArg],
  options: { group: groupOption },
  methods: { set_text, ...stateMethods },
  events: {
    activated: event([param('state', oneOf(true))], 'Chosen, by the user or by set_state(true).'),
  },
  text: 'text',
  userState: { state: { activated: 0 } },
  bind: { prop: 'state', events: ['activated'] },
  notes: ['The member that was chosen before does not report that it no longer is.'],
})
