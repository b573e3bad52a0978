import { expect, test, vi } from 'vitest'
import { LazyPageWide } from '../../src/client/lazy-page-wide.ts'
import type { PageWide } from '../../src/client/page-wide.ts'

const surroundings = { root: {} as HTMLElement, base: 'http://a/', failed: () => undefined }
const message = { type: 'open-url', url: 'https://example.org/' } as const

type Load = NonNullable<ConstructorParameters<typeof LazyPageWide>[1]>

/** Code that cannot be fetched so many times, and what it is told then. */
function after(failures: number) {
  const told: string[] = []
  const made = { obey: () => told.push('obey'), clear: () => told.push('clear') }
  const load = vi.fn<Load>(() => {
    if (load.mock.calls.length <= failures) return Promise.reject(new Error('Offline'))
    return Promise.resolve({
      PageWide: function () {
        return made
      } as unknown as new () => PageWide,
    })
  })
  return { lazy: new LazyPageWide(surroundings, load), load, told }
}

test('code that could not be fetched is told of, and fetched with the next message', async () => {
  const { lazy, load, told } = after(1)
  await expect(lazy.obey(message)).rejects.toThrow('Offline')
  await lazy.obey(message)
  await lazy.obey(message)
  expect([load.mock.calls.length, told]).toEqual([2, ['obey', 'obey']])
})

test('a page that is emptied meanwhile is told of nothing', async () => {
  const { lazy, told } = after(1)
  const asked = lazy.obey(message)
  lazy.clear()
  await expect(asked).rejects.toThrow('Offline')
  const more = lazy.obey(message)
  lazy.clear()
  await more
  expect(told).toEqual(['clear'])
})
