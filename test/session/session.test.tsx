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

  test('that has seen frames before is emptied first', () => {
    const { session } = open(app)
    const peer = new Recorder()
    session.attach(peer, { page: 'page', seen: 7 })
    session.flush()
    expect(peer.take()).toEqual(['v init 0'])
    session.receive(peer, '{"type":"result","id":0}')
    session.flush()
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
  test('gets init, and nothing before its result', async () => {
    const { session, peer } = greeted()
    await settled()
    session.flush()
    expect(peer.take()).toEqual(['v init 0'])
    session.receive(peer, '{"type":"result","id":0}')
    session.flush()
    expect(peer.take()).toEqual(appLines)
  })

  test.each([
    ['a callback', '{"type":"callback","wid":2,"action":"activated","args":[]}'],
    [
      'a callback of a widget that never was',
      '{"type":"callback","wid":99,"action":"x","args":[]}',
    ],
    ['another result', '{"type":"result","id":1}'],
    ['a result without id', '{"type":"result"}'],
    ['a result of its own reckoning', '{"type":"result","id":"0"}'],
    ['an error', '{"type":"error","id":5,"error":"x"}'],
    [
      'a file-chunk',
      '{"type":"file-chunk","wid":1,"transfer_id":1,"file_index":0,"file_count":1,"chunk_index":0,"num_chunks":1,"data":""}',
    ],
  ])('is not heard before its result: %s', (_, frame) => {
    const { session, peer, errors } = greeted()
    session.receive(peer, frame)
    session.flush()
    expect([peer.take(), peer.closed, errors]).toEqual([['v init 0'], [], []])
  })

  test('may send its result together with what follows', () => {
    const { session, peer } = greeted()
    session.receive(
      peer,
      '[{"type":"result","id":0},{"type":"callback","wid":2,"action":"activated","args":[]}]',
    )
    session.flush()
    expect(peer.take().slice(1)).toEqual([...appLines, 'v call #2 set_text "1"'])
  })

  test('is held to the rules before its result', () => {
    const { session, peer } = greeted()
    session.receive(peer, '{{')
    expect(peer.closed).toEqual(['4400 A frame must be JSON, got "{{"'])
    expect(session.isConnected).toBe(false)
  })

  function greeted() {
    const { session, errors } = open(app)
    const peer = new Recorder()
    session.attach(peer, foreigner)
    return { session, peer, errors }
  }
})

describe('when another browser takes over', () => {
  test('the one before is closed with 4409, and is not heard any more', () => {
    const { session, peer, fire } = open(app)
    const next = new Recorder()
    session.attach(next, newPage)
    session.flush()
    expect(peer.closed).toEqual(['4409 Another browser has taken this session over'])
    next.take()
    peer.take()
    fire(2, 'activated')
    session.flush()
    expect([next.takeFrames(), peer.takeFrames()]).toEqual([[], []])
  })

  test('the end of the line of the one before ends nothing', () => {
    const { session, peer } = open(app)
    const next = new Recorder()
    session.attach(next, newPage)
    session.detach(peer)
    expect(session.isConnected).toBe(true)
  })

  test('wrong frames of the one before close nothing', () => {
    const { session, receive } = open(app)
    const next = new Recorder()
    session.attach(next, newPage)
    receive('{{')
    expect([next.closed, session.isConnected]).toEqual([[], true])
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
    session.end()
    session.end()
    expect(peer.closed).toEqual(['4410 This session has ended'])
    expect([session.isOver, session.isConnected]).toEqual([true, false])
  })

  test('sends nothing: the page is closed, not emptied', async () => {
    const { session, peer } = open(app)
    peer.take()
    session.end()
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
    session.end()
    session.end()
    expect([log, ref.current]).toEqual([['begin', 'end'], undefined])
  })

  test('may be asked for by a handler in it, in the middle of a frame', () => {
    const clicked: number[] = []
    const Closer = () => {
      const session = useSession()
      const onClick = () => {
        clicked.push(1)
        session.end()
      }
      return <Button onClick={onClick} />
    }
    const { session, peer, errors, receive } = open(<Closer />)
    const click = { type: 'callback', wid: 1, action: 'activated', args: [] }
    receive([click, click])
    expect([session.isOver, peer.closed, errors]).toEqual([
      true,
      ['4410 This session has ended'],
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
    session.end()
    expect(peer.closed).toEqual(['4410 This session has ended'])
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/Bad.*: cleanup$/)
  })

  test('leaves no handle alive', () => {
    const { session } = open(null)
    const button = session.create('Button')
    session.end()
    expect(button.isAlive).toBe(false)
    expect(() => button.setText('a')).toThrow('Button #1 is gone and cannot call set_text')
  })

  test.each<[string, (session: Session) => unknown, string]>([
    ['mount', (session) => session.mount(() => app), 'mount'],
    ['create', (session) => session.create('Label'), 'create a widget'],
    ['attach', (session) => session.attach(new Recorder(), newPage), 'take a browser'],
  ])('is for good: %s fails', (_, act, purpose) => {
    const session = new Session({ id: 's1' })
    session.end()
    expect(() => act(session)).toThrow(`Session s1 has ended and cannot ${purpose}`)
  })

  test('makes what comes later nothing: frames, flushes, detach', () => {
    const { session, peer, receive } = open(app)
    session.end()
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
