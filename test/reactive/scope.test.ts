// Who owns what: whatever is made in a scope ends with it.

import { Signal } from '@preact/signals-core'
import { describe, expect, test } from 'vitest'
import { effect, onCleanup, signal } from 'treewire'
import { runIn, Scope } from '../../src/reactive/scope.ts'
import { Watching } from './watching.ts'

const fail = (text: string) => (): never => {
  throw new Error(text)
}

describe('a scope that ends', () => {
  test('runs its cleanups, last first, once', () => {
    const log: string[] = []
    const scope = new Scope()
    scope.add(() => log.push('first'))
    scope.add(() => log.push('second'))
    scope.end()
    scope.end()
    expect(log).toEqual(['second', 'first'])
  })

  test('may be used again', () => {
    const log: string[] = []
    const scope = new Scope()
    scope.end()
    scope.add(() => log.push('again'))
    scope.end()
    expect(log).toEqual(['again'])
  })

  test('runs all cleanups though one throws, and throws that error', () => {
    const log: string[] = []
    const scope = new Scope()
    scope.add(() => log.push('first'))
    scope.add(fail('second'))
    scope.add(() => log.push('third'))
    expect(() => scope.end()).toThrow('second')
    expect(log).toEqual(['third', 'first'])
  })

  test('throws several errors as one', () => {
    const scope = new Scope()
    scope.add(fail('a'))
    scope.add(fail('b'))
    const errors = [new Error('b'), new Error('a')]
    expect(() => scope.end()).toThrow(expect.objectContaining({ errors }))
  })

  test('takes no cleanup of its cleanups along', () => {
    const log: string[] = []
    const scope = new Scope()
    scope.add(() => scope.add(() => log.push('later')))
    scope.end()
    expect(log).toEqual([])
    scope.end()
    expect(log).toEqual(['later'])
  })
})

describe('an effect', () => {
  test('dies with the scope in which it was made', () => {
    const watching = new Watching()
    const count = watching.signal('count', 0)
    const seen: number[] = []
    const scope = new Scope()
    runIn({ scope }, () => effect(() => void seen.push(count.value)))
    count.value = 1
    scope.end()
    count.value = 2
    expect(seen).toEqual([0, 1])
    expect(watching.now).toEqual([])
  })

  test('runs its own cleanup when its scope ends', () => {
    const log: string[] = []
    const scope = new Scope()
    runIn({ scope }, () => effect(() => () => log.push('cleaned')))
    expect(log).toEqual([])
    scope.end()
    expect(log).toEqual(['cleaned'])
  })

  test('that is ended by hand leaves its scope in order', () => {
    const watching = new Watching()
    const count = watching.signal('count', 0)
    const scope = new Scope()
    const stop = runIn({ scope }, () => effect(() => void count.value))
    stop()
    expect(watching.now).toEqual([])
    expect(() => scope.end()).not.toThrow()
  })

  test('outside of a scope lives until it is ended', () => {
    const watching = new Watching()
    const count = watching.signal('count', 0)
    const stop = effect(() => void count.value)
    expect(watching.now).toEqual(['count'])
    stop()
    expect(watching.now).toEqual([])
  })

  test('made by an effect that runs again dies with the same scope', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 0), watching.signal('b', 0)]
    const scope = new Scope()
    const work = (): void => {
      void a.value
      effect(() => void b.value)
    }
    runIn({ scope }, () => effect(work))
    a.value++
    scope.end()
    expect(watching.now).toEqual([])
  })

  test('gives what it made to the scope that runs, not to the one around it', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 0), watching.signal('b', 0)]
    const [outer, inner] = [new Scope(), new Scope()]
    runIn({ scope: outer }, () => {
      runIn({ scope: inner }, () => effect(() => void a.value))
      effect(() => void b.value)
    })
    inner.end()
    expect(watching.now).toEqual(['b'])
    outer.end()
    expect(watching.now).toEqual([])
  })
})

describe('an error in an effect', () => {
  test('is told to the scope, whoever wrote the signal', () => {
    const count = signal(0)
    const errors: unknown[] = []
    const scope = new Scope((error) => errors.push(error))
    runIn({ scope }, () =>
      effect(() => {
        if (count.value > 0) throw new Error(`effect ${count.value}`)
      }),
    )
    count.value = 1
    count.value = 2
    expect(errors.map(String)).toEqual(['Error: effect 1', 'Error: effect 2'])
    scope.end()
  })

  test('that its cleanup throws, too', () => {
    const count = signal(0)
    const errors: unknown[] = []
    const scope = new Scope((error) => errors.push(error))
    runIn({ scope }, () => effect(() => (count.value === 0 ? fail('cleanup') : undefined)))
    expect(() => (count.value = 1)).not.toThrow()
    expect(errors.map(String)).toEqual(['Error: cleanup'])
    scope.end()
  })

  test('reaches the writer where no scope takes it', () => {
    const count = signal(0)
    const stop = effect(() => {
      if (count.value > 0) throw new Error('effect')
    })
    expect(() => (count.value = 1)).toThrow('effect')
    stop()
  })
})

describe('a scope that runs', () => {
  test('gives what the work gives', () => {
    expect(runIn({ scope: new Scope() }, () => 'done')).toBe('done')
  })

  test('is put back when the work throws', () => {
    const scope = new Scope()
    expect(() => runIn({ scope }, fail('work'))).toThrow('work')
    expect(() => onCleanup(() => {})).toThrow('outside of a component')
  })
})

test('onCleanup joins the scope that runs', () => {
  const log: string[] = []
  const scope = new Scope()
  runIn({ scope }, () => onCleanup(() => log.push('cleaned')))
  scope.end()
  expect(log).toEqual(['cleaned'])
})

test('onCleanup outside says what to do', () => {
  expect(() => onCleanup(() => {})).toThrow(
    'onCleanup was called outside of a component; call it while one renders',
  )
})

test('a thousand scopes that end leave nothing subscribed', () => {
  const watching = new Watching()
  const count = watching.signal('count', 0)
  const scopes = Array.from({ length: 1000 }, () => new Scope())
  for (const scope of scopes) runIn({ scope }, () => effect(() => void count.value))
  for (const scope of scopes) scope.end()
  expect(watching.now).toEqual([])
})

test('an effect is cleaned up after, even if the owner of a signal throws when it is left', () => {
  const source = new Signal(0, {
    unwatched: () => {
      throw new Error('not now')
    },
  })
  const [ended, errors]: [string[], string[]] = [[], []]
  const scope = new Scope((error) => void errors.push(String(error)))
  scope.effect(() => {
    void source.value
    return () => void ended.push('ended')
  })
  scope.end()
  expect([ended, errors]).toEqual([['ended'], ['Error: not now']])
})
