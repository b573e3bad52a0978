// Widgets that only show: text, progress, lines. And Timer, which shows nothing at all.

import { action, event, option, optional, ours, param, query, setter, widget } from '../define.ts'
import { interactionEvents, interactiveOptions } from '../interaction-parts.ts'
import { colorMethods, horizontalAlign, orientation, verticalAlign } from '../parts.ts'
import { percent } from '../payloads.ts'
import { boolean, nullable, number, oneOf, string, widgetRef } from '../types.ts'

const labelVariant = oneOf('body', 'title', 'heading', 'caption', 'figure', 'code')
const labelTone = oneOf('normal', 'muted', 'accent', 'success', 'warning', 'danger')

const halignOption = option(horizontalAlign, 'left', 'Side on which the text stands.')
const set_halign = setter(
  [param('align', horizontalAlign)],
  ['left'],
  'Side on which the text stands.',
)

export const Label = widget({
  summary: 'Text. Titles and headings are such for assistive technology too.',
  base: 'widget',
  args: [optional('text', nullable(string), '')],
  options: {
    halign: halignOption,
    ...interactiveOptions,
    menu: option(nullable(widgetRef), null, 'Menu that drops down on a press.'),
    variant: ours(option(labelVariant, 'body', 'Part that the text plays on the page.')),
    tone: ours(option(labelTone, 'normal', 'What the colour says.')),
  },
  methods: {
    set_text: setter([param('text', string)], [''], 'Text.'),
    get_text: query([], string, 'Text.'),
    ...colorMethods,
    set_halign,
    set_valign: setter(
      [param('align', verticalAlign)],
      ['center'],
      'Height at which the text stands.',
    ),
    set_menu: setter([param('menu', nullable(widgetRef))], [null], 'Menu; null takes it away.'),
    set_variant: ours(setter([param('variant', labelVariant)], ['body'], 'Part on the page.')),
    set_tone: ours(setter([param('tone', labelTone)], ['normal'], 'What the colour says.')),
  },
  events: interactionEvents,
  text: 'text',
  notes: ['Its events are reported only when it was made with interactive.'],
})

export const StatusBar = widget({
  summary: 'Line of text whose messages may go away by themselves.',
  base: 'widget',
  options: { halign: halignOption },
  methods: {
    set_message: setter(
      [param('text', string), optional('duration', nullable(number), null)],
      ['', null],
      'Text, for so many seconds if given.',
    ),
    clear: action([], 'Blanks it.'),
    ...colorMethods,
    set_halign,
  },
  text: 'message',
})

export const ProgressBar = widget({
  summary: 'How far something has come.',
  base: 'widget',
  methods: {
    set_value: setter([param('value', percent)], [0], 'Share that is done, from 0 to 1.'),
    get_value: query([], percent, 'Share that is done.'),
    set_busy: ours(
      setter([param('tf', boolean)], [false], 'Shows that something goes on, not how far it is.'),
    ),
  },
})

export const Separator = widget({
  summary: 'Thin line.',
  base: 'widget',
  args: [optional('orientation', orientation, 'horizontal')],
  methods: {
    set_orientation: setter([param('orientation', orientation)], ['horizontal'], 'Direction.'),
  },
})

export const Timer = widget({
  summary: 'Runs out once, in the browser.',
  base: 'object',
  options: { duration: option(number, 0, 'Seconds.') },
  methods: {
    start: action(
      [optional('duration', nullable(number), null)],
      'Starts, or starts again; the seconds given hold from then on.',
    ),
    stop: action([], 'Stops; nothing is reported.'),
    cancel: action([], 'Stops and reports it.'),
    set: action([param('duration', number)], 'The same as start.'),
    cond_set: action([param('duration', number)], 'Starts unless it runs.'),
    is_set: query([], boolean, 'Whether it runs.'),
    elapsed_time: query([], number, 'Seconds since the start, 0 when it does not run.'),
    time_left: query([], number, 'Seconds to go, 0 when it does not run.'),
    set_duration: setter([param('duration', number)], [0], 'Seconds.'),
    get_duration: query([], number, 'Seconds.'),
  },
  events: {
    expired: event([param('duration', number)], 'Ran out.'),
    cancelled: event([param('elapsed', number)], 'Was cancelled, after so many seconds.'),
  },
})
