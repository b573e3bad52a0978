import { describe, expect, test, vi } from 'vitest'
import type { BinaryChunkMessage, ClientMessage } from '../../src/protocol/messages.ts'
import { Uploads } from '../../src/client/uploads.ts'
import { call, create, listen, page, unlisten } from './harness.ts'

const mebibyte = 1024 * 1024

function target() {
  const start = vi.spyOn(Uploads.prototype, 'start')
  const here = page()
  here.send(create(1, 'Label', 'Drop here'), listen(1, 'drop-start'), listen(1, 'drop-end'))
  const { element } = here.widget(1)
  here.root.append(element)
  const dropFiles = (...files: readonly File[]) => {
    const dataTransfer = new DataTransfer()
    for (const file of files) dataTransfer.items.add(file)
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true, bubbles: true }))
  }
  const messages: ClientMessage[] = []
  const until = (count: number) =>
    vi.waitFor(() => {
      messages.push(...here.sent())
      expect(messages.length).toBeGreaterThanOrEqual(count)
      return messages
    })
  /** The first upload has come to its end. */
  const ended = () => start.mock.results[0]!.value as Promise<void>
  return { ...here, dropFiles, until, ended }
}

const text = (name: string, content: string) => new File([content], name, { type: 'text/plain' })
const large = (name: string, size: number) => new File([new Uint8Array(size)], name)
/** All is done that waits for nothing but promises. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('dropped files', () => {
  test('are told of at once, and sent as pieces of their bytes', async () => {
    const { dropFiles, until, sentBytes } = target()
    dropFiles(text('a.txt', 'ABC'), text('b.txt', ''))
    const [start, end, ...chunks] = await until(4)
    const files = [
      { name: 'a.txt', size: 3, type: 'text/plain' },
      { name: 'b.txt', size: 0, type: 'text/plain' },
    ]
    expect(start).toMatchObject({
      action: 'drop-start',
      args: [{ files: files.map((file) => ({ ...file, data: null })) }],
    })
    expect(end).toMatchObject({
      action: 'drop-end',
      args: [{ files: files.map((file) => ({ ...file, encoding: 'bytes' })), transfer_id: 1 }],
    })
    const chunk = {
      type: 'binary-chunk',
      wid: 1,
      transfer_id: 1,
      file_count: 2,
      chunk_index: 0,
      num_chunks: 1,
      encoding: 'binary',
    }
    expect(chunks).toEqual([
      { ...chunk, file_index: 0 },
      { ...chunk, file_index: 1 },
    ])
    const contents = sentBytes().map((bytes) => new TextDecoder().decode(bytes))
    expect(contents).toEqual(['ABC', ''])
  })

  test('are cut every 512 KiB', async () => {
    const { dropFiles, until, sentBytes } = target()
    dropFiles(large('long', mebibyte + 1))
    const chunks = (await until(5)).slice(2)
    expect(chunks).toMatchObject(
      [0, 1, 2].map((chunk_index) => ({ type: 'binary-chunk', chunk_index, num_chunks: 3 })),
    )
    expect(sentBytes().map((bytes) => bytes.byteLength)).toEqual([524_288, 524_288, 1])
  })

  test('of each drop have a number of their own', async () => {
    const { dropFiles, until } = target()
    dropFiles(text('a', 'A'))
    await until(3)
    dropFiles(text('b', 'B'))
    const numbers = (await until(6)).flatMap((message) =>
      message.type === 'binary-chunk' ? [message.transfer_id] : [],
    )
    expect(numbers).toEqual([1, 2])
  })

  test('are not sent of a widget that ends', async () => {
    const { dropFiles, send, sent, ended } = target()
    dropFiles(large('a', mebibyte))
    send(call(1, 'destroy'))
    sent()
    await ended()
    expect(sent()).toEqual([])
  })

  test('are not sent when nobody listens for them any more', async () => {
    const { dropFiles, send, sent, ended } = target()
    dropFiles(large('a', mebibyte))
    send(unlisten(1, 'drop-end'))
    sent()
    await ended()
    expect(sent()).toEqual([])
  })

  test('are sent no more when the server says stop', async () => {
    const { dropFiles, send, sent, ended } = target()
    dropFiles(large('a', 10 * mebibyte))
    sent()
    send({ type: 'upload', transfer_id: 1, command: 'stop' })
    await ended()
    expect(sent()).toEqual([])
  })

  test('wait while the server says pause', async () => {
    const { dropFiles, send, until, ended } = target()
    const slice = vi.spyOn(File.prototype, 'slice')
    dropFiles(large('a', mebibyte))
    send({ type: 'upload', transfer_id: 1, command: 'pause' })
    // One was under way.
    expect(await until(3)).toHaveLength(3)
    await turn()
    expect(slice).toHaveBeenCalledTimes(1)
    send({ type: 'upload', transfer_id: 1, command: 'resume' })
    await ended()
    expect(await until(4)).toHaveLength(4)
  })

  test('that are over have nothing to be told', () => {
    const { send, sent } = target()
    send({ type: 'upload', transfer_id: 99, command: 'stop' })
    expect(sent()).toEqual([])
  })
})

/** Uploads over a line that lets one piece pass at each `open()`. */
function gated() {
  const sent: BinaryChunkMessage[] = []
  const gates: (() => void)[] = []
  const announced: unknown[] = []
  const uploads = new Uploads({
    send: (header) => sent.push(header),
    whenClear: () => new Promise((resolve) => gates.push(resolve)),
  })
  let isWanted = true
  const start = (...files: readonly File[]) =>
    uploads.start({
      wid: 1,
      files,
      announce: (what) => announced.push(what) > 0,
      isWanted: () => isWanted,
    })
  const open = async (count: number) => {
    await vi.waitFor(() => expect(gates.length).toBeGreaterThan(0))
    for (const gate of gates.splice(0)) gate()
    await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(count))
  }
  const letGo = async () => {
    await vi.waitFor(() => expect(gates.length).toBeGreaterThan(0))
    for (const gate of gates.splice(0)) gate()
  }
  return { uploads, sent, announced, start, open, letGo, unwant: () => (isWanted = false) }
}

