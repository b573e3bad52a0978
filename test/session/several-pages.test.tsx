// One session that several browsers look at: what each of them is told of what the others do.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  Expander,
  Label,
  Page,
  RadioButton,
  Session,
  signal,
  Slider,
  TableView,
  TextEntry,
  TextSource,
  useSession,
  VBox,
} from 'treewire'
import type { Child, Handle, RowRange } from 'treewire'
import type { ModelBrowser } from 'treewire/testing'
import type { SessionOptions } from '../../src/session/session-options.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Onlooker } from './onlooker.ts'

interface Shown {
  readonly session: Session
  readonly pages: readonly Onlooker[]
  readonly errors: string[]
}

/** Pages that have carried out everything; #2 is the box that holds what is shown, which begins with #3. */
function show(shown: Child, count = 2, options: SessionOptions = {}): Shown {
  const errors: string[] = []
  const session = new Session({
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
    ...options,
  })
  session.mount(() => (
    <Page>
      <VBox>{shown}</VBox>
    </Page>
  ))
  const pages = Array.from({ length: count }, (_, at) => new Onlooker(session, `page ${at}`))
  for (const page of pages) page.take()
  return { session, pages, errors }
}

/** What each page is told. */
const takeAll = (pages: readonly Onlooker[]): string[][] => pages.map((page) => page.take())

/** Every widget with its states, as a page shows it. */
function picture(browser: ModelBrowser): unknown {
  return [...browser.widgets.values()].map(({ wid, state, children }) => [
    wid,
    Object.fromEntries([...state].toSorted(([a], [b]) => a.localeCompare(b))),
    children.map((child) => child.wid),
  ])
}

describe('what a user does', () => {
  test.each<[string, Child, string, readonly (boolean | number | string)[], string]>([
    ['a check box', <CheckBox onActivated={() => {}} />, 'activated', [true], 'set_state true'],
    ['a slider', <Slider onActivated={() => {}} />, 'activated', [7], 'set_value 7'],
    ['a field', <TextEntry onModified={() => {}} />, 'modified', ['abc'], 'set_text "abc"'],
    ['an expander', <Expander onToggled={() => {}} />, 'toggled', [false], 'set_collapsed false'],
  ])('to %s is shown by the others, silently, and not told to who did it', (_, shown, ...rest) => {
    const [action, args, call] = rest
    const { pages } = show(shown, 3)
    pages[1]!.fire(3, action, ...args)
    const line = `v call #3 ${call} silently`
    expect(takeAll(pages)).toEqual([[line], [], [line]])
  })

  test('and a handler changes is told to all, to its page behind what was heard of it', () => {
    const count = signal(0)
    const { pages } = show(
      <>
        <Button onActivated={() => count.value++} />
        <Label text={() => `${count.value}`} />
      </>,
    )
    pages[0]!.fire(3, 'activated')
    expect(takeAll(pages)).toEqual([
      ['v heard 1', 'v call #4 set_text "1"'],
      ['v call #4 set_text "1"'],
    ])
  })

  test('is written to the signal it is bound to, and nobody is told twice', () => {
    const text = signal('')
    const { pages } = show(
      <>
        <TextEntry bind={text} />
        <TextEntry bind={text} />
      </>,
    )
    pages[0]!.fire(3, 'modified', 'a')
    expect(text.value).toBe('a')
    expect(takeAll(pages)).toEqual([
      ['v heard 1', 'v call #4 set_text "a"'],
      ['v call #3 set_text "a" silently', 'v call #4 set_text "a"'],
    ])
  })

  test('and the application does not agree with is taken back on every page', () => {
    const { pages } = show(<Slider value={() => 5} onActivated={() => {}} />)
    pages[0]!.fire(3, 'activated', 9)
    expect(takeAll(pages).map((lines) => lines.at(-1))).toEqual([
      'v call #3 set_value 5',
      'v call #3 set_value 5',
    ])
    expect(pages.map((page) => page.state(3, 'value'))).toEqual([5, 5])
  })

  test('to what was disabled meanwhile is taken back where it was done, and nobody else hears of it', () => {
    const isOn = signal(true)
    const { session, pages } = show(<CheckBox enabled={isOn} onActivated={() => {}} />)
    isOn.value = false
    session.flush()
    pages[0]!.fire(3, 'activated', true)
    expect(takeAll(pages)).toEqual([
      ['v call #3 set_enabled false', 'v heard 1', 'v call #3 set_state false silently'],
      ['v call #3 set_enabled false'],
    ])
  })

  test('that chose a disabled one of a group chooses again the one that was chosen', () => {
    const isOn = signal(true)
    const { session, pages } = show(
      <>
        <RadioButton group="g" state onActivated={() => {}} />
        <RadioButton group="g" enabled={isOn} onActivated={() => {}} />
      </>,
    )
    isOn.value = false
    session.flush()
    pages[0]!.fire(4, 'activated', true)
    expect(takeAll(pages)).toEqual([
      ['v call #4 set_enabled false', 'v heard 1', 'v call #3 set_state true silently'],
      ['v call #4 set_enabled false'],
    ])
  })

  test('that is no news is told to nobody', () => {
    const { pages } = show(<CheckBox state onActivated={() => {}} />)
    pages[0]!.fire(3, 'activated', true)
    expect(takeAll(pages)).toEqual([[], []])
  })

  test('to a widget made by hand is shown by the others too, and by those who come', () => {
    const { session, pages } = show(null)
    const box = session.create('CheckBox')
    box.on('activated', () => {})
    takeAll(pages)
    pages[0]!.fire(box.wid, 'activated', true)
    const line = `v call #${box.wid} set_state true silently`
    expect(takeAll(pages)).toEqual([[], [line]])
    const third = new Onlooker(session, 'third')
    expect(third.take()).toContain(`v call #${box.wid} set_state true`)
  })
})

