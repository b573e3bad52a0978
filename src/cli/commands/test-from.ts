// `treewire test-from recording.jsonl`: writes the test that does what was recorded.

import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command, Order } from '../command.ts'
import { Mistake } from '../mistake.ts'
import { recordingFile, told } from '../replay/recording-file.ts'
import { testText } from '../../testing/replay/to-test.ts'

export const testFrom: Command = {
  summary: 'makes a test of a recording',
  usage: 'test-from <recording>',
  about: [
    'Writes a test for Vitest that does what was done when <recording> was made, and expects what was said: with the',
    'deeds and the lines of treewire/testing. It is printed unless --out says where it is to go.',
  ].join('\n'),
  takes: [1, 1],
  options: {
    component: {
      type: 'string',
      about: 'the component that is shown, and its module: ./app.tsx#App unless given',
    },
    out: {
      type: 'string',
      about: 'the file that the test is written into; one that is there is not touched',
    },
    title: {
      type: 'string',
      about: 'what the test is called; the name of the recording unless given',
    },
  },
  run: makeTest,
}

async function makeTest({ things, options, folder, terminal }: Order): Promise<number> {
  const [given] = things
  const recording = await recordingFile(given!, folder)
  const component = componentIn(textOf(options['component']) ?? './app.tsx#App')
  const title = textOf(options['title']) ?? basename(given!, '.jsonl')
  const text = told(given!, () => testText(recording, { component, title }))
  const out = textOf(options['out'])
  if (out === undefined) terminal.say(text.trimEnd())
  else await write(out, folder, text)
  return 0
}

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}

function componentIn(given: string): { readonly name: string; readonly from: string } {
  const [, from, name] = /^(.+)#([A-Za-z_$][\w$]*)$/.exec(given) ?? []
  if (from !== undefined && name !== undefined) return { from, name }
  throw new Mistake(
    `--component needs a module and a name in it, as in ./app.tsx#App, got "${given}".`,
    2,
  )
}

async function write(out: string, folder: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(folder, out), text, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      throw new Mistake(`${out} is there already, and is not touched: name another file.`, 2)
    }
    if (code !== 'ENOENT') throw error
    throw new Mistake(`There is no folder for ${out}: make it, or name another file.`, 2)
  }
}
