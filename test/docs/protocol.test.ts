// PROTOCOL.md against the code: message types, fields and examples, close codes, limits, the query of the address.

import { readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import type { Json } from 'treewire/protocol'
import {
  asClientMessage,
  asServerMessage,
  CloseCode,
  closeReason,
  decodeClientFrame,
  decodeServerFrame,
} from 'treewire/protocol'
import { Told } from '../../src/line/told.ts'
import { helloOf } from '../../src/server/hello.ts'
import { settingsOf } from '../../src/server/options.ts'
import { catalog } from '../../src/widgets/catalog.ts'
import { bases } from '../../src/widgets/bases.ts'
import { codeIn, headings, paper, ROOT, tableUnder, under } from './papers.ts'

type Message = Record<string, Json>

interface Side {
  readonly heading: string
  readonly union: string
  readonly check: (message: unknown) => unknown
}

interface Field {
  readonly name: string
  readonly is: string
  readonly isOptional: boolean
}

const protocol = paper('PROTOCOL.md')
const types = typesIn(readFileSync(`${ROOT}src/protocol/messages.ts`, 'utf8'))

const sides: readonly Side[] = [
  { heading: 'Messages of the server', union: 'ServerMessage', check: asServerMessage },
  { heading: 'Messages of the browser', union: 'ClientMessage', check: asClientMessage },
]

/** By heading: `binary-chunk` goes both ways, as two messages of one type. */
const messages = sides.flatMap((side) =>
  headingsUnder(side.heading).map((heading) => [heading, side] as const),
)

test.each(sides)('$heading: all of them', ({ heading, union }) => {
  const known = types.unions.get(union)!.map((name) => types.messages.get(name)!.type)
  expect(typesUnder(heading)).toEqual(known)
})

test.each(messages)('the fields of %s', (heading, { union }) => {
  const [type] = codeIn(heading)
  const declared = types.unions
    .get(union)!
    .map((name) => types.messages.get(name)!)
    .find((message) => message.type === type)
  const written = fieldsOf(heading).map(({ name, isOptional }) => (isOptional ? `${name}?` : name))
  expect(written).toEqual(declared!.fields)
})

test.each(messages)('the example of %s is one', (heading, { check }) => {
  expect(check(exampleOf(heading))).toEqual(exampleOf(heading))
})

test.each(messages)('each field of %s is as the table says', (heading, { check }) => {
  const [type] = codeIn(heading)
  const example = exampleOf(heading)
  const faults = fieldsOf(heading).map(({ name, is, isOptional }) => {
    const { [name]: _, ...without } = example
    const wanted = `"${type}" needs "${name}" to be ${is}, got`
    return [
      [faultOf(check, without), isOptional ? '' : `${wanted} undefined`],
      [faultOf(check, { ...example, [name]: {} }), takesObjects(is) ? '' : `${wanted} object`],
    ]
  })
  expect(faults.flat().filter(([fault, expected]) => fault !== expected)).toEqual([])
})

test('the frames that are shown are frames', () => {
  const frames = protocol.blocks
    .filter(({ language }) => language === 'json')
    .map(({ code }) => code)
  const isServers = (frame: string) => {
    const [message] = [JSON.parse(frame) as Message | Message[]].flat()
    return faultOf(asServerMessage, message) === ''
  }
  for (const frame of frames) {
    if (isServers(frame)) decodeServerFrame(frame)
    else decodeClientFrame(frame)
  }
  expect(frames.length).toBeGreaterThan(messages.length)
})

test('the close codes', () => {
  const rows = tableUnder(protocol, 'Ends').map(([code, name]) => [name, Number(code)])
  expect(Object.fromEntries(rows)).toEqual(CloseCode)
})

test('the limits', () => {
  const limits = new Map(
    tableUnder(protocol, 'Limits').map(([what, limit]) => [
      what!,
      Number(limit!.split(' ')[0]!.replace(/\D/g, '')),
    ]),
  )
  const settings = settingsOf({})
  expect(limits.get('bytes in a frame of a browser')).toBe(settings.maxFrameBytes)
  expect(limits.get('sessions')).toBe(settings.maxSessions)
  expect(limits.get('sessions of one address')).toBe(settings.maxSessionsPerAddress)
  expect(limits.get('milliseconds that a session outlives its last browser')).toBe(
    settings.sessionTtl,
  )
  expect(limits.get('messages a second of one browser')).toBe(settings.maxMessageRate)
  expect(limits.get('bytes that wait in the socket of one browser')).toBe(settings.maxBacklogBytes)
  expect(limits.get('bytes of frames kept for a page')).toBe(settings.maxWindowBytes)
  expect(limits.get('milliseconds that they are kept while its line is down')).toBe(
    settings.windowTime,
  )
  expect(limits.get('milliseconds between pings')).toBe(settings.pingInterval)
  expectEdge(limits.get('arguments of a callback')!, (count) => callback(Array(count).fill(0)))
  expectEdge(limits.get('depth of an argument or a value')! - 1, (depth) => callback(nested(depth)))
  expect(Buffer.byteLength(closeReason('x'.repeat(200)))).toBe(123)
  const most = limits.get('messages that our page has told and nobody has heard')!
  expectEdge(most, (count) => count, expectKept)
  const bytes = limits.get('bytes of them')!
  expectEdge(bytes, (size) => size, expectKeptBytes)
})

test('the query of the address', () => {
  const [page, resume] = tableUnder(protocol, 'Connecting')
  expect(page).toEqual(['page', '8 to 64 letters, digits, _ and -', expect.any(String)])
  expect(resume).toEqual(['resume', '1', expect.any(String)])
  const [, query = ''] = /\?(\S+)/.exec(protocol.blocks[0]!.code) ?? []
  const name: unknown = expect.stringMatching(/^\w{32}$/)
  expect(helloOf(`/?${query}`)).toEqual({ page: name, isComingBack: true })
  expectEdge(64, (length) => 'a'.repeat(length), expectPage)
  expect(() => expectPage('abcdefg')).toThrow('not a page of ours')
})

test('what is kept: every word for it is told', () => {
  const rows = tableUnder(protocol, 'Connecting').slice(2)
  // Behind the first table stands the head of the second.
  const [, , ...words] = rows.map(([word]) => word!)
  const faults = words.map((kept) => faultOf(asServerMessage, { type: 'welcome', heard: 0, kept }))
  expect([words.length, ...faults]).toEqual([3, '', '', ''])
})

test('the additions are in the catalog, and are ours', () => {
  const { insert_before } = bases.container.methods
  const { patch_rows } = catalog.TableView.methods
  const { patch_tree } = catalog.TreeView.methods
  const { set_items } = catalog.ComboBox.methods
  const additions = [insert_before, patch_rows, patch_tree, set_items, catalog.Chart]
  expect(additions.filter(({ ours }) => !ours)).toEqual([])
  const rows = tableUnder(protocol, 'Additions')
  const patch = rows.slice(0, 4).map(([field]) => field)
  const fields = [...patch_rows.params[0].type.meaning!.matchAll(/(\w+)\?:/g)].map(
    ([, name]) => name,
  )
  expect(patch).toEqual(fields)
  // Behind the first table stands the head of the second.
  const calls = rows.slice(6).map(([call]) => call!)
  const { methods } = catalog.Chart
  expect(calls).toEqual(
    Object.entries(methods)
      .filter(([, { kind }]) => kind === 'action')
      .map(([name, { params }]) => `${name}(${params.map((param) => param.name).join(', ')})`)
      .toSorted((a, b) => calls.indexOf(a) - calls.indexOf(b)),
  )
})

function takesObjects(is: string): boolean {
  return is === 'a value' || is === 'an object or null'
}

function typesUnder(heading: string): string[] {
  return headingsUnder(heading).flatMap(codeIn)
}

function headingsUnder(heading: string): string[] {
  const all = headings(protocol)
  const rest = all.slice(all.indexOf(heading) + 1)
  const end = rest.findIndex((each) => !each.startsWith('`'))
  return rest.slice(0, end)
}

function fieldsOf(heading: string): Field[] {
  return tableUnder(protocol, heading).map(([name, is, need]) => ({
    name: name!,
    is: is!,
    isOptional: need === 'may be missing',
  }))
}

/** The first code block behind the heading. */
function exampleOf(heading: string): Message {
  const [first] = under(protocol, heading)
  const block = protocol.blocks.find(({ line }) => line > first!.number)!
  return JSON.parse(block.code) as Message
}

/** The messages that a file declares, and the unions of them. `type` is left out of the fields. */
function typesIn(text: string) {
  const found = new Map<string, { type: string; fields: string[] }>()
  const unions = new Map<string, string[]>()
  new Visitor({
    TSTypeAliasDeclaration({ id, typeAnnotation }) {
      if (typeAnnotation.type === 'TSUnionType') {
        const names = typeAnnotation.types.flatMap(({ start, end }) => text.slice(start, end))
        unions.set(id.name, names)
      }
      if (typeAnnotation.type !== 'TSTypeLiteral') return
      const members = typeAnnotation.members.map(({ start, end }) => text.slice(start, end))
      const [, type] = /^readonly type: '([\w-]+)'/.exec(members[0] ?? '') ?? []
      const fields = members.flatMap((member) => /^readonly (\w+\??):/.exec(member)?.[1] ?? [])
      if (type) found.set(id.name, { type, fields: fields.slice(1) })
    },
  }).visit(parseSync('messages.ts', text).program)
  return { messages: found, unions }
}

/** What `make` gives for the limit is taken, what it gives for one more is refused. */
function expectEdge<Value>(
  limit: number,
  make: (size: number) => Value,
  check: (value: Value) => void = asClientMessage,
): void {
  expect([limit, limit + 1].map((size) => faultOf(check, make(size)) === '')).toEqual([true, false])
}

/** What is wrong with a value; empty when nothing is. */
function faultOf<Value>(check: (value: Value) => unknown, value: Value): string {
  try {
    check(value)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

function callback(args: unknown): unknown {
  return { type: 'callback', wid: 1, action: 'activated', args }
}

/** A list of arguments that holds so many lists, one in the other. */
function nested(depth: number): unknown[] {
  return depth === 0 ? [] : [nested(depth - 1)]
}

function expectPage(name: string): void {
  const { page } = helloOf(`/?page=${name}`)
  if (page === undefined) throw new Error('not a page of ours')
}

/** So many messages that nobody has heard are kept. */
function expectKept(count: number): void {
  const told = new Told()
  for (let at = 0; at < count; at++) told.keep(() => '')
  if (told.isFull) throw new Error('too many messages')
}

/** So many bytes that nobody has heard are kept. */
function expectKeptBytes(size: number): void {
  const told = new Told()
  told.keep(() => '', new ArrayBuffer(size))
  if (told.isFull) throw new Error('too many bytes')
}