describe('a group of radio buttons', () => {
  const group = (
    <>
      <RadioButton group="g" state onActivated={() => {}} />
      <RadioButton group="g" onActivated={() => {}} />
    </>
  )

  test('is told of the one that was chosen: each page releases the others by itself', () => {
    const { pages } = show(group)
    pages[1]!.fire(4, 'activated', true)
    expect(takeAll(pages)).toEqual([['v call #4 set_state true silently'], []])
  })

  test('is as it is for who comes later', () => {
    const { session, pages } = show(group)
    pages[1]!.fire(4, 'activated', true)
    takeAll(pages)
    const third = new Onlooker(session, 'third')
    third.take()
    expect([third.state(3, 'state') ?? false, third.state(4, 'state')]).toEqual([false, true])
  })
})

test('three pages are in step after everything that their users and the application do', () => {
  const step = fc.record({
    page: fc.nat(2),
    kind: fc.constantFrom('check', 'slide', 'type', 'fold', 'app', 'leave', 'reload'),
    value: fc.nat(20),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const [typed, level] = [signal('-'), signal(0)]
      const { session, pages: first } = show(
        <>
          <CheckBox onActivated={() => {}} />
          <Slider max={20} value={level} onActivated={(value) => (level.value = value)} />
          <TextEntry bind={typed} />
          <Expander onToggled={() => {}} />
          <Label text={() => `${typed.value} ${level.value}`} />
        </>,
        3,
      )
      const pages = [...first]
      const kept: unknown[] = []
      let last = pages.length
      for (const { page: at, kind, value } of steps) {
        const page = pages[at]!
        if (kind === 'check') page.fire(3, 'activated', value % 2 === 0)
        if (kind === 'slide') page.fire(4, 'activated', value)
        if (kind === 'type') page.fire(5, 'modified', `${value}`)
        if (kind === 'fold') page.fire(6, 'toggled', value % 2 === 0)
        if (kind === 'app') level.value = value
        if (kind === 'leave') {
          page.leave()
          level.value = 20 - value
          session.flush()
          kept.push(page.comeBack()?.includes('"kept":"page"'))
        }
        if (kind === 'reload') {
          page.leave()
          pages[at] = new Onlooker(session, `page ${++last}`)
        }
        takeAll(pages)
        const wanted = new Onlooker(session, 'new')
        wanted.take()
        // What was given at first and what is the default may be told or not.
        for (const { browser } of pages) expect(shownIn(browser)).toEqual(shownIn(wanted.browser))
        wanted.leave()
      }
      expect(kept).not.toContain(false)
    }),
    { numRuns: 100 },
  )

  function shownIn(browser: ModelBrowser): unknown {
    const value = (wid: number, prop: string) => browser.widget(wid).state.get(prop)
    return [
      value(3, 'state') ?? false,
      value(4, 'value') ?? 0,
      value(5, 'text') ?? '',
      value(6, 'collapsed') ?? true,
      value(7, 'text'),
    ]
  }
})

