// Turns an unknown value into a message, or says exactly which field is wrong.

import { ProtocolError } from './error.ts'
import type { ClientMessage, ServerMessage } from './messages.ts'

type Kind =
  | 'whole'
  | 'number'
  | 'string'
  | 'flag'
  | 'array'
  | 'id'
  | 'kept'
  | 'encoding'
  | 'command'
  | 'maybe object'
  | 'any'
type Shape = Readonly<Record<string, Kind | `${Kind}?`>>

/** One field of a shape, read once: every message is held against them. */
interface Rule {
  readonly field: string
  readonly kind: Kind
  readonly isOptional: boolean
}

/** By type of message. */
type Rules = ReadonlyMap<unknown, readonly Rule[]>

const serverShapes: Readonly<Record<ServerMessage['type'], Shape>> = {
  init: { id: 'id?' },
  welcome: { heard: 'whole', kept: 'kept', life: 'whole?' },
  'session-info': { session_id: 'id', token: 'string' },
  heard: { id: 'id?', count: 'whole' },
  'reconstruct-start': { id: 'id?', next_wid: 'whole?' },
  'reconstruct-end': { id: 'id?' },
  create: { id: 'id?', wid: 'whole?', class: 'string', args: 'array?' },
  call: { id: 'id?', wid: 'whole', method: 'string', args: 'array?', silent: 'flag?' },
  batch: { id: 'id?', calls: 'array?' },
  listen: { id: 'id?', wid: 'whole', action: 'string' },
  unlisten: { id: 'id?', wid: 'whole', action: 'string' },
  'binary-call': { id: 'id?', wid: 'whole', method: 'string', args: 'array?' },
  'binary-call-chunked': {
    id: 'id?',
    wid: 'whole',
    method: 'string',
    args: 'array?',
    transfer_id: 'whole',
    num_chunks: 'whole',
    shape: 'array?',
    dtype: 'string?',
  },
  'binary-chunk': {
    transfer_id: 'whole',
    chunk_index: 'whole',
    num_chunks: 'whole',
    encoding: 'encoding?',
    data: 'string?',
  },
  'register-font': {
    id: 'id?',
    family: 'string',
    url: 'string',
    weight: 'string?',
    style: 'string?',
  },
  'set-default-font': { id: 'id?', font: 'maybe object' },
  'open-url': { id: 'id?', url: 'string' },
  download: { id: 'id?', url: 'string', name: 'string' },
  upload: { id: 'id?', transfer_id: 'whole', command: 'command' },
}

const clientShapes: Readonly<Record<ClientMessage['type'], Shape>> = {
  hello: { session_id: 'id', token: 'string', seen: 'whole' },
  result: {
    id: 'id?',
    wid: 'whole?',
    next_wid: 'whole?',
    value: 'any?',
    session_id: 'id?',
    token: 'string?',
    seq: 'whole?',
  },
  error: { id: 'id?', error: 'string', seq: 'whole?' },
  callback: { wid: 'whole', action: 'string', args: 'array', seq: 'whole?', life: 'whole?' },
  viewport: { width: 'number', height: 'number' },
  'file-chunk': {
    wid: 'whole',
    transfer_id: 'whole',
    file_index: 'whole',
    file_count: 'whole',
    chunk_index: 'whole',
    num_chunks: 'whole',
    data: 'string',
    seq: 'whole?',
  },
  'binary-chunk': {
    wid: 'whole',
    transfer_id: 'whole',
    file_index: 'whole?',
    file_count: 'whole?',
    chunk_index: 'whole',
    num_chunks: 'whole',
    encoding: 'encoding?',
    data: 'string?',
    seq: 'whole?',
  },
}

const serverRules = rulesOf(serverShapes)
const clientRules = rulesOf(clientShapes)

const wanted: Readonly<Record<Kind, string>> = {
  whole: 'a whole number',
  number: 'a number',
  string: 'a string',
  flag: 'true or false',
  array: 'an array',
  id: 'a number or a string',
  kept: "'page', 'session' or 'nothing'",
  encoding: "'binary' or 'base64'",
  command: "'pause', 'resume' or 'stop'",
  'maybe object': 'an object or null',
  any: 'a value',
}

