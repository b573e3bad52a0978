// What JSON cannot carry, and handles of what is gone: it is told of, and every frame is whole.

import { describe, expect, test } from 'vitest'
import { Dialog, Image, Label, Session, signal, ToolBar, ToolBarAction, VBox } from 'treewire'
import type { Child, ClassName, Handle } from 'treewire'
import { everybody } from '../../src/reconciler/host.ts'
import { Outbox } from '../../src/session/outbox.ts'
import { parcelOf } from '../../src/session/parcel.ts'
import { Onlooker } from './onlooker.ts'
import { open, Recorder } from './recorder.ts'

/** Does not compile where JSON is wanted. */
const big = 10n as never

function refTo<Name extends ClassName>(): { current: Handle<Name> | undefined } {
  return { current: undefined }
}

describe('a prop whose value', () => {
  const value = signal<never>(undefined as never)

  const cases: [string, Child, (session: Session) => unknown, string][] = [
    [
      'JSON cannot carry',
      <Dialog title="d" defaultButton={value} />,
      () => big,
      'VBox #1 > Dialog #2.defaultButton: Do not know how to serialize a BigInt',
    ],
    [
      'is a handle that is gone',
      <ToolBar>
        <ToolBarAction menu={value} />
      </ToolBar>,
      (session) => {
        const menu = session.create('Menu')
        menu.destroy()
        return menu
      },
      'VBox #1 > ToolBar #2 > ToolBarAction #3.menu: Menu #5 is gone and cannot be sent',
    ],
  ]

  /** A page that shows it, and has carried out everything so far. */
  function shown(wrong: Child) {
    value.value = undefined as never
    const text = signal('a')
    const errors: string[] = []
    const session = new Session({
      onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
    })
    session.mount(() => (
      <VBox>
        {wrong}
        <Label text={text} />
      </VBox>
    ))
    const page = new Onlooker(session, 'page')
    page.take()
    return { session, page, text, errors }
  }

  describe.each(cases)('%s', (_, wrong, make, mistake) => {
    test('is told of, and sends nothing; what else there is to say goes out', () => {
      const { session, page, text, errors } = shown(wrong)
      const made = make(session)
      page.take()
      value.value = made as never
      session.flush()
      expect(page.peer.takeAll()).toEqual([])
      expect(errors).toEqual([expect.stringContaining(mistake)])
      value.value = undefined as never
      page.take()
      value.value = made as never
      text.value = 'b'
      expect(page.take()).toEqual([expect.stringMatching(/^v call #\d set_text "b"$/)])
    })

    test('keeps no page from coming back', () => {
      const { session, page, text } = shown(wrong)
      const made = make(session)
      page.take()
      page.leave()
      value.value = made as never
      session.flush()
      text.value = 'c'
      session.flush()
      expect(page.comeBack()).toBe('[{"type":"welcome","heard":0,"kept":"page"}]')
      expect(page.take()).toEqual([expect.stringMatching(/^v call #\d set_text "c"$/)])
    })
  })
})

describe('an outbox passes over a run that nothing was written to', () => {
  test('as if it had not been opened, and it takes no id', () => {
    const outbox = new Outbox()
    outbox.to(everybody)
    outbox.to({ only: 1 })
    const ids = { last: 0 }
    expect([outbox.take(new Set([0, 1]), ids), ids.last]).toEqual([[], 0])
  })

  test('among others', () => {
    const outbox = new Outbox()
    outbox.to({ only: 1 }).call(1, 'hide', '[]')
    outbox.to(everybody)
    outbox.to({ only: 0 })
    expect(outbox.take(new Set([0, 1]), { last: 6 })).toEqual([
      parcelOf(new Set([1]), 7, '[{"type":"call","wid":1,"method":"hide","args":[],"id":7}]'),
    ])
  })
})

describe('a call by hand to a widget of JSX', () => {
  const dialog = refTo<'Dialog'>()
  const label = refTo<'Label'>()

  function dialogAndLabel() {
    const text = signal('a')
    const opened = open(
      <VBox>
        <Dialog title="d" ref={dialog} />
        <Label text={text} ref={label} />
      </VBox>,
    )
    opened.peer.take()
    return { ...opened, text }
  }

  test('with what JSON cannot carry throws to its caller, and nothing else is lost', () => {
    const { session, peer, errors, text } = dialogAndLabel()
    label.current!.call('set_min_size', 1, 2)
    expect(() => dialog.current!.call('set_default_button', big)).toThrow(
      'Arguments must be JSON, got 10n',
    )
    label.current!.call('set_max_size', 3, 4)
    text.value = 'b'
    session.flush()
    expect([errors, peer.take()]).toEqual([
      [],
      ['v call #3 set_text "b"', 'v call #3 set_min_size 1 2', 'v call #3 set_max_size 3 4'],
    ])
  })

  test('that throws when its turn comes is reported, and the others go on', () => {
    const image = refTo<'Image'>()
    const { session, peer, errors } = open(
      <VBox>
        <Image ref={image} />
        <Label ref={label} />
      </VBox>,
    )
    peer.take()
    label.current!.call('set_min_size', 1, 2)
    image.current!.call('set_binary_image', new BigInt64Array(1), 'png')
    label.current!.call('set_max_size', 3, 4)
    expect(() => session.flush()).not.toThrow()
    expect(errors).toEqual([expect.stringMatching(/^A call by hand: /)])
    expect(peer.take()).toEqual(['v call #3 set_min_size 1 2', 'v call #3 set_max_size 3 4'])
  })
})

test('a widget made by hand with what JSON cannot carry throws, and a second page is told the rest', () => {
  const { session, peer } = open(<Label text="a" />)
  expect(() => session.create('Dialog', ['x', [], { default_button: big }])).toThrow(
    'Arguments must be JSON, got 10n',
  )
  session.flush()
  expect(peer.take()).toEqual(['v create #1 Label "a"'])
  const next = new Recorder()
  session.attach(next, { page: 'next' })
  session.flush()
  expect(next.take()).toEqual(['v create #1 Label "a"'])
})
