// Files both ways between a real browser and a real server, tens of megabytes at a time.

import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { Page as Window } from 'playwright'
import {
  Button,
  FileDialog,
  Image,
  Label,
  Page,
  useRef,
  useSession,
  useSignal,
  VBox,
} from 'treewire'
import type { Upload, UploadedFile } from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { expectText, served, useBrowser } from '../examples/browsing.ts'

const visit = useBrowser()
const mebibyte = 1024 * 1024

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

interface Chooser {
  readonly onUpload?: (upload: Upload) => void
  readonly onFiles: (files: readonly UploadedFile[]) => void
  readonly onFailed?: (reason: string) => void
}

/** A button that asks for files. */
function Chooser({ onUpload, onFiles, onFailed }: Chooser) {
  const dialog = useRef<FileDialog>()
  const state = useSignal('idle')
  return (
    <VBox>
      <Button onActivated={() => dialog.current?.open()}>Choose</Button>
      <Label text={state} />
      <FileDialog
        ref={dialog}
        mode="files"
        onUpload={onUpload}
        onProgress={({ complete }) => (state.value = complete ? 'complete' : 'under way')}
        onUploadFailed={({ reason }) => onFailed?.(reason)}
        onActivated={({ files }) => {
          onFiles(files)
          state.value = 'arrived'
        }}
      />
    </VBox>
  )
}

