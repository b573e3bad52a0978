// An element as one would write it. Pure.

import type { Element } from 'treewire'
import { nameOf } from './specimen.ts'

/** Longer tags get a line for each prop. */
const width = 72

export function jsxText(element: Element, indent = ''): string {
  const name = nameOf(element)
  const { children, ...props } = element.props
  const open = openingTag(name, propTexts(props), indent)
  const inside = childTexts(children, `${indent}  `)
  if (inside.length === 0) return `${indent}${open}${open.includes('\n') ? '' : ' '}/>`
  const [only] = inside
  const text = `${indent}${open}>${only?.trim()}</${name}>`
  if (inside.length === 1 && text.length <= width && !text.includes('\n')) return text
  return [`${indent}${open}>`, ...inside, `${indent}</${name}>`].join('\n')
}

function openingTag(name: string, props: readonly string[], indent: string): string {
  const line = [`<${name}`, ...props].join(' ')
  if (indent.length + line.length <= width) return line
  return [`<${name}`, ...props.map((prop) => `${indent}  ${prop}`)].join('\n') + `\n${indent}`
}

function propTexts(props: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => propText(name, value))
}

function propText(name: string, value: unknown): string {
  if (value === true) return name
  const isPlain = typeof value === 'string' && value.length <= width && !/["\n\\]/.test(value)
  if (isPlain) return `${name}="${value}"`
  const text = valueText(value)
  // What is long stands elsewhere in a program, under a name.
  return `${name}={${text.length > width ? name : text}}`
}

function valueText(value: unknown): string {
  if (typeof value === 'string')
    return `'${value.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`
  if (typeof value === 'object' && value !== null) return objectText(value)
  return typeof value === 'function' ? '() => …' : String(value)
}

function objectText(value: object): string {
  const fields = Object.entries(value).map(([name, one]) => `${name}: ${valueText(one)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function childTexts(children: unknown, indent: string): string[] {
  if (Array.isArray(children)) return children.flatMap((child) => childTexts(child, indent))
  if (isElement(children)) return [jsxText(children, indent)]
  if (typeof children === 'string' || typeof children === 'number') return [`${indent}${children}`]
  return []
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'props' in value && 'type' in value
}
