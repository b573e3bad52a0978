// What the function of a row may do beside returning widgets: hooks, cleaning up, contexts, promises, its index.

import { describe, expect, test } from 'vitest'
import {
  Button,
  createContext,
  For,
  Label,
  onCleanup,
  signal,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useSignal,
  useSignalEffect,
} from 'treewire'
import type { Child, ReadonlySignal } from 'treewire'
import { column, texts } from './column.tsx'
import { listOf } from './list-of.tsx'
import type { Item } from './list-of.tsx'

const Theme = createContext('plain')

describe('hooks in a row', () => {
  test('keep what they keep wherever it goes, whatever its item becomes', async () => {
    const { screen, turn, shown } = listOf('a1 b1', ({ text }) => {
      const count = useSignal(0)
      return <Button text={() => `${text}:${count.value}`} onActivated={() => count.value++} />
    })
    await screen.fire('b1:0', 'activated')
    await turn('b2 c1 a1')
    expect(shown()).toBe('b2:1 c1:0 a1:0')
    await turn('a1 b2')
    expect(shown()).toBe('a1:0 b2:1')
  })

  test('are those of each row, also beside rows that use none', async () => {
    const { turn, shown } = listOf('a1 b1 c1 d1', ({ id, text }) => {
      if (id === 'a' || id === 'c') return <Label text={text} />
      const kept = useRef(text)
      return <Label text={kept.current} />
    })
    expect(shown()).toBe('a1 b1 c1 d1')
    await turn('a2 b2 c2 d2 f2')
    expect(shown()).toBe('a2 b1 c2 d1 f2')
    await turn('f3 a3 g3 d3')
    expect(shown()).toBe('f2 a3 g3 d1')
  })

  test('run their effects after the flush, and clean up when the row goes', async () => {
    const said: string[] = []
    const { turn } = listOf('a1 b1', ({ text }) => {
      useEffect(() => {
        said.push(`+${text}`)
        return () => void said.push(`-${text}`)
      }, [text])
      return <Label text={text} />
    })
    expect(said.splice(0)).toEqual(['+a1', '+b1'])
    await turn('b1 a2')
    expect(said.splice(0)).toEqual(['-a1', '+a2'])
    await turn('a2')
    expect(said.splice(0)).toEqual(['-b1'])
    await turn('')
    expect(said.splice(0)).toEqual(['-a2'])
  })

  test.each<[string, (said: string[], text: string) => void]>([
    ['useEffect', (said, text) => useEffect(() => void said.push(text), [])],
    ['useSignalEffect', (said, text) => useSignalEffect(() => void said.push(text))],
  ])(
    'run their effects, too, in a row that used none before its function was another one: %s',
    async (_, use) => {
      const said: string[] = []
      const isUsing = signal(false)
      const Rows = () => {
        const row = isUsing.value
          ? (text: string) => {
              use(said, text)
              return <Label text={`${text}!`} />
            }
          : (text: string) => <Label text={text} />
        return <For each={['a', 'b']}>{row}</For>
      }
      const screen = column(<Rows />)
      expect(said).toEqual([])
      isUsing.value = true
      await screen.settled()
      expect(screen.take()).toEqual(['v call #3 set_text "a!"', 'v call #4 set_text "b!"'])
      expect(said).toEqual(['a', 'b'])
    },
  )

  test('onCleanup runs before the row runs again and when it goes', async () => {
    const said: string[] = []
    const tail = signal('')
    const { screen, turn } = listOf('a1 b1', ({ text }) => {
      onCleanup(() => void said.push(text))
      return <Label text={text === 'a1' ? text + tail.value : text} />
    })
    tail.value = '!'
    await screen.settled()
    expect(said.splice(0)).toEqual(['a1'])
    await turn('b1 a1')
    expect(said.splice(0)).toEqual([])
    await turn('b2 a1')
    expect(said.splice(0)).toEqual(['b1'])
    await turn('a1')
    expect(said.splice(0)).toEqual(['b2'])
    screen.unmount()
    expect(said).toEqual(['a1'])
  })

  test('onCleanup runs once for a row that only has something to clean up now and then', async () => {
    const said: string[] = []
    const { turn } = listOf('a1', ({ text }) => {
      if (text === 'a2') onCleanup(() => void said.push(text))
      return <Label text={text} />
    })
    expect(await turn('a2')).toEqual(['v call #4 set_text "a2"'])
    expect(said).toEqual([])
    expect(await turn('a3')).toEqual(['v call #4 set_text "a3"'])
    expect(said).toEqual(['a2'])
    await turn('')
    expect(said).toEqual(['a2'])
  })

  test('a context reaches them, and what they show', async () => {
    const theme = signal('dark')
    const Themed = ({ text }: Item) => <Label text={text + useContext(Theme)} />
    const Rows = () => (
      <Theme value={theme.value}>
        <For each={['a', 'b', 'c']}>
          {(text) => {
            if (text === 'a') return <Label text={text + useContext(Theme)} />
            return text === 'b' ? <Themed id="b" text="b" /> : <Label text={text} />
          }}
        </For>
      </Theme>
    )
    const screen = column(<Rows />)
    expect(texts(screen)).toEqual(['adark', 'bdark', 'c'])
    theme.value = 'light'
    await screen.settled()
    expect(texts(screen)).toEqual(['alight', 'blight', 'c'])
  })
})

