// Uploads that go to files and streams while they arrive: whole or not at all, and no faster than what takes them.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { FileDialog, Label, Page } from 'treewire'
import type { SessionOptions, Upload, UploadedFile, UploadStream } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { open } from './recorder.ts'

const mebibyte = 1024 * 1024

let folder: string
let begun: Upload | undefined
let arrived: UploadedFile[]
let failed: string[]
/** What the application does when it hears of an upload. */
let onUpload: (upload: Upload) => void
let screen: Rendered

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  arrived = []
  failed = []
  begun = undefined
  onUpload = (upload) => upload.to(({ name }) => join(folder, name))
  screen = show()
})

function show(options: Parameters<typeof render>[1] = {}): Rendered {
  const hear = (upload: Upload): void => {
    begun = upload
    onUpload(upload)
  }
  return render(
    <Page>
      <Label
        onUpload={hear}
        onDropEnd={({ files }) => arrived.push(...files)}
        onUploadFailed={({ reason, message }) => failed.push(`${reason}: ${message}`)}
      />
    </Page>,
    options,
  )
}

const label = { type: 'Label' }
const file = (name: string, content: string | Uint8Array) => ({ name, content })
const inFolder = async (): Promise<string[]> => (await readdir(folder)).toSorted()

/** A stream that takes nothing before it is told to. */
class Slow extends Writable {
  readonly got: Buffer[] = []
  readonly #waiting: (() => void)[] = []
  isOpen = false

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.got.push(bytes)
    if (this.isOpen) done()
    else this.#waiting.push(done)
  }

  open(): void {
    this.isOpen = true
    for (const done of this.#waiting.splice(0)) done()
  }
}

/** An announced upload of one file, and what sends its pieces. */
function raw(size: number, options: SessionOptions = {}) {
  const opened = open(
    <Page>
      <Label
        onUpload={(upload) => onUpload(upload)}
        onDropEnd={({ files }) => arrived.push(...files)}
      />
    </Page>,
    options,
  )
  const transfer_id = 1
  opened.fire(2, 'drop-end', { transfer_id, files: [{ name: 'a.bin', size, type: '' }] })
  opened.peer.take()
  const chunk = (chunk_index: number, num_chunks: number, length: number): void => {
    opened.receive({ type: 'binary-chunk', wid: 2, transfer_id, chunk_index, num_chunks })
    opened.receiveBytes(new Uint8Array(length))
  }
  const commands = (): string[] => {
    opened.session.flush()
    return opened.peer.take()
  }
  return { chunk, commands, errors: opened.errors }
}

/** A stream of the application that takes everything, but for what is said. */
function streamWith(bad: Partial<UploadStream>): UploadStream {
  return {
    write: (_bytes, done) => done(),
    end: (done) => done(),
    destroy: () => undefined,
    on: () => undefined,
    ...bad,
  }
}

