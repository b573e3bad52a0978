// What a value on the wire may be: a text for people, a check for running code, a type for the compiler.

import type { Json, WidgetRef } from '../protocol/messages.ts'

/** One kind of value, e.g. `number` or `'top'|'bottom'`. */
export interface Type<Value> {
  /** As the reference prints it, in TypeScript notation. */
  readonly text: string
  readonly accepts: (value: unknown) => boolean
  /** What the name in `text` stands for, if it is a name. */
  readonly meaning?: string
  /** The types it is made of. */
  readonly parts?: readonly Type<unknown>[]
  /** Only for the compiler; never set. */
  readonly value?: Value
}

/** Characters. What stands for more is looked up in the reference. */
const longestMeaning = 120

/** A type in an error sentence: a name of ours alone says nothing to who has got it wrong. */
export function inWords({ text, meaning = '' }: Type<unknown>): string {
  return meaning === '' || meaning.length > longestMeaning ? text : `${text} (${meaning})`
}

export type ValueOf<T> = T extends Type<infer Value> ? Value : never

/** Stands for another widget: a handle on the server, `{"__wid__": n}` on the wire. */
export interface WidgetLike {
  readonly wid: number
  /** Its class. Only for the compiler; never set. */
  readonly refersTo?: string
}

/** Stands for a widget of a known class. */
export interface RefOf<Name extends string> extends WidgetLike {
  readonly refersTo?: Name
}

export const string: Type<string> = primitive('string')
export const boolean: Type<boolean> = primitive('boolean')
export const number: Type<number> = {
  text: 'number',
  accepts: (value) => typeof value === 'number' && Number.isFinite(value),
}

/** Anything JSON can carry. Deep values are not walked: the codec has seen to it that they are JSON. */
export const json: Type<Json> = {
  text: 'JsonValue',
  accepts: (value) => value !== undefined,
  meaning: 'anything that JSON can carry',
}

/**
 * Raw bytes, or numbers side by side: the first argument of a method that goes over the wire as a binary frame.
 * They are neither copied nor compared: the same object is the same value.
 */
export type Bytes = ArrayBuffer | ArrayBufferView

export const bytes: Type<Bytes> = {
  text: 'Bytes',
  accepts: isBytes,
  meaning: 'an ArrayBuffer, a Buffer, a Uint8Array or another typed array',
}

export function isBytes(value: unknown): value is Bytes {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value)
}

/** A reference to a widget. */
export const widgetRef: Type<WidgetLike> = {
  text: 'WidgetRef',
  accepts: (value) => isRef(value) || (isRecord(value) && typeof value['wid'] === 'number'),
  meaning: 'the handle of a widget',
}

/** A reference to a widget that is of this class for certain. */
export function refOf<const Name extends string>(className: Name): Type<RefOf<Name>> {
  return {
    text: widgetRef.text,
    accepts: (value) => widgetRef.accepts(value),
    meaning: `the handle of a ${className}`,
  }
}

export function oneOf<const Value extends string | number | boolean>(
  ...values: readonly Value[]
): Type<Value> {
  return {
    text: values.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join('|'),
    accepts: (value) => values.includes(value as Value),
  }
}

export function nullable<Value>(type: Type<Value>): Type<Value | null> {
  return {
    text: `${type.text}|null`,
    accepts: (value) => value === null || type.accepts(value),
    ...(type.meaning !== undefined && { meaning: type.meaning }),
    parts: [type],
  }
}

export function either<A, B>(a: Type<A>, b: Type<B>): Type<A | B> {
  return {
    text: `${a.text}|${b.text}`,
    accepts: (value) => a.accepts(value) || b.accepts(value),
    parts: [a, b],
  }
}

export function list<Value>(type: Type<Value>): Type<readonly Value[]> {
  const text = type.text.includes('|') ? `(${type.text})[]` : `${type.text}[]`
  return {
    text,
    accepts: (value) => Array.isArray(value) && value.every((item) => type.accepts(item)),
    parts: [type],
  }
}

export function tuple<const Types extends readonly Type<unknown>[]>(
  ...types: Types
): Type<{ readonly [At in keyof Types]: ValueOf<Types[At]> }> {
  return {
    text: `[${types.map((type) => type.text).join(',')}]`,
    accepts: (value) =>
      Array.isArray(value) &&
      value.length === types.length &&
      types.every((type, at) => type.accepts(value[at])),
    parts: types,
  }
}

/** Text keys, values of one type. */
export function dictionary<Value>(type: Type<Value>): Type<{ readonly [key: string]: Value }> {
  return {
    text: `{[key:string]:${type.text}}`,
    accepts: (value) => isRecord(value) && areAll(value, type),
    parts: [type],
  }
}

/** Without a list of the values: there are a great many rows in a table. */
function areAll(value: Readonly<Record<string, unknown>>, type: Type<unknown>): boolean {
  for (const name in value) {
    if (Object.hasOwn(value, name) && !type.accepts(value[name])) return false
  }
  return true
}

type Required<Fields> = { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> }
type Optional<Fields> = { readonly [Name in keyof Fields]?: ValueOf<Fields[Name]> | undefined }

/** An object with named fields; fields it does not name are let through. */
export function object<
  const Fields extends Readonly<Record<string, Type<unknown>>>,
  const Maybe extends Readonly<Record<string, Type<unknown>>> = Readonly<Record<never, never>>,
>(name: string, fields: Fields, maybe?: Maybe): Type<Required<Fields> & Optional<Maybe>> {
  const needed = Object.entries(fields)
  const possible = Object.entries(maybe ?? {})
  return {
    text: name,
    accepts: (value) =>
      isRecord(value) &&
      needed.every(([field, type]) => type.accepts(value[field])) &&
      possible.every(([field, type]) => value[field] === undefined || type.accepts(value[field])),
    meaning: `{ ${[...needed.map(fieldText), ...possible.map(maybeText)].join(', ')} }`,
    parts: [...needed, ...possible].map(([, type]) => type),
  }
}

function fieldText([field, type]: [string, Type<unknown>]): string {
  return `${field}: ${type.text}`
}

function maybeText([field, type]: [string, Type<unknown>]): string {
  return `${field}?: ${type.text}`
}

/** Another name for a type, as the reference shows it. */
export function named<Value>(text: string, type: Type<Value>): Type<Value> {
  return {
    text,
    accepts: (value) => type.accepts(value),
    meaning: type.text,
    parts: [type],
  }
}

export function isRef(value: unknown): value is WidgetRef {
  return (
    isRecord(value) && Object.hasOwn(value, '__wid__') && Number.isSafeInteger(value['__wid__'])
  )
}

function primitive<Value>(kind: 'string' | 'boolean'): Type<Value> {
  return { text: kind, accepts: (value) => typeof value === kind }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
