// One label among 10,000 widgets: from the write of its signal to its text in the hands of the socket.

import { createElement, Label, Page, Session, signal, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'
import { cpuTime } from './cost.ts'
import { obey } from './helper.ts'

const widgets = 10_000
const writes = 5000
/** A page answers; here it does so after so many writes, and it is not counted. */
const between = 100

const texts: Signal<string>[] = Array.from({ length: widgets - 2 }, (_, at) =>
  signal(`label ${at}`),
)

function Screen(): Child {
  return createElement(
    Page,
    {},
    createElement(VBox, {}, ...texts.map((text, key) => createElement(Label, { key, text }))),
  )
}

/** @returns microseconds for one write, and the flush behind it, of each round */
function measure(rounds: number): number[] {
  let last = ''
  const peer = {
    backlog: 0,
    send: (frame: string | Uint8Array) => {
      last = String(frame)
    },
    close: () => undefined,
  }
  const session = new Session({ sliceTime: 8 })
  session.attach(peer, { page: 'bench-page' })
  session.mount(() => createElement(Screen, {}))
  session.flush()
  const answer = (): void => session.receive(peer, `[{"type":"result","id":${idIn(last)}}]`)
  answer()
  return Array.from({ length: rounds }, (_, round) => {
    let used = 0
    for (let at = 0; at < writes; at += between) {
      const start = cpuTime()
      for (let more = 0; more < between; more++) {
        texts[((at + more) * 7919) % texts.length]!.value = `text ${round} ${at + more}`
        session.flush()
      }
      used += cpuTime() - start
      answer()
    }
    if (!last.includes(`"text ${round} ${writes - 1}"`))
      throw new Error(`The last text was ${last}`)
    return (used / writes) * 1000
  })
}

function idIn(frame: string): number {
  return Number(/"id":(\d+)\}\]$/.exec(frame)![1])
}

obey({ measure })
