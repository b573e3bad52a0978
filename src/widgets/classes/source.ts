// The editor for text and code, and places in its text that move with it.

import {
  action,
  combined,
  event,
  factory,
  momentary,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  widget,
} from '../define.ts'
import { scrollEvents, scrollMethods, scrollState } from '../parts.ts'
import { color, scrollAlign, url } from '../payloads.ts'
import {
  bufferRef,
  findOpts,
  refGravity,
  refPair,
  replaceOpts,
  replaceRangeOpts,
  tagAttrs,
  tagInterval,
  textEdit,
  textSource,
  wrapMode,
} from '../source-payloads.ts'
import { TextExchange } from '../text-exchange.ts'
import { boolean, list, nullable, number, oneOf, string, tuple } from '../types.ts'

const ref = param('ref', bufferRef)
const range = [param('start_ref', bufferRef), param('end_ref', bufferRef)] as const
const gravity = optional('gravity', refGravity, 'right')
const align = optional('align', scrollAlign, 'nearest')

const textMethods = {
  set_text: setter(
    [param('text', string)],
    [''],
    'Replaces everything: tags and icons go, refs become invalid.',
    { exchange: () => new TextExchange() },
  ),
  get_text: query([], string, 'Text; every line break is `\\n`.'),
  get_length: query([], number, 'Length in UTF-16 units.'),
  get_text_range: query(range, string, 'Text between two refs.'),
  insert_text: action(
    [ref, param('text', string), optional('tags', nullable(list(string)), null)],
    'Puts text in at a ref.',
  ),
  delete_range: action(range, 'Removes the text between two refs.'),
  clear: action([], 'The same as set_text with no text.'),
  _replaceRange: action(
    [
      param('start', number),
      param('end', number),
      param('newText', string),
      optional('opts', replaceRangeOpts),
    ],
    'Replaces text between offsets; refs and tags move with it.',
  ),
  tell_again: ours(
    momentary(
      action(
        [param('after', number)],
        'Asks for the `edited` that have a greater number than this.',
      ),
    ),
  ),
  undo: query([], boolean, 'Takes the last edit back; whether there was one.'),
  redo: query([], boolean, 'Makes it again; whether there was one.'),
  can_undo: query([], boolean, 'Whether there is an edit to take back.'),
  can_redo: query([], boolean, 'Whether there is an edit to make again.'),
} as const

const lookMethods = {
  set_editable: setter([param('tf', boolean)], [true], 'Can be typed into.'),
  set_wrap: setter([param('mode', wrapMode)], ['none'], 'Whether and where long lines are broken.'),
  set_line_numbers: setter([param('tf', boolean)], [false], 'Shows line numbers.'),
  set_icon_gutter: setter([param('tf', boolean)], [false], 'Shows a column for icons.'),
  set_font: combined(
    [param('family', nullable(string)), param('size', nullable(number))],
    ['font_family', 'font_size'],
    'Family, and size in px; null leaves one alone.',
  ),
  set_tooltips_enabled: setter(
    [param('tf', boolean)],
    [false],
    'Reports where the pointer rests, by `tooltip`.',
  ),
  set_icon: action(
    [ref, param('icon_url', nullable(url))],
    'Puts a picture beside the line of a ref; null removes it.',
  ),
  set_cursor_style: setter(
    [optional('style', oneOf('line', 'block'), 'line'), optional('color', nullable(color), null)],
    ['line', null],
    'How the caret looks.',
  ),
  _showTooltip: momentary(
    action(
      [param('text', string), param('x', number), param('y', number)],
      'Shows a hint at a point of the viewport; an empty text hides it.',
    ),
  ),
} as const

const selectionMethods = {
  get_cursor: query([], bufferRef, 'A new ref at the caret.'),
  set_cursor: momentary(action([ref], 'Moves the caret to a ref.')),
  get_selection_range: query([], nullable(refPair), 'What is selected, as new refs.'),
  has_selection: query([], boolean, 'Whether anything is selected.'),
  get_selection_bounds: query([], nullable(refPair), 'The same as get_selection_range.'),
  set_selection_range: momentary(action(range, 'Selects the text between two refs.')),
  _setCursorOffset: momentary(action([param('offset', number)], 'Moves the caret to an offset.')),
  _setSelectionOffsets: momentary(
    action([param('start', number), param('end', number)], 'Selects the text between two offsets.'),
  ),
} as const

const tagMethods = {
  create_tag: action(
    [param('name', string), optional('attrs', tagAttrs, {})],
    'Says how text with this tag looks; of several tags the last defined counts.',
  ),
  remove_tag_def: action([param('name', string)], 'Drops a tag, wherever it is.'),
  has_tag: query([param('name', string)], boolean, 'Whether any text has the tag.'),
  apply_tag: action([param('name', string), ...range], 'Tags the text between two refs.'),
  remove_tag: action([param('name', string), ...range], 'Takes the tag from the text between.'),
  get_tags_at: query([ref], list(string), 'Tags of the character behind a ref.'),
  get_tags_range: query(range, list(string), 'Tags of any text between two refs.'),
  get_tag_region: query(
    [param('name', string)],
    nullable(refPair),
    'From the first to the last text with the tag.',
  ),
  get_tag_regions: query([param('name', string)], list(refPair), 'All runs of text with the tag.'),
  _restoreTagIntervals: action(
    [param('intervals', list(tagInterval))],
    'Replaces all tags in the text by these.',
  ),
} as const

