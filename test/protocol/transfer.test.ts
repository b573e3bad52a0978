// Files cut at any characters come together again; whatever is out of order is refused by its name.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CloseCode, ProtocolError, Transfer } from 'treewire/protocol'
import type { FileChunkMessage, FileMeta } from 'treewire/protocol'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const plenty = 1_000_000

/** A file, and where the text of its data is cut. */
interface CutFile {
  readonly meta: FileMeta
  readonly data: string
  readonly cuts: readonly number[]
}

const cutFile: fc.Arbitrary<CutFile> = fc
  .tuple(fc.string(), fc.uint8Array({ maxLength: 60 }), fc.array(fc.nat(120), { maxLength: 6 }))
  .map(([name, bytes, cuts]) => ({
    meta: { name, size: bytes.length, type: 'text/plain' },
    data: dataOf(bytes),
    cuts: cuts.toSorted((a, b) => a - b),
  }))

describe('the chunks of an upload', () => {
  test('make the files again, wherever they were cut', () => {
    fc.assert(
      fc.property(fc.array(cutFile, { minLength: 1, maxLength: 4 }), (files) => {
        const transfer = transferOf(files)
        const progress = files.flatMap(chunksOf).map((chunk) => transfer.add(chunk))
        expect(transfer.isComplete).toBe(true)
        expect(transfer.files).toEqual(files.map(({ meta, data }) => ({ ...meta, data })))
        expect(progress.map((one) => one.complete)).toEqual(
          progress.map((_, at) => at === progress.length - 1),
        )
      }),
    )
  })

  test('make no file before the last of them is there', () => {
    const transfer = transferOf([fileOf('AAAA', [2])])
    transfer.add(chunkOf({ chunk_index: 0, num_chunks: 2, data: 'data:;base64,AA' }))
    expect([transfer.isComplete, transfer.files]).toEqual([false, []])
  })

  test('never let the progress go back', () => {
    fc.assert(
      fc.property(fc.array(cutFile, { minLength: 1, maxLength: 4 }), (files) => {
        const transfer = transferOf(files)
        const total = files.reduce((sum, { meta }) => sum + meta.size, 0)
        const steps = files.flatMap(chunksOf).map((chunk) => transfer.add(chunk).transferred_bytes)
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
        expect(steps.at(-1)).toBe(total)
      }),
    )
  })

  test('may be empty: a file that could not be read', () => {
    const transfer = new Transfer(1, [{ name: 'secret', size: 10, type: '' }], plenty)
    transfer.add(chunkOf({ data: '' }))
    expect(transfer.files).toEqual([{ name: 'secret', size: 10, type: '', data: '' }])
  })
})

test('progress counts the bytes of all files by the share of chunks', () => {
  const transfer = new Transfer(
    9,
    [
      { name: 'a', size: 100, type: '' },
      { name: 'b', size: 7, type: '' },
    ],
    plenty,
  )
  const add = (file_index: number, chunk_index: number, num_chunks: number) =>
    transfer.add(
      chunkOf({ transfer_id: 9, file_index, file_count: 2, chunk_index, num_chunks, data: 'x' }),
    )
  const shared = { transfer_id: 9, total_bytes: 107, complete: false }
  expect([add(0, 0, 3), add(0, 1, 3), add(0, 2, 3), add(1, 0, 2), add(1, 1, 2)]).toEqual([
    { ...shared, file_index: 0, chunk_index: 0, num_chunks: 3, transferred_bytes: 33 },
    { ...shared, file_index: 0, chunk_index: 1, num_chunks: 3, transferred_bytes: 66 },
    { ...shared, file_index: 0, chunk_index: 2, num_chunks: 3, transferred_bytes: 100 },
    { ...shared, file_index: 1, chunk_index: 0, num_chunks: 2, transferred_bytes: 103 },
    {
      ...shared,
      file_index: 1,
      chunk_index: 1,
      num_chunks: 2,
      transferred_bytes: 107,
      complete: true,
    },
  ])
})