describe('a file on disk', () => {
  test('is there when the handler is told, and is not in memory', async () => {
    await screen.upload(label, file('a.txt', 'Hello'), file('b.bin', new Uint8Array(mebibyte)))
    await vi.waitFor(() => expect(arrived).toHaveLength(2))
    expect(arrived.map(({ path }) => path)).toEqual([join(folder, 'a.txt'), join(folder, 'b.bin')])
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('Hello')
    expect(await inFolder()).toEqual(['a.txt', 'b.bin'])
    expect(() => arrived[0]!.bytes()).toThrow(
      '"a.txt" went to where Upload.to said, and is not in memory',
    )
  })

  test('takes the place of an older one only as a whole', async () => {
    await writeFile(join(folder, 'a.txt'), 'older')
    onUpload = (upload) => {
      upload.to(({ name }) => join(folder, name))
      queueMicrotask(() => upload.cancel())
    }
    await screen.upload(label, file('a.txt', 'newer'))
    await vi.waitFor(async () => expect(await inFolder()).toEqual(['a.txt']))
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('older')
    expect(arrived).toEqual([])
  })

  test('of a browser that is gone leaves nothing behind', async () => {
    onUpload = (upload) => {
      upload.to(({ name }) => join(folder, name))
      // Of two pieces the second never comes.
      setImmediate(() => screen.unmount())
    }
    const { session, browser } = screen
    const wid = screen.find(label).wid
    const files = [{ name: 'a.txt', size: 600_000, type: '' }]
    expect(browser.widget(wid).listening.has('drop-end')).toBe(true)
    const up = screen.fire(label, 'drop-end', { transfer_id: 1, files })
    await vi.waitFor(() => expect(session.isOver).toBe(true))
    await up
    expect(failed).toEqual(['lost: the session has ended'])
    expect(begun!.signal.aborted).toBe(true)
    await vi.waitFor(async () => expect(await inFolder()).toEqual([]))
  })

  test('of a place that is none fails its upload, and nothing of the others is kept', async () => {
    onUpload = (upload) =>
      upload.to(({ name }) => join(folder, name === 'a.txt' ? 'nowhere/a.txt' : name))
    await screen.upload(label, file('a.txt', 'A'), file('b.txt', 'B'))
    await vi.waitFor(() => expect(failed).toEqual([expect.stringMatching(/^not-saved: ENOENT/)]))
    await vi.waitFor(async () => expect(await inFolder()).toEqual([]))
    expect([arrived, screen.errors()]).toEqual([[], []])
  })

  test('is open only while its bytes come', async () => {
    const { session, fire, receive, receiveBytes } = open(
      <Page>
        <Label onUpload={onUpload} onDropEnd={({ files }) => arrived.push(...files)} />
      </Page>,
    )
    const files = ['a', 'b', 'c'].map((name) => ({ name, size: 1, type: '' }))
    fire(2, 'drop-end', { transfer_id: 1, files })
    const chunk = (file_index: number): void => {
      const place = { file_index, file_count: 3, chunk_index: 0, num_chunks: 1 }
      receive({ type: 'binary-chunk', wid: 2, transfer_id: 1, ...place })
      receiveBytes(new Uint8Array(1))
    }
    chunk(0)
    await vi.waitFor(async () => expect(await inFolder()).toHaveLength(1))
    for (const at of [1, 2]) chunk(at)
    await vi.waitFor(() => expect(arrived).toHaveLength(3))
    expect(await inFolder()).toEqual(['a', 'b', 'c'])
    session.destroy()
  })

  test('of a text that can be no path fails its upload', async () => {
    onUpload = (upload) => upload.to(() => join(folder, 'a\u0000b'))
    await screen.upload(label, file('a.txt', 'A'))
    await vi.waitFor(() => expect(failed).toEqual([expect.stringMatching(/^not-saved: .*null/)]))
    expect([arrived, screen.errors()]).toEqual([[], []])
  })

  test('that could not be read as a whole is not kept', async () => {
    const { chunk } = raw(5)
    chunk(0, 1, 0)
    await vi.waitFor(() => expect(arrived).toHaveLength(1))
    expect([arrived[0]!.isWhole, arrived[0]!.path, await inFolder()]).toEqual([
      false,
      undefined,
      [],
    ])
  })
})

