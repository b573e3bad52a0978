// What a component keeps from one render to the next.

import { describe, expect, test } from 'vitest'
import {
  Button,
  Label,
  signal,
  Slider,
  useComputed,
  useContext,
  createContext,
  useEffect,
  useRef,
  useSession,
  useSignal,
  useSignalEffect,
} from 'treewire'
import type { Handle } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

describe('useSignal', () => {
  test('keeps its signal; what it begins with counts once', async () => {
    const start = signal(1)
    const Count = ({ from }: { readonly from: number }) => {
      const count = useSignal(from)
      return <Button text={`${from} ${count.value}`} onActivated={() => count.value++} />
    }
    const screen = column(() => <Count from={start.value} />)
    await screen.fire('1 1', 'activated')
    start.value = 5
    await screen.settled()
    expect(texts(screen)).toEqual(['5 2'])
  })

  test('is its own in each component, and undefined unless given', async () => {
    const Two = () => {
      const a = useSignal(1)
      const b = useSignal<number>()
      return <Button text={`${a.value} ${b.value}`} onActivated={() => a.value++} />
    }
    const screen = column([<Two />, <Two />])
    await screen.fire({ wid: 4 }, 'activated')
    expect(texts(screen)).toEqual(['1 undefined', '2 undefined'])
  })
})

describe('useComputed', () => {
  test('follows signals and sends what changed', async () => {
    const count = signal(1)
    const Double = () => <Label text={useComputed(() => `${count.value * 2}`)} />
    const screen = column(<Double />)
    count.value = 2
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_text "4"'])
  })

  test('uses the props of the latest render', async () => {
    const by = signal(2)
    const count = signal(1)
    const Times = ({ factor }: { readonly factor: number }) => {
      const product = useComputed(() => `${count.value * factor}`)
      return <Label text={product} />
    }
    const screen = column(() => <Times factor={by.value} />)
    by.value = 3
    await screen.settled()
    expect(texts(screen)).toEqual(['3'])
    count.value = 10
    await screen.settled()
    expect(texts(screen)).toEqual(['30'])
  })

  test('runs once for each change, however many read it', async () => {
    const count = signal(1)
    let runs = 0
    const Thrice = () => {
      const text = useComputed(() => {
        runs++
        return `${count.value}`
      })
      return [<Label text={text} />, <Label text={text} />, <Label text={text} />]
    }
    const screen = column(<Thrice />)
    expect(runs).toBe(1)
    count.value = 2
    await screen.settled()
    expect(runs).toBe(2)
  })
})

describe('useRef', () => {
  test('keeps a value without a render', async () => {
    const tick = signal(0)
    const Renders = () => {
      const renders = useRef(0)
      renders.current++
      return <Label text={`${tick.value} ${renders.current}`} />
    }
    const screen = column(<Renders />)
    tick.value = 1
    await screen.settled()
    expect(texts(screen)).toEqual(['1 2'])
  })

  test('holds the handle while the widget is there', async () => {
    const on = signal(true)
    let ref: { current: Handle<'Label'> | undefined } | undefined
    const Maybe = () => {
      ref = useRef<Handle<'Label'>>()
      return on.value ? <Label ref={ref} /> : null
    }
    const screen = column(<Maybe />)
    const handle = ref!.current!
    expect([handle.wid, handle.className, handle.isAlive]).toEqual([3, 'Label', true])
    on.value = false
    await screen.settled()
    expect([ref!.current, handle.isAlive]).toEqual([undefined, false])
    expect(() => handle.setText('x')).toThrow('Label #3 is gone')
  })

  test('is filled when an effect runs, and its calls go out in the same frame', () => {
    const Focused = () => {
      const ref = useRef<Handle<'Slider'>>()
      useEffect(() => ref.current?.setFocus(), [])
      return <Slider ref={ref} />
    }
    const screen = column(<Focused />)
    expect(screen.messages().slice(-2)).toEqual(['v call #1 show', 'v call #3 set_focus'])
    expect(screen.takeFrames()).toEqual([])
  })

  test('as a function is told the handle, then undefined', async () => {
    const on = signal(true)
    const seen: (number | undefined)[] = []
    const note = (handle: Handle<'Label'> | undefined) => seen.push(handle?.wid)
    const screen = column(() => on.value && <Label ref={note} />)
    on.value = false
    await screen.settled()
    expect(seen).toEqual([3, undefined])
  })

  test('that comes later is filled, and one that goes is emptied', async () => {
    const which = signal<'none' | 'first' | 'second'>('none')
    const first: { current: Handle<'Label'> | undefined } = { current: undefined }
    const second: { current: Handle<'Label'> | undefined } = { current: undefined }
    const screen = column(() => (
      <Label ref={which.value === 'none' ? undefined : which.value === 'first' ? first : second} />
    ))
    const wids = () => [first.current?.wid, second.current?.wid]
    which.value = 'first'
    await screen.settled()
    expect(wids()).toEqual([3, undefined])
    which.value = 'second'
    await screen.settled()
    expect(wids()).toEqual([undefined, 3])
    which.value = 'none'
    await screen.settled()
    expect(wids()).toEqual([undefined, undefined])
    expect(screen.take()).toEqual([])
  })

  test('as a function that throws is reported once, and the rest is shown', async () => {
    const { errors, options } = mistakes()
    const on = signal(true)
    const never = () => {
      throw new Error('never')
    }
    const atTheEnd = (handle: unknown) => {
      if (!handle) throw new Error('at the end')
    }
    const screen = column(
      () => [
        on.value && <Label text="a" ref={never} />,
        on.value && <Label text="b" ref={atTheEnd} />,
        <Label text="c" />,
      ],
      options,
    )
    const where = 'App > TopLevel #1 > VBox #2 > Live > Label'
    expect(texts(screen)).toEqual(['a', 'b', 'c'])
    expect(errors).toEqual([`${where} #3.ref: never`])
    on.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['c'])
    expect(errors.slice(1)).toEqual([`${where} #4.ref: at the end`])
  })
})

