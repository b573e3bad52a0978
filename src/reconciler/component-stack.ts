// The components that a node is in, and where their elements are written, for people who look for a mistake.
//
//   in Button #7 (src/app.tsx:14:9)
//   in Row (src/app.tsx:22:12)
//   in App

import { isAbsolute, relative } from 'node:path'
import type { Element, Props } from '../jsx/element.ts'
import { sourceOf } from '../jsx/source.ts'
import type { Source } from '../jsx/source.ts'
import { nameOf } from './node.ts'
import type { Node } from './node.ts'
import { givenProps } from './props.ts'

/** The node itself, then the components around it, a line each. */
export function componentStack(node: Node): string {
  const own = node.kind === 'widget' ? [lineOf(node)] : []
  return [...own, ...componentsFrom(node)].join('\n')
}

/** The same for an element that could not become a node of `parent`. */
export function elementStack(name: string, { props }: Element, parent: Node): string {
  return [lineText(name, props), ...componentsFrom(parent)].join('\n')
}

function componentsFrom(node: Node): string[] {
  const lines: string[] = []
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === 'component' && nameOf(at)) lines.push(lineOf(at))
  }
  return lines
}

function lineOf(node: Node): string {
  return lineText(nameOf(node), givenProps(node.props as Props))
}

function lineText(name: string, props: Props): string {
  const place = placeIn(props)
  return place ? `in ${name} (${place})` : `in ${name}`
}

/** Where the element of a component or a widget is written, as in `src/app.tsx:14:9`; undefined where nobody knows. */
export function placeOf(node: Node): string | undefined {
  return placeIn(givenProps(node.props as Props))
}

function placeIn(props: Props): string | undefined {
  const source = sourceOf(props)
  return source && placeText(source)
}

/** Files below the folder that the process runs in are told from there. */
function placeText({ fileName, lineNumber, columnNumber }: Source): string {
  const near = relative(process.cwd(), fileName)
  const isBelow = !near.startsWith('..') && !isAbsolute(near)
  const column = columnNumber === undefined ? '' : `:${columnNumber}`
  return `${isBelow ? near : fileName}:${lineNumber}${column}`
}
