// What README.md prints is what happens: the two commands, the counter and its stream.

import { afterAll, expect, test, vi } from 'vitest'
import type { Component } from 'treewire'
import { render } from 'treewire/testing'
import manifest from '../../package.json' with { type: 'json' }
import { catalog } from '../../src/widgets/catalog.ts'
import { extract } from './code-blocks.ts'
import { paper } from './papers.ts'

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

test('PROTOCOL.md has the same stream as it is on the wire', async () => {
  const screen = render(served[0] as () => null)
  await screen.fire('Click me', 'activated')
  const frames = paper('PROTOCOL.md')
    .blocks.slice(-4)
    .map(({ code }) => JSON.parse(code) as unknown)
  const [mounted, answer, click, changed] = frames
  expect(screen.takeFrames().map((text) => JSON.parse(text) as unknown)).toEqual([mounted, changed])
  expect([answer, click]).toEqual([
    [{ type: 'result', id: 1 }],
    { type: 'callback', wid: 4, action: 'activated', args: [] },
  ])
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
  const text = readme.blocks.map(({ code }) => code).join('\n')
  expect(text).toContain(`treewire-${manifest.version}.tgz`)
  expect(manifest.engines.node).toBe('>=20.19.0')
  expect(textOf('README.md')).toContain('It needs Node 20.19 or newer')
})

function textOf(path: string): string {
  return paper(path)
    .prose.map(({ text }) => text)
    .join(' ')
}

function counter() {
  return blocks.find(({ paper: path, file }) => path === 'README.md' && file === 'counter.tsx')!
}