describe('an upload', () => {
  test('reads a piece when the line has room for it, and not before', async () => {
    const slice = vi.spyOn(File.prototype, 'slice')
    const { start, open, sent } = gated()
    const done = start(large('a', mebibyte + 1))
    await turn()
    expect(slice).not.toHaveBeenCalled()
    for (const count of [1, 2, 3]) {
      await open(count)
      expect(slice).toHaveBeenCalledTimes(count)
    }
    await done
    expect(sent.map(({ chunk_index }) => chunk_index)).toEqual([0, 1, 2])
  })

  test('shares the line with another', async () => {
    const { start, open, sent } = gated()
    const both = Promise.all([start(large('a', mebibyte)), start(large('b', mebibyte))])
    await open(2)
    await open(4)
    await both
    expect(sent).toHaveLength(4)
    expect(new Set(sent.slice(0, 2).map((chunk) => chunk.transfer_id)).size).toBe(2)
  })

  test('ends with its widget', async () => {
    const { start, open, letGo, unwant, sent } = gated()
    const done = start(large('a', mebibyte))
    await open(1)
    unwant()
    await letGo()
    await done
    expect(sent).toHaveLength(1)
  })

  test('ends when all are stopped, and those after it do not', async () => {
    const { start, open, letGo, uploads, sent } = gated()
    const done = start(large('a', mebibyte))
    await open(1)
    uploads.stop()
    await letGo()
    await done
    const next = start(text('b', 'B'))
    await open(2)
    await next
    expect(sent.map(({ transfer_id }) => transfer_id)).toEqual([1, 2])
  })

  test('that was not announced sends nothing', async () => {
    const sent: BinaryChunkMessage[] = []
    const uploads = new Uploads({
      send: (header) => sent.push(header),
      whenClear: () => Promise.resolve(),
    })
    const nobody = { announce: () => false, isWanted: () => true }
    await uploads.start({ wid: 1, files: [text('a.txt', 'A')], ...nobody })
    expect(sent).toEqual([])
  })

  test('sends a file that cannot be read as empty pieces', async () => {
    const sizes: number[] = []
    const uploads = new Uploads({
      send: (_, piece) => sizes.push(piece.byteLength),
      whenClear: () => Promise.resolve(),
    })
    const broken = large('broken', 3 * 524_288)
    let reads = 0
    vi.spyOn(broken, 'slice').mockImplementation((start, end) => {
      const blob = new Blob([new Uint8Array(end! - start!)])
      if (++reads > 1) vi.spyOn(blob, 'arrayBuffer').mockRejectedValue(new Error('gone'))
      return blob
    })
    const wanted = { announce: () => true, isWanted: () => true }
    await uploads.start({ wid: 1, files: [broken, text('b', 'B')], ...wanted })
    expect(sizes).toEqual([524_288, 0, 0, 1])
  })
})
