// The life of a session: what is shown, who looks at it, how it ends.

import { describe, expect, test } from 'vitest'
import {
  Button,
  Label,
  Session,
  signal,
  TopLevel,
  useEffect,
  useSession,
  useSignal,
  VBox,
} from 'treewire'
import { foreigner, newPage, open, Recorder, settled } from './recorder.ts'

function Counter() {
  const count = useSignal(0)
  return <Button text={() => `${count.value}`} onActivated={() => count.value++} />
}

const app = (
  <TopLevel>
    <Counter />
  </TopLevel>
)

const appLines = [
  'v create #1 TopLevel',
  'v create #2 Button "0"',
  'v listen #2 activated',
  'v call #1 set_widget #2',
  'v call #1 show',
]

describe('a session shows', () => {
  test('its first picture in one frame', () => {
    const { peer } = open(app)
    const frames = peer.takeFrames()
    expect(frames).toHaveLength(1)
    expect(JSON.parse(frames[0]!)).toHaveLength(appLines.length)
  })

  test('what changes in one turn in one frame, at the end of the turn', async () => {
    const [a, b] = [signal('a'), signal('b')]
    const { peer } = open(
      <TopLevel>
        <VBox>
          <Label text={a} />
          <Label text={b} />
        </VBox>
      </TopLevel>,
    )
    peer.take()
    a.value = 'c'
    b.value = 'd'
    a.value = 'e'
    expect(peer.takeFrames()).toEqual([])
    await settled()
    expect(peer.take()).toEqual(['v call #3 set_text "e"', 'v call #4 set_text "d"'])
  })

  test('nothing when nothing has changed', async () => {
    const text = signal('a')
    const { session, peer } = open(<Label text={text} />)
    peer.take()
    text.value = 'b'
    text.value = 'a'
    session.flush()
    await settled()
    expect(peer.takeFrames()).toEqual([])
  })

  test('another component in place of the one before', () => {
    const { session, peer } = open(app)
    peer.take()
    session.mount(() => (
      <TopLevel title="b">
        <Label text="new" />
      </TopLevel>
    ))
    session.flush()
    expect(peer.take()).toEqual([
      'v call #1 destroy',
      'v create #3 TopLevel {"title":"b"}',
      'v create #4 Label "new"',
      'v call #3 set_widget #4',
      'v call #3 show',
    ])
  })

  test('what it was given before a browser came', () => {
    const session = new Session()
    session.mount(() => app)
    session.flush()
    const peer = new Recorder()
    session.attach(peer, newPage)
    session.flush()
    expect(peer.take()).toEqual(appLines)
  })

  test('when told by its option, and not before', () => {
    const due: (() => void)[] = []
    const session = new Session({ defer: (flush) => due.push(flush) })
    const peer = new Recorder()
    session.attach(peer, newPage)
    session.mount(() => app)
    expect([peer.takeFrames(), due.length]).toEqual([[], 1])
    due[0]!()
    expect(peer.take()).toEqual(appLines)
  })
})

describe('a new page', () => {
  test('gets everything again, as it is now, under the same numbers', () => {
    const { session, peer, fire } = open(app)
    fire(2, 'activated')
    session.flush()
    session.detach(peer)
    const next = new Recorder()
    session.attach(next, newPage)
    session.flush()
    expect(next.take()).toEqual(appLines.map((line) => line.replace('"0"', '"1"')))
  })

  test('is welcomed first, and told how to come back', () => {
    const { session } = open(app)
    const peer = new Recorder()
    const credentials = { session_id: 'test', token: 'secret' }
    session.attach(peer, { page: 'new', isNew: true, credentials })
    expect(peer.welcomes.map((frame) => JSON.parse(frame) as object)).toEqual([
      [
        { type: 'welcome', heard: 0, kept: 'nothing' },
        { type: 'session-info', ...credentials },
      ],
    ])
    expect(peer.take()).toEqual(appLines)
  })

  test('costs no render', () => {
    let renders = 0
    const Counted = () => {
      renders++
      return <Label text="a" />
    }
    const { session } = open(<Counted />)
    session.attach(new Recorder(), newPage)
    session.flush()
    expect(renders).toBe(1)
  })

  test('gets one frame with what changed while nobody was there in it', async () => {
    const text = signal('a')
    const { session, peer } = open(<Label text={text} />)
    session.detach(peer)
    peer.take()
    text.value = 'b'
    await settled()
    expect(peer.takeFrames()).toEqual([])
    const next = new Recorder()
    session.attach(next, newPage)
    session.flush()
    expect(next.take()).toEqual(['v create #1 Label "b"'])
  })
})