test('useSession gives the session', () => {
  const Id = () => <Label text={useSession().id} />
  expect(texts(column(<Id />, { id: 'mine' }))).toEqual(['mine'])
})

describe('a hook in the wrong place', () => {
  test.each([
    ['useSignal', () => useSignal(1)],
    ['useComputed', () => useComputed(() => 1)],
    ['useRef', () => useRef()],
    ['useEffect', () => useEffect(() => {})],
    ['useSignalEffect', () => useSignalEffect(() => {})],
    ['useContext', () => useContext(createContext(1))],
    ['useSession', () => useSession()],
  ])('%s outside of a component says so', (name, call) => {
    expect(call).toThrow(`${name} was called outside of a component`)
  })

  test('after the first await, or in a handler, says so too', async () => {
    const { errors, options } = mistakes()
    const Late = async () => {
      await Promise.resolve()
      useSignal(1)
      return <Label />
    }
    const Pressed = () => <Button text="go" onActivated={() => useRef()} />
    const screen = column([<Late />, <Pressed />], options)
    await screen.settled()
    await screen.fire('go', 'activated')
    expect(errors).toEqual([
      expect.stringMatching(/VBox #2 > Late: useSignal was called outside of a component/),
      expect.stringMatching(/Button #3.onActivated: useRef was called outside of a component/),
    ])
  })

  test.each([
    ['more', 1, 2, 'called 2 hooks where it called 1 before'],
    ['fewer', 2, 1, 'called 1 hooks where it called 2 before'],
    ['some after none', 0, 1, 'called 1 hooks where it called 0 before'],
    ['none after some', 1, 0, 'called 0 hooks where it called 1 before'],
  ])('%s than before names the component', async (_, before, after, message) => {
    const { errors, options } = mistakes()
    const count = signal(before)
    const Moody = () => {
      const all = Array.from({ length: count.value }, () => useSignal(0))
      return <Label text={`${all.length}`} />
    }
    const screen = column([<Moody />, <Label text="other" />], options)
    count.value = after
    await screen.settled()
    expect(errors).toEqual([expect.stringMatching(/VBox #2 > Moody: /)])
    expect(errors[0]).toContain(message)
    expect(texts(screen)).toEqual(['other'])
    count.value = before
    await screen.settled()
    expect(texts(screen)).toEqual([`${before}`, 'other'])
  })

  test('a render that throws half-way may call the rest of its hooks next time', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(true)
    const Late = () => {
      const a = useSignal('a')
      if (isBroken.value) throw new Error('not yet')
      const b = useSignal('b')
      return <Label text={a.value + b.value} />
    }
    const screen = column(<Late />, options)
    isBroken.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['ab'])
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > Late: not yet'])
  })

  test.each<[string, () => unknown]>([
    ['useEffect needs a function, got 5', () => useEffect(5 as never)],
    ['useEffect needs its inputs as an array, got "a"', () => useEffect(() => {}, 'a' as never)],
    ['useSignalEffect needs a function, got null', () => useSignalEffect(null as never)],
    ['useComputed needs a function, got "a"', () => useComputed('a' as never)],
    [
      'useContext needs what createContext gives, got undefined',
      () => useContext(undefined as never),
    ],
    [
      'useContext needs what createContext gives, got a function',
      () => useContext((() => null) as never),
    ],
  ])('in plain JavaScript: %s', (message, use) => {
    const { errors, options } = mistakes()
    const Wrong = () => {
      use()
      return null
    }
    column(<Wrong />, options)
    expect(errors).toEqual([`App > TopLevel #1 > VBox #2 > Wrong: ${message}`])
  })
})