/** @throws ProtocolError that names the field, what it must be, and what came. */
export function asServerMessage(value: unknown): ServerMessage {
  const message = check(value, serverRules) as unknown as ServerMessage
  if (message.type === 'batch') message.calls?.forEach(checkCall)
  return message
}

/** Calls of a batch leave out what goes without saying. */
function checkCall(call: unknown): void {
  if (kindOf(call) !== 'object') {
    throw new ProtocolError(`"batch" needs "calls" to be objects, got ${kindOf(call)}`)
  }
  check({ ...(call as object), type: 'call' }, serverRules)
}

/** @throws ProtocolError that names the field, what it must be, and what came. */
export function asClientMessage(value: unknown): ClientMessage {
  const message = check(value, clientRules) as unknown as ClientMessage
  if (message.type === 'callback') checkArgs(message.args)
  // Fields that no shape names too: whoever writes the message down again walks them.
  checkDepth(message, `"${message.type}"`, mostDepth + 1)
  return message
}

/** An event brings a handful of arguments; more would overflow the call of its handler. */
const mostArgs = 64

/** Values are walked by functions that call themselves; deeper ones would overflow the stack. */
const mostDepth = 100

function checkArgs(args: readonly unknown[]): void {
  if (args.length > mostArgs) {
    throw new ProtocolError(`"callback" takes at most ${mostArgs} arguments, got ${args.length}`)
  }
  checkDepth(args, '"callback" "args"')
}

function checkDepth(value: unknown, what: string, most = mostDepth): void {
  if (isWithin(value, most)) return
  throw new ProtocolError(`${what} may be nested ${mostDepth} deep, got deeper`)
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth <= 0) return false
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  for (const part of parts) if (!isWithin(part, depth - 1)) return false
  return true
}

function rulesOf(shapes: Readonly<Record<string, Shape>>): Rules {
  return new Map(Object.entries(shapes).map(([type, shape]) => [type, fieldsOf(shape)]))
}

function fieldsOf(shape: Shape): Rule[] {
  return Object.entries(shape).map(([field, rule]) => {
    const isOptional = rule.endsWith('?')
    return { field, kind: (isOptional ? rule.slice(0, -1) : rule) as Kind, isOptional }
  })
}

function check(value: unknown, rules: Rules): Record<string, unknown> {
  if (kindOf(value) !== 'object') {
    throw new ProtocolError(`A message must be an object, got ${kindOf(value)}`)
  }
  const message = value as Record<string, unknown>
  for (const rule of fieldsFor(message['type'], rules)) checkField(message, rule)
  return message
}

function fieldsFor(type: unknown, rules: Rules): readonly Rule[] {
  const fields = rules.get(type)
  if (fields) return fields
  throw new ProtocolError(
    `Unknown message type ${show(type)}. Known: ${[...rules.keys()].join(', ')}`,
  )
}

function checkField(message: Record<string, unknown>, { field, kind, isOptional }: Rule): void {
  const value = Object.hasOwn(message, field) ? message[field] : undefined
  if (value === undefined && isOptional) return
  if (fits(value, kind)) return
  throw new ProtocolError(
    `"${String(message['type'])}" needs "${field}" to be ${wanted[kind]}, got ${gotten(value)}`,
  )
}

function fits(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'whole':
      return Number.isSafeInteger(value)
    case 'id':
      return typeof value === 'number' || typeof value === 'string'
    case 'number':
      return Number.isFinite(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'kept':
      return value === 'page' || value === 'session' || value === 'nothing'
    case 'encoding':
      return value === 'binary' || value === 'base64'
    case 'command':
      return value === 'pause' || value === 'resume' || value === 'stop'
    case 'maybe object':
      return typeof value === 'object' && !Array.isArray(value)
    case 'any':
      return true
    default:
      return kindOf(value) === kind
  }
}

function gotten(value: unknown): string {
  return typeof value === 'number' ? String(value) : kindOf(value)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** What is no single value may be nested too deep to be written down. */
function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return kindOf(value)
  return (JSON.stringify(value) ?? 'undefined').slice(0, 60)
}
