// What a session is given by mistake, by those who write without types: refused at once, and nobody hears of it.

import { expect, test } from 'vitest'
import { createElement, type Session } from 'treewire'
import { render } from 'treewire/testing'

type Loose = Readonly<Record<keyof Session, (...args: unknown[]) => unknown>>

test.each<[string, (session: Loose) => unknown]>([
  [
    'mount needs a function that returns what to show, as in session.mount(() => <App />), got {"type":"Label","props":{}}',
    (session) => session.mount(createElement('Label')),
  ],
  ['openUrl needs the address to be a text, got undefined', (session) => session.openUrl()],
  ['download needs the name to be a text, got 5', (session) => session.download(5, 'x')],
  [
    'download needs a text, bytes, a stream or something else that is iterated, got {"a":1}',
    (session) => session.download('a', { a: 1 }),
  ],
  [
    'registerFont needs "weight" to be a text, got 700',
    (session) => session.registerFont({ family: 'Inter', url: '/inter.woff2', weight: 700 }),
  ],
  [
    'registerFont needs "family" to be a text, got undefined',
    (session) => session.registerFont({ url: '/inter.woff2' }),
  ],
  [
    `setDefaultFont needs a font such as { family: 'Inter' }, got "Inter"`,
    (session) => session.setDefaultFont('Inter'),
  ],
  ['recorded needs a function or a signal, got undefined', (session) => session.recorded('a')],
])('%s', (message, give) => {
  const screen = render(createElement('Page', { title: 'stays' }))
  screen.take()
  expect(() => give(screen.session as unknown as Loose)).toThrow(message)
  screen.session.flush()
  expect([screen.take(), screen.tree()]).toEqual([[], 'Page title="stays"'])
})