describe('a chunk that is not the next one is refused', () => {
  // Two files; of the first, chunk 0 of 3 is there.
  test.each([
    [{ file_count: 3 }, '"file_count" 2 in its next chunk, got 3'],
    [{ file_count: 0 }, '"file_count" 2 in its next chunk, got 0'],
    [{ file_index: 1 }, '"file_index" 0 in its next chunk, got 1'],
    [{ file_index: -1 }, '"file_index" 0 in its next chunk, got -1'],
    [{ file_index: NaN }, '"file_index" 0 in its next chunk, got NaN'],
    [{ chunk_index: 0 }, '"chunk_index" 1 in its next chunk, got 0'],
    [{ chunk_index: 2 }, '"chunk_index" 1 in its next chunk, got 2'],
    [{ chunk_index: NaN }, '"chunk_index" 1 in its next chunk, got NaN'],
    [{ num_chunks: 4 }, '"num_chunks" 3 in its next chunk, got 4'],
    [{ num_chunks: 1 }, '"num_chunks" 3 in its next chunk, got 1'],
  ])('%j', (wrong, reason) => {
    const transfer = transferOf([fileOf('AAAA'), fileOf('BBBB')])
    const next = { file_count: 2, chunk_index: 1, num_chunks: 3, data: 'x' }
    transfer.add(chunkOf({ ...next, chunk_index: 0 }))
    expectRefused(
      () => transfer.add(chunkOf({ ...next, ...wrong })),
      4400,
      new RegExp(`^Transfer 1 expects ${reason}$`),
    )
  })

  test.each([0, -1, -Infinity, NaN])('a first chunk of %s', (num_chunks) => {
    expectRefused(
      () => transferOf([fileOf('AAAA')]).add(chunkOf({ num_chunks })),
      4400,
      new RegExp(`^Transfer 1 expects "num_chunks" 1 in its next chunk, got ${num_chunks}$`),
    )
  })

  test('one after the last', () => {
    const transfer = transferOf([fileOf('AAAA')])
    transfer.add(chunkOf({}))
    expectRefused(() => transfer.add(chunkOf({ file_index: 1 })), 4400, /"file_index"/)
    expect(transfer.files).toHaveLength(1)
  })

  test('and leaves the transfer as it was', () => {
    const transfer = transferOf([fileOf('AAAA')])
    expect(() => transfer.add(chunkOf({ chunk_index: 1, num_chunks: 2 }))).toThrow(ProtocolError)
    transfer.add(chunkOf({ data: 'data:,ok' }))
    expect(transfer.files[0]!.data).toBe('data:,ok')
  })
})

describe('an upload that is too large is refused', () => {
  test('by what it announces', () => {
    expectRefused(
      () => new Transfer(3, [fileOf('').meta, { name: 'b', size: 101, type: '' }], 100),
      CloseCode.tooLarge,
      /^Transfer 3 brings 101 bytes, the limit is 100$/,
    )
  })

  test('by what it brings', () => {
    const transfer = new Transfer(3, [{ name: 'a', size: 100, type: '' }], 100)
    const data = 'x'.repeat(600)
    expectRefused(
      () => transfer.add(chunkOf({ transfer_id: 3, num_chunks: 2, data })),
      CloseCode.tooLarge,
      /^Transfer 3 brings \d+ bytes, /,
    )
  })

  test('by what it brings beyond what it announced', () => {
    const transfer = new Transfer(3, [{ name: 'a', size: 3, type: '' }], plenty)
    const data = `data:;base64,${'A'.repeat(100_000)}`
    expectRefused(
      () => transfer.add(chunkOf({ transfer_id: 3, data })),
      CloseCode.tooLarge,
      /^Transfer 3 brings \d+ bytes, /,
    )
  })

  test('but not because of the file before', () => {
    const files = [fileOf('A'.repeat(4000)), fileOf('B'.repeat(4000))]
    const transfer = transferOf(files)
    for (const chunk of files.flatMap(chunksOf)) transfer.add(chunk)
    expect(transfer.isComplete).toBe(true)
  })

  test('and never when it holds what it announced', () => {
    fc.assert(
      fc.property(fc.array(cutFile, { minLength: 1, maxLength: 4 }), (files) => {
        const total = files.reduce((sum, { meta }) => sum + meta.size, 0)
        const transfer = new Transfer(
          1,
          files.map((file) => file.meta),
          total,
        )
        for (const chunk of files.flatMap(chunksOf)) transfer.add(chunk)
        expect(transfer.isComplete).toBe(true)
      }),
    )
  })
})

test.each([-1, NaN, Infinity, 1.5])('a file of %s bytes is refused', (size) => {
  expectRefused(() => new Transfer(1, [{ name: 'a', size, type: '' }], plenty), 4400, /"size"/)
})

function expectRefused(act: () => unknown, code: number, reason: RegExp): void {
  const message = expect.stringMatching(reason) as unknown
  expect(act).toThrow(expect.objectContaining({ name: 'ProtocolError', code, message }))
}

function transferOf(files: readonly CutFile[]): Transfer {
  return new Transfer(
    1,
    files.map((file) => file.meta),
    plenty,
  )
}

function fileOf(base64: string, cuts: readonly number[] = []): CutFile {
  const size = (base64.length * 3) / 4
  return { meta: { name: 'a', size, type: '' }, data: `data:;base64,${base64}`, cuts }
}

function chunkOf(fields: Partial<FileChunkMessage>): FileChunkMessage {
  return {
    type: 'file-chunk',
    wid: 1,
    transfer_id: 1,
    file_index: 0,
    file_count: 1,
    chunk_index: 0,
    num_chunks: 1,
    data: '',
    ...fields,
  }
}

function chunksOf({ data, cuts }: CutFile, file_index: number, files: readonly CutFile[]) {
  const ends = [...cuts.map((cut) => Math.min(cut, data.length)), data.length]
  return ends.map((end, chunk_index) =>
    chunkOf({
      file_index,
      file_count: files.length,
      chunk_index,
      num_chunks: ends.length,
      data: data.slice(ends[chunk_index - 1] ?? 0, end),
    }),
  )
}

function dataOf(bytes: Uint8Array): string {
  return `data:text/plain;base64,${Buffer.from(bytes).toString('base64')}`
}