describe('a text that several edit', () => {
  /** A page whose frames, and what it tells, are under way until a step carries them. */
  type Step = readonly [page: number, kind: 'type' | 'carry' | 'app', at: number, text: string]
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.nat(2),
    fc.constantFrom('type', 'type', 'carry', 'app'),
    fc.nat(30),
    fc.constantFrom('a', 'bc', '', 'x\ny'),
  )

  test('is the same everywhere when nothing is under way any more', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const content = signal('one two')
        const { session, pages, errors } = show(<TextSource bind={content} />, 3)
        for (const [at, kind, place, text] of steps) {
          const page = pages[at]!
          if (kind === 'carry') page.take()
          else if (kind === 'type') type(page, place, text)
          else {
            const now = content.value
            content.value = now.slice(0, place) + text + now.slice(place + 1)
            session.flush()
          }
        }
        while (takeAll(pages).some((lines) => lines.length > 0));
        const texts = pages.map((page) => page.state(3, 'text'))
        expect(texts).toEqual([content.value, content.value, content.value])
        expect([pages.flatMap(({ peer }) => peer.closed), errors]).toEqual([[], []])
      }),
      { numRuns: 300 },
    )
  })

  test('goes to the others as edits, and one who comes has the whole of it', () => {
    const content = signal('ac')
    const { session, pages } = show(<TextSource bind={content} />)
    type(pages[0]!, 1, 'b')
    expect(takeAll(pages)).toEqual([
      [],
      ['v call #3 _replaceRange 1 1 "b" {"pushUndo":false,"heard":0}'],
    ])
    const third = new Onlooker(session, 'third')
    third.take()
    expect(third.state(3, 'text')).toBe('abc')
    type(third, 3, 'd')
    type(pages[1]!, 0, '>')
    takeAll([...pages, third])
    takeAll([...pages, third])
    expect([...pages, third].map((page) => page.state(3, 'text'))).toEqual(
      Array.from({ length: 3 }, () => content.value),
    )
    expect(content.value).toBe('>abcd')
  })

  function type(page: Onlooker, place: number, insert: string): void {
    const before = page.state(3, 'text') as string
    const from = Math.min(place, before.length)
    const to = Math.min(from + (insert === '' ? 1 : 0), before.length)
    if (from === to && insert === '') return
    page.fire(3, 'edited', [{ from, to, insert }])
  }
})

