import { expect, test } from 'vitest'
import { Label, signal } from 'treewire'
import { createTree } from '../../src/reconciler/create-tree.ts'
import { Wids } from '../../src/reconciler/wids.ts'
import { Root } from '../../src/session/root.ts'
import { Recorder } from '../reconciler/plant.tsx'

/** A root that shows nothing yet; `end` is the end of its session. */
function planted() {
  const host = new Recorder()
  const tree = createTree({
    host,
    viewers: new Set([0]),
    owner: undefined,
    wids: new Wids(),
    handleFor: () => undefined as never,
    report: (error) => {
      throw error
    },
    onFlushed: () => {},
    defer: () => {},
  })
  let isOver = false
  const root = new Root(tree, () => isOver)
  const end = (): void => {
    isOver = true
    root.clear()
  }
  return { host, root, end, flush: () => tree.scheduler.flush() }
}

const shown = ({ alive }: Recorder) =>
  [...alive.values()].map(({ wid, widgetClass }) => `${widgetClass.name} ${wid}`)

test('another component takes the place of the one before', () => {
  const { root, host, flush } = planted()
  root.show(() => <Label text="one" />)
  flush()
  const first = shown(host)
  root.show(() => <Label text="two" />)
  flush()
  expect([first, shown(host)]).toEqual([['Label 1'], ['Label 2']])
})

test('what is shown while a component is made gives way to that component', () => {
  const { root, host, flush } = planted()
  const text = signal('a')
  root.show(() => {
    root.show(() => <Label text="inner" />)
    return <Label text={text} />
  })
  flush()
  expect(shown(host)).toEqual(['Label 2'])
  host.take()
  text.value = 'b'
  flush()
  expect(host.take()).toEqual(['call 2 set_text "b"'])
})

test('what is made when the session ends is taken away, and nothing is shown after it', () => {
  const { root, host, end, flush } = planted()
  root.show(() => {
    end()
    return <Label text="late" />
  })
  root.show(() => <Label text="later" />)
  flush()
  expect([shown(host), root.node]).toEqual([[], undefined])
})

test('one who knows nothing is told all that is shown', () => {
  const { root, host, flush } = planted()
  root.retell(0)
  expect(host.take()).toEqual([])
  root.show(() => <Label text="a" />)
  flush()
  const said = host.take().filter((line) => line.startsWith('create'))
  host.alive.clear()
  root.retell(0)
  expect(host.take().filter((line) => line.startsWith('create'))).toEqual(said)
})
