// What becomes of the mistakes of effects: they are told of with their component, and trouble nobody else.

import { describe, expect, test } from 'vitest'
import { Button, effect, Label, onCleanup, signal, useEffect, useSignalEffect } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

const where = 'App > TopLevel #1 > VBox #2 > Broken'

describe('the mistake of', () => {
  const boom = (text: string) => (): never => {
    throw new Error(text)
  }
  const count = signal(0)
  const unless0 = (text: string) => {
    if (count.value > 0) throw new Error(text)
  }
  const failing: [string, () => void, string, string[]][] = [
    ['an effect', () => useEffect(boom('a'), []), ' effect: a', []],
    ['a signal effect', () => useSignalEffect(() => unless0('b')), '', [' effect: b']],
    ['an effect in a render', () => void effect(() => unless0('c')), '', [' effect: c']],
    [
      'the cleanup of a signal effect',
      () => useSignalEffect(() => (void count.value, boom('d'))),
      '',
      [' effect: d'],
    ],
    [
      'the cleanup of an effect in a render',
      () => void effect(() => (void count.value, boom('e'))),
      '',
      [' effect: e'],
    ],
    [
      'a cleanup that a signal effect asked for',
      () => useSignalEffect(() => (void count.value, onCleanup(boom('f')))),
      '',
      [' effect: f'],
    ],
  ]

  test.each(failing)(
    '%s is reported with its component, nobody else is troubled',
    async (_, use, first, later) => {
      const { errors, options } = mistakes()
      count.value = 0
      const Broken = () => {
        use()
        return <Label text="broken" />
      }
      const screen = column(
        [<Broken />, <Button text="up" onActivated={() => count.value++} />],
        options,
      )
      expect(errors).toEqual(first === '' ? [] : [where + first])
      await screen.fire('up', 'activated')
      expect(errors.slice(first === '' ? 0 : 1)).toEqual(later.map((line) => where + line))
      expect(texts(screen)).toEqual(['broken', 'up'])
      errors.length = 0
      screen.unmount()
    },
  )

  test('an effect that throws when it runs again ends what was before once', async () => {
    const { errors, options } = mistakes()
    const ended: number[] = []
    const Broken = () => {
      const now = count.value
      useEffect(() => {
        if (now > 0) throw new Error('again')
        return () => ended.push(now)
      }, [now])
      return null
    }
    count.value = 0
    const screen = column(<Broken />, options)
    count.value = 1
    await screen.settled()
    screen.unmount()
    expect([ended, errors]).toEqual([[0], [`${where} effect: again`]])
  })

  test('a cleanup at the end keeps no other cleanup from running', () => {
    const { errors, options } = mistakes()
    const ended: string[] = []
    const Broken = ({ name }: { readonly name: string }) => {
      onCleanup(boom('render'))
      useEffect(() => () => ended.push(`${name} first`), [])
      useEffect(() => boom('life'), [])
      useEffect(() => () => ended.push(`${name} last`), [])
      return null
    }
    column([<Broken name="a" />, <Broken name="b" />], options).unmount()
    expect(ended).toEqual(['a last', 'a first', 'b last', 'b first'])
    expect(errors).toEqual([
      `${where}: render`,
      `${where}: life`,
      `${where}: render`,
      `${where}: life`,
    ])
  })
})

describe('in plain JavaScript', () => {
  const late = async (): Promise<void> => {
    await Promise.resolve()
    throw new Error('late')
  }

  test.each<[string, () => void]>([
    ['an async effect', () => useEffect(late as never, [])],
    ['an async signal effect', () => useSignalEffect(late as never)],
    ['an async effect in a render', () => void effect(late as never)],
  ])('%s that rejects is told of, and ends without another mistake', async (_, use) => {
    const { errors, options } = mistakes()
    const Broken = () => {
      use()
      return null
    }
    const screen = column(<Broken />, options)
    await screen.settled()
    screen.unmount()
    expect(errors).toEqual([`${where} effect: late`])
  })

  test.each([5, 'text', null, {}])(
    'what an effect returns is not called when it is %j',
    (returned) => {
      const Odd = () => {
        useEffect((() => returned) as never, [])
        useSignalEffect((() => returned) as never)
        effect((() => returned) as never)
        return null
      }
      const screen = column(<Odd />)
      screen.unmount()
      expect(screen.errors()).toEqual([])
    },
  )
})

test('a cleanup that throws is told of, and so is what runs after it', async () => {
  const { errors, options } = mistakes()
  const turn = signal(0)
  const Bad = () => {
    const now = turn.value
    useEffect(() => {
      if (now > 0) throw new Error('work')
      return () => {
        throw new Error('cleanup')
      }
    }, [now])
    return <Label />
  }
  const screen = column(<Bad />, options)
  turn.value = 1
  await screen.settled()
  expect(errors).toEqual([
    'App > TopLevel #1 > VBox #2 > Bad effect: cleanup',
    'App > TopLevel #1 > VBox #2 > Bad effect: work',
  ])
})