describe('a table', () => {
  // An interface would not do: rows are of any names.
  type Row = { readonly pid: number; readonly name: string }

  const columns = [{ label: 'Name', key: 'name' }]
  const rows: readonly Row[] = [
    { pid: 1, name: 'init' },
    { pid: 7, name: 'node' },
  ]

  test('whose cell one has edited shows it everywhere, and keeps it if the application agrees', () => {
    const shown = signal<readonly Row[]>(rows)
    const { session, pages } = show(
      <TableView
        columns={columns}
        rowKey="pid"
        rows={shown}
        onCellEdited={([pid], column, _old, value) => {
          shown.value = shown.value.map((row) =>
            String(row.pid) === pid ? { ...row, [column]: value } : row,
          )
        }}
      />,
    )
    pages[0]!.fire(3, 'cell_edited', ['7'], 'name', 'node', 'deno')
    const patch = 'v call #3 patch_rows {"cells":{"7":{"name":"deno"}}}'
    expect(takeAll(pages)).toEqual([[], [`${patch} silently`]])
    expect(new Onlooker(session, 'third').take()).toContain(
      'v call #3 set_rows [{"pid":1,"name":"init"},{"pid":7,"name":"deno"}]',
    )
  })

  test('whose edit nobody agrees to is as it was everywhere', () => {
    const shown = signal<readonly Row[]>(rows)
    const { pages } = show(
      <TableView columns={columns} rowKey="pid" rows={shown} onCellEdited={() => {}} />,
    )
    pages[0]!.fire(3, 'cell_edited', ['7'], 'name', 'node', 'deno')
    const last = takeAll(pages).map((lines) => lines.at(-1))
    const back = 'v call #3 patch_rows {"cells":{"7":{"name":"node"}}}'
    expect(last).toEqual([back, back])
  })

  test('with a source asks for the rows of each page, and tells each of its own', () => {
    const asked: string[] = []
    const suffix = signal('')
    const source = ({ start, end }: RowRange) => {
      asked.push(`${start}-${end}`)
      const rows = Array.from({ length: end - start }, (_, at) => [`${start + at}${suffix.value}`])
      return { rows, total: 1000 }
    }
    const { session, pages } = show(<TableView sparse columns={['A']} source={source} />)
    pages[0]!.fire(3, 'rows_wanted', 0, 2, [])
    pages[1]!.fire(3, 'rows_wanted', 500, 501, [])
    expect(takeAll(pages).map((lines) => lines.filter((line) => line.includes('rows')))).toEqual([
      ['v call #3 put_rows 0 [["0"],["1"]] 1000'],
      ['v call #3 put_rows 500 [["500"]] 1000'],
    ])
    suffix.value = '!'
    session.flush()
    expect(takeAll(pages)).toEqual([
      ['v call #3 put_rows 0 [["0!"],["1!"]] 1000'],
      ['v call #3 put_rows 500 [["500!"]] 1000'],
    ])
    expect(asked).toEqual(['0-2', '500-501', '0-2', '500-501'])
  })
})

describe('what was heard of a page', () => {
  test('stands exactly in front of what was said knowing it', () => {
    const [a, b] = [signal(0), signal(0)]
    const { session, pages } = show(
      <>
        <Button onActivated={() => b.value++} />
        <Label text={() => `${a.value}`} />
        <Label text={() => `${b.value}`} />
      </>,
    )
    a.value = 1
    session.flush()
    pages[0]!.fire(3, 'activated')
    a.value = 2
    pages[0]!.fire(3, 'activated')
    expect(takeAll(pages)).toEqual([
      ['v call #4 set_text "1"', 'v heard 2', 'v call #4 set_text "2"', 'v call #5 set_text "2"'],
      ['v call #4 set_text "1"', 'v call #4 set_text "2"', 'v call #5 set_text "2"'],
    ])
  })

  test('waits for what is said to that page: what others are told is nothing that it has to know', () => {
    const isOn = signal(false)
    const { session, pages } = show(
      <>
        <CheckBox onActivated={() => {}} />
        <CheckBox state={isOn} />
      </>,
    )
    pages[0]!.fire(3, 'activated', true)
    expect(takeAll(pages)).toEqual([[], ['v call #3 set_state true silently']])
    isOn.value = true
    session.flush()
    expect(takeAll(pages)).toEqual([
      ['v heard 1', 'v call #4 set_state true'],
      ['v call #4 set_state true'],
    ])
  })

  test('is told by itself within a second, though nothing else is said', () => {
    const clock = new ManualClock()
    const { pages } = show(<CheckBox onActivated={() => {}} />, 2, { clock })
    pages[0]!.fire(3, 'activated', true)
    clock.advance(999)
    expect(takeAll(pages)).toEqual([[], ['v call #3 set_state true silently']])
    pages[0]!.fire(3, 'activated', false)
    clock.advance(1)
    expect(takeAll(pages)).toEqual([['v heard 2'], ['v call #3 set_state false silently']])
    expect(clock.waiting).toBe(0)
  })

  test('is told by itself when it is much, and of bytes at once', () => {
    const { pages } = show(<Button onActivated={() => {}} />)
    for (let count = 1; count < 32; count++) pages[0]!.fire(3, 'activated')
    expect(takeAll(pages)).toEqual([[], []])
    pages[0]!.fire(3, 'activated')
    expect(takeAll(pages)).toEqual([['v heard 32'], []])
  })
})

