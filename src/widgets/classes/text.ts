// Widgets that people type text into.

import {
  action,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../define.ts'
import {
  errorMethods,
  errorOptions,
  placeholderMethods,
  placeholderOptions,
  scrollEvents,
  scrollMethods,
  scrollState,
} from '../parts.ts'
import { scrollAlign } from '../payloads.ts'
import { boolean, nullable, number, string } from '../types.ts'

const args = [optional('text', nullable(string), '')] as const

const textMethods = {
  set_text: setter([param('text', string)], [''], 'Text.'),
  get_text: query([], string, 'Text.'),
  clear: action([], 'Empties it.'),
} as const

const editableOption = option(boolean, true, 'Can be typed into.')
const set_editable = setter([param('tf', boolean)], [true], 'Can be typed into.')
const modified = event(
  [param('text', string)],
  'The user has typed and rests, or does something else.',
)

export const TextEntry = widget({
  summary: 'Field for one line of text, with a history.',
  base: 'widget',
  args,
  options: {
    editable: editableOption,
    linehistory: option(number, 1, 'Lines that arrow up brings back.'),
    password: option(boolean, false, 'Shows dots.'),
    ...placeholderOptions,
    ...errorOptions,
  },
  methods: {
    ...textMethods,
    set_length: setter([param('numchars', number)], [0], 'Width in characters; 0 = by itself.'),
    set_editable: ours(set_editable),
    set_password: ours(setter([param('tf', boolean)], [false], 'Shows dots.')),
    ...placeholderMethods,
    ...errorMethods,
  },
  events: {
    activated: event([param('text', string)], 'Enter was pressed.'),
    modified,
  },
  userState: { text: { modified: 0, activated: 0 } },
  bind: { prop: 'text', events: ['modified'] },
})

export const TextEntrySet = widget({
  summary: 'Field for one line of text with a button that enters it.',
  base: 'widget',
  args,
  options: {
    label: option(string, 'Set', 'Text of the button.'),
    editable: editableOption,
    linehistory: option(number, 1, 'Lines that arrow up brings back.'),
    ...placeholderOptions,
    ...errorOptions,
  },
  methods: {
    set_button_text: setterOf('label', [param('text', string)], ['Set'], 'Text of the button.'),
    set_label: ours(
      setterOf(
        'fieldLabel',
        [param('text', string)],
        [''],
        'Name of the field that assistive technology reads out; else it is that of the button.',
      ),
    ),
    ...textMethods,
    set_length: setter([param('numchars', number)], [0], 'Width in characters; 0 = by itself.'),
    set_editable: ours(set_editable),
    ...placeholderMethods,
    ...errorMethods,
  },
  events: {
    activated: event([param('text', string)], 'Enter was pressed, or the button.'),
    modified,
  },
  userState: { text: { modified: 0, activated: 0 } },
  bind: { prop: 'text', events: ['modified'] },
})

export const TextArea = widget({
  summary: 'Field for lines of text.',
  base: 'widget',
  args,
  options: {
    wrap: option(boolean, false, 'Long lines are broken.'),
    editable: editableOption,
    ...placeholderOptions,
    ...errorOptions,
  },
  methods: {
    ...textMethods,
    append_text: action([param('text', string)], 'Adds text at the end.'),
    set_editable,
    set_wrap: setter([param('tf', boolean)], [false], 'Long lines are broken.'),
    set_limit: setter(
      [param('numlines', nullable(number))],
      [null],
      'Keeps only the last lines when text is set or added; null and 0 = all.',
    ),
    ...scrollMethods,
    scroll_to_lineno: action(
      [param('lineno', number), optional('align', scrollAlign, 'nearest')],
      'Brings a line into sight, counted from 0.',
    ),
    scroll_to_end: action([], 'Scrolls to the end.'),
    ...placeholderMethods,
    ...errorMethods,
  },
  events: {
    ...scrollEvents,
    activated: ours(event([param('text', string)], 'Ctrl+Enter was pressed, or ⌘+Enter.')),
    modified,
  },
  userState: { text: { modified: 0, activated: 0 }, ...scrollState },
  bind: { prop: 'text', events: ['modified'] },
})