const refMethods = {
  create_ref: factory(
    [param('offset', number), gravity],
    'TextBufferRef',
    'A new ref, which moves with the text around it.',
  ),
  remove_ref: action([ref], 'Makes a ref invalid.'),
  create_named_ref: factory(
    [param('name', string), param('offset', number), gravity],
    'TextBufferRef',
    'A new ref that can be asked for by name; an older one of this name becomes invalid.',
  ),
  get_named_ref: query([param('name', string)], nullable(bufferRef), 'The ref of this name.'),
  remove_named_ref: action([param('name', string)], 'Makes the ref of this name invalid.'),
  _bindNamedRef: action([param('name', string), ref], 'Gives a ref a name.'),
  get_ref_start: factory([], 'TextBufferRef', 'A new ref at the start.'),
  get_ref_end: factory([], 'TextBufferRef', 'A new ref at the end.'),
  get_ref_bounds: query([], refPair, 'New refs at both ends.'),
  get_ref_line_start: factory(
    [param('lineno', number)],
    'TextBufferRef',
    'A new ref where a line begins, counted from 0.',
  ),
  get_ref_line_end: factory(
    [param('lineno', number)],
    'TextBufferRef',
    'A new ref where a line ends.',
  ),
} as const

const searchMethods = {
  find: query(
    [param('query', string), optional('opts', findOpts)],
    nullable(refPair),
    'The first match from the start, or from a ref, as new refs.',
  ),
  find_all: query(
    [param('query', string), optional('opts', findOpts)],
    list(refPair),
    'All matches, as new refs.',
  ),
  replace: query(
    [param('query', string), param('replacement', string), optional('opts', replaceOpts)],
    number,
    'Replaces the first match, or all; how many there were.',
  ),
} as const

export const TextSource = widget({
  summary: 'Editor for text and code: undo, search, line numbers, icons, tags.',
  base: 'widget',
  args: [optional('text', nullable(string), '')],
  options: {
    wrap: option(wrapMode, 'none', 'Whether and where long lines are broken.'),
    line_numbers: option(boolean, false, 'Shows line numbers.'),
    icon_gutter: option(boolean, false, 'Shows a column for icons.'),
    editable: option(boolean, true, 'Can be typed into.'),
    font_family: option(string, 'monospace', 'Font.'),
    font_size: option(number, 13, 'Font size in px.'),
  },
  methods: {
    ...textMethods,
    ...lookMethods,
    ...selectionMethods,
    ...tagMethods,
    ...refMethods,
    ...searchMethods,
    ...scrollMethods,
    scroll_to_ref: momentary(action([ref, align], 'Brings the line of a ref into sight.')),
    scroll_to_cursor: momentary(action([], 'Brings the caret into sight.')),
    _scrollToOffset: momentary(
      action([param('offset', number), align], 'Brings an offset into sight.'),
    ),
  },
  events: {
    activated: ours(event([], 'Ctrl+Enter was pressed, or ⌘+Enter.')),
    changed: event([], 'The text has changed, whoever did it.'),
    edited: ours(
      event(
        [param('edits', list(textEdit)), param('number', number), param('heard', number)],
        'What the user has changed since the last time. It counts up from 1; `heard` counts the texts that came from the server before.',
      ),
    ),
    selection_changed: ours(
      event([param('start', number), param('end', number)], 'The user has moved the caret.'),
    ),
    cursor_moved: event([ref], 'The caret was moved by set_cursor; a new ref.'),
    line_clicked: event([param('line', number)], 'A line number was clicked; counted from 0.'),
    icon_clicked: event(
      [param('line', number), param('ref', nullable(bufferRef))],
      'The icon column was clicked; the ref that the icon was set by.',
    ),
    ...scrollEvents,
    tooltip: event(
      [
        param('line', number),
        param('col', number),
        param('text', string),
        param('x', number),
        param('y', number),
      ],
      'The pointer rests; the line it is in, and its place in the viewport.',
    ),
  },
  userState: { text: { edited: 'exchange' }, ...scrollState },
  bind: { prop: 'text', events: ['edited'] },
  notes: [
    'Line breaks `\\r\\n` and `\\r` become `\\n`, and all offsets count them so.',
    'Tab leaves the editor, as it does every field.',
    'By the keyboard F9 is a click on the icon column at the line of the caret, Shift+F9 one on its number.',
  ],
})

export const TextBufferRef = widget({
  summary: 'A place in the text of a TextSource, which moves with the text around it.',
  base: 'object',
  args: [
    optional('buffer', nullable(textSource), null),
    optional('offset', number, 0),
    optional('gravity', refGravity, 'right'),
  ],
  methods: {
    get_offset: query([], number, 'Offset in UTF-16 units.'),
    get_gravity: query([], refGravity, 'Where it goes when text is put in exactly there.'),
    is_valid: query([], boolean, 'Whether it still is a place in the text.'),
    get_line_column: query([], tuple(number, number), 'Line and column, counted from 0.'),
    get_line: query([], number, 'Line, counted from 0.'),
    set_offset: setter([param('offset', number)], [0], 'Moves it.'),
    set_line: action([param('lineno', number)], 'Moves it to where a line begins.'),
    to_ref: action([param('other', bufferRef)], 'Moves it to another ref of the same text.'),
    copy: factory([], 'TextBufferRef', 'A new ref at the same place.'),
    to_line_start: action([], 'Moves it to where its line begins.'),
    to_line_end: action([], 'Moves it to where its line ends.'),
    to_next_line: action([], 'Moves it to where the next line begins.'),
    to_prev_line: action([], 'Moves it to where the line before begins.'),
    to_next_char: action([], 'Moves it one character on.'),
    to_prev_char: action([], 'Moves it one character back.'),
  },
  events: {
    invalidated: event([], 'Its text was replaced, or it was removed.'),
  },
})
