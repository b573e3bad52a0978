// What a broken line costs the server: going on with a page that has missed a few calls, telling everything to a new
// one, keeping a session that nobody looks at.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Button, createElement, HBox, Label, Page, Session, signal, VBox } from 'treewire'
import type { Signal } from 'treewire'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const rounds = 200

/** A page of so many labels, each with a signal of its own, and the box and page around them. */
function opened(widgets: number) {
  const texts = Array.from({ length: widgets - 2 }, (_, at) => signal(`label ${at}`))
  const session = new Session({ onError: fail })
  session.mount(() => createElement(Labels, { texts }))
  session.flush()
  return { session, texts }
}

function Labels({ texts }: { readonly texts: readonly Signal<string>[] }) {
  return (
    <Page>
      <VBox>
        {texts.map((text, at) => (
          <Label key={at} text={text} />
        ))}
      </VBox>
    </Page>
  )
}

function newPeer() {
  const frames: string[] = []
  const send = (frame: string | Uint8Array): void => void frames.push(String(frame))
  return { frames, peer: { backlog: 0, send, close: () => undefined } }
}

export async function lineFigures(): Promise<Readonly<Record<string, object>>> {
  return {
    'resume, 20 missed calls, 200 widgets': resumed(200),
    'resume, 20 missed calls, 4,000 widgets': resumed(4000),
    'replay, 4,000 widgets': replayed(4000),
    'idle session, 202 widgets, none bound': await idle(0),
    'idle session, 202 widgets, 40 bound': await idle(2),
    'idle session, 202 widgets, 160 bound': await idle(8),
  }
}

/** The line drops, twenty signals change, the page is back. */
function resumed(widgets: number): object {
  const { session, texts } = opened(widgets)
  const times: number[] = []
  let { frames, peer } = newPeer()
  session.attach(peer, { page: 'bench-page' })
  session.flush()
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const seen = lastIdIn(frames)
    session.detach(peer)
    for (let at = 0; at < 20; at++) {
      texts[(round * 20 + at) % texts.length]!.value = `label ${at} of round ${round}`
      session.flush()
    }
    ;({ frames, peer } = newPeer())
    const start = performance.now()
    session.attach(peer, { page: 'bench-page', seen })
    session.flush()
    times.push(performance.now() - start)
    bytes = frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0)
  }
  session.destroy()
  return { ...timesOf(times), bytes, frames: frames.length }
}

function replayed(widgets: number): object {
  const { session } = opened(widgets)
  const times: number[] = []
  let frames: string[] = []
  for (let round = 0; round < rounds; round++) {
    const page = newPeer()
    const start = performance.now()
    session.attach(page.peer, { page: `bench-page-${round}` })
    session.flush()
    times.push(performance.now() - start)
    session.detach(page.peer)
    frames = page.frames
  }
  session.destroy()
  const bytes = frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0)
  return { ...timesOf(times), bytes, frames: frames.length }
}

/** Ten widgets a row: a box, so many labels that follow a signal, a button, and labels that never change. */
function Rows({ bound }: { readonly bound: number }) {
  return (
    <Page>
      <VBox>
        {Array.from({ length: 20 }, (_, row) => (
          <HBox key={row}>
            {Array.from({ length: 8 }, (_, at) => {
              const text = `label ${row} ${at}`
              return <Label key={at} text={at < bound ? signal(text) : text} />
            })}
            <Button text="x" onActivated={() => undefined} />
          </HBox>
        ))}
      </VBox>
    </Page>
  )
}

/** After its browser has gone and what was kept for it was given up. */
async function idle(bound: number): Promise<object> {
  const count = 200
  const sessions: Session[] = []
  collect()
  const before = process.memoryUsage().heapUsed
  for (let at = 0; at < count; at++) {
    const session = new Session({ onError: fail, windowTime: 0 })
    session.mount(() => createElement(Rows, { bound }))
    const { peer } = newPeer()
    session.attach(peer, { page: 'bench-page' })
    session.flush()
    session.detach(peer)
    sessions.push(session)
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  collect()
  const bytes = (process.memoryUsage().heapUsed - before) / count
  for (const session of sessions) session.destroy()
  return { 'heap KB a session': Math.round(bytes / 102.4) / 10 }
}

function lastIdIn(frames: readonly string[]): number {
  const ids = frames.flatMap((frame) =>
    [...frame.matchAll(/"id":(\d+)/g)].map(([, id]) => Number(id)),
  )
  return Math.max(...ids)
}

function timesOf(times: readonly number[]): object {
  const sorted = times.toSorted((a, b) => a - b)
  const rounded = (ms: number): number => Math.round(ms * 1000) / 1000
  return {
    'median ms': rounded(sorted[sorted.length >> 1]!),
    'p95 ms': rounded(sorted[Math.floor(sorted.length * 0.95)]!),
  }
}

function fail(error: unknown): never {
  throw error
}
