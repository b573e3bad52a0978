// When effects run, and in which order.

import { describe, expect, test } from 'vitest'
import { effect, Label, onCleanup, signal, useEffect, useSignal, useSignalEffect } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

describe('useEffect', () => {
  test('runs after the flush, and what it writes goes out in the same frame', () => {
    const Measured = () => {
      const text = useSignal('before')
      useEffect(() => {
        text.value = 'after'
      }, [])
      return <Label text={text} />
    }
    const screen = column(<Measured />)
    expect(screen.messages().slice(-2)).toEqual(['v call #1 show', 'v call #3 set_text "after"'])
  })

  test('writes of an effect after a change are in the frame of the change', async () => {
    const size = signal(1)
    const Area = () => {
      const area = useSignal(0)
      const side = size.value
      useEffect(() => {
        area.value = side * side
      }, [side])
      return <Label text={`${side} ${area.value}`} />
    }
    const screen = column(<Area />)
    size.value = 3
    await screen.settled()
    expect(screen.takeFrames()).toHaveLength(1)
    expect(texts(screen)).toEqual(['3 9'])
  })

  test.each<[string, unknown[] | undefined, unknown[] | undefined, string[]]>([
    ['none: after every render', undefined, undefined, ['run', 'end', 'run']],
    ['an empty list: once', [], [], ['run']],
    ['the same: once', ['a', 1, Number.NaN], ['a', 1, Number.NaN], ['run']],
    ['one differs: again', ['a', 1], ['a', 2], ['run', 'end', 'run']],
    ['0 and -0 differ', [0], [-0], ['run', 'end', 'run']],
    ['one more: again', ['a'], ['a', 1], ['run', 'end', 'run']],
    ['a list that comes: again', undefined, [], ['run', 'end', 'run']],
  ])('inputs: %s', async (_, before, after, lines) => {
    const log: string[] = []
    const inputs = signal(before)
    const tick = signal(0)
    const Watched = () => {
      useEffect(() => {
        log.push('run')
        return () => log.push('end')
      }, inputs.value)
      return <Label text={`${tick.value}`} />
    }
    const screen = column(<Watched />)
    inputs.value = after
    tick.value = 1
    await screen.settled()
    expect(log).toEqual(lines)
    screen.unmount()
    expect(log).toEqual([...lines, 'end'])
  })

  /** Tells when its effect runs and ends. */
  const log: string[] = []
  const tick = signal(0)
  const Told = ({ name, children }: { readonly name: string; readonly children?: Child }) => {
    const now = tick.value
    useEffect(() => {
      log.push(`${name} ${now}`)
      return () => log.push(`${name} ${now} ends`)
    })
    return children
  }

  function tree() {
    log.length = 0
    tick.value = 0
    return column(
      <Told name="parent">
        <Told name="first">
          <Told name="inner" />
        </Told>
        <Told name="second" />
      </Told>,
    )
  }

  test('of children runs before that of their parents when they are mounted', () => {
    const screen = tree()
    expect(log).toEqual(['inner 0', 'first 0', 'second 0', 'parent 0'])
    screen.unmount()
  })

  test('of children runs before that of their parents when all of them render by themselves', async () => {
    const screen = tree()
    log.length = 0
    tick.value = 1
    await screen.settled()
    const runs = log.filter((line) => !line.endsWith('ends'))
    expect(runs.indexOf('inner 1')).toBeLessThan(runs.indexOf('first 1'))
    expect(runs.indexOf('first 1')).toBeLessThan(runs.indexOf('parent 1'))
    expect(runs.indexOf('second 1')).toBeLessThan(runs.indexOf('parent 1'))
    expect(runs).toHaveLength(4)
    screen.unmount()
  })

  test('of children ends before that of their parents when they are gone', () => {
    const screen = tree()
    log.length = 0
    screen.unmount()
    expect(log).toEqual(['inner 0 ends', 'first 0 ends', 'second 0 ends', 'parent 0 ends'])
  })

  test('several of one component run in their order and end last first', () => {
    const order: string[] = []
    const Two = () => {
      for (const name of ['a', 'b']) {
        useEffect(() => {
          order.push(name)
          return () => order.push(`${name} ends`)
        }, [])
      }
      return null
    }
    const screen = column(<Two />)
    screen.unmount()
    expect(order).toEqual(['a', 'b', 'b ends', 'a ends'])
  })

  test('of a flush begins when all that were there before have ended', async () => {
    const order: string[] = []
    const turn = signal(0)
    const Two = ({ name }: { readonly name: string }) => {
      const at = turn.value
      for (const part of [1, 2]) {
        useEffect(() => {
          order.push(`${name}${part}`)
          return () => order.push(`${name}${part} ends`)
        }, [at])
      }
      return null
    }
    const screen = column([<Two name="a" />, <Two name="b" />])
    order.length = 0
    turn.value = 1
    await screen.settled()
    const ends = ['a1 ends', 'a2 ends', 'b1 ends', 'b2 ends']
    expect(order).toEqual([...ends, 'a1', 'a2', 'b1', 'b2'])
    screen.unmount()
  })

  test('whose end throws is begun all the same, and so are the others', async () => {
    const { errors, options } = mistakes()
    const begun: string[] = []
    const turn = signal(0)
    const Broken = () => {
      const at = turn.value
      useEffect(() => {
        begun.push(`a${at}`)
        return () => {
          if (at === 0) throw new Error('boom')
        }
      }, [at])
      useEffect(() => void begun.push(`b${at}`), [at])
      return null
    }
    const screen = column(<Broken />, options)
    turn.value = 1
    await screen.settled()
    expect(begun).toEqual(['a0', 'b0', 'a1', 'b1'])
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > Broken effect: boom'])
    screen.unmount()
  })

  test('that is ended by the end of another is not begun', async () => {
    const begun: string[] = []
    const turn = signal(0)
    const isShown = signal(true)
    const Ending = () => {
      const at = turn.value
      useEffect(() => () => void (isShown.value = false), [at])
      return null
    }
    const Begun = () => {
      const at = turn.value
      useEffect(() => {
        begun.push(`begins ${at}`)
        return () => begun.push(`ends ${at}`)
      }, [at])
      return null
    }
    const screen = column([<Ending />, () => (isShown.value ? <Begun /> : null)])
    turn.value = 1
    await screen.settled()
    // What has gone by then has gone in the next part of the flush.
    expect(begun).toEqual(['begins 0', 'ends 0', 'begins 1', 'ends 1'])
    screen.unmount()
  })

  test('reads signals without following them', async () => {
    const count = signal(0)
    let runs = 0
    const Reader = () => {
      useEffect(() => {
        runs += 1 + count.value
      })
      return null
    }
    const screen = column(<Reader />)
    count.value = 1
    await screen.settled()
    expect(runs).toBe(1)
  })

  test('of a component that is gone before the end of the flush does not run', async () => {
    const log: string[] = []
    const step = signal(0)
    const Brief = () => {
      useEffect(() => void log.push('ran'))
      return <Label />
    }
    const Parent = () => {
      const shown = useSignal(true)
      useEffect(() => {
        shown.value = step.peek() === 0
      }, [step.value])
      return [shown.value && step.value === 1 && <Brief />]
    }
    const screen = column([<Parent />])
    step.value = 1
    await screen.settled()
    expect(log).toEqual(['ran'])
    expect(texts(screen)).toEqual([])
  })

  test('of a render that threw does not run', async () => {
    const { errors, options } = mistakes()
    const ran: number[] = []
    const step = signal(0)
    const Broken = () => {
      const now = step.value
      useEffect(() => void ran.push(now), [now])
      if (now === 1) throw new Error('broken')
      return <Label />
    }
    const screen = column(<Broken />, options)
    for (const next of [1, 2]) {
      step.value = next
      await screen.settled()
    }
    expect(ran).toEqual([0, 2])
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > Broken: broken'])
  })
})