describe('a page that has been told everything and has not carried it out yet', () => {
  test('does not show what it tells, so that it is told too', () => {
    const { session, pages } = show(<CheckBox onActivated={() => {}} />)
    pages[0]!.leave()
    pages[0]!.comeBack(0)
    pages[0]!.tell({ type: 'callback', wid: 3, action: 'activated', args: [true] })
    session.flush()
    expect(pages[1]!.take()).toEqual(['v call #3 set_state true silently'])
    const lines = pages[0]!.peer.take()
    expect(lines.slice(-2)).toEqual(['v heard 1', 'v call #3 set_state true silently'])
  })

  test('shows what it tells from then on', () => {
    const { pages } = show(<CheckBox onActivated={() => {}} />)
    pages[0]!.leave()
    pages[0]!.comeBack(0)
    pages[0]!.take()
    pages[0]!.fire(3, 'activated', true)
    expect(takeAll(pages)).toEqual([[], ['v call #3 set_state true silently']])
  })

  test('and whose line drops then tells again what is older: it is told that, and not what comes after', () => {
    const { pages } = show(<CheckBox onActivated={() => {}} />)
    const [page] = pages
    const older = page!.do(3, 'activated', true)
    page!.leave()
    page!.comeBack(0)
    page!.leave()
    // Its answer goes nowhere.
    page!.take()
    expect(page!.comeBack()).toContain('"kept":"page"')
    page!.say(older)
    const newer = page!.do(3, 'activated', true)
    expect(page!.take()).toEqual(['v heard 0', 'v heard 1', 'v call #3 set_state true silently'])
    page!.say(newer)
    page!.fire(3, 'activated', false)
    expect(page!.take()).toEqual([])
  })

  test('is told of each of its lives what was not done in the last', () => {
    const { pages } = show(<CheckBox onActivated={() => {}} />)
    const [page] = pages
    const first = page!.do(3, 'activated', true)
    page!.leave()
    page!.comeBack(0)
    page!.take()
    const second = page!.do(3, 'activated', false)
    page!.leave()
    page!.comeBack(0)
    page!.take()
    expect([first, second]).toMatchObject([{ seq: 1 }, { seq: 2, life: 1 }])
    for (const [told, line] of [
      [first, 'v call #3 set_state true silently'],
      [second, 'v call #3 set_state false silently'],
    ] as const) {
      page!.say(told)
      expect(page!.take().at(-1)).toBe(line)
    }
    page!.fire(3, 'activated', true)
    expect(page!.take()).toEqual([])
  })
})

