// Users type into masked fields, the application says it back in every way, lines break, pages come and go, fields end:
// nothing of it can be read in the recording.

import { setImmediate as nextTurn } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  For,
  Label,
  Page,
  Show,
  signal,
  TextArea,
  TextEntry,
  TextSource,
  useRef,
  useSession,
  VBox,
} from 'treewire'
import type { Handle, Session } from 'treewire'
import { Laboratory } from 'treewire/testing'
import type { ModelPage, ModelWidget } from 'treewire/testing'

/** Every letter becomes `x` or `*`: no disguise is by chance what somebody has typed. */
const text = fc.string({ unit: fc.constantFrom('ä', 'ö', 'ü', '"', '-'), maxLength: 14 })

const ways = ['label', 'title', 'error', 'value', 'promise', 'name', 'key', 'notes'] as const

const page = fc.nat({ max: 1 })
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('type'),
        page,
        field: fc.constantFrom('Password', 'Area'),
        text,
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('edit'),
        page,
        from: fc.nat({ max: 20 }),
        length: fc.nat({ max: 4 }),
        insert: fc.string({ unit: fc.constantFrom('ä', 'ö', 'ü', '-'), maxLength: 3 }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('say'),
        way: fc.constantFrom(...ways),
        which: fc.nat({ max: 9 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask'), text }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('toggle', 'open') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cut', 'slow'), page }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('wait'),
        time: fc.constantFrom(1, 2, 5, 60, 3000),
      }),
    },
  ),
  { maxLength: 40 },
)

type Step = {
  readonly kind: 'type' | 'edit' | 'say' | 'ask' | 'toggle' | 'open' | 'cut' | 'slow' | 'wait'
  readonly page?: number
  readonly field?: string
  readonly text?: string
  readonly from?: number
  readonly length?: number
  readonly insert?: string
  readonly way?: (typeof ways)[number]
  readonly which?: number
  readonly time?: number
}

