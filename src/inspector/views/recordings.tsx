// Has new sessions recorded, and hands out the recording of the one that is looked at.

import { createReadStream } from 'node:fs'
import type { Child } from '../../jsx/element.ts'
import { mostInMemory } from '../../session/recording/record-switch.ts'
import type { Recording } from '../../session/recording/recording.ts'
import type { Session } from '../../session/session.ts'
import { useSession } from '../../session/use-session.ts'
import { Button, HBox, Label, ToggleButton } from '../../widgets/tags.ts'
import type { SessionRow } from '../inspection.ts'
import { bytes } from './format.ts'
import { chosenIn } from './view.ts'
import type { View } from './view.ts'

const fixed = 'The option "record" of the application has every session recorded.'
const turned = `For all who look: sessions that begin while it is on are recorded, up to ${mostInMemory} in memory at one time.`
const notRecorded = 'This session is not recorded: a recording begins with its session.'
const toTurn = 'Turn "Record new sessions" on, and open the application anew.'
const toOpen = `Open the application anew; ${mostInMemory} recordings at most are in memory at one time.`

export function Recordings({ view }: { readonly view: View }): Child {
  const session = useSession()
  const { recordSwitch } = view
  return (
    <HBox spacing={8} wrap>
      <ToggleButton
        text="Record new sessions"
        state={recordSwitch.isOn}
        onActivated={(isOn) => recordSwitch.turn(isOn)}
        enabled={!recordSwitch.isFixed}
        tooltip={recordSwitch.isFixed ? fixed : turned}
      />
      <Button
        text="Save recording"
        enabled={() => chosenIn(view)?.recording !== undefined}
        tooltip={() => aboutOf(view)}
        onActivated={() => save(view, session)}
      />
      <Label variant="caption" stretch={1} text={() => aboutOf(view)} />
    </HBox>
  )
}

/** In a list: how much is recorded of a session. */
export function recordedOf({ recording }: SessionRow): string {
  if (!recording) return ''
  return `${bytes(recording.bytes)}${recording.stopped === undefined ? '' : ', stopped'}`
}

function aboutOf(view: View): string {
  const row = chosenIn(view)
  if (!row) return 'No session is chosen.'
  if (!row.recording) return `${notRecorded} ${view.recordSwitch.isOn.value ? toOpen : toTurn}`
  const { stopped } = row.recording
  const size = bytes(row.recording.bytes)
  return stopped === undefined
    ? `This session is recorded: ${size} so far.`
    : `This session was recorded: ${size}. That has stopped, because ${stopped}.`
}

async function save(view: View, session: Session): Promise<void> {
  const name = `recording-${view.session.peek()}.jsonl`
  const recording = view.recording()
  if (recording) await session.download(name, contentOf(recording), { type: 'application/jsonl' })
  else session.toast('The session has ended meanwhile, and what was in memory of it has gone.')
}

function contentOf(recording: Recording) {
  return recording.file === undefined ? recording.text() : createReadStream(recording.file)
}
