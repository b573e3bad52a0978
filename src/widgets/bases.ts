// What every widget class has from its base: nothing to see, an element on the page, or children too.

import {
  action,
  child,
  event,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from './define.ts'
import {
  color,
  dragOver,
  dropEnd,
  dropStart,
  mapEvent,
  padding,
  resizeEvent,
  size,
  transferProgress,
  url,
} from './payloads.ts'
import { uploadEvents } from './upload-events.ts'
import { boolean, list, nullable, number, object, string, tuple, widgetRef } from './types.ts'

const expanding = object('Expanding', { horizontal: boolean, vertical: boolean })

/** An identity, and nothing to see. */
const objectBase = widget({
  summary: 'A number, its methods and its events; nothing on the page.',
  base: 'object',
  methods: {
    destroy: action([], 'Forgets the object and its listeners.'),
  },
  events: {},
})

/** Everything that has an element on the page. */
const widgetBase = widget({
  summary: 'Everything with an element on the page.',
  base: 'widget',
  methods: {
    ...objectBase.methods,
    set_border_width: setter([param('width', number)], [0], 'Border in px; 0 removes it.'),
    set_border_color: setter([param('color', color)], [''], 'Colour of the border.'),
    set_bg: setter([param('color', nullable(color))], [null], 'Background; null clears it.'),
    set_min_size: setter(
      [param('width', nullable(number)), param('height', nullable(number))],
      [null, null],
      'Least size in px for each axis; null clears.',
    ),
    set_max_size: setter(
      [param('width', nullable(number)), param('height', nullable(number))],
      [null, null],
      'Greatest size in px for each axis; null clears.',
    ),
    set_expanding: setter(
      [optional('horizontal', boolean, false), optional('vertical', boolean, false)],
      [false, false],
      'Whether it fills spare room on each axis.',
    ),
    get_expanding: query([], expanding, 'Whether it fills spare room on each axis.'),
    resize: setterOf(
      'size',
      [param('width', nullable(number)), param('height', nullable(number))],
      [null, null],
      'Width and height in px; null leaves an axis to the layout.',
    ),
    get_size: query([], size, 'Border box in whole px.'),
    get_position: query([], tuple(number, number), 'Place in the viewport in px.'),
    set_padding: setter(
      [param('padding', padding)],
      [0],
      'Room inside the border, px: on all sides, or left, top, right and bottom.',
    ),
    set_font: setter(
      [
        param('font', string),
        optional('size', nullable(number), null),
        optional('weight', nullable(string), null),
        optional('style', nullable(string), null),
      ],
      ['', null, null, null],
      'Family, size in points, CSS weight and style; null leaves a part alone.',
    ),
    set_enabled: setter([param('tf', boolean)], [true], 'Whether it takes input; dimmed when not.'),
    get_enabled: query([], boolean, 'Whether it takes input.'),
    set_tooltip: setter(
      [param('msg', nullable(string))],
      [null],
      'Hint on hover; null removes it.',
    ),
    get_tooltip: query([], string, 'The hint, empty when there is none.'),
    is_container: query([], boolean, 'Whether it holds children.'),
    set_label: ours(
      setter([param('text', string)], [''], 'Name that assistive technology reads out.'),
    ),
    set_allow_text_selection: setter(
      [param('tf', boolean)],
      [false],
      'Whether its text can be selected by dragging.',
    ),
    show: action([], 'Makes it visible.'),
    hide: action([], 'Takes it out of sight.'),
    is_visible: query([], boolean, 'Whether it is shown.'),
    set_focus: action([], 'Gives it the keyboard focus.'),
    add_cursor: action(
      [
        param('name', string),
        param('url', url),
        param('hotspot_x', number),
        param('hotspot_y', number),
        optional('size', nullable(size), null),
      ],
      'Registers a picture as a mouse cursor of this name.',
    ),
    set_cursor: setter(
      [param('name', nullable(string))],
      [null],
      'A registered cursor or a CSS keyword; null resets.',
    ),
  },
  toggles: { visible: { on: 'show', off: 'hide', default: true } },
  events: {
    map: event([param('event', mapEvent)], 'It came into sight.'),
    resize: event([param('event', resizeEvent)], 'Its content box has another size.'),
    'drop-start': event([param('event', dropStart)], 'Something was dropped on it.'),
    'drop-end': event([param('event', dropEnd)], 'What was dropped has arrived, files included.'),
    'drag-over': event([param('event', dragOver)], 'Something is dragged over it; many a second.'),
    'drop-progress': event(
      [param('info', transferProgress)],
      'Made by the server for each chunk of a dropped file.',
    ),
    ...uploadEvents,
  },
})

/** Everything with children. */
const containerBase = widget({
  summary: 'A widget with children in an order.',
  base: 'container',
  methods: {
    ...widgetBase.methods,
    get_children: query([], list(widgetRef), 'Children in order.'),
    num_children: query([], number, 'How many children.'),
    remove: child(
      [param('child', widgetRef), optional('destroy', boolean, false)],
      'Takes a child out, and destroys it if asked.',
    ),
    remove_widget: child(
      [param('child', widgetRef), optional('destroy', boolean, false)],
      'The same as remove.',
    ),
    insert_before: ours(
      child(
        [param('child', widgetRef), param('before', widgetRef)],
        'Puts or moves a child in front of a sibling; what add_widget takes after the child may follow.',
      ),
    ),
    remove_all: child([optional('destroy', boolean, false)], 'Takes every child out.'),
  },
  toggles: widgetBase.toggles,
  events: {
    ...widgetBase.events,
    'child-added': event([param('child', widgetRef)], 'A child was put in.'),
    'child-removed': event([param('child', widgetRef)], 'A child was taken out.'),
  },
})

export const bases = { object: objectBase, widget: widgetBase, container: containerBase } as const

export type BaseName = keyof typeof bases
