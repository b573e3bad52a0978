// A small program in a folder of its own, run by `treewire dev`, and what it prints.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

/** Milliseconds that anything may take, whatever else the machine does. */
const PATIENCE = 50_000

/** Waits until `read` gives this. */
export async function expectSoon<Value>(
  read: () => Value | Promise<Value>,
  wanted: Value,
): Promise<void> {
  await expect.poll(read, { timeout: PATIENCE }).toBe(wanted)
}

const ADDRESS = /treewire: (http:\S+)\n/

export interface Running {
  /** All that it has printed, of both kinds. */
  readonly printed: () => string
  /** Waits until it has printed something. */
  readonly said: (text: string | RegExp) => Promise<void>
  /** The first address that it has printed, once it has. */
  readonly address: () => Promise<string>
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>
  readonly stop: () => void
}

/** Runs `treewire` as it is built with these words, until the test is through. */
export function treewire(folder: string, ...words: readonly string[]): Running {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return runningOf(child)
}

function runningOf(child: ChildProcess): Running {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece) => (text += String(piece)))
  }
  const said = async (wanted: string | RegExp): Promise<void> => {
    const pattern = typeof wanted === 'string' ? RegExp(escaped(wanted)) : wanted
    await expect.poll(() => text, { timeout: PATIENCE }).toMatch(pattern)
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    printed: () => text,
    said,
    address: async () => {
      await said(ADDRESS)
      return ADDRESS.exec(text)![1]!
    },
    ended,
    stop: () => void child.kill('SIGINT'),
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export interface Folder {
  readonly path: string
  readonly write: (file: string, text: string) => void
  /** Writes a file anew with one text in the place of another, which must be there. */
  readonly edit: (file: string, before: string, after: string) => void
  /** Takes a file away. @returns its text */
  readonly remove: (file: string) => string
}

/** A folder with these files, until the test is through. */
export function folderWith(files: Readonly<Record<string, string>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const write = (file: string, text: string): void => writeFileSync(join(path, file), text)
  write('package.json', '{ "type": "module" }')
  for (const [file, text] of Object.entries(files)) write(file, text)
  return {
    path,
    write,
    edit(file, before, after) {
      const text = readFileSync(join(path, file), 'utf8')
      if (!text.includes(before)) throw new Error(`${file} has no ${before} in it`)
      write(file, text.replace(before, after))
    },
    remove(file) {
      const text = readFileSync(join(path, file), 'utf8')
      rmSync(join(path, file))
      return text
    },
  }
}