describe('a row that is async', () => {
  const later = async (text: string): Promise<Child> => {
    await Promise.resolve()
    return <Label text={text} />
  }

  test('shows what its promise gives, and keeps it until there is something newer', async () => {
    const { screen, turn, shown } = listOf('a1 b1', ({ text }) => later(text) as never)
    await screen.settled()
    expect(shown()).toBe('a1 b1')
    await turn('b2 a1')
    expect(shown()).toBe('b2 a1')
  })

  test('keeps the widget of a time when it was not', async () => {
    const { turn, shown } = listOf('a1 b1', ({ text }) =>
      text.endsWith('1') ? <Label text={text} /> : (later(text) as never),
    )
    expect(await turn('a1 b2')).toEqual(['v call #5 set_text "b2"'])
    expect(shown()).toBe('a1 b2')
  })

  test('is waited for', async () => {
    const screen = column(
      <Suspense fallback={<Label text="wait" />}>
        <For each={['a', 'b']}>
          {(text) => (text === 'a' ? <Label text={text} /> : (later(text) as never))}
        </For>
      </Suspense>,
    )
    expect(texts(screen)).toEqual(['wait'])
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b'])
  })
})

describe('the index of a row', () => {
  test('follows it, and the row does not run for it', async () => {
    const ran: string[] = []
    const { turn, shown } = listOf('a1 b1 c1', ({ text }, index) => {
      ran.push(text)
      return <Label text={() => `${text}@${index.value}`} />
    })
    ran.length = 0
    await turn('c1 a1 x1 b1')
    expect([shown(), ran]).toEqual(['c1@0 a1@1 x1@2 b1@3', ['x1']])
    await turn('b1')
    expect([shown(), ran]).toEqual(['b1@0', ['x1']])
  })

  test('is right when the row runs again', async () => {
    const seen: string[] = []
    const { turn } = listOf('a1 b1 c1', ({ text }, index) => {
      seen.push(`${text}@${index.peek()}`)
      return <Label text={text} />
    })
    seen.length = 0
    await turn('x1 c2 b1 a2')
    expect(seen.toSorted()).toEqual(['a2@3', 'c2@1', 'x1@0'])
  })

  test('that the row reads has it run again where it is another one, once', async () => {
    const ran: string[] = []
    const { turn, shown } = listOf('a1 b1 c1', ({ text }, index) => {
      ran.push(text)
      return <Label text={`${text}@${index.value}`} />
    })
    ran.length = 0
    await turn('a1 c1 b2')
    expect([shown(), ran.toSorted()]).toEqual(['a1@0 c1@1 b2@2', ['b2', 'c1']])
    ran.length = 0
    await turn('c1')
    expect([shown(), ran]).toEqual(['c1@0', ['c1']])
  })

  test('goes on when it is first asked for by another function', async () => {
    const isAsking = signal(false)
    const items = signal(['a', 'b'])
    const Rows = () => {
      const row: (text: string, index: ReadonlySignal<number>) => Child = isAsking.value
        ? (text, index) => <Label text={() => `${text}@${index.value}`} />
        : (text) => <Label text={text} />
      return <For each={items}>{row}</For>
    }
    const screen = column(<Rows />)
    isAsking.value = true
    await screen.settled()
    expect(texts(screen)).toEqual(['a@0', 'b@1'])
    items.value = ['b', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['b@0', 'a@1'])
    isAsking.value = false
    items.value = ['b', 'x', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['b', 'x', 'a'])
  })
})
