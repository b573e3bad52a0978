// Every class of pgwidgets, made, listened to, set and asked by a server of pgwidgets-python, and built anew.

import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/protocol/messages.ts'
import type { PythonSession } from './python-server.ts'
import { served } from './python/pages.ts'
import { argsOf, classNames, samplesOf } from './python/samples.ts'

const ref = (wid: number): Json => ({ __wid__: wid })

/** Where it can stand; nowhere for windows and what is not seen. */
const owners: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    'TopLevel Page Dialog ColorDialog Menu TextBufferRef Timer FileDialog'
      .split(' ')
      .map((name) => [name, undefined]),
  ),
  MDISubWindow: 'MDIWidget',
  MenuAction: 'Menu',
  ToolBarAction: 'ToolBar',
}

/** What the user did to a file picker cannot be asked for without him. */
const pickers = new Set(['FileDialog.show'])

async function others(session: PythonSession) {
  const child = await session.create('Label', 'Child')
  const menu = await session.create('Menu')
  const buffer = await session.create('TextSource', 'Some text')
  return { child, menu, buffer }
}

/** @returns its number */
async function make(session: PythonSession, className: string): Promise<number> {
  const known = await others(session)
  const wid = await session.create(className, ...argsOf(className, known))
  for (const { method, args } of samplesOf(className, known)) {
    if (pickers.has(`${className}.${method}`)) continue
    if (method === 'set_binary_image') {
      session.callWithBytes(wid, method, new ArrayBuffer(0), 'png')
    } else await session.call(wid, method, ...args)
  }
  return wid
}

async function put(session: PythonSession, className: string, wid: number): Promise<void> {
  if (className in owners && owners[className] === undefined) return
  const owner = await session.create(owners[className] ?? 'VBox')
  await session.call(owner, 'add_widget', ref(wid))
  if (owner === wid || owners[className] === 'Menu') return
  const window = await session.create('TopLevel')
  await session.call(window, 'set_widget', ref(owner))
  await session.call(window, 'show')
}

test('there are 52 of them', () => {
  expect(classNames).toHaveLength(52)
})

describe.each(classNames)('%s', (className) => {
  test('can do all that it is asked to, and comes back', async () => {
    let isDone = false
    const { server, join, comeBack } = served(async (session) => {
      if (className !== 'TextBufferRef') await session.create(className)
      await put(session, className, await make(session, className))
      isDone = true
    })
    const page = await join()
    expect([isDone, server.violations]).toEqual([true, []])
    const before = new Set(server.session.widgets.keys())
    await comeBack(page)
    expect([server.session.isReconstructing, server.violations]).toEqual([false, []])
    expect(new Set(server.session.widgets.keys())).toEqual(before)
  })
})
