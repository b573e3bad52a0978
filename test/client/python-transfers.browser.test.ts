// Files, bytes and long texts between our page and a server of pgwidgets-python.

import { describe, expect, test, vi } from 'vitest'
import { Uploads } from '../../src/client/uploads.ts'
import { Image } from '../../src/client/widgets/image.ts'
import type { Json } from '../../src/protocol/messages.ts'
import { type JoinedPage, served, windowWith } from './python/pages.ts'

const mebibyte = 1024 * 1024

/** A label on which files can be dropped, and what has been dropped. */
function dropTarget() {
  const dropped: Json[] = []
  const all = served(async (session) => {
    await windowWith('Label', 'Drop here')(session)
    await session.on(2, 'drop-start', () => undefined)
    await session.on(2, 'drop-end', (payload = null) => {
      dropped.push(payload)
    })
  })
  return { ...all, dropped }
}

function drop({ root }: JoinedPage, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const event = new DragEvent('drop', { dataTransfer, cancelable: true, bubbles: true })
  root.querySelector('.tw-label')!.dispatchEvent(event)
}

const filled = (name: string, size: number) => new File([new Uint8Array(size).fill(7)], name)

/** `callback drop-end`, `binary-chunk 0/2 of file 0`, `524288 bytes` */
function upwards({ line }: JoinedPage): string[] {
  return line.trace.flatMap(([who, message]) => {
    if (who === 'S') return []
    if (typeof message === 'number') return [`${message} bytes`]
    if (message.type === 'callback') return [`callback ${message.action}`]
    if (message.type !== 'binary-chunk') return []
    const { file_index, chunk_index, num_chunks } = message
    return [`binary-chunk ${chunk_index}/${num_chunks} of file ${file_index}`]
  })
}

function transferOf(payload: Json | undefined): number {
  return (payload as { readonly transfer_id: number }).transfer_id
}

describe('files that are dropped', () => {
  test('are announced, and come in pieces', async () => {
    const { server, join, dropped } = dropTarget()
    const page = await join()
    drop(page, filled('long', mebibyte - 1), filled('short', 3), filled('empty', 0))
    await vi.waitFor(() => expect(dropped).toHaveLength(1))
    expect(upwards(page).filter((line) => !/resize|map/.test(line))).toEqual([
      'callback drop-start',
      'callback drop-end',
      'binary-chunk 0/2 of file 0',
      '524288 bytes',
      'binary-chunk 1/2 of file 0',
      '524287 bytes',
      'binary-chunk 0/1 of file 1',
      '3 bytes',
      'binary-chunk 0/1 of file 2',
      '0 bytes',
    ])
    expect(dropped[0]).toMatchObject({
      files: [{ name: 'long' }, { name: 'short', data: [7, 7, 7] }, { name: 'empty', data: [] }],
    })
    expect(server.violations).toEqual([])
  })

  test('have numbers that no other page of the session gives, and that count up in each', async () => {
    const { server, join, dropped } = dropTarget()
    const first = await join()
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    const key = sessionStorage.key(0)!
    sessionStorage.setItem(`${key} 2`, sessionStorage.getItem(key)!)
    const second = await join()
    for (const page of [first, second, first]) {
      const count = dropped.length
      drop(page, filled('file', 3))
      await vi.waitFor(() => expect(dropped).toHaveLength(count + 1))
    }
    const [one, two, three] = dropped.map(transferOf)
    expect(three).toBe(one! + 1)
    expect(Math.abs(two! - one!)).toBeGreaterThan(1)
    expect(dropped.map(transferOf).every(Number.isSafeInteger)).toBe(true)
    expect(server.violations).toEqual([])
  })

  test('are not sent on over another line', async () => {
    const { server, join, comeBack, dropped } = dropTarget()
    const page = await join()
    drop(page, filled('long', 16 * mebibyte))
    await vi.waitFor(() => expect(upwards(page)).toContain('binary-chunk 1/32 of file 0'))
    await comeBack(page)
    expect(upwards(page).filter((line) => line.startsWith('binary-chunk'))).toEqual([])
    drop(page, filled('short', 3))
    await vi.waitFor(() => expect(dropped).toHaveLength(1))
    expect(server.violations).toEqual([])
  })

  test('stop when another browser comes, for which all is built anew', async () => {
    const start = vi.spyOn(Uploads.prototype, 'start')
    const { server, join, dropped } = dropTarget()
    const page = await join()
    drop(page, filled('long', 16 * mebibyte))
    await server.session.reconstruct()
    await start.mock.results[0]!.value
    expect(upwards(page).filter((line) => line.endsWith('bytes')).length).toBeLessThan(32)
    expect([dropped, server.violations]).toEqual([[], []])
  })
})