test('no text that was in a masked field stands in the recording', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const walk = new Walk()
      for (const step of all) {
        walk.take(step)
        await nextTurn()
      }
      const { secrets, strings, stopped } = await walk.end()
      expect(stopped).toBeUndefined()
      for (const secret of secrets) {
        expect(strings.filter((one) => isReadIn(one, secret))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

/** As it is, or as JSON quotes it; what is short only by itself. */
function isReadIn(one: string, secret: string): boolean {
  const quoted = JSON.stringify(secret).slice(1, -1)
  return secret.length < 4 ? one === secret : one.includes(secret) || one.includes(quoted)
}

class Walk {
  readonly #secrets: string[] = []
  readonly #said = signal<readonly string[]>([])
  readonly #title = signal('')
  readonly #notes = signal('')
  readonly #isOpen = signal(true)
  /** What the page says when it is asked. */
  #answer = ''
  #ask: () => Promise<void> = () => Promise.resolve()
  readonly #lab: Laboratory
  readonly #session: Session

  constructor() {
    this.#lab = new Laboratory(() => this.#application(), {
      answer: () => this.#answer,
      session: {
        record: {
          inMemory: true,
          mask: ['passwords', { label: /^Notes/ }, { type: 'TextArea' }],
        },
      },
    })
    this.#lab.open()
    this.#lab.advance(100)
    const [session] = [...this.#lab.sessions]
    this.#session = session!
  }

  take(step: Step): void {
    const { pages } = this.#lab
    const one = pages[(step.page ?? 0) % pages.length]!
    switch (step.kind) {
      case 'type':
        return fire(one, step.field!, 'modified', step.text!)
      case 'edit':
        return this.#edit(one, step)
      case 'say':
        return this.#say(step)
      case 'ask':
        this.#answer = step.text!
        return void this.#ask()
      case 'toggle':
        this.#isOpen.value = !this.#isOpen.value
        return
      case 'open':
        if (pages.length < 2) this.#lab.open({ with: one })
        return this.#lab.advance(100)
      case 'cut':
        return one.network.cut()
      case 'slow':
        Object.assign(one.network.conditions, { latency: 40, jitter: 20 })
        return
      default:
        this.#lab.advance(step.time!)
    }
  }

  async end(): Promise<{ secrets: string[]; strings: string[]; stopped: string | undefined }> {
    this.#lab.rest()
    await nextTurn()
    this.#lab.end()
    const recording = this.#session.recording!
    const strings = recording
      .text()
      .trimEnd()
      .split('\n')
      .flatMap((line) => stringsIn(JSON.parse(line)))
    const secrets = [...new Set(this.#secrets)].filter((secret) => secret !== '')
    return { secrets, strings, stopped: recording.stopped }
  }

  #edit(one: ModelPage, { from = 0, length = 0, insert = '' }: Step): void {
    const [notes] = one.findAll({ label: 'Notes' })
    if (!notes) return
    const shown = textIn(notes)
    const start = Math.min(from, shown.length)
    const end = Math.min(start + length, shown.length)
    if (start < end || insert !== '') {
      one.fire(notes, 'edited', [{ from: start, to: end, insert }])
    }
  }

  #say({ way, which = 0 }: Step): void {
    const secrets = this.#secrets
    if (secrets.length === 0) return
    const secret = secrets.at(-1 - (which % secrets.length))!
    const session = this.#session
    switch (way) {
      case 'label':
        this.#said.value = [...this.#said.peek(), secret, `You said ${secret}.`]
        return
      case 'title':
        this.#title.value = `${secret}${secrets.at(-1)!}`
        return
      case 'error':
        return session.report(new Error(`No ${JSON.stringify(secret)}`), `Row ${secret}`)
      case 'value':
        return void session.recorded('look', () => ({ rows: [secret] }))
      case 'promise':
        return void session.recorded('wait', () => Promise.resolve(secret))
      case 'name':
        return void session.recorded(`of ${secret}`, () => Promise.resolve(1))
      case 'key':
        return void session.recorded('count', () => ({ [secret]: { [`${secret}!`]: 1 } }))
      default:
        return this.#put(`ü${secret.split('').toReversed().join('')}ä`)
    }
  }

  /** Into a masked field, by the application: it stands there when a page is told. */
  #put(given: string): void {
    this.#session.flush()
    this.#notes.value = given
    this.#session.flush()
    if (this.#isOpen.peek() && this.#session.isConnected) this.#secrets.push(given)
  }

  #application() {
    const session = useSession()
    const entry = useRef<Handle<'TextEntry'>>()
    const told = (one: string): void => void this.#secrets.push(one)
    this.#ask = async () => {
      const { current } = entry
      if (current) told(await current.getText().catch(() => ''))
    }
    return (
      <Page title={this.#title}>
        <VBox>
          <For each={this.#said}>{(one) => <Label text={one} />}</For>
          <Show when={this.#isOpen}>
            <VBox>
              <TextEntry label="Password" password onModified={told} />
              <TextEntry label="Silent" password ref={entry} />
              <TextArea label="Area" onModified={told} />
              <TextSource
                label="Notes"
                bind={this.#notes}
                onEdited={() => {
                  told(this.#notes.peek())
                  session.recorded('notes', () => this.#notes.peek())
                }}
              />
            </VBox>
          </Show>
        </VBox>
      </Page>
    )
  }
}

function fire(page: ModelPage, label: string, action: string, value: string): void {
  const [field] = page.findAll({ label })
  if (field) page.fire(field, action, value)
}

function textIn(widget: ModelWidget): string {
  const text = widget.state.get('text')
  return typeof text === 'string' ? text : ''
}

/** All texts, and the names in objects, also in frames. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...inFrame(value)]
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(stringsIn)]
}

function inFrame(value: string): string[] {
  return /^[[{]/.test(value) ? stringsIn(JSON.parse(value)) : []
}
