// What README.md prints is what happens: the two commands, the counter and its stream.

import { afterAll, expect, test, vi } from 'vitest'
import { type Component, type Hello, type Peer, Session } from 'treewire'
import { render } from 'treewire/testing'
import manifest from '../../package.json' with { type: 'json' }
import { catalog } from '../../src/widgets/catalog.ts'
import type { Credentials } from '../../src/session/peer.ts'
import { extract } from './code-blocks.ts'
import { paper, papers } from './papers.ts'

const { blocks, stop } = extract()
afterAll(stop)

const readme = paper('README.md')
const served: Component[] = []

vi.mock('treewire', async (original) => ({
  ...(await original<object>()),
  serve: (component: Component) => void served.push(component),
}))

test.each(['npm ci && npm start', 'npm ci && npm test'])(
  'it says %s on a line of its own',
  (command) => {
    const shells = readme.blocks.filter(({ language }) => language === 'sh')
    expect(shells.flatMap(({ code }) => code.split('\n'))).toContain(command)
  },
)

test('the counter has fifteen lines', () => {
  expect(counter().code.split('\n')).toHaveLength(15)
})

test('the counter sends the stream that is printed below it, in one frame', async () => {
  await import(counter().path)
  const screen = render(served[0] as () => null)
  const [mounted, clicked] = readme.blocks.filter(({ language }) => language === 'text')
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take().join('\n')).toBe(mounted!.code)
  await screen.fire('Click me', 'activated')
  expect(screen.take().join('\n')).toBe(clicked!.code)
})

test('PROTOCOL.md has the same stream as it is on the wire, over a line that drops', () => {
  const { session, frames, connect } = counterSession()
  const [welcome, mounted, answer, click, changed, hello, ...afterDrop] = traced()
  const [welcomeBack, missed, clickAgain, changedAgain] = afterDrop
  const [, credentials] = welcome as [unknown, Credentials]
  const page = connect({ page: 'of the trace', isNew: true, credentials })
  expect(frames()).toEqual([welcome, mounted])
  say(session, page, answer, click)
  expect(frames()).toEqual([changed])

  session.detach(page)
  const { seen, session_id, token } = hello as Credentials & { readonly seen: number }
  expect(credentials).toEqual({ type: 'session-info', session_id, token })
  const next = connect({ page: 'of the trace', seen })
  expect(frames()).toEqual([welcomeBack, missed])
  expect(missed).toEqual(changed)
  say(session, next, clickAgain)
  expect(frames()).toEqual([changedAgain])
})

test('the number of classes, and their names in the changelog', () => {
  const names = Object.keys(catalog)
  const added = Object.values(catalog).filter((declared) => 'ours' in declared).length
  expect(textOf('README.md')).toContain(
    `**${names.length} classes**, the ${names.length - added} of pgwidgets and ${added} of ours`,
  )
  const [, list] = /\*\*(\d+ widget classes\*\*:.*?)\. Light/.exec(textOf('CHANGELOG.md')) ?? []
  expect(list?.match(/\b[A-Z]\w+/g)?.toSorted()).toEqual(names.toSorted())
})

test('the version and the needed Node are those of the package', () => {
  const text = papers()
    .flatMap(({ blocks }) => blocks.map(({ code }) => code))
    .join('\n')
  const named = new Set(text.match(/treewire-[\d.]+\.tgz/g))
  expect([...named]).toEqual([`treewire-${manifest.version}.tgz`])
  expect(manifest.engines.node).toBe('>=20.19.0')
  expect(textOf('README.md')).toContain('It needs Node 20.19 or newer')
})

/** A session that shows the counter, and the frames that it has sent since they were asked for last. */
function counterSession() {
  const session = new Session()
  const sent: unknown[] = []
  session.mount(served[0] as () => null)
  const connect = (hello: Hello): Peer => {
    const send = (frame: string | Uint8Array) => void sent.push(JSON.parse(frame as string))
    const peer = { send, close: () => {}, backlog: 0 }
    session.attach(peer, hello)
    return peer
  }
  const frames = () => {
    session.flush()
    return sent.splice(0)
  }
  return { session, frames, connect }
}

function say(session: Session, peer: Peer, ...frames: readonly unknown[]): void {
  for (const frame of frames) session.receive(peer, JSON.stringify(frame))
}

/** The frames of the trace in PROTOCOL.md. */
function traced(): unknown[] {
  const protocol = paper('PROTOCOL.md')
  const { number } = protocol.prose.find(({ text }) => text === '## A trace')!
  return protocol.blocks.filter(({ line }) => line > number).map(({ code }) => JSON.parse(code))
}

function textOf(path: string): string {
  return paper(path)
    .prose.map(({ text }) => text)
    .join(' ')
}

function counter() {
  return blocks.find(({ paper: path, file }) => path === 'README.md' && file === 'counter.tsx')!
}
