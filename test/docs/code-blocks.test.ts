// The code in the papers: all of it compiles, what can be shown is shown, what asserts something is right.

import { spawnSync } from 'node:child_process'
import { afterAll, expect, test, vi } from 'vitest'
import { createElement, Label, Page, signal, VBox } from 'treewire'
import type { Component } from 'treewire'
import { render } from 'treewire/testing'
import { extract } from './code-blocks.ts'
import { ROOT } from './papers.ts'

const { blocks, folder, stop } = extract()
afterAll(stop)

type Props = Readonly<Record<string, unknown>>

/** Of the components that cannot do without. */
const props: Readonly<Record<string, Props>> = {
  Account: { user: signal({ name: 'Ada' }) },
  Careful: { children: createElement(Label, { text: 'well' }) },
  Changes: { text: signal('text'), changes: signal(1) },
  Gauge: { name: 'CPU', share: 0.5 },
  Layout: { content: () => null },
  Panel: { title: 'Panel' },
  RemoveSite: { selected: signal(undefined) },
  SearchField: { query: signal('') },
  SiteTable: { selected: signal(undefined) },
  Shown: { of: Object.assign(() => null, { initial: 'initial' }) },
  TaskList: { tasks: signal([{ id: 1, text: 'Milk' }]) },
  TickList: { items: [{ id: 1, text: 'Milk' }] },
  Total: { count: signal(3) },
  WordCount: { text: signal('two words') },
}

test('all of it compiles', () => {
  const tsc = `${ROOT}node_modules/typescript/bin/tsc`
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
}, 120_000)

/** What opens ports, or needs a page to draw on, is not run here. */
const runnable = blocks.filter(
  ({ code }) =>
    /^export |assert/m.test(code) &&
    !/^test\(|new Application|serve\(|treewire\/client/m.test(code),
)

test.each(runnable.map(({ paper, line, path }) => [`${paper}:${line}`, path] as const))(
  '%s does what it says',
  async (_name, path) => {
    vi.spyOn(console, 'info').mockReturnValue()
    const module = (await import(path)) as Props
    const faults: string[] = []
    for (const [name, value] of Object.entries(module)) {
      if (/^[A-Z]/.test(name)) faults.push(...(await faultsOf(name, value as Component)))
    }
    expect(faults).toEqual([])
  },
)

/** Shows a component, presses all its buttons that can be pressed, and tells what went wrong. */
async function faultsOf(name: string, component: Component): Promise<string[]> {
  const shown = createElement(component, props[name] ?? {})
  const screen = render(createElement(Page, { children: createElement(VBox, { children: shown }) }))
  await screen.settled()
  for (const button of screen.findAll({ type: 'Button' })) {
    if (button.state.get('enabled') !== false) await screen.fire(button, 'activated')
  }
  const isEmpty = screen.browser.widgets.size <= 2
  screen.unmount()
  return isEmpty ? [`${name} shows nothing`] : screen.errors()
}