describe('a client that is not ours', () => {
  test('is told everything when it comes, without a word about the line', () => {
    const { session } = open(app)
    const peer = new Recorder()
    session.attach(peer, foreigner)
    expect([peer.welcomes, peer.take()]).toEqual([[], appLines])
  })

  test('is heard without numbers', () => {
    const { session } = open(app)
    const peer = new Recorder()
    session.attach(peer, foreigner)
    peer.take()
    session.receive(peer, '[{"type":"result","id":1}]')
    const click = '{"type":"callback","wid":2,"action":"activated","args":[]}'
    session.receive(peer, click)
    session.receive(peer, click)
    session.flush()
    expect(peer.take()).toEqual(['v call #2 set_text "2"'])
  })

  test('has nothing kept for it: when it comes again it is another one', () => {
    const { session } = open(app)
    const peer = new Recorder()
    session.attach(peer, foreigner)
    session.detach(peer)
    peer.take()
    session.attach(peer, foreigner)
    expect(peer.take()).toEqual(appLines)
  })
})

describe('when another browser comes', () => {
  test('both are there, and what one does the other shows', () => {
    const { session, peer, fire } = open(app)
    const next = new Recorder()
    session.attach(next, { page: 'another' })
    expect([peer.closed, session.browsers.value]).toEqual([[], 2])
    next.take()
    peer.take()
    fire(2, 'activated')
    session.flush()
    expect([next.take(), peer.take()]).toEqual([
      ['v call #2 set_text "1"'],
      ['v call #2 set_text "1"'],
    ])
  })

  test('the end of one line ends nothing', () => {
    const { session, peer } = open(app)
    const next = new Recorder()
    session.attach(next, { page: 'another' })
    session.detach(peer)
    expect([session.isConnected, session.browsers.value, next.closed]).toEqual([true, 1, []])
  })

  test('wrong frames of one close no other', () => {
    const { session, peer, receive } = open(app)
    const next = new Recorder()
    session.attach(next, { page: 'another' })
    receive('{{')
    expect(peer.closed).toEqual(['4400 A frame must be JSON, got "{{"'])
    expect([next.closed, session.browsers.value]).toEqual([[], 1])
  })

  test('components that read how many are there render again', async () => {
    const Count = () => <Label text={`${useSession().browsers.value} here`} />
    const { session, peer } = open(<Count />)
    const next = new Recorder()
    session.attach(next, { page: 'another' })
    await settled()
    expect(peer.take().at(-1)).toBe('v call #1 set_text "2 here"')
    session.detach(next)
    await settled()
    expect(peer.take()).toEqual(['v call #1 set_text "1 here"'])
  })
})

describe('another line of the same page', () => {
  test('closes the one before with 4409, which is not heard any more', () => {
    const { session, peer, fire } = open(app)
    const next = new Recorder()
    session.attach(next, newPage)
    expect(peer.closed).toEqual(['4409 The page has another line'])
    expect(session.browsers.value).toBe(1)
    next.take()
    peer.take()
    fire(2, 'activated')
    session.flush()
    expect([next.takeFrames(), peer.takeFrames()]).toEqual([[], []])
  })

  test('is not ended by the end of the one before', () => {
    const { session, peer } = open(app)
    session.attach(new Recorder(), newPage)
    session.detach(peer)
    expect(session.isConnected).toBe(true)
  })
})

describe('when the browser is gone', () => {
  test('the session lives on, and says nothing', async () => {
    const { session, peer, fire } = open(app)
    session.detach(peer)
    expect([session.isConnected, session.isOver]).toEqual([false, false])
    peer.take()
    fire(2, 'activated')
    await settled()
    expect(peer.takeFrames()).toEqual([])
  })
})