/** What a user does: a click, a look at the browser's own dialog, a choice. */
async function choose(page: Window, ...paths: readonly string[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose' }).click()
  await (await asked).setFiles([...paths])
}

test('20 MB come up as they are, into memory, with other traffic in between', async () => {
  const folder = await newFolder()
  const content = randomBytes(20 * mebibyte)
  await writeFile(join(folder, 'large.bin'), content)
  const files: UploadedFile[] = []
  const address = await served(() => (
    <Page>
      <Chooser onFiles={(all) => files.push(...all)} />
    </Page>
  ))
  const page = await visit(address)
  await choose(page, join(folder, 'large.bin'))
  await expectText(page, 'arrived')
  expect(files).toMatchObject([{ name: 'large.bin', size: content.length, isWhole: true }])
  expect(hashOf(files[0]!.bytes())).toBe(hashOf(content))
})

test('20 MB and a small file come up straight to the disk', async () => {
  const [from, to] = [await newFolder(), await newFolder()]
  const content = randomBytes(20 * mebibyte)
  await writeFile(join(from, 'large.bin'), content)
  await writeFile(join(from, 'small.txt'), 'small')
  const paths: (string | undefined)[] = []
  const address = await served(
    () => (
      <Page>
        <Chooser
          onUpload={(upload) => upload.to(({ name }) => join(to, name))}
          onFiles={(files) => paths.push(...files.map(({ path }) => path))}
        />
      </Page>
    ),
    // Less than the file: none of it stays in memory.
    { maxUploadMemory: 16 * mebibyte },
  )
  const page = await visit(address)
  await choose(page, join(from, 'large.bin'), join(from, 'small.txt'))
  await expectText(page, 'arrived')
  expect(paths).toEqual([join(to, 'large.bin'), join(to, 'small.txt')])
  expect(hashOf(await readFile(paths[0]!))).toBe(hashOf(content))
  expect((await readdir(to)).toSorted()).toEqual(['large.bin', 'small.txt'])
})

/** Takes nothing before it is told to. */
class Gate extends Writable {
  #waiting: (() => void) | undefined
  #isOpen = false

  override _write(_bytes: Buffer, _encoding: string, done: () => void): void {
    if (this.#isOpen) done()
    else this.#waiting = done
  }

  open(): void {
    this.#isOpen = true
    this.#waiting?.()
  }
}

test('a slow stream holds the browser back, and the interface stays alive', async () => {
  const from = await newFolder()
  await writeFile(join(from, 'large.bin'), randomBytes(40 * mebibyte))
  const gate = new Gate()
  let upload: Upload | undefined
  const clicks: number[] = []
  const address = await served(() => (
    <Page>
      <VBox>
        <Chooser
          onUpload={(begun) => {
            upload = begun
            begun.to(() => gate)
          }}
          onFiles={() => {}}
        />
        <Button onActivated={() => clicks.push(1)}>Other</Button>
      </VBox>
    </Page>
  ))
  const page = await visit(address)
  await choose(page, join(from, 'large.bin'))
  let before = -1
  // It comes to rest, long before everything is there.
  while (before !== upload?.transferredBytes) {
    before = upload?.transferredBytes ?? 0
    await page.waitForTimeout(300)
  }
  expect(before).toBeLessThan(16 * mebibyte)
  await page.getByRole('button', { name: 'Other' }).click()
  await expect.poll(() => clicks.length).toBe(1)
  gate.open()
  await expectText(page, 'arrived')
  expect(upload.transferredBytes).toBe(40 * mebibyte)
})

test('of an upload whose browser goes away, with or without a word, nothing stays', async () => {
  const [from, to] = [await newFolder(), await newFolder()]
  await writeFile(join(from, 'small.txt'), 'small')
  await writeFile(join(from, 'large.bin'), randomBytes(20 * mebibyte))
  const failures: string[] = []
  let upload: Upload | undefined
  const gate = new Gate()
  const address = await served(
    () => (
      <Page>
        <Chooser
          onUpload={(begun) => {
            upload = begun
            begun.to(({ name }) => (name === 'small.txt' ? join(to, name) : gate))
          }}
          onFiles={() => failures.push('arrived')}
          onFailed={(reason) => failures.push(reason)}
        />
      </Page>
    ),
    // Cut off in the middle of a piece it says nothing, and might come back.
    { windowTime: 100 },
  )
  const page = await visit(address)
  await choose(page, join(from, 'small.txt'), join(from, 'large.bin'))
  await expectText(page, 'under way')
  const part: unknown = expect.stringMatching(/^small\.txt\.\w+\.part$/)
  await expect.poll(() => readdir(to)).toEqual([part])
  await page.close()
  await expect.poll(() => failures).toEqual(['lost'])
  await expect.poll(() => readdir(to)).toEqual([])
  expect([upload!.signal.aborted, gate.destroyed]).toEqual([true, true])
})

test('an upload that is too large is refused, and the page goes on', async () => {
  const from = await newFolder()
  await writeFile(join(from, 'large.bin'), randomBytes(2 * mebibyte))
  await writeFile(join(from, 'small.txt'), 'small')
  const log: string[] = []
  const address = await served(
    () => (
      <Page>
        <Chooser
          onFiles={(files) => log.push(...files.map(({ name }) => name))}
          onFailed={(reason) => log.push(reason)}
        />
      </Page>
    ),
    { maxUploadBytes: mebibyte },
  )
  const page = await visit(address)
  await choose(page, join(from, 'large.bin'))
  await expect.poll(() => log).toEqual(['too-large'])
  await choose(page, join(from, 'small.txt'))
  await expect.poll(() => log).toEqual(['too-large', 'small.txt'])
})

function Saver({ content }: { readonly content: () => Uint8Array | Readable }) {
  const session = useSession()
  const state = useSignal('idle')
  const save = async (): Promise<void> => {
    await session.download('Zürich.bin', content(), { size: 20 * mebibyte })
    state.value = 'saved'
  }
  return (
    <VBox>
      <Button onActivated={save}>Save</Button>
      <Label text={state} />
    </VBox>
  )
}

test.each(['bytes', 'a stream'])('20 MB go down as a file, from %s', async (kind) => {
  const content = randomBytes(20 * mebibyte)
  const parts = (): Readable =>
    Readable.from(
      Array.from({ length: 20 }, (_, at) => content.subarray(at * mebibyte, (at + 1) * mebibyte)),
    )
  const address = await served(() => (
    <Page>
      <Saver content={() => (kind === 'bytes' ? content : parts())} />
    </Page>
  ))
  const page = await visit(address)
  const begun = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save' }).click()
  const download = await begun
  expect(download.suggestedFilename()).toBe('Zürich.bin')
  expect(hashOf(await readFile(await download.path()))).toBe(hashOf(content))
  await expectText(page, 'saved')
})

/** An uncompressed picture of 1000 by 1000 dots, 3 MB. */
function bitmap(): Uint8Array {
  const bytes = Buffer.alloc(54 + 3_000_000, 0x80)
  bytes.fill(0, 0, 54)
  bytes.write('BM')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(1000, 18)
  bytes.writeInt32LE(1000, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}

test('a picture of 3 MB goes down in binary pieces, and is shown', async () => {
  const picture = bitmap()
  const page = await visit(
    await served(() => (
      <Page>
        <Image binaryImage={[picture, 'bmp']} label="Grey" />
      </Page>
    )),
  )
  await expect
    .poll(() => page.evaluate(() => document.querySelector('img')?.naturalWidth), {
      timeout: 10_000,
    })
    .toBe(1000)
})
