// What can be drawn on a canvas by commands: the methods and properties of a 2D context that are let through.
// A method is followed by its arguments, a property by its value:
//
//   ['fillStyle', 'var(--tw-accent)'], ['beginPath'], ['arc', 40, 40, 16, 0, 6.3], ['fill']

import { nearest } from './nearest.ts'

type Kind = 'number' | 'string' | 'boolean' | 'numbers' | 'corners'

/** By method: what its arguments are, and how many of them are needed. */
const methods = {
  arc: [['number', 'number', 'number', 'number', 'number', 'boolean'], 5],
  arcTo: [['number', 'number', 'number', 'number', 'number'], 5],
  beginPath: [[], 0],
  bezierCurveTo: [['number', 'number', 'number', 'number', 'number', 'number'], 6],
  clearRect: [['number', 'number', 'number', 'number'], 4],
  clip: [['string'], 0],
  closePath: [[], 0],
  drawImage: [['string', 'number', 'number', 'number', 'number'], 3],
  ellipse: [['number', 'number', 'number', 'number', 'number', 'number', 'number', 'boolean'], 7],
  fill: [['string'], 0],
  fillRect: [['number', 'number', 'number', 'number'], 4],
  fillText: [['string', 'number', 'number', 'number'], 3],
  lineTo: [['number', 'number'], 2],
  moveTo: [['number', 'number'], 2],
  quadraticCurveTo: [['number', 'number', 'number', 'number'], 4],
  rect: [['number', 'number', 'number', 'number'], 4],
  resetTransform: [[], 0],
  restore: [[], 0],
  rotate: [['number'], 1],
  roundRect: [['number', 'number', 'number', 'number', 'corners'], 4],
  save: [[], 0],
  scale: [['number', 'number'], 2],
  setLineDash: [['numbers'], 1],
  setTransform: [['number', 'number', 'number', 'number', 'number', 'number'], 6],
  stroke: [[], 0],
  strokeRect: [['number', 'number', 'number', 'number'], 4],
  strokeText: [['string', 'number', 'number', 'number'], 3],
  transform: [['number', 'number', 'number', 'number', 'number', 'number'], 6],
  translate: [['number', 'number'], 2],
} as const satisfies Readonly<Record<string, readonly [args: readonly Kind[], needed: number]>>

/** By property: what its value is. */
const properties = {
  direction: 'string',
  fillStyle: 'string',
  filter: 'string',
  font: 'string',
  fontKerning: 'string',
  globalAlpha: 'number',
  globalCompositeOperation: 'string',
  imageSmoothingEnabled: 'boolean',
  imageSmoothingQuality: 'string',
  letterSpacing: 'string',
  lineCap: 'string',
  lineDashOffset: 'number',
  lineJoin: 'string',
  lineWidth: 'number',
  miterLimit: 'number',
  shadowBlur: 'number',
  shadowColor: 'string',
  shadowOffsetX: 'number',
  shadowOffsetY: 'number',
  strokeStyle: 'string',
  textAlign: 'string',
  textBaseline: 'string',
  wordSpacing: 'string',
} as const satisfies Readonly<Record<string, Kind>>

export type DrawName = keyof typeof methods | keyof typeof properties
export type DrawArg = number | string | boolean | readonly number[]

/** A name, then the arguments of the method or the value of the property. */
export type DrawCommand = readonly [name: DrawName, ...args: readonly DrawArg[]]

export function isProperty(name: DrawName): name is keyof typeof properties {
  return Object.hasOwn(properties, name)
}

/** What is wrong with a command, in words that follow `Canvas.draw `; undefined when nothing is. */
export function wrongCommand([name, ...args]: readonly [string, ...unknown[]]): string | undefined {
  const shape = shapeOf(name)
  if (!shape) {
    const known = [...Object.keys(methods), ...Object.keys(properties)]
    return `does not know "${name}". Did you mean "${nearest(name, known)}"?`
  }
  const [kinds, needed] = shape
  if (args.length < needed || args.length > kinds.length) {
    return `needs "${name}" to have ${countText(needed, kinds.length)}, got ${args.length}`
  }
  const at = args.findIndex((arg, position) => !accepts[kinds[position]!](arg))
  if (at < 0) return undefined
  return `needs argument ${at + 1} of "${name}" to be ${words[kinds[at]!]}, got ${JSON.stringify(args[at])}`
}

function shapeOf(name: string): readonly [kinds: readonly Kind[], needed: number] | undefined {
  if (Object.hasOwn(methods, name)) return methods[name as keyof typeof methods]
  if (Object.hasOwn(properties, name)) return [[properties[name as keyof typeof properties]], 1]
  return undefined
}

function countText(least: number, most: number): string {
  const range = least === most ? `${least}` : `${least} to ${most}`
  return `${range} ${most === 1 ? 'argument' : 'arguments'}`
}

const words: Readonly<Record<Kind, string>> = {
  number: 'a number',
  string: 'a string',
  boolean: 'a boolean',
  numbers: 'a list of numbers',
  corners: 'a number or a list of 1 to 4 numbers',
}

const accepts: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  number: isNumber,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  numbers: isNumbers,
  corners: (value) =>
    isNumber(value) || (isNumbers(value) && value.length >= 1 && value.length <= 4),
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isNumber)
}
