// Pages that come and go in one long session: nothing of them is kept.

import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  createElement,
  Label,
  Page,
  Session,
  Show,
  signal,
  TableView,
  TextSource,
  VBox,
} from 'treewire'
import type { AnyHandle, Child, Handle, RowRange } from 'treewire'
import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import type { Widget } from '../../src/reconciler/host.ts'
import type { Node } from '../../src/reconciler/node.ts'
import type { WidgetNode } from '../../src/reconciler/widget-node.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { retell } from '../../src/reconciler/retell.ts'
import type { StateProp } from '../../src/widgets/class-props.ts'
import { plant, Recorder } from '../reconciler/plant.tsx'
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
    const pages = Array.from({ length: 100 }, (_, at) => {
      const page = come()
      const args = [{ transfer_id: 1, files }] as readonly Json[]
      // No more than may be under way at once.
      if (at < 8 || at >= 92) page.tell({ type: 'callback', wid: 3, action: 'drop-end', args })
      page.leave()
      return page
    })
    expect(errors).toEqual(
      Array.from({ length: 8 }, () => '#3.drop-end: An upload has failed: the browser is gone'),
    )
    expect(pages[67]!.comeBack()).toContain('"heard":0,"kept":"session"')
    expect(pages[99]!.comeBack()).toContain('"heard":1,"kept":"page"')
    session.destroy()
  })

  test('no upload is waited for when its time is up, though another page stays', () => {
    const { clock, errors, come } = begin(<Label onDropEnd={() => {}} />)
    const page = come()
    come()
    const files = [{ name: 'a', size: 3, type: '' }]
    page.tell({ type: 'callback', wid: 3, action: 'drop-end', args: [{ transfer_id: 1, files }] })
    page.leave()
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

  test('no source is asked for rows, as soon as they are forgotten', () => {
    const watching = new Watching()
    const news = Array.from({ length: 33 }, (_, at) => watching.signal(`rows ${at}`, 0))
    const source = ({ start }: RowRange) => ({ rows: [[`${news[start]!.value}`]], total: 1000 })
    const { session, come } = begin(<TableView sparse columns={['A']} source={source} />)
    const pages = Array.from({ length: 33 }, come)
    for (const [at, page] of pages.entries()) page.fire(3, 'rows_wanted', at, at + 1, [])
    expect(watching.now).toHaveLength(33)
    for (const page of pages) page.leave()
    expect(watching.now).toHaveLength(32)
    expect(watching.now).not.toContain('rows 0')
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

describe('a tree', () => {
  /** Is told of widgets again and again. */
  class Patient extends Recorder {
    override create(widget: Widget, args: readonly Json[]): void {
      this.alive.delete(widget.wid)
      super.create(widget, args)
    }
  }

  type Fire = (action: string, ...args: readonly Json[]) => void

  /** What many viewers, one after another, do to the widget 2. */
  function visited(shown: Child, visit: (fire: Fire) => void) {
    const component = () => createElement(Page, { children: shown })
    const { tree, root, viewers } = plant(component, new Patient())
    const node = widgetIn(root, 2)!
    for (let viewer = 1; viewer <= 1000; viewer++) {
      viewers.add(viewer)
      for (const life of [0, 1]) {
        tree.exchanges.beginLife(viewer, life)
        retell(tree, root, viewer)
        tree.origin = { viewer, life, showsIt: true }
        visit((action, ...args) => tree.handlerOf(node, action)!(...args))
        tree.origin = undefined
      }
      viewers.delete(viewer)
      tree.leave(viewer)
    }
    return { tree, node }
  }

  test('keeps no exchange of a text with a thousand viewers that have left it', () => {
    const content = signal('')
    const { tree, node } = visited(<TextSource bind={content} />, (fire) => {
      fire('edited', [{ from: 0, to: 0, insert: 'a' }], 1, 0)
    })
    expect(content.value).toBe('a'.repeat(2000))
    expect([...tree.exchanges.of(node, textOf(node))].map(({ viewer }) => viewer)).toEqual([0])
  })

  test('keeps no rows that were asked for by a thousand viewers that have left it', () => {
    const source = ({ start }: RowRange) => ({ rows: [[`${start}`]], total: 1000 })
    const { tree, node } = visited(<TableView sparse columns={['A']} source={source} />, (fire) => {
      fire('rows_wanted', 0, 1, [])
    })
    expect([tree.feeds.size, node.feeds?.size]).toEqual([0, 0])
  })

  test('keeps neither of a widget that is gone', () => {
    const isShown = signal(true)
    const source = ({ start }: RowRange) => ({ rows: [[`${start}`]], total: 1000 })
    const { tree, root, flush } = plant(() => (
      <Page>
        <VBox>
          <Show when={isShown}>
            <TextSource />
            <TableView sparse columns={['A']} source={source} />
          </Show>
        </VBox>
      </Page>
    ))
    const node = widgetIn(root, 3)!
    tree.origin = { viewer: 0, life: 0, showsIt: true }
    tree.handlerOf(widgetIn(root, 4)!, 'rows_wanted')!(0, 1, [])
    const kept = (): unknown[] => [
      [...tree.exchanges.of(node, textOf(node))].length,
      tree.feeds.size,
    ]
    expect(kept()).toEqual([1, 1])
    isShown.value = false
    flush()
    expect(kept()).toEqual([0, 0])
  })

  function textOf({ widgetClass }: WidgetNode): StateProp {
    return widgetClass.exchanged.find(({ name }) => name === 'text')!
  }

  function widgetIn(node: Node, wid: WidgetId): WidgetNode | undefined {
    if (node.kind === 'widget' && node.wid === wid) return node
    for (const child of node.children) {
      const found = child && widgetIn(child, wid)
      if (found) return found
    }
    return undefined
  }
})
