// The tutorial ends with the example of its name, and what it says is sent on the way is sent.

import { readFileSync } from 'node:fs'
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
  const example = [...last].filter(([file]) => !/^(main|app\.test)\.tsx$/.test(file))
  const files = example.map(([file]) => [
    file,
    readFileSync(`${ROOT}examples/dashboard/${file}`, 'utf8').trimEnd(),
  ])
  expect(example).toEqual(files)
  expect(example).toHaveLength(6)
})

test('its tsconfig.json is that of the README', () => {
  const [its, readmes] = [tutorial, paper('README.md')].map(({ blocks: all }) =>
    all.find(({ file }) => file === 'tsconfig.json'),
  )
  expect(its?.code).toBe(readmes?.code)
})

test('the first page is five messages in one frame, as it says', async () => {
  const shown = tutorial.blocks.find(({ file }) => file === 'main.tsx')!
  expect(shown.code).toContain('<Label variant="title" padding={16}>')
  const { Page, Label } = await import('treewire')
  const label = createElement(Label, { text: 'Is it up?', variant: 'title', padding: 16 })
  const screen = render(createElement(Page, { title: 'Is it up?', children: label }))
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take()).toHaveLength(5)
})

test('a check that took another time costs the line that is printed', async () => {
  const { path } = own.find(({ file }) => file === 'app.tsx')!
  const { App } = (await import(path)) as { App: Component }
  const { sites } = (await import(path.replace('app.tsx', 'checks.ts'))) as {
    sites: Signal<readonly Site[]>
  }
  const url = 'http://127.0.0.1:9501/'
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
