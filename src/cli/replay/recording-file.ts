// The recording that somebody has named.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readRecording, RecordingError } from '../../testing/replay/read-recording.ts'
import type { ReadRecording } from '../../testing/replay/read-recording.ts'
import { Mistake } from '../mistake.ts'

/** @throws Mistake when there is none, or it is none */
export async function recordingFile(given: string, folder: string): Promise<ReadRecording> {
  const text = await readFile(resolve(folder, given), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error
      throw new Mistake(
        `There is no file ${given} in ${folder}: give the path of a recording, such as recordings/….jsonl.`,
        2,
      )
    },
  )
  return told(given, () => readRecording(text))
}

/** What is wrong with a recording is told with its name. */
export function told<Result>(given: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error
    throw new Mistake(`${given}: ${error.message}.`, 2)
  }
}
