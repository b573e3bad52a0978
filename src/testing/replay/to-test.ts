// Writes the test that does what was recorded, and expects what was said.

import type { Outcome, RecordedEvent } from '../../session/recording/events.ts'
import type { ReadRecording } from './read-recording.ts'
import { isTime, scenesOf } from './scenes.ts'
import type { Scene } from './scenes.ts'

export interface TestOptions {
  /** What is shown, and the module that it is imported from: `{ name: 'App', from: './app.tsx' }`. */
  readonly component: { readonly name: string; readonly from: string }
  /** The title of the test; a fact. */
  readonly title: string
}

/** @throws RecordingError for a recording of which no test can be made */
export function testText(recording: ReadRecording, { component, title }: TestOptions): string {
  const { name, from } = component
  const scenes = scenesOf(recording)
  return [
    `import { expect, test } from 'vitest'`,
    `import { render } from 'treewire/testing'`,
    `import { ${name} } from ${quoted(from)}`,
    '',
    `test(${quoted(title)}, async () => {`,
    ...indented([
      ...renderLines(name, scenes, outsideIn(recording.events)),
      ...scenes.flatMap(sceneLines),
      ...errorLines(recording.events),
    ]),
    '})',
    '',
  ].join('\n')
}

function renderLines(name: string, scenes: readonly Scene[], outside: readonly string[]): string[] {
  const isTimed = scenes.some(isTime)
  const options = [`names: 'path',`, ...(isTimed ? [`clock: 'manual',`] : []), ...outside]
  if (options.length < 3)
    return [`const ui = render(<${name} />, { ${options.join(' ').slice(0, -1)} })`]
  return [`const ui = render(<${name} />, {`, ...indented(options), '})']
}

function sceneLines(scene: Scene): string[] {
  const { lines } = scene
  const done = deedLines(scene)
  if (isTime(scene) && lines.length === 0) return done
  if (lines.length === 0) return [...done, 'expect(ui.take()).toEqual([])']
  return [
    ...done,
    'expect(ui.take()).toEqual([',
    ...indented(lines.map((line) => `${quoted(line)},`)),
    '])',
  ]
}

/** Several at once are done before any of them is answered. */
function deedLines({ deeds }: Scene): string[] {
  const calls = deeds.map(
    ({ method, args }) => `ui.${method}(${args.map((arg) => literal(arg)).join(', ')})`,
  )
  if (calls.length === 0) return []
  if (calls.length === 1) return ['', `await ${calls[0]!}`]
  return ['', 'await Promise.all([', ...indented(calls.map((call) => `${call},`)), '])']
}

function errorLines(events: readonly RecordedEvent[]): string[] {
  const errors = events.filter((event) => event.type === 'error')
  if (errors.length === 0) return []
  const lines = errors.map(({ where, message }) => `${quoted(`${where}: ${message}`)},`)
  return ['', 'expect(ui.errors()).toEqual([', ...indented(lines), '])']
}

/** What was outside, as an option of `render`. */
function outsideIn(events: readonly RecordedEvent[]): string[] {
  const names = new Map<string, string[]>()
  for (const event of events) {
    if (event.type !== 'value' && event.type !== 'asked') continue
    const { name, call } = event
    const given = names.get(name) ?? []
    names.set(name, given)
    given[call - 1] = event.type === 'value' ? atOnce(event) : laterText(events, name, call)
  }
  if (names.size === 0) return []
  const lines = [...names].flatMap(([name, given]) => [
    `${isName(name) ? name : quoted(name)}: [`,
    ...indented(given.map((one) => `${one},`)),
    '],',
  ])
  return ['outside: {', ...indented(lines), '},']
}

function atOnce({ value, error }: Outcome): string {
  if (error) return `() => { throw ${errorText(error)} }`
  return `() => ${value === undefined ? 'undefined' : bracketed(value)}`
}

/** What came in the turn in which it was asked comes so again, and everything else in the next one. */
function laterText(events: readonly RecordedEvent[], name: string, call: number): string {
  const settled = events.find(
    (event) => event.type === 'settled' && event.name === name && event.call === call,
  )
  if (settled?.type !== 'settled') return '() => new Promise(() => undefined)'
  const { value, error, hops } = settled
  const given = value === undefined ? 'undefined' : literal(value)
  if (error) {
    return hops === undefined
      ? `() => new Promise((_, reject) => setImmediate(reject, ${errorText(error)}))`
      : `() => Promise.reject(${errorText(error)})`
  }
  return hops === undefined
    ? `() => new Promise((resolve) => setImmediate(resolve, ${given}))`
    : `() => Promise.resolve(${given})`
}

function errorText({ message }: { readonly message: string }): string {
  return `new Error(${quoted(message)})`
}

/** An object behind an arrow would be a block. */
function bracketed(value: unknown): string {
  const text = literal(value)
  return text.startsWith('{') ? `(${text})` : text
}

/** A value as it is written in a program. */
function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([name, one]) => `${isName(name) ? name : quoted(name)}: ${literal(one)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (text.includes("'")) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}
