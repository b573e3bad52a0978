// Messages as rows of a table, and one of them in full. Pure.

import type { LoggedMessage } from '../seen/message-log.ts'
import { cut } from '../seen/short-text.ts'
import { isIn } from './filter.ts'
import { bytes, moment } from './format.ts'
import type { Shown } from './view.ts'

/** Rows that are shown at most: the newest. */
export const mostRows = 500

/** As tests write them. */
const arrows = { down: 'v', up: '^' } as const

/** Signs of the text of one message. */
const mostText = 20_000

export function messageRow(logged: LoggedMessage, start: number) {
  const { number, time, direction, message, widget, bytes: size, viewers, doer } = logged
  return {
    number: String(number),
    time: moment(time, start),
    way: arrows[direction],
    what: whatOf(message),
    widget,
    args: cut(argsOf(message), 160),
    size: bytes(size),
    browser: viewers.map((viewer) => viewer + 1).join(', '),
    component: doer?.component ?? '',
    by: logged.isRetold ? 'told anew' : (doer?.by ?? ''),
    why: logged.isRetold ? 'a browser came, or was too slow' : (doer?.why ?? ''),
  }
}

export interface MessageChoice {
  readonly shown: Shown
  readonly filter: string
  /** Milliseconds: when somebody began to look. */
  readonly start: number
  /** The id of the node whose messages are wanted; undefined for those of all. */
  readonly node: string | undefined
}

/** The newest first. */
export function messageRows(
  messages: readonly LoggedMessage[],
  { shown, filter, start, node }: MessageChoice,
) {
  return messages
    .filter(({ direction }) => shown === 'everything' || shown === direction)
    .filter(({ nodes }) => node === undefined || nodes.includes(node))
    .map((logged) => messageRow(logged, start))
    .filter((row) => isIn(row, filter))
    .slice(-mostRows)
    .toReversed()
}

/** Who has caused it, by what, and why; empty where nobody knows. */
export function causeOfMessage({ doer }: LoggedMessage): string {
  return doer ? [doer.component, doer.by, doer.why].filter(Boolean).join(' · ') : ''
}

/** All of it. */
export function textOfMessage({ message }: LoggedMessage): string {
  return cut(JSON.stringify(message, null, 2), mostText)
}

function whatOf(message: LoggedMessage['message']): string {
  if (message.type === 'bytes') return 'bytes'
  if (message.type === 'create') return `create ${message.class}`
  if ('method' in message) return message.method
  if ('action' in message) return `${message.type} ${message.action}`
  return message.type
}

function argsOf(message: LoggedMessage['message']): string {
  if ('args' in message && message.args) return message.args.map(argText).join(', ')
  return message.type === 'result' ? argText(message.value) : ''
}

/** A widget that is referred to is written as it is elsewhere: `#4`. */
function argText(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.replaceAll(/\{"__wid__":(-?\d+)\}/g, '#$1')
}
