// Pages that come and go in one long session: nothing of them is kept.

import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  createElement,
  Label,
  Page,
  Session,
  signal,
  TableView,
  TextSource,
  VBox,
} from 'treewire'
import type { AnyHandle, Child, Handle, RowRange } from 'treewire'
import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import type { Node, WidgetNode } from '../../src/reconciler/node.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { plant } from '../reconciler/plant.tsx'
import { Watching } from '../reactive/watching.ts'
import { Onlooker } from './onlooker.ts'

const windowTime = 1000

function begin(shown: Child) {
  const clock = new ManualClock()
  const errors: string[] = []
  const session = new Session({
    clock,
    windowTime,
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
  session.mount(() => (
    <Page>
      <VBox>{shown}</VBox>
    </Page>
  ))
  session.flush()
  let last = 0
  const come = (): Onlooker => {
    const page = new Onlooker(session, `page ${++last}`)
    page.take()
    return page
  }
  return { clock, errors, session, come }
}

describe('of a hundred pages that have come and gone', () => {
  test('no timer is left, of their windows, of their questions, of their sockets', async () => {
    let box: Handle<'CheckBox'> | undefined
    const { clock, session, come } = begin(
      <>
        <Button onActivated={() => {}} />
        <CheckBox ref={(handle) => handle && (box = handle)} />
      </>,
    )
    const asked: Promise<unknown>[] = []
    for (let count = 0; count < 100; count++) {
      const page = come()
      page.fire(3, 'activated')
      asked.push(box!.getState().catch(({ message }: Error) => message))
      page.peer.backlog = 2 ** 30
      session.openUrl('/help')
      session.flush()
      page.leave()
      clock.advance(100)
    }
    clock.advance(windowTime)
    expect([clock.waiting, session.browsers.value]).toEqual([0, 0])
    expect(new Set(await Promise.all(asked))).toEqual(
      new Set(['CheckBox #4 get_state got no answer: the browser is gone']),
    )
  })

  test('those that are away the longest are forgotten, with all that was on its way', () => {
    const { session, errors, come } = begin(<Label onDropEnd={() => {}} />)
    const files = [{ name: 'a', size: 3, type: '' }]
    const pages = Array.from({ length: 100 }, () => {
      const page = come()
      const args = [{ transfer_id: 1, files }] as readonly Json[]
      page.tell({ type: 'callback', wid: 3, action: 'drop-end', args })
      page.leave()
      return page
    })
    expect(errors).toHaveLength(100 - 32)
    expect(new Set(errors)).toEqual(
      new Set(['#3.drop-end: An upload has failed: the browser is gone']),
    )
    expect(pages[67]!.comeBack()).toContain('"heard":0,"kept":"session"')
    expect(pages[99]!.comeBack()).toContain('"heard":1,"kept":"page"')
    session.destroy()
  })

  test('no upload is waited for when its time is up, though another page stays', () => {
    const { clock, errors, come } = begin(<Label onDropEnd={() => {}} />)
    const [page] = [come(), come()]
    const files = [{ name: 'a', size: 3, type: '' }]
    page!.tell({ type: 'callback', wid: 3, action: 'drop-end', args: [{ transfer_id: 1, files }] })
    page!.leave()
    clock.advance(windowTime - 1)
    expect(errors).toEqual([])
    clock.advance(1)
    expect(errors).toEqual(['#3.drop-end: An upload has failed: the browser is gone'])
  })

  test('no object that they have made by themselves', async () => {
    let box: Handle<'VBox'> | undefined
    const { clock, session, come } = begin(<VBox ref={(handle) => handle && (box = handle)} />)
    const made: AnyHandle[] = []
    for (let count = 0; count < 100; count++) {
      const page = come()
      const asked = box!.getChildren()
      session.flush()
      const [{ id }] = JSON.parse(page.peer.takeFrames()[0]!) as [{ id: number }]
      page.tell({ type: 'result', id, value: [{ __wid__: -1, __class__: 'Label' }] })
      made.push(...(await asked))
      page.leave()
    }
    expect(new Set(made).size).toBe(100)
    clock.advance(windowTime)
    // Of those whose time is up and who are remembered all the same, because they may come back.
    expect(made.filter(({ isAlive }) => isAlive).length).toBeLessThanOrEqual(32)
    session.destroy()
    expect(made.some(({ isAlive }) => isAlive)).toBe(false)
  })

  test('no source is asked for rows, as soon as another page asks', () => {
    const watching = new Watching()
    const news = Array.from({ length: 101 }, (_, at) => watching.signal(`rows ${at}`, 0))
    const source = ({ start }: RowRange) => ({ rows: [[`${news[start]!.value}`]], total: 1000 })
    const { clock, session, come } = begin(<TableView sparse columns={['A']} source={source} />)
    for (let count = 0; count < 100; count++) {
      const page = come()
      page.fire(3, 'rows_wanted', count, count + 1, [])
      page.leave()
      clock.advance(windowTime)
      expect(watching.now).toEqual([`rows ${count}`])
    }
    come().fire(3, 'rows_wanted', 100, 101, [])
    expect(watching.now).toEqual(['rows 100'])
    session.destroy()
    expect(watching.now).toEqual([])
  })

  test('no source is asked either when what it has read changes', () => {
    const watching = new Watching()
    const news = watching.signal('rows', 0)
    let asked = 0
    const source = () => {
      asked++
      return { rows: [[`${news.value}`]], total: 1 }
    }
    const { clock, session, come } = begin(<TableView sparse columns={['A']} source={source} />)
    const page = come()
    page.fire(3, 'rows_wanted', 0, 1, [])
    page.leave()
    news.value++
    session.flush()
    // It may come back, and is told then.
    expect(asked).toBe(2)
    clock.advance(windowTime)
    news.value++
    session.flush()
    expect([asked, watching.now]).toEqual([2, []])
  })
})

describe('a widget', () => {
  /** What many viewers do to the widget 2, each by itself. */
  function visited(
    shown: Child,
    visit: (fire: (action: string, ...args: readonly Json[]) => void) => void,
  ) {
    const { tree, root, host, viewers } = plant(() => createElement(Page, { children: shown }))
    for (let viewer = 1; viewer <= 1000; viewer++) {
      viewers.add(viewer)
      tree.origin = { viewer, showsIt: true }
      visit((action, ...args) => host.handlers.get(`2 ${action}`)!(...args))
      tree.origin = undefined
      viewers.delete(viewer)
    }
    return widgetIn(root, 2)!
  }

  test('keeps the exchange of its text with none of a thousand viewers but the last, and those there', () => {
    const content = signal('')
    const { exchanges } = visited(<TextSource bind={content} />, (fire) => {
      fire('edited', [{ from: 0, to: 0, insert: 'a' }], 1, 0)
    })
    expect(content.value).toBe('a'.repeat(1000))
    expect([...exchanges!.get('text')!.keys()].toSorted((a, b) => a - b)).toEqual([0, 1000])
  })

  test('keeps the rows that were asked for by none of a thousand viewers but the last', () => {
    const source = ({ start }: RowRange) => ({ rows: [[`${start}`]], total: 1000 })
    const { feeds } = visited(<TableView sparse columns={['A']} source={source} />, (fire) => {
      fire('rows_wanted', 0, 1, [])
    })
    expect([...feeds!.keys()]).toEqual([1000])
  })

  function widgetIn(node: Node, wid: WidgetId): WidgetNode | undefined {
    if (node.kind === 'widget' && node.wid === wid) return node
    for (const child of node.children) {
      const found = child && widgetIn(child, wid)
      if (found) return found
    }
    return undefined
  }
})
