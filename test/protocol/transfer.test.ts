// Files cut anywhere come together again, in whatever order their pieces come; what cannot be is refused by its name.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CloseCode, ProtocolError, Transfer } from 'treewire/protocol'
import type { Chunk, FileMeta, Piece } from 'treewire/protocol'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const plenty = 1_000_000

/** A file, and where its bytes are cut. */
interface CutFile {
  readonly meta: FileMeta
  readonly bytes: Uint8Array
  readonly cuts: readonly number[]
}

/** A piece on its way. */
interface Sent {
  readonly chunk: Chunk
  readonly piece: Uint8Array
}

const cutFile: fc.Arbitrary<CutFile> = fc
  .tuple(fc.string(), fc.uint8Array({ maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 6 }))
  .map(([name, bytes, cuts]) => ({
    meta: { name, size: bytes.length, type: 'text/plain' },
    bytes,
    cuts: cuts.toSorted((a, b) => a - b),
  }))

const someFiles = fc.array(cutFile, { minLength: 1, maxLength: 4 })

/** Some files, and all their pieces in an order that has nothing to do with them. */
const shuffled = someFiles.chain((files) => {
  const sent = files.flatMap(piecesOf)
  return fc.record({
    files: fc.constant(files),
    sent: fc.shuffledSubarray(sent, { minLength: sent.length }),
  })
})

describe('the pieces of an upload', () => {
  test('make the files again, wherever they were cut and in whatever order they come', () => {
    fc.assert(
      fc.property(shuffled, ({ files, sent }) => {
        const transfer = transferOf(files)
        const got = files.map((): number[] => [])
        const ended: number[] = []
        for (const { chunk, piece } of sent) {
          const { pieces, isLast } = transfer.add(chunk, piece)
          for (const one of pieces) got[chunk.file_index]!.push(...(one as Uint8Array))
          if (isLast) ended.push(chunk.file_index)
        }
        expect(got).toEqual(files.map(({ bytes }) => [...bytes]))
        expect(ended.toSorted((a, b) => a - b)).toEqual(files.map((_, at) => at))
        expect(transfer.isComplete).toBe(true)
      }),
    )
  })

  test('of two uploads that are sent at once do not mix', () => {
    const order = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(shuffled, shuffled, order, (one, other, turns) => {
        const sides = [one, other].map(({ files, sent }) => ({
          transfer: transferOf(files),
          left: [...sent],
        }))
        for (const turn of turns) {
          const side = sides[Number(turn)]!
          const next = side.left.shift()
          if (next) side.transfer.add(next.chunk, next.piece)
        }
        for (const { transfer, left } of sides) {
          expect(transfer.isComplete).toBe(left.length === 0)
        }
      }),
    )
  })

  test('are passed on at once when none before them is missing, and wait else', () => {
    const transfer = transferOf([fileOf(4)])
    const add = (chunk_index: number, piece: Piece) =>
      transfer.add({ ...only, chunk_index, num_chunks: 3 }, piece).pieces
    expect([add(0, 'a'), add(2, 'c'), add(1, 'b')]).toEqual([['a'], [], ['b', 'c']])
  })

  test('never let the progress go back, and end with all bytes', () => {
    fc.assert(
      fc.property(shuffled, ({ files, sent }) => {
        const transfer = transferOf(files)
        const total = files.reduce((sum, { meta }) => sum + meta.size, 0)
        const steps = sent.map(({ chunk, piece }) => transfer.add(chunk, piece).progress)
        const bytes = steps.map((one) => one.transferred_bytes)
        expect(bytes).toEqual(bytes.toSorted((a, b) => a - b))
        expect(bytes.at(-1)).toBe(total)
        expect(steps.map(({ complete }) => complete)).toEqual(
          steps.map((_, at) => at === steps.length - 1),
        )
      }),
    )
  })

  test('may be fewer bytes than were announced: a file that could not be read', () => {
    const transfer = transferOf([fileOf(10)])
    expect(transfer.add(only, new Uint8Array())).toMatchObject({ isLast: true })
    expect(transfer.isComplete).toBe(true)
  })
})

test('progress counts the bytes of all files by the share of pieces', () => {
  const transfer = new Transfer(
    9,
    [
      { name: 'a', size: 100, type: '' },
      { name: 'b', size: 7, type: '' },
    ],
    plenty,
  )
  const add = (file_index: number, chunk_index: number, num_chunks: number) =>
    transfer.add({ file_index, file_count: 2, chunk_index, num_chunks }, 'x').progress
  const shared = { transfer_id: 9, total_bytes: 107, complete: false }
  expect([add(0, 0, 3), add(0, 1, 3), add(1, 1, 2), add(0, 2, 3), add(1, 0, 2)]).toEqual([
    { ...shared, file_index: 0, chunk_index: 0, num_chunks: 3, transferred_bytes: 33 },
    { ...shared, file_index: 0, chunk_index: 1, num_chunks: 3, transferred_bytes: 66 },
    { ...shared, file_index: 1, chunk_index: 1, num_chunks: 2, transferred_bytes: 69 },
    { ...shared, file_index: 0, chunk_index: 2, num_chunks: 3, transferred_bytes: 103 },
    {
      ...shared,
      file_index: 1,
      chunk_index: 0,
      num_chunks: 2,
      transferred_bytes: 107,
      complete: true,
    },
  ])
  expect([transfer.transferredBytes, transfer.totalBytes]).toEqual([107, 107])
})

