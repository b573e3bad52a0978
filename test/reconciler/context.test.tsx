// Values that go down the tree past everything in between.

import { describe, expect, test } from 'vitest'
import { createContext, Label, signal, useContext } from 'treewire'
import type { Child, Context } from 'treewire'
import { column, texts } from './column.tsx'

const Theme = createContext('plain')
const Size = createContext(1)

function Shows({ of: context }: { readonly of: Context<string> }) {
  return <Label text={useContext(context)} />
}

describe('useContext', () => {
  test('gives the initial value where nobody provides one', () => {
    expect(texts(column(<Shows of={Theme} />))).toEqual(['plain'])
  })

  test('gives the value of the nearest provider', () => {
    const screen = column([
      <Theme value="dark">
        <Shows of={Theme} />
        <Theme value="light">
          <Shows of={Theme} />
        </Theme>
        <Shows of={Theme} />
      </Theme>,
      <Shows of={Theme} />,
    ])
    expect(texts(screen)).toEqual(['dark', 'light', 'dark', 'plain'])
  })

  test('gives what is provided, also undefined', () => {
    const Maybe = createContext<string | undefined>('initial')
    const Kind = () => <Label text={String(useContext(Maybe))} />
    const screen = column(
      <Maybe value={undefined}>
        <Kind />
      </Maybe>,
    )
    expect(texts(screen)).toEqual(['undefined'])
  })

  test('does not see what the component itself provides to others', () => {
    const Provides = () => {
      const above = useContext(Theme)
      return (
        <Theme value={`${above}+`}>
          <Shows of={Theme} />
        </Theme>
      )
    }
    expect(texts(column(<Provides />))).toEqual(['plain+'])
  })

  test('knows contexts apart', () => {
    const Both = () => <Label text={`${useContext(Theme)} ${useContext(Size)}`} />
    const screen = column(
      <Theme value="dark">
        <Size value={2}>
          <Both />
        </Size>
      </Theme>,
    )
    expect(texts(screen)).toEqual(['dark 2'])
  })

  test('hands functions and signals on as they are', () => {
    const Save = createContext<() => string>(() => 'nobody')
    const Name = createContext(signal('nobody'))
    const Uses = () => {
      const save = useContext(Save)
      return <Label text={`${save()} ${useContext(Name).value}`} />
    }
    const screen = column(
      <Save value={() => 'saved'}>
        <Name value={signal('Ada')}>
          <Uses />
        </Name>
      </Save>,
    )
    expect(texts(screen)).toEqual(['saved Ada'])
  })
})

test('Provider is another name of the context', () => {
  const screen = column(
    <Theme.Provider value="dark">
      <Shows of={Theme} />
    </Theme.Provider>,
  )
  expect(texts(screen)).toEqual(['dark'])
})

describe('another value', () => {
  function counting() {
    const theme = signal('dark')
    const rendered: string[] = []
    const Consumer = ({ name }: { readonly name: string }) => {
      rendered.push(name)
      return <Label text={`${name} ${useContext(Theme)}`} />
    }
    const Between = ({ children }: { readonly children?: Child }) => {
      rendered.push('between')
      return children
    }
    const Root = ({ children }: { readonly children?: Child }) => (
      <Theme value={theme.value}>{children}</Theme>
    )
    const screen = column(
      <Root>
        <Between>
          <Consumer name="a" />
          <Theme value="fixed">
            <Consumer name="b" />
          </Theme>
        </Between>
        <Consumer name="c" />
      </Root>,
    )
    return { theme, rendered, screen }
  }

  test('renders those again that use it, once each, and nothing in between', async () => {
    const { theme, rendered, screen } = counting()
    rendered.length = 0
    theme.value = 'light'
    await screen.settled()
    expect(rendered.toSorted()).toEqual(['a', 'c'])
    expect(texts(screen)).toEqual(['a light', 'b fixed', 'c light'])
    expect(screen.take().toSorted()).toEqual([
      'v call #3 set_text "a light"',
      'v call #5 set_text "c light"',
    ])
  })

  test('that is the same renders nothing', async () => {
    const { theme, rendered, screen } = counting()
    rendered.length = 0
    theme.value = 'light'
    theme.value = 'dark'
    await screen.settled()
    expect(rendered).toEqual([])
    expect(screen.take()).toEqual([])
  })
})

test('a provider that comes in between counts for what is below it from then on', async () => {
  const isWrapped = signal(false)
  const screen = column(() =>
    isWrapped.value ? (
      <Theme value="dark">
        <Shows of={Theme} />
      </Theme>
    ) : (
      <Shows of={Theme} />
    ),
  )
  isWrapped.value = true
  await screen.settled()
  expect(texts(screen)).toEqual(['dark'])
  isWrapped.value = false
  await screen.settled()
  expect(texts(screen)).toEqual(['plain'])
})

test('a consumer that moves keeps its provider', async () => {
  const order = signal(['x', 'y'])
  const screen = column(() =>
    order.value.map((name) => (
      <Theme key={name} value={name}>
        <Shows of={Theme} />
      </Theme>
    )),
  )
  order.value = ['y', 'x']
  await screen.settled()
  expect(texts(screen)).toEqual(['y', 'x'])
})
