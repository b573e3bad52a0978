// Text with a form: markup, Markdown, links, and room for what others make.

import { action, event, option, optional, ours, param, query, setter, widget } from '../define.ts'
import { textDiffer } from '../differ-tail.ts'
import { linkAddress } from '../link-address.ts'
import { nothing } from '../media-payloads.ts'
import { followMethods, followOptions, scrollEvents, scrollMethods, scrollState } from '../parts.ts'
import { html } from '../payloads.ts'
import { boolean, nullable, oneOf, string } from '../types.ts'

const trusted = ours(
  option(boolean, false, 'Shows the markup as it is, not cleaned. Only for what you wrote.'),
)

const endMethods = {
  scroll_to_top: action([], 'Scrolls up.'),
  scroll_to_bottom: action([], 'Scrolls down.'),
} as const

export const HtmlView = widget({
  summary: 'Markup, read only. The browser cleans it before it is shown.',
  base: 'widget',
  args: [optional('html', nullable(html), '')],
  options: { trusted },
  methods: {
    set_html: setter([param('html', html)], [''], 'Markup.'),
    get_html: query([], html, 'Markup as the browser has it.'),
    append_html: action([param('html', html)], 'Adds markup at the end.'),
    clear: action([], 'Empties it.'),
    ...endMethods,
    ...scrollMethods,
  },
  events: scrollEvents,
  userState: scrollState,
})

export const Markdown = widget({
  summary: 'Text in Markdown as GitHub has it: tables, task lists, code. Cheap to add to.',
  base: 'widget',
  args: [optional('text', string, '')],
  options: {
    trusted,
    ...followOptions,
  },
  methods: {
    set_text: setter([param('text', string)], [''], 'Text.', {
      differ: textDiffer('set_text', 'append_text'),
    }),
    get_text: query([], string, 'Text.'),
    append_text: action(
      [param('text', string)],
      'Adds text at the end, in the middle of a word, too.',
    ),
    ...followMethods,
    ...endMethods,
    ...scrollMethods,
  },
  events: scrollEvents,
  text: 'text',
  userState: scrollState,
  ours: true,
  notes: ['Markup in the text is cleaned as that of HtmlView is. Links open in a new tab.'],
})

const linkTarget = oneOf('_blank', '_self')

export const Link = widget({
  summary: 'Text that leads somewhere.',
  base: 'widget',
  args: [optional('text', string, ''), optional('href', linkAddress, '')],
  options: {
    target: option(linkTarget, '_blank', 'A new tab, which cannot reach back, or this one.'),
  },
  methods: {
    set_text: setter([param('text', string)], [''], 'Text.'),
    get_text: query([], string, 'Text.'),
    set_href: setter([param('href', linkAddress)], [''], 'Address; empty leads nowhere.'),
    get_href: query([], string, 'Address.'),
    set_target: setter([param('target', linkTarget)], ['_blank'], 'A new tab, or this one.'),
  },
  events: {
    activated: event([], 'Clicked. Who listens stays in the application: no page is opened.'),
  },
  text: 'text',
  aliases: { onClick: 'onActivated' },
  ours: true,
})

export const ExternalWidget = widget({
  summary: 'Empty room for markup of others. The browser cleans it before it is shown.',
  base: 'widget',
  options: { trusted },
  methods: {
    get_content_element: query([], nothing, 'Nothing: a part of the page cannot cross the wire.'),
    set_content: setter([param('html', html)], [''], 'Markup.'),
    clear: action([], 'Empties it.'),
  },
})
