// The server of the load that is ours.

import { Application, Button, createElement, Label, Page, shared, signal, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'
import { cpuTime, memoryInUse } from './cost.ts'
import { obey } from './helper.ts'
import { inTurns, type Turns } from './turns.ts'

interface Options {
  readonly deflate?: boolean
  /** In each session; the least, with one label that follows a signal, unless given. */
  readonly widgets?: number
}

/** What each session shows that is not counted in `widgets`. */
const texts: Signal<string>[] = []
const news = shared('news')
let app: Application | undefined

/** The numbers that bare.ts knows: page 1, box 2, own label 3, shared label 4, clicked label 5, button 6. */
function Screen(): Child {
  const text = signal('label')
  const clicks = signal(0)
  texts.push(text)
  return createElement(
    Page,
    {},
    createElement(
      VBox,
      {},
      createElement(Label, { text }),
      createElement(Label, { text: news }),
      createElement(Label, { text: () => `clicked ${clicks.value}` }),
      createElement(Button, { text: 'Click', onActivated: () => clicks.value++ }),
    ),
  )
}

/** A row of labels and a button in each ten: a text that is bound, nine things that never change. */
function Many({ widgets }: { readonly widgets: number }): Child {
  const rows = Array.from({ length: Math.floor((widgets - 2) / 10) }, (_, row) => {
    const text = signal(`label ${row}`)
    texts.push(text)
    return createElement(
      VBox,
      { key: row },
      createElement(Label, { text }),
      ...Array.from({ length: 7 }, (_, at) =>
        createElement(Label, { key: at, text: `label ${row} ${at}` }),
      ),
      createElement(Button, { text: 'x', onActivated: () => undefined }),
    )
  })
  return createElement(Page, {}, createElement(VBox, {}, ...rows))
}

async function open({ deflate = false, widgets }: Options): Promise<number> {
  app = new Application({
    httpServer: false,
    wsPort: 0,
    maxSessions: 100_000,
    maxSessionsPerAddress: 100_000,
    // Much, but not without a limit: keeping the account is part of the price.
    maxMessageRate: 1_000_000,
    sessionTtl: 0,
    perMessageDeflate: deflate,
    onConnect: (session) => {
      if (widgets === undefined) session.mount(Screen)
      else if (widgets > 0) session.mount(() => createElement(Many, { widgets }))
    },
  })
  await app.start()
  return Number(new URL(app.url).port)
}

let turns = 0

/** To each browser one text a turn. */
const fanOut = (given: Turns): Promise<number> =>
  inTurns(given, () => {
    turns++
    for (const text of texts) text.value = `label ${turns}`
  })

/** To all browsers the same. */
const broadcast = (given: Turns): Promise<number> =>
  inTurns(given, () => {
    news.value = `news ${++turns}`
  })

obey({ open, fanOut, broadcast, cpuTime, memoryInUse, close: () => app?.close() })
