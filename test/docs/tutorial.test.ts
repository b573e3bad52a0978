// The tutorial ends with the example of its name, and what it says is sent on the way is sent.

import { existsSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { type Component, createElement, type Signal } from 'treewire'
import { render } from 'treewire/testing'
import { extract } from './code-blocks.ts'
import { paper, ROOT } from './papers.ts'

const { blocks, stop } = extract()
afterAll(stop)

const tutorial = paper('docs/tutorial.md')
const own = blocks.filter((block) => block.paper === tutorial.path)

interface Site {
  readonly url: string
  readonly checks: readonly { readonly time: number; readonly milliseconds: number | null }[]
}

test('its last files are those of the example', () => {
  const last = new Map(own.map(({ file, code }) => [file!, code]))
  const example = [...last].filter(([file]) => !/(main|app\.test)\.tsx$/.test(file))
  const files = example.map(([file]) => [
    file,
    readFileSync(`${ROOT}examples/dashboard/${file.replace('src/', '')}`, 'utf8').trimEnd(),
  ])
  expect(example).toEqual(files)
  expect(example).toHaveLength(6)
})

test('what it changes is there in the project that treewire new makes', () => {
  const changed = ['src/main.tsx', 'src/app.tsx', 'test/app.test.tsx']
  expect(own.map(({ file }) => file)).toEqual(expect.arrayContaining(changed))
  expect(changed.filter((file) => !existsSync(`${ROOT}templates/new/${file}`))).toEqual([])
})

test('its program listens where that of treewire new does', () => {
  const main = own.find(({ file }) => file === 'src/main.tsx')!
  const [made] = /\{\n[^}]*\}/.exec(readFileSync(`${ROOT}templates/new/src/main.tsx`, 'utf8'))!
  expect(main.code).toContain(made)
})

test('the first page is five messages in one frame, as it says', async () => {
  const { path } = own.find(({ file }) => file === 'src/app.tsx')!
  const { App } = (await import(path)) as { App: Component }
  const screen = render(createElement(App, {}))
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take()).toHaveLength(5)
})

test('a check that took another time costs the line that is printed', async () => {
  const { path } = own.filter(({ file }) => file === 'src/app.tsx')[1]!
  const { App } = (await import(path)) as { App: Component }
  const { sites } = (await import(path.replace('app.tsx', 'checks.ts'))) as {
    sites: Signal<readonly Site[]>
  }
  const url = 'http://127.0.0.1:8080/'
  sites.value = [{ url, checks: [{ time: 0, milliseconds: 4 }] }]
  const screen = render(createElement(App, {}))
  screen.take()
  sites.value = [
    {
      url,
      checks: [
        { time: 0, milliseconds: 4 },
        { time: 2000, milliseconds: 3 },
      ],
    },
  ]
  await screen.settled()
  const printed = tutorial.blocks.find(({ language }) => language === 'text')!
  expect(screen.take().join('\n')).toBe(printed.code)
})
