// Where a replay first says something else than was recorded, for people.

import { insideOf } from '../../session/session.ts'
import type { Session } from '../../session/session.ts'
import { pathOf } from '../../reconciler/node.ts'
import type { Node } from '../../reconciler/node.ts'
import type { WidgetId } from '../../protocol/messages.ts'
import { isOutput } from '../../session/recording/events.ts'
import type { OutputEvent, RecordedEvent } from '../../session/recording/events.ts'
import type { Parting } from './comparison.ts'
import { causeLine, countMessages, saidIn } from './said.ts'
import type { Said } from './said.ts'

/** The first difference between a recording and its replay. */
export interface Difference {
  /** The number of the message, counted from 1. */
  readonly message: number
  /** The line of the recording, counted from 1. */
  readonly line: number
  /** When it was, in milliseconds since the recording began. */
  readonly time: number
  /** What was said then, as a line such as `v call #2 set_text "1"`; undefined for nothing more. */
  readonly recorded: string | undefined
  /** What is said now. */
  readonly now: string | undefined
  /** What had happened before: `^ callback #3 activated`. */
  readonly cause: string
  /** The path of the component that is concerned, where that is known. */
  readonly where: string | undefined
  /** Why nothing is said, where that is known. */
  readonly reason: string | undefined
}

/** What of a replay the difference is told from. */
export interface Ground {
  readonly session: Session
  readonly parting: Parting
  readonly same: readonly OutputEvent[]
  /** The event of the recording before they part; undefined where nothing has happened before. */
  readonly cause: RecordedEvent | undefined
  /** Names of what was asked of the outside and has not ended. */
  readonly waiting: readonly string[]
}

/** While the session still stands. */
export function differenceOf({ session, parting, same, cause, waiting }: Ground): Difference {
  const recorded = isOutput(parting.recorded) ? saidIn(parting.recorded) : []
  const now = parting.now ? saidIn(parting.now) : []
  const at = firstDifferent(recorded, now)
  const wid = now[at]?.wid ?? recorded[at]?.wid
  return {
    message: countMessages(same) + at + 1,
    line: parting.at + 2,
    time: parting.recorded.t,
    ...linesOf(recorded[at], now[at]),
    cause: causeLine(cause),
    where: wid === undefined ? undefined : whereIs(session, wid),
    reason: parting.now ? undefined : reasonOf(session, waiting),
  }
}

function firstDifferent(recorded: readonly Said[], now: readonly Said[]): number {
  const length = Math.max(recorded.length, now.length)
  for (const part of ['content', 'text'] as const) {
    for (let at = 0; at < length; at++) if (recorded[at]?.[part] !== now[at]?.[part]) return at
  }
  return 0
}

/** Where two lines look the same, the messages themselves. */
function linesOf(recorded: Said | undefined, now: Said | undefined) {
  const isClear = recorded?.line !== now?.line
  return {
    recorded: isClear ? recorded?.line : recorded?.text,
    now: isClear ? now?.line : now?.text,
  }
}

/** `App > Counter > Label #3`; undefined for what is not there. */
function whereIs(session: Session, wid: WidgetId): string | undefined {
  const { root } = insideOf(session)
  const found = root && findWidget(root, wid)
  return found && pathOf(found)
}

function findWidget(node: Node, wid: WidgetId): Node | undefined {
  if (node.kind === 'widget' && node.wid === wid) return node
  for (const child of node.children) {
    const found = child && findWidget(child, wid)
    if (found) return found
  }
  return undefined
}

function reasonOf(session: Session, waiting: readonly string[]): string {
  if (session.isOver) return 'The session has ended.'
  if (waiting.length > 0) {
    const names = waiting.map((name) => `recorded(${JSON.stringify(name)})`)
    return `It waits for ${names.join(' and ')}, which had not ended when this was said.`
  }
  return 'Nothing more came. If a handler waits for something outside, it will not settle here: let it ask by session.recorded(name, …), and record anew.'
}

/** In a few lines, for a terminal. */
export function differenceText(difference: Difference): string {
  const { message, line, time, cause, where, reason } = difference
  return [
    `The stream differs at message ${message} (line ${line} of the recording, at ${time} ms), after ${cause}:`,
    `  recorded  ${difference.recorded ?? '(nothing)'}`,
    `  now       ${difference.now ?? '(nothing)'}`,
    ...(where === undefined ? [] : [`in ${where}`]),
    ...(reason === undefined ? [] : [reason]),
  ].join('\n')
}
