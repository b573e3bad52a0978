// Short messages in the corner of the page.

import { event, option, optional, ours, param, setter, widget } from '../define.ts'
import { number, oneOf, string } from '../types.ts'

const tone = oneOf('normal', 'success', 'warning', 'danger')

export const Toast = ours(
  widget({
    summary: 'A short message in the corner of the page, which goes away by itself.',
    base: 'widget',
    args: [optional('text', string, '')],
    options: {
      tone: option(tone, 'normal', 'What it means; danger is read out at once.'),
      timeout: option(number, 5000, 'Milliseconds until it goes away by itself; 0 stays.'),
      action: option(string, '', 'What its button says; without a text it has none.'),
    },
    methods: {
      set_text: setter([param('text', string)], [''], 'Text.'),
      set_tone: setter([param('tone', tone)], ['normal'], 'What it means.'),
      set_timeout: setter([param('ms', number)], [5000], 'Milliseconds from now on; 0 stays.'),
      set_action: setter([param('text', string)], [''], 'What its button says.'),
    },
    events: {
      activated: event([], 'Its button was used; it goes after that.'),
      close: event([], 'It has gone: by itself, by one of its buttons, or by Escape.'),
    },
    text: 'text',
    window: 'show',
    userState: { visible: { close: () => false } },
    notes: [
      'It waits while the pointer or the keyboard is on it or its neighbours, and while the page is out of sight.',
    ],
  }),
)
