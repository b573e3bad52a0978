// CONTRIBUTING.md names every command there is, and every room.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { codeIn, paper, papers, ROOT, tableUnder } from './papers.ts'

const contributing = paper('CONTRIBUTING.md')
const scripts = Object.keys(manifest.scripts)
/** Those of a project that `treewire new` makes. */
const newScripts = Object.keys(
  (
    JSON.parse(
      readFileSync(`${ROOT}templates/new/package.json.template`, 'utf8'),
    ) as typeof manifest
  ).scripts,
)

test('every script of the package is told, but those that run by themselves', () => {
  const told = tableUnder(contributing, 'Running things').map(([command]) => scriptOf(command!))
  const wanted = scripts.filter((name) => !/^(pre|post)/.test(name))
  expect(told.toSorted()).toEqual(wanted.toSorted())
})

test('every command that the papers name is there', () => {
  const texts = papers().flatMap(({ prose, blocks }) => [
    ...prose.flatMap(({ text }) => codeIn(text)),
    ...blocks.filter(({ language }) => language === 'sh').map(({ code }) => code),
  ])
  const named = texts.flatMap((text) => [...text.matchAll(/npm (?:run [\w:-]+|start|test)/g)])
  const unknown = named
    .map(([command]) => scriptOf(command))
    .filter((name) => ![...scripts, ...newScripts].includes(name))
  expect(unknown).toEqual([])
  expect(named.length).toBeGreaterThan(10)
})

test('every room has its floor in the table, and there is no other', () => {
  const told = tableUnder(contributing, 'The floors').map(([, room]) => room!)
  const folders = readdirSync(`${ROOT}src`, { withFileTypes: true })
  const rooms = folders
    .filter((entry) => entry.isDirectory() || entry.name === 'index.ts')
    .map(({ name }) => `src/${name}`)
  const browser = ['src/client/dom', 'src/client/widgets']
  expect(told.toSorted()).toEqual([...rooms, ...browser, 'jsx-runtime'].toSorted())
  expect(told.filter((room) => !existsSync(ROOT + room))).toEqual([])
})

test('every example that the README names can be run', () => {
  const line = paper('README.md').prose.find(({ text }) => text.includes('npm run example'))!
  const named = codeIn(line.text).map((code) => code.split(' ').at(-1)!)
  const all = readdirSync(`${ROOT}examples`)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.replace('.tsx', ''))
  expect(named.toSorted()).toEqual(all.toSorted())
})

/** `npm run test:unit` → `test:unit` */
function scriptOf(command: string): string {
  return command.replace(/^npm (run )?/, '').split(' ')[0]!
}