describe('the end of a session', () => {
  test('closes its browser with 4410, once', () => {
    const { session, peer } = open(app)
    session.destroy()
    session.destroy()
    expect(peer.closed).toEqual(['4410 The application has ended it'])
    expect([session.isOver, session.isConnected]).toEqual([true, false])
  })

  test('sends nothing: the page is closed, not emptied', async () => {
    const { session, peer } = open(app)
    peer.take()
    session.destroy()
    await settled()
    expect(peer.takeFrames()).toEqual([])
  })

  test('ends effects, with their cleanups, and refs', () => {
    const log: string[] = []
    const ref = { current: undefined }
    const Effect = () => {
      useEffect(() => {
        log.push('begin')
        return () => log.push('end')
      }, [])
      return <Label ref={ref} />
    }
    const { session } = open(<Effect />)
    expect(ref.current).toBeDefined()
    session.destroy()
    session.destroy()
    expect([log, ref.current]).toEqual([['begin', 'end'], undefined])
  })

  test('may be asked for by a handler in it, in the middle of a frame', () => {
    const clicked: number[] = []
    const Closer = () => {
      const session = useSession()
      const onClick = () => {
        clicked.push(1)
        session.destroy()
      }
      return <Button onClick={onClick} />
    }
    const { session, peer, errors, receive } = open(<Closer />)
    const click = { type: 'callback', wid: 1, action: 'activated', args: [] }
    receive([click, click])
    expect([session.isOver, peer.closed, errors]).toEqual([
      true,
      ['4410 The application has ended it'],
      [],
    ])
    expect(clicked).toEqual([1])
  })

  test('is not held up by a cleanup that throws', () => {
    const Bad = () => {
      useEffect(
        () => () => {
          throw new Error('cleanup')
        },
        [],
      )
      return <Label />
    }
    const { session, peer, errors } = open(<Bad />)
    session.destroy()
    expect(peer.closed).toEqual(['4410 The application has ended it'])
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/Bad.*: cleanup$/)
  })

  test('by what was still to be done when a browser comes closes that browser', () => {
    const isNow = signal(false)
    const { session } = open(() => {
      if (isNow.value) useSession().destroy()
      return <Label />
    })
    isNow.value = true
    const next = new Recorder()
    session.attach(next, { page: 'another' })
    expect([next.closed, next.welcomes, session.browsers.value]).toEqual([
      ['4410 The application has ended it'],
      [],
      0,
    ])
  })

  test('leaves no handle alive', () => {
    const { session } = open(null)
    const button = session.create('Button')
    session.destroy()
    expect(button.isAlive).toBe(false)
    expect(() => button.setText('a')).toThrow('Button #1 is gone and cannot call set_text')
  })

  test.each<[string, (session: Session) => unknown, string]>([
    ['mount', (session) => session.mount(() => app), 'mount'],
    ['create', (session) => session.create('Label'), 'create a widget'],
    ['attach', (session) => session.attach(new Recorder(), newPage), 'take a browser'],
  ])('is for good: %s fails', (_, act, purpose) => {
    const session = new Session({ id: 's1' })
    session.destroy()
    expect(() => act(session)).toThrow(`Session s1 has ended and cannot ${purpose}`)
  })

  test('makes what comes later nothing: frames, flushes, detach', () => {
    const { session, peer, receive } = open(app)
    session.destroy()
    receive('{{')
    session.flush()
    session.detach(peer)
    expect(peer.closed).toHaveLength(1)
  })
})

test('a session has the id it was given, or one of its own', () => {
  const ids = [new Session({ id: 'a' }), new Session(), new Session()].map(({ id }) => id)
  expect(ids[0]).toBe('a')
  expect(new Set(ids).size).toBe(3)
})

test('useSession gives the session a component is shown in', () => {
  let found: Session | undefined
  const Asking = () => {
    found = useSession()
    return <Label />
  }
  const { session } = open(<Asking />)
  expect(found).toBe(session)
  expect(() => useSession()).toThrow('useSession was called outside of a component')
})