describe('useSignalEffect', () => {
  test('runs after the first flush and whenever what it read changes, without a render', async () => {
    const log: string[] = []
    const count = signal(0)
    let renders = 0
    const Watcher = () => {
      renders++
      useSignalEffect(() => {
        log.push(`sees ${count.value}`)
        return () => log.push('ends')
      })
      log.push('rendered')
      return <Label />
    }
    const screen = column(<Watcher />)
    count.value = 1
    await screen.settled()
    expect([log, renders]).toEqual([['rendered', 'sees 0', 'ends', 'sees 1'], 1])
    screen.unmount()
    count.value = 2
    expect(log.slice(4)).toEqual(['ends'])
  })

  test('uses the closure of the latest render', async () => {
    const seen: string[] = []
    const name = signal('a')
    const count = signal(0)
    const Watcher = ({ of }: { readonly of: string }) => {
      useSignalEffect(() => void seen.push(`${of} ${count.value}`))
      return null
    }
    const screen = column(() => <Watcher of={name.value} />)
    name.value = 'b'
    await screen.settled()
    count.value = 1
    expect(seen).toEqual(['a 0', 'b 1'])
  })
})

test('what a cleanup reads is not followed', () => {
  const log: string[] = []
  const count = signal(0)
  const other = signal(0)
  const Watcher = () => {
    useSignalEffect(() => {
      log.push(`sees ${count.value}`)
      return () => log.push(`ends at ${other.value}`)
    })
    return null
  }
  column(<Watcher />)
  count.value = 1
  other.value = 1
  count.value = 2
  expect(log).toEqual(['sees 0', 'ends at 0', 'sees 1', 'ends at 1', 'sees 2'])
})

describe('effect and onCleanup in a render', () => {
  test('end with the render', async () => {
    const log: string[] = []
    const tick = signal(0)
    const seen = signal(0)
    const Plain = () => {
      const now = tick.value
      effect(() => void log.push(`${now} sees ${seen.value}`))
      onCleanup(() => log.push(`${now} ends`))
      return null
    }
    const screen = column(<Plain />)
    seen.value = 1
    tick.value = 1
    await screen.settled()
    seen.value = 2
    screen.unmount()
    seen.value = 3
    expect(log).toEqual(['0 sees 0', '0 sees 1', '0 ends', '1 sees 1', '1 sees 2', '1 ends'])
  })

  test('do not make the component follow what only the effect read', async () => {
    const seen = signal(0)
    let renders = 0
    const Plain = () => {
      renders++
      effect(() => void seen.value)
      return null
    }
    const screen = column(<Plain />)
    seen.value = 1
    await screen.settled()
    expect(renders).toBe(1)
  })
})