describe('calls with bytes', () => {
  function picture() {
    const set = vi.spyOn(Image.prototype, 'set_binary_image').mockImplementation(() => {})
    const given = () => set.mock.calls.map(([bytes, format]) => [bytes, format])
    return { ...served(windowWith('Image')), given }
  }

  const bytes = (...values: readonly number[]) => Uint8Array.from(values).buffer

  test('are made and not answered', async () => {
    const { server, join, given } = picture()
    await join()
    server.session.callWithBytes(2, 'set_binary_image', bytes(1, 2), 'png')
    await vi.waitFor(() => expect(given()).toEqual([[bytes(1, 2), 'png']]))
    await server.session.call(2, 'set_bg', 'red')
    expect(server.violations).toEqual([])
  })

  test('are made when all their pieces are there, as bytes or as numbers', async () => {
    const { server, join, given } = picture()
    await join()
    const pieces = [bytes(0, 0, 0), bytes(63, 0), bytes(0, 0, 64)]
    const { session } = server
    session.callWithPieces(2, 'set_binary_image', pieces, { args: ['png'] })
    session.callWithPieces(2, 'set_binary_image', pieces, { args: ['raw'], dtype: 'float32' })
    await vi.waitFor(() => expect(given()).toHaveLength(2))
    expect(given()).toEqual([
      [bytes(0, 0, 0, 63, 0, 0, 0, 64), 'png'],
      [Float32Array.of(0.5, 2), 'raw'],
    ])
    await session.call(2, 'set_bg', 'red')
    expect(server.violations).toEqual([])
  })

  test('that fail are for those who look, and the next is made', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { server, join, given } = picture()
    await join()
    server.session.callWithBytes(99, 'set_binary_image', bytes(1), 'png')
    server.session.callWithBytes(2, 'set_binary_image', bytes(2), 'png')
    await vi.waitFor(() => expect(given()).toEqual([[bytes(2), 'png']]))
    expect(log.mock.calls).toEqual([['A call with bytes failed:', 'Unknown widget id: 99']])
    expect(server.violations).toEqual([])
  })
})

test('a text that is too long for the server is told as far as it fits', async () => {
  const { server, join } = served(async (session) => {
    await windowWith('TextArea')(session)
    await session.on(2, 'modified', () => undefined)
  })
  const page = await join()
  const area = page.root.querySelector('textarea')!
  area.value = 'é'.repeat(mebibyte)
  area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  const patient = { timeout: 10_000 } // a browser takes its time for a line of a mebibyte
  await vi.waitFor(() => expect(page.line.told(2, 'modified')).toHaveLength(1), patient)
  const [[text]] = page.line.told(2, 'modified') as [[string]]
  expect(text).toMatch(/^é+$/)
  expect(text.length).toBeGreaterThan(mebibyte / 2 - 100)
  expect([page.line.isOpen, server.violations]).toEqual([true, []])
})

test('an answer that is too long for the server is an error', async () => {
  const { server, join } = served(windowWith('TreeView'))
  await join()
  const { session } = server
  await session.call(2, 'set_tree', { a: { b: 'x'.repeat(mebibyte) } })
  await expect(session.call(2, 'get_subtree', ['a'])).rejects.toThrow('a frame may have 1048576')
  expect(server.violations).toEqual([])
})
