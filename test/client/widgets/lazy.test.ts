import { expect, test, vi } from 'vitest'
import { Lazy } from '../../../src/client/widgets/lazy.ts'

const never = (reason: unknown): void => expect.unreachable(String(reason))

test('work waits for the module and is done in the order it came', async () => {
  let resolve: (module: string) => void = never
  const lazy = new Lazy(() => new Promise<string>((arrived) => (resolve = arrived)), never)
  const done: string[] = []

  lazy.run((module) => done.push(`first ${module}`))
  const answer = lazy.ask((module) => done.push(`second ${module}`))
  lazy.run(() => done.push('third'))
  await Promise.resolve()
  expect(done).toEqual([])

  resolve('module')
  expect(await answer).toBe(2)
  await lazy.ask(() => undefined)
  expect(done).toEqual(['first module', 'second module', 'third'])
})

test('work that is added by work is done after what was there before', async () => {
  const lazy = new Lazy(() => Promise.resolve('module'), never)
  const done: number[] = []
  lazy.run(() => {
    done.push(1)
    lazy.run(() => done.push(3))
  })
  lazy.run(() => done.push(2))
  await lazy.ask(() => undefined)
  await Promise.resolve()
  expect(done).toEqual([1, 2, 3])
})

test('the module is fetched once', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('module'))
  const lazy = new Lazy(load, never)
  await lazy.ask(() => undefined)
  await lazy.ask(() => undefined)
  expect(load).toHaveBeenCalledOnce()
})

test('a module that cannot be had is told once, and questions are refused', async () => {
  const reason = new Error('offline')
  const failed = vi.fn<(reason: unknown) => void>()
  const work = vi.fn<() => void>()
  const lazy = new Lazy(() => Promise.reject(reason), failed)
  lazy.run(work)
  lazy.run(work)
  await expect(lazy.ask(work)).rejects.toBe(reason)
  expect(failed.mock.calls).toEqual([[reason]])
  expect(work).not.toHaveBeenCalled()
})

test('after close nothing is done, not even what waited', async () => {
  const failed = vi.fn<(reason: unknown) => void>()
  const work = vi.fn<() => void>()
  const lazy = new Lazy(() => Promise.resolve('module'), failed)
  lazy.run(work)
  const answer = lazy.ask(work)
  lazy.close()
  await expect(answer).rejects.toThrow('destroyed before it could answer')
  expect(work).not.toHaveBeenCalled()
})
