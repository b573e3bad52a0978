// Pictures, drawings and videos.

import type { Json } from '../../protocol/messages.ts'
import {
  action,
  type Differ,
  event,
  option,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../define.ts'
import { listDiffer } from '../differ-tail.ts'
import { interactionEvents, interactiveOptions } from '../interaction-parts.ts'
import { drawCommand, imageFit, imageInfo, mediaStream, nothing } from '../media-payloads.ts'
import { percent, url } from '../payloads.ts'
import { boolean, bytes, either, list, nullable, number, string } from '../types.ts'

const get_draw_context = query([], nothing, 'Nothing: a drawing context cannot cross the wire.')

const interactionNote =
  'Its pointer, wheel, key and focus events are reported only when it was made with interactive.'

export const Image = widget({
  summary: 'Picture from an address, or from the bytes of its file.',
  base: 'widget',
  options: {
    url: option(nullable(url), null, 'Address of the picture.'),
    ...interactiveOptions,
    use_animation_frame: option(
      boolean,
      false,
      'For pictures that follow each other: each is decoded aside and shown whole.',
    ),
    fit: ours(option(imageFit, 'fill', 'How the picture fills the room of the widget.')),
  },
  methods: {
    set_image: setterOf('url', [param('url', nullable(url))], [null], 'Address; null shows none.'),
    set_binary_image: setter(
      [param('data', nullable(bytes)), param('format', string)],
      [null, ''],
      'The bytes of a file and its format, such as png; null shows none.',
    ),
    get_draw_context,
    update: action([], 'Shows the newest picture that is decoded, with use_animation_frame.'),
    set_fit: ours(setter([param('fit', imageFit)], ['fill'], 'How the picture fills the room.')),
  },
  events: interactionEvents,
  notes: [
    interactionNote,
    'Its label is what is read out in its place; without one it counts as decoration.',
  ],
})

const commands = list(drawCommand)

/** What is added by `draw` would not be seen before an `update`, where that is asked for. */
const diffDrawing: Differ = (before, after, props) =>
  props['useAnimationFrame'] === true
    ? [['set_drawing', [after as Json]]]
    : appendDrawing(before, after, props)
const appendDrawing = listDiffer('set_drawing', 'draw')

export const Canvas = widget({
  summary: 'Drawing, made by commands. It is drawn again when its size or the theme changes.',
  base: 'widget',
  options: {
    use_animation_frame: option(boolean, false, 'What is drawn is seen only after an update.'),
    ...interactiveOptions,
    drawing: ours(option(commands, [], 'What is drawn, see draw.')),
  },
  methods: {
    draw_image: action([param('imgInfo', imageInfo)], 'Draws a picture.'),
    get_draw_context,
    update: action([], 'Shows what was drawn since the last time, with use_animation_frame.'),
    set_drawing: ours(
      setter([param('commands', commands)], [[]], 'Everything that is drawn, see draw.', {
        differ: diffDrawing,
      }),
    ),
    draw: ours(
      action(
        [param('commands', commands)],
        'Calls methods of a 2D context and sets its properties: a name, then arguments or a value.',
      ),
    ),
    clear: ours(action([], 'Takes everything away.')),
  },
  events: {
    ...interactionEvents,
    activated: event([], 'Never reported; pgwidgets has it.'),
  },
  notes: [
    interactionNote,
    'Colours may be tokens such as var(--tw-accent). It begins with the colour and font of the text around it.',
    'The unit is a CSS px, whatever the screen has.',
  ],
})

export const VideoWidget = widget({
  summary: 'Video player.',
  base: 'widget',
  options: {
    url: option(nullable(url), null, 'Address of the video.'),
    autoplay: option(boolean, false, 'Starts by itself; browsers ask for muted, too.'),
    controls: option(boolean, false, 'Whether the user can operate it.'),
    muted: option(boolean, false, 'Without sound.'),
    loop: option(boolean, false, 'Starts anew at the end.'),
  },
  methods: {
    set_url: setter([param('url', nullable(url))], [null], 'Address; null shows none.'),
    set_stream: action([param('stream', mediaStream)], 'Not possible: a stream cannot be sent.'),
    get_video_element: query([], nothing, 'Nothing: a part of the page cannot cross the wire.'),
    play: action([], 'Plays.'),
    pause: action([], 'Pauses.'),
    stop: action([], 'Pauses and goes back to the start.'),
    set_muted: setter([param('tf', boolean)], [false], 'Without sound.'),
    get_muted: query([], boolean, 'Whether it is without sound.'),
    set_volume: setter([param('vol', percent)], [1], 'Loudness, kept from 0 to 1.'),
    get_volume: query([], percent, 'Loudness.'),
    set_loop: setter([param('tf', boolean)], [false], 'Starts anew at the end.'),
    get_loop: query([], boolean, 'Whether it starts anew at the end.'),
    set_controls: setter([param('tf', boolean)], [false], 'Whether the user can operate it.'),
    get_controls: query([], boolean, 'Whether the user can operate it.'),
    set_current_time: setter([param('seconds', number)], [0], 'Goes there, in seconds.'),
    get_current_time: query([], number, 'Where it is, in seconds.'),
    get_duration: query([], nullable(number), 'Length in seconds; null when it is not known.'),
    get_paused: query([], boolean, 'Whether it stands still.'),
    fullscreen: action([], 'Fills the screen, soon after a click or a key of the user.'),
  },
  toggles: { paused: { on: 'pause', off: 'play', default: true } },
  events: {
    play: event([], 'Started.'),
    pause: event([], 'Paused, or the browser did not let it start.'),
    ended: event([], 'Came to its end.'),
    error: event([param('message', either(string, number))], 'Cannot be shown or played; why.'),
    timeupdate: event(
      [param('current_time', number), param('duration', nullable(number))],
      'Where it is, about four times a second.',
    ),
    volumechange: event(
      [param('volume', percent), param('muted', boolean)],
      'Its loudness is another.',
    ),
  },
  userState: {
    paused: { play: (): Json => false, pause: (): Json => true },
    volume: { volumechange: 0 },
    muted: { volumechange: 1 },
    currentTime: { timeupdate: 0 },
  },
  notes: [
    'Browsers play sound only on a page that the user has clicked. A play that is refused is told by error and pause.',
  ],
})