describe('a page that is so slow that it has to be told everything anew', () => {
  test('is heard in all else, and the others show it', () => {
    const clock = new ManualClock()
    const options = { clock, maxBacklogBytes: 100, maxWindowBytes: 500 }
    const { session, pages } = show(<CheckBox onActivated={() => {}} />, 2, options)
    pages[0]!.peer.backlog = 101
    for (let count = 0; count < 20; count++) {
      session.create('Label', ['x'.repeat(50)])
      session.flush()
    }
    pages[1]!.take()
    pages[0]!.fire(3, 'activated', true)
    expect(pages[1]!.take()).toEqual(['v call #3 set_state true silently'])
  })
})

describe('what is for one page', () => {
  const Opening = () => {
    const session = useSession()
    return <Button onActivated={() => session.openUrl('/help')} />
  }
  const Saving = () => {
    const session = useSession()
    return <Button onActivated={() => void session.download('a.txt', 'A')} />
  }

  test.each<[string, Child, string]>([
    ['an address', <Opening />, 'v open-url "/help"'],
    ['a download', <Saving />, 'v download "a.txt" "data:text/plain;charset=utf-8;base64,QQ=="'],
  ])('as %s goes to the one whose user has just clicked', async (_, shown, line) => {
    const { pages } = show(shown, 3)
    for (const clicked of [1, 0, 2]) {
      pages[clicked]!.fire(3, 'activated')
      await new Promise((resolve) => setImmediate(resolve))
      const told = takeAll(pages).map((lines) => lines.includes(line))
      expect(told).toEqual([0, 1, 2].map((at) => at === clicked))
    }
  })

  test('without a click goes to the one that came last', () => {
    const { session, pages } = show(null)
    session.openUrl('/help')
    expect(takeAll(pages)).toEqual([[], ['v open-url "/help"']])
  })

  test('as a question goes to the one of the event under way, and it alone may answer', async () => {
    const answers: unknown[] = []
    let slider: Handle<'Slider'> | undefined
    const ask = async (): Promise<void> => void answers.push(await slider!.getValue())
    const { session, pages } = show(
      <>
        <Button onActivated={ask} />
        <Slider ref={(handle) => handle && (slider = handle)} />
      </>,
    )
    pages[0]!.fire(3, 'activated')
    session.flush()
    expect(pages[1]!.take()).toEqual([])
    const frame = JSON.parse(pages[0]!.peer.takeFrames()[0]!) as { id?: number }[]
    const id = frame.at(-1)!.id!
    pages[1]!.say({ type: 'result', id, value: 1 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(answers).toEqual([])
    pages[0]!.tell({ type: 'result', id, value: 5 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(answers).toEqual([5])
  })
})

test('a toast is shown by all, and goes everywhere when one has closed it', () => {
  const { session, pages } = show(null)
  session.toast('Saved')
  const lines = takeAll(pages)
  expect(lines[0]).toEqual(lines[1])
  expect(lines[0]!.some((line) => line.startsWith('v create #3 Toast "Saved"'))).toBe(true)
  pages[0]!.fire(3, 'close')
  expect(takeAll(pages)[1]).toEqual(['v call #3 destroy'])
})

test('one page leaves, and the others stay as they are', () => {
  const { session, pages } = show(<CheckBox onActivated={() => {}} />, 3)
  pages[0]!.leave()
  pages[1]!.fire(3, 'activated', true)
  expect([pages[1]!.take(), pages[2]!.take()]).toEqual([[], ['v call #3 set_state true silently']])
  expect(session.browsers.value).toBe(2)
  pages[0]!.comeBack()
  expect(pages[0]!.take()).toEqual(['v call #3 set_state true silently'])
})

test('another page is told everything without a render, and without a word to the others', () => {
  let renders = 0
  const Counted = () => {
    renders++
    return <Label text="a" />
  }
  const { session, pages } = show(<Counted />)
  const third = new Onlooker(session, 'third')
  third.take()
  expect([renders, takeAll(pages)]).toEqual([1, [[], []]])
  expect(picture(third.browser)).toEqual(picture(pages[0]!.browser))
})