describe('a stream', () => {
  test('gets the bytes as they come, and is ended', async () => {
    const slow = new Slow()
    slow.open()
    onUpload = (upload) => upload.to(() => slow)
    await screen.upload(label, file('a.txt', 'x'.repeat(mebibyte)))
    await vi.waitFor(() => expect(arrived).toHaveLength(1))
    expect(Buffer.concat(slow.got)).toHaveLength(mebibyte)
    expect([slow.writableFinished, arrived[0]!.path, arrived[0]!.isWhole]).toEqual([
      true,
      undefined,
      true,
    ])
  })

  test('that is slow slows the browser down', async () => {
    const slow = new Slow()
    onUpload = (upload) => upload.to(() => slow)
    screen.take()
    await screen.upload(label, file('a.bin', new Uint8Array(6 * mebibyte)))
    const commands = (): string[] => screen.messages().filter((line) => line.includes('v upload'))
    expect(commands()).toEqual(['v upload 1 pause'])
    expect(arrived).toEqual([])
    slow.open()
    await vi.waitFor(() => expect(arrived).toHaveLength(1))
    expect(slow.got.reduce((sum, one) => sum + one.length, 0)).toBe(6 * mebibyte)
  })

  test('that is slow lets the browser go on when it has caught up', async () => {
    const slow = new Slow()
    onUpload = (upload) => upload.to(() => slow)
    const { chunk, commands } = raw(5 * mebibyte)
    for (let at = 0; at < 9; at++) chunk(at, 10, mebibyte / 2)
    expect(commands()).toEqual(['v upload 1 pause'])
    slow.open()
    await vi.waitFor(() => expect(commands()).toEqual(['v upload 1 resume']))
  })

  test('that is slow does not fill the memory with what a browser sends all the same', async () => {
    screen = show({ maxUploadMemory: 5 * mebibyte })
    const slow = new Slow()
    onUpload = (upload) => upload.to(() => slow)
    await screen.upload(label, file('a.bin', new Uint8Array(8 * mebibyte)))
    expect(failed).toEqual([expect.stringMatching(/^too-many: all uploads of a session may take /)])
    expect(slow.destroyed).toBe(true)
  })

  test('that fails, fails its upload', async () => {
    const slow = new Slow()
    onUpload = (upload) => {
      upload.to(() => slow)
      setImmediate(() => slow.destroy(new Error('disk full')))
    }
    await screen.upload(label, file('a.bin', 'x'))
    await vi.waitFor(() => expect(failed).toEqual(['not-saved: disk full']))
    expect(arrived).toEqual([])
  })

  test.each<[string, Partial<UploadStream>]>([
    [
      'throws',
      {
        write: () => {
          throw new Error('disk full')
        },
      },
    ],
    ['says so', { write: (_bytes, done) => done(new Error('disk full')) }],
  ])('that cannot be written to and %s fails its upload', async (_how, bad) => {
    onUpload = (upload) => upload.to(() => streamWith(bad))
    await screen.upload(label, file('a.bin', 'x'))
    await vi.waitFor(() => expect(failed).toEqual(['not-saved: disk full']))
    expect([arrived, screen.errors()]).toEqual([[], []])
  })

  test('that cannot be destroyed keeps nothing else alive', async () => {
    onUpload = (upload) => {
      upload.to(() =>
        streamWith({
          destroy: () => {
            throw new Error('cannot')
          },
        }),
      )
      queueMicrotask(() => upload.cancel())
    }
    await screen.upload(label, file('a.bin', new Uint8Array(mebibyte)))
    expect(failed).toEqual(['cancelled: cancelled'])
    expect(begun!.signal.aborted).toBe(true)
    expect(screen.errors()).toEqual(['#2.drop-end: cannot'])
  })

  test('does not let pieces that wait for one before them fill the memory', () => {
    const { chunk, errors } = raw(8 * mebibyte, { maxUploadMemory: 2 * mebibyte })
    for (let at = 1; at < 6; at++) chunk(at, 16, mebibyte / 2)
    expect(errors).toEqual([expect.stringMatching(/all uploads of a session may take 2097152 /)])
  })

  test('is destroyed when the upload is cancelled', async () => {
    const slow = new Slow()
    onUpload = (upload) => {
      upload.to(() => slow)
      upload.signal.addEventListener('abort', () => failed.push('aborted'))
      setImmediate(() => upload.cancel('by the user'))
    }
    await screen.upload(label, file('a.bin', 'x'))
    expect(failed).toEqual(['aborted', 'cancelled: by the user'])
    expect(slow.destroyed).toBe(true)
  })
})

test('what is no place is refused, and the last place counts', async () => {
  const slow = new Slow()
  onUpload = (upload) => {
    expect(() => upload.to(() => 5 as never)).toThrow(
      'Upload.to needs a path, a stream or undefined for "a.txt", got 5',
    )
    upload.to(() => slow)
    upload.to(({ name }) => join(folder, name))
  }
  await screen.upload(label, file('a.txt', 'A'))
  await vi.waitFor(() => expect(arrived).toHaveLength(1))
  expect([slow.destroyed, await inFolder(), screen.errors()]).toEqual([true, ['a.txt'], []])
})

test('some files may go into memory and some not', async () => {
  onUpload = (upload) => upload.to(({ name }) => (name === 'big' ? join(folder, name) : undefined))
  await screen.upload(label, file('small', 'S'), file('big', 'B'))
  await vi.waitFor(() => expect(arrived).toHaveLength(2))
  expect([arrived[0]!.text(), arrived[1]!.path]).toEqual(['S', join(folder, 'big')])
})

test('a file dialog gives files in the same way', async () => {
  const got: string[] = []
  const dialog = render(
    <Page>
      <FileDialog
        mode="files"
        onProgress={({ complete }) => got.push(`progress ${complete}`)}
        onActivated={({ files }) => got.push(...files.map((one) => one.text()))}
      />
    </Page>,
  )
  await dialog.upload({ type: 'FileDialog' }, file('a', 'A'), file('b', 'B'))
  expect(got).toEqual(['progress false', 'progress true', 'A', 'B'])
})