describe('a piece that cannot be is refused', () => {
  // Two files; of the first, piece 1 of 3 is there.
  test.each([
    [{ file_count: 3 }, '"file_count" to be 2, got 3'],
    [{ file_count: 0 }, '"file_count" to be 2, got 0'],
    [{ file_index: 2 }, '"file_index" to be from 0 to 1, got 2'],
    [{ file_index: -1 }, '"file_index" to be from 0 to 1, got -1'],
    [{ file_index: NaN }, '"file_index" to be from 0 to 1, got NaN'],
    [{ chunk_index: 1 }, '"chunk_index" to be one that has not come yet, got 1'],
    [{ chunk_index: 3 }, '"chunk_index" to be from 0 to 2, got 3'],
    [{ chunk_index: -1 }, '"chunk_index" to be from 0 to 2, got -1'],
    [{ chunk_index: NaN }, '"chunk_index" to be from 0 to 2, got NaN'],
    [{ num_chunks: 4 }, '"num_chunks" to be 3, got 4'],
    [{ num_chunks: 1 }, '"num_chunks" to be 3, got 1'],
  ])('%j', (wrong, reason) => {
    const transfer = transferOf([fileOf(4), fileOf(4)])
    const next = { file_index: 0, file_count: 2, chunk_index: 0, num_chunks: 3 }
    transfer.add({ ...next, chunk_index: 1 }, 'x')
    expectRefused(
      () => transfer.add({ ...next, ...wrong }, 'x'),
      4400,
      new RegExp(`^Transfer 1 needs ${reason}$`),
    )
  })

  test.each([0, -1, -Infinity, NaN])('a first piece of %s', (num_chunks) => {
    expectRefused(
      () => transferOf([fileOf(4)]).add({ ...only, num_chunks }, ''),
      4400,
      new RegExp(`^Transfer 1 needs "num_chunks" to be from 1 on, got ${num_chunks}$`),
    )
  })

  test('one that was passed on already', () => {
    const transfer = transferOf([fileOf(4)])
    transfer.add(only, 'x')
    expectRefused(() => transfer.add(only, 'x'), 4400, /one that has not come yet, got 0$/)
  })

  test('one too many that waits', () => {
    const transfer = transferOf([fileOf(4)])
    const add = (chunk_index: number) =>
      transfer.add({ ...only, chunk_index, num_chunks: 5000 }, '')
    for (let at = 1; at <= 1024; at++) add(at)
    expectRefused(() => add(1025), 4400, /^Transfer 1 needs "chunk_index" to be 0, got 1025$/)
  })

  test('but not the one that all others wait for', () => {
    const transfer = transferOf([fileOf(2000)])
    const add = (chunk_index: number) =>
      transfer.add({ ...only, chunk_index, num_chunks: 1025 }, new Uint8Array(1))
    for (let at = 1; at <= 1024; at++) add(at)
    expect(transfer.waitingBytes).toBe(1024)
    expect(add(0)).toMatchObject({ isLast: true, progress: { complete: true } })
    expect(transfer.waitingBytes).toBe(0)
  })

  test('and leaves the transfer as it was', () => {
    const transfer = transferOf([fileOf(4)])
    expect(() => transfer.add({ ...only, chunk_index: 1 }, 'x')).toThrow(ProtocolError)
    expect(transfer.add(only, 'ok').pieces).toEqual(['ok'])
  })
})

describe('an upload that is too large is refused', () => {
  test('by what it announces', () => {
    expectRefused(
      () => new Transfer(3, [fileOf(0).meta, { name: 'b', size: 101, type: '' }], 100),
      CloseCode.tooLarge,
      /^The files have 101 bytes together, the limit is 100$/,
    )
  })

  test('by a byte more than it announced', () => {
    const transfer = transferOf([fileOf(3)])
    transfer.add({ ...only, num_chunks: 2 }, new Uint8Array(3))
    expectRefused(
      () => transfer.add({ ...only, chunk_index: 1, num_chunks: 2 }, new Uint8Array(1)),
      CloseCode.tooLarge,
      /^Transfer 1 brings 4 bytes, announced were 3$/,
    )
  })

  test('by text that means more than it announced', () => {
    expectRefused(
      () => transferOf([fileOf(3)]).add(only, `data:;base64,${'A'.repeat(100_000)}`),
      CloseCode.tooLarge,
      /^Transfer 1 brings \d+ bytes, announced were 3$/,
    )
  })

  test('and never when it holds what it announced', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const total = files.reduce((sum, { meta }) => sum + meta.size, 0)
        const metas = files.map((file) => file.meta)
        const transfer = new Transfer(1, metas, total)
        for (const { chunk, piece } of files.flatMap(piecesOf)) transfer.add(chunk, piece)
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
  const metas = files.map((file) => file.meta)
  return new Transfer(1, metas, plenty)
}

function fileOf(size: number): CutFile {
  return { meta: { name: 'a', size, type: '' }, bytes: new Uint8Array(size), cuts: [] }
}

/** The only piece of the only file. */
const only: Chunk = { file_index: 0, file_count: 1, chunk_index: 0, num_chunks: 1 }

function piecesOf({ bytes, cuts }: CutFile, file_index: number, files: readonly CutFile[]): Sent[] {
  const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length]
  return ends.map((end, chunk_index) => ({
    chunk: { file_index, file_count: files.length, chunk_index, num_chunks: ends.length },
    piece: bytes.subarray(ends[chunk_index - 1] ?? 0, end),
  }))
}
