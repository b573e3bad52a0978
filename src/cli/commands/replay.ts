// `treewire replay recording.jsonl app.tsx`: does to the program of today what was done to it when it was recorded.

import type { Command, Order, Terminal } from '../command.ts'
import { Mistake } from '../mistake.ts'
import { programFile } from '../program-file.ts'
import { projectOf } from '../project.ts'
import { openStage } from '../replay/open-stage.ts'
import { recordingFile } from '../replay/recording-file.ts'
import { replayText } from '../replay/replay-text.ts'
import { Witness } from '../replay/witness.ts'
import type { ReadRecording } from '../../testing/replay/read-recording.ts'
import { replayOn } from '../../testing/replay/replay.ts'
import type { Replayed } from '../../testing/replay/replay.ts'

export const replay: Command = {
  summary: 'replays a recording, and says where the program says something else now',
  usage: 'replay <recording> [<file>]',
  about: [
    'Does to the program in <file> what was done when <recording> was made, and compares each message that it sends. The',
    'file is the one that is named in the recording, unless given. Nothing listens, no time passes, and what is asked by',
    'session.recorded is not asked again. Ends with 0 when every message is the same, byte for byte, with 1 at the first',
    'that is not, and with 2 when the recording cannot be replayed.',
  ].join('\n'),
  takes: [1, 2],
  options: {},
  run: replayRecording,
}

/** Milliseconds that a program has to come to its end by itself when all is told. */
const GRACE = 500

async function replayRecording({ things, folder, terminal }: Order): Promise<number> {
  process.env['NODE_ENV'] ??= 'development'
  process.setSourceMapsEnabled(true)
  const recording = await recordingFile(things[0]!, folder)
  const given = things[1] ?? recording.header.app
  if (given === undefined) throw new Mistake(noProgram(things[0]!), 2)
  const file = programFile(given, folder, 2)
  const witness = new Witness(projectOf(file))
  const replayed = await witness.during(() => replayProgram(recording, file, given, terminal))
  terminal.say(replayText(replayed, witness.seen))
  // What the program has left running is of no interest to anybody.
  setTimeout(() => process.exit(), GRACE).unref()
  return replayed.isSame ? 0 : 1
}

async function replayProgram(
  recording: ReadRecording,
  file: string,
  given: string,
  terminal: Terminal,
): Promise<Replayed> {
  const opened = await openStage(file, given, (error) => terminal.warn(String(error)))
  try {
    return await replayOn(recording, opened.stage)
  } finally {
    await opened.close()
  }
}

function noProgram(recording: string): string {
  return `${recording} does not say which program it is of: treewire replay ${recording} app.tsx`
}
