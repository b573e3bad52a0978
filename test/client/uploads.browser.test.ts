import { expect, onTestFinished, test, vi } from 'vitest'
import type { ClientMessage, FileChunkMessage } from '../../src/protocol/messages.ts'
import { Remote } from '../../src/client/remote.ts'
import { Uploads } from '../../src/client/uploads.ts'
import { call, create, listen, page, unlisten } from './harness.ts'

function target() {
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
  return { ...here, dropFiles, until }
}

const text = (name: string, content: string) => new File([content], name, { type: 'text/plain' })

test('files are announced, named, and sent as the pieces of their data texts', async () => {
  const { dropFiles, until } = target()
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
  expect(end).toMatchObject({ action: 'drop-end', args: [{ files, transfer_id: 1 }] })
  const chunk = {
    type: 'file-chunk',
    wid: 1,
    transfer_id: 1,
    file_count: 2,
    chunk_index: 0,
    num_chunks: 1,
  }
  expect(chunks).toEqual([
    { ...chunk, file_index: 0, data: 'data:text/plain;base64,QUJD' },
    { ...chunk, file_index: 1, data: expect.stringMatching(/^data:/) },
  ])
})

test('a long file is cut every 524,288 characters', async () => {
  const { dropFiles, until } = target()
  dropFiles(text('long.txt', 'x'.repeat(800_000)))
  const chunks = (await until(5)).slice(2).filter((message) => message.type === 'file-chunk')
  expect(
    chunks.map(({ data, chunk_index, num_chunks }) => [data.length, chunk_index, num_chunks]),
  ).toEqual([
    [524_288, 0, 3],
    [524_288, 1, 3],
    [18_115, 2, 3],
  ])
  const whole = chunks.map((chunk) => chunk.data).join('')
  expect(atob(whole.slice('data:text/plain;base64,'.length))).toHaveLength(800_000)
})

test('every upload of the page has its own number, after an init too', async () => {
  const { dropFiles, until, send } = target()
  dropFiles(text('a', 'A'))
  await until(3)
  dropFiles(text('b', 'B'))
  const numbers = (await until(6)).flatMap((message) =>
    message.type === 'file-chunk' ? [message.transfer_id] : [],
  )
  expect(numbers).toEqual([1, 2])
  send({ type: 'init' })
})

test('nothing is announced for a widget that ended while its files were read', async () => {
  const { dropFiles, send, sent } = target()
  dropFiles(text('a.txt', 'A'))
  sent()
  send(call(1, 'destroy'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(sent()).toEqual([])
})

test('nothing is sent of files that nobody listens for any more once they are read', async () => {
  const { dropFiles, send, sent } = target()
  dropFiles(text('a.txt', 'A'))
  sent()
  send(unlisten(1, 'drop-end'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(sent()).toEqual([])
})

test('an upload ends when its action is listened to no more', async () => {
  const types: string[] = []
  const remote = new Remote(document.body, {
    answer: () => {},
    report: (message) => {
      const { type } = JSON.parse(message) as ClientMessage
      types.push(type)
      if (type === 'file-chunk') remote.receive(JSON.stringify(unlisten(1, 'drop-end')))
    },
    whenUp: () => Promise.resolve(),
  })
  onTestFinished(() => remote.reset())
  remote.receive(JSON.stringify([create(1, 'Label'), listen(1, 'drop-end')]))
  remote.widget(1)!.link.upload('drop-end', {}, [text('long.txt', 'x'.repeat(800_000))])
  await vi.waitFor(() => expect(types).toHaveLength(2))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(types).toEqual(['callback', 'file-chunk'])
})

test('no piece follows an announcement that was not sent', async () => {
  const chunks: FileChunkMessage[] = []
  const uploads = new Uploads({
    send: (chunk) => chunks.push(chunk),
    whenUp: () => Promise.resolve(),
  })
  await uploads.start({
    wid: 1,
    files: [text('a.txt', 'A')],
    announce: () => false,
    isWanted: () => true,
  })
  expect(chunks).toEqual([])
})

function newGate() {
  let open: () => void = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

/** An upload of three pieces over a line that lets one pass at each `open()`. */
function gated() {
  const chunks: FileChunkMessage[] = []
  const announced: unknown[] = []
  let gate = newGate()
  const uploads = new Uploads({ send: (chunk) => chunks.push(chunk), whenUp: () => gate.passed })
  let isWanted = true
  const start = (...files: readonly File[]) =>
    uploads.start({
      wid: 1,
      files,
      announce: (what) => announced.push(what) > 0,
      isWanted: () => isWanted,
    })
  const done = start(text('long.txt', 'x'.repeat(800_000)))
  const open = async (count: number) => {
    await vi.waitFor(() => expect(announced).toHaveLength(1))
    const last = gate
    gate = newGate()
    last.open()
    await vi.waitFor(() => expect(chunks).toHaveLength(count))
  }
  const drop = () => {
    isWanted = false
    gate.open()
  }
  return { uploads, chunks, announced, start, done, open, drop, letGo: () => gate.open() }
}

test('each piece waits until the line is up', async () => {
  const { open, letGo, done, chunks } = gated()
  await open(1)
  await open(2)
  letGo()
  await done
  expect(chunks.map((chunk) => chunk.chunk_index)).toEqual([0, 1, 2])
})

test('an upload ends with its widget', async () => {
  const { open, drop, done, chunks } = gated()
  await open(1)
  drop()
  await done
  expect(chunks).toHaveLength(1)
})

test('stopping ends every upload under way, and not those that come after', async () => {
  const { open, uploads, letGo, done, start, chunks } = gated()
  await open(1)
  uploads.stop()
  letGo()
  await done
  await start(text('a.txt', 'A'))
  expect(chunks.map(({ transfer_id, num_chunks }) => [transfer_id, num_chunks])).toEqual([
    [1, 3],
    [2, 1],
  ])
})

test('when no file can be read there is nothing to send after the announcement', async () => {
  const chunks: FileChunkMessage[] = []
  const announced: unknown[] = []
  const error = vi.spyOn(FileReader.prototype, 'readAsDataURL').mockImplementation(function (
    this: FileReader,
  ) {
    this.dispatchEvent(new Event('error'))
  })
  const other = new Uploads({
    send: (chunk) => chunks.push(chunk),
    whenUp: () => Promise.resolve(),
  })
  await other.start({
    wid: 1,
    files: [text('a.txt', 'A')],
    announce: (what) => announced.push(what) > 0,
    isWanted: () => true,
  })
  expect(error).toHaveBeenCalledOnce()
  expect(announced.at(-1)).toEqual({
    files: [{ name: 'a.txt', size: 1, type: 'text/plain', data: null }],
  })
  expect(chunks).toEqual([])
})
