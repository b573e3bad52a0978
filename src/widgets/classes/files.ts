// Files of the user: asked for, and given.

import {
  action,
  event,
  momentary,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  widget,
} from '../define.ts'
import { fileDialogPayload, transferProgress } from '../payloads.ts'
import { number, oneOf, string } from '../types.ts'
import { uploadEvents } from '../upload-events.ts'

const mode = oneOf('file', 'files', 'save')

export const FileDialog = widget({
  summary: 'Asks the user for files, or gives him one to save. The browser shows it.',
  base: 'object',
  options: {
    mode: option(mode, 'file', 'One file, several, or one to save.'),
    accept: option(string, '', 'Which files are offered, as for an input: ".csv,image/*".'),
  },
  methods: {
    open: momentary(action([], 'Asks for files; does nothing in the mode save.')),
    show: momentary(action([], 'The same as open.')),
    popup: momentary(
      action(
        [optional('x', number), optional('y', number)],
        'The same as open; its place is the browser’s.',
      ),
    ),
    save: momentary(
      action(
        [param('filename', string), param('data', string), optional('mime_type', string)],
        'Saves a base64 data: text, or base64 alone with its type, as a file of this name.',
      ),
    ),
    set_mode: setter([param('mode', mode)], ['file'], 'One file, several, or one to save.'),
    get_mode: query([], mode, 'One file, several, or one to save.'),
    set_accept: setter([param('accept', string)], [''], 'Which files are offered.'),
    get_accept: query([], string, 'Which files are offered.'),
  },
  events: {
    activated: event([param('payload', fileDialogPayload)], 'Files were chosen, and have arrived.'),
    progress: event(
      [param('info', transferProgress)],
      'Made by the server for each chunk of a file.',
    ),
    cancelled: ours(event([], 'The user has chosen none.')),
    ...uploadEvents,
  },
  notes: [
    'Browsers ask only a moment after a click or a key; else a small box on the page asks for the click first.',
  ],
})
