// What is awaited: the stream of each kind of dialog, what it resolves with, and what ends it.

import { describe, expect, test } from 'vitest'
import {
  Button,
  createContext,
  ErrorBoundary,
  Label,
  Show,
  signal,
  Suspense,
  TextEntry,
  useCloseDialog,
  useContext,
  useDialogs,
  useEffect,
  useSignal,
  VBox,
} from 'treewire'
import type { Dialogs } from 'treewire'
import type { Rendered, RenderOptions } from 'treewire/testing'
import { Watching } from '../reactive/watching.ts'
import { column, mistakes } from '../reconciler/column.tsx'

type Work = (dialogs: Dialogs) => Promise<unknown>

/** A column (#2) with the Button #3, whose handler does the work. `answers` are what was resolved. */
function asking(work: Work, options?: RenderOptions) {
  const answers: unknown[] = []
  const isShown = signal(true)
  function Owner() {
    const dialogs = useDialogs()
    const ask = async () => answers.push(await work(dialogs))
    return <Button onActivated={ask}>Ask</Button>
  }
  const screen = column(<Show when={isShown}>{() => <Owner />}</Show>, options)
  return { ...wrapped(screen), answers, isShown }
}

function wrapped(screen: Rendered) {
  return {
    screen,
    ask: async () => {
      await screen.fire({ wid: 3 }, 'activated')
      return screen.take().slice(1)
    },
    use: async (wid: number, action: string, ...args: (string | boolean | null)[]) => {
      await screen.fire({ wid }, action, ...args)
      return screen.take()
    },
  }
}

function later() {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve: () => resolve() }
}

describe('confirm', () => {
  test('is one dialog, which goes when it is answered', async () => {
    const { ask, use, answers } = asking(({ confirm }) => confirm('Delete 3 rows?'))
    expect(await ask()).toEqual([
      'v create #4 Dialog "Delete 3 rows?" [["Cancel",false],["OK",true]] {"modal":true,"resizable":false,"default_button":true}',
      'v listen #4 activated',
      'v listen #4 close',
      'v call #4 popup',
    ])
    expect(answers).toEqual([])
    expect(await use(4, 'activated', true)).toEqual([
      '^ callback #4 activated true',
      'v call #4 destroy',
    ])
    expect(answers).toEqual([true])
  })

  test.each([
    ['activated', [false]],
    ['activated', ['true']],
    ['close', []],
  ] as const)('answers false on %s %j', async (action, args) => {
    const { ask, use, answers } = asking(({ confirm }) => confirm('Sure?'))
    await ask()
    await use(4, action, ...args)
    expect(answers).toEqual([false])
  })

  test('can say what happens', async () => {
    const { ask, screen } = asking(({ confirm }) =>
      confirm('Delete?', { detail: 'For good.', ok: 'Delete', cancel: 'Keep', tone: 'danger' }),
    )
    await ask()
    expect(screen.tree().split('\n').slice(-2)).toEqual([
      'Dialog title="Delete?" buttons=[["Keep",false],["Delete",true]] modal=true resizable=false defaultButton=true tone="danger"',
      '  Label text="For good." tone="muted"',
    ])
  })
})

describe('prompt', () => {
  test('answers the text, even if nobody has changed it', async () => {
    const { ask, use, answers, screen } = asking(({ prompt }) =>
      prompt('Name?', { value: 'Ada', placeholder: 'First name' }),
    )
    await ask()
    expect(screen.find({ type: 'TextEntry' }).state).toEqual(
      new Map([
        ['text', 'Ada'],
        ['placeholder', 'First name'],
        ['label', 'Name?'],
      ]),
    )
    await use(4, 'activated', true)
    await ask()
    await use(7, 'modified', 'Grace')
    await use(6, 'activated', true)
    expect(answers).toEqual(['Ada', 'Grace'])
  })

  test.each([
    ['activated', [false]],
    ['close', []],
  ] as const)('answers null on %s %j', async (action, args) => {
    const { ask, use, answers } = asking(({ prompt }) => prompt('Name?'))
    await ask()
    await use(4, action, ...args)
    expect(answers).toEqual([null])
  })
})

test.each([
  ['activated', [true]],
  ['close', []],
] as const)('alert is over on %s %j', async (action, args) => {
  const { ask, use, answers, screen } = asking(({ alert }) => alert('Done', { ok: 'Fine' }))
  await ask()
  expect(screen.find({ type: 'Dialog' }).state.get('buttons')).toEqual([['Fine', true]])
  await use(4, action, ...args)
  expect(answers).toEqual([undefined])
})

describe('openDialog', () => {
  test('resolves with what it is closed with', async () => {
    const { ask, use, answers } = asking(({ openDialog }) =>
      openDialog<number>((close) => <Button onActivated={() => close(7)}>Seven</Button>, {
        title: 'Choose',
      }),
    )
    expect(await ask()).toEqual([
      'v create #4 Dialog "Choose" [] {"modal":true}',
      'v listen #4 activated',
      'v listen #4 close',
      'v create #5 Button "Seven"',
      'v listen #5 activated',
      'v call #4 add_widget #5',
      'v call #4 popup',
    ])
    await use(5, 'activated')
    expect(answers).toEqual([7])
  })

  test('takes an element, something in which closes it', async () => {
    function Form() {
      const close = useCloseDialog()
      const text = useSignal('')
      return (
        <VBox>
          <TextEntry bind={text} />
          <Button onActivated={() => close(text.value)}>Save</Button>
        </VBox>
      )
    }
    const { ask, use, answers, screen } = asking(({ openDialog }) => openDialog(<Form />))
    await ask()
    await screen.fire({ type: 'TextEntry' }, 'modified', 'x')
    await use(screen.find('Save').wid, 'activated')
    expect(answers).toEqual(['x'])
  })

  test('resolves with the value of one of its own buttons', async () => {
    const { ask, use, answers } = asking(({ openDialog }) =>
      openDialog(<Label>Which?</Label>, { buttons: [['Left', 'l']], defaultButton: 'l' }),
    )
    await ask()
    await use(4, 'activated', 'l')
    expect(answers).toEqual(['l'])
  })

  test('dismissed, it resolves with nothing', async () => {
    const { ask, use, answers } = asking(({ openDialog }) => openDialog(<Label>x</Label>))
    await ask()
    await use(4, 'close')
    expect(answers).toEqual([undefined])
  })

  test('its content follows signals, and may use hooks', async () => {
    const count = signal(1)
    const { ask, screen } = asking(({ openDialog }) =>
      openDialog(() => {
        const own = useSignal('own')
        return [
          <Label>{() => `${own.value} ${count.value}`}</Label>,
          <Label text={`${count.value}`} />,
        ]
      }),
    )
    await ask()
    count.value = 2
    await screen.settled()
    expect(screen.take()).toEqual(['v call #5 set_text "own 2"', 'v call #6 set_text "2"'])
  })

  test('its content sees the contexts of the component that has opened it', async () => {
    const Text = createContext('none')
    const Shows = () => <Label text={useContext(Text)} />
    function Owner() {
      const { openDialog } = useDialogs()
      return <Button onActivated={() => openDialog(<Shows />)}>Ask</Button>
    }
    const { screen, ask } = wrapped(
      column(
        <Text value="seen">
          <Owner />
        </Text>,
      ),
    )
    await ask()
    expect(screen.findAll('seen')).toHaveLength(1)
  })
})

describe('more than one', () => {
  test('they stack, and each has its own answer', async () => {
    const { ask, use, answers } = asking(async ({ confirm }) => {
      if (await confirm('One?')) return 'yes'
      return 'no'
    })
    await ask()
    await ask()
    expect(await use(5, 'activated', true)).toEqual([
      '^ callback #5 activated true',
      'v call #5 destroy',
    ])
    await use(4, 'activated', false)
    expect(answers).toEqual(['yes', 'no'])
  })

  test('one may follow another', async () => {
    const { ask, use, answers } = asking(async ({ confirm, prompt }) =>
      (await confirm('Rename?')) ? prompt('Name?') : undefined,
    )
    await ask()
    await use(4, 'activated', true)
    await use(6, 'modified', 'new')
    await use(5, 'activated', true)
    expect(answers).toEqual(['new'])
  })

  test('only the first answer of a dialog counts', async () => {
    const { ask, answers, screen } = asking(({ openDialog }) =>
      openDialog((close) => <Button onActivated={() => (close(1), close(2))}>Both</Button>),
    )
    await ask()
    await screen.fire('Both', 'activated')
    expect(answers).toEqual([1])
  })
})

describe('what ends without an answer counts as dismissed', () => {
  const kinds: [string, Work, unknown][] = [
    ['confirm', ({ confirm }) => confirm('?'), false],
    ['prompt', ({ prompt }) => prompt('?'), null],
    ['alert', ({ alert }) => alert('?'), undefined],
    ['openDialog', ({ openDialog }) => openDialog(<Label>x</Label>), undefined],
  ]

  test.each(kinds)('%s when its component goes', async (_name, work, dismissed) => {
    const { ask, answers, isShown, screen } = asking(work)
    await ask()
    isShown.value = false
    await screen.settled()
    expect(screen.take()).toEqual(['v call #4 destroy', 'v call #2 remove #3 true'])
    expect(answers).toEqual([dismissed])
  })

  test.each(kinds)('%s when the session ends', async (_name, work, dismissed) => {
    const { ask, answers, screen } = asking(work)
    await ask()
    screen.unmount()
    await screen.settled()
    expect(answers).toEqual([dismissed])
  })

  test.each(kinds)('%s when its component has gone before', async (_name, work, dismissed) => {
    const { ask, answers, isShown, screen } = asking(async (dialogs) => {
      isShown.value = false
      await new Promise((resolve) => setTimeout(resolve))
      return work(dialogs)
    })
    await ask()
    await expect.poll(() => answers).toEqual([dismissed])
    expect(screen.findAll({ type: 'Dialog' })).toEqual([])
  })
})

test('a dialog is there again for another browser, with what was typed', async () => {
  const { ask, use, answers, screen } = asking(({ prompt }) => prompt('Name?'))
  await ask()
  await use(5, 'modified', 'half')
  screen.reconnect()
  expect(screen.find({ type: 'TextEntry' }).state.get('text')).toBe('half')
  await use(4, 'activated', true)
  expect(answers).toEqual(['half'])
})

test('an answered dialog is not there for another browser', async () => {
  const { ask, use, screen } = asking(({ confirm }) => confirm('?'))
  await ask()
  await use(4, 'close')
  screen.reconnect()
  expect(screen.findAll({ type: 'Dialog' })).toEqual([])
})

test('opening costs no render of the component, and a render of it leaves the dialog alone', async () => {
  const count = signal(0)
  let renders = 0
  function Owner() {
    renders++
    const { confirm } = useDialogs()
    return (
      <VBox>
        <Button onActivated={() => confirm('?')}>{`Ask ${count.value}`}</Button>
      </VBox>
    )
  }
  const screen = column(<Owner />)
  await screen.fire('Ask 0', 'activated')
  expect(renders).toBe(1)
  screen.take()
  count.value = 1
  await screen.settled()
  expect(screen.take()).toEqual(['v call #4 set_text "Ask 1"'])
})

test('an effect may open one before anything is shown', async () => {
  function Owner() {
    const { alert } = useDialogs()
    useEffect(() => void alert('Welcome'), [])
    return <Label>Hello</Label>
  }
  const screen = column(<Owner />)
  await screen.settled()
  expect(screen.findAll({ type: 'Dialog', text: 'Welcome' })).toHaveLength(1)
})

test('content that fails is told to the boundary of its component, else to onError', async () => {
  const { errors, options } = mistakes()
  const Fails = () => {
    throw new Error('no')
  }
  const { ask, screen, use, answers } = asking(({ openDialog }) => openDialog(<Fails />), options)
  await ask()
  expect(errors).toEqual([expect.stringContaining('Fails: no')])
  await use(screen.find({ type: 'Dialog' }).wid, 'close')
  expect(answers).toEqual([undefined])
})

test('what a boundary shows instead of its component ends its dialogs', async () => {
  const { options } = mistakes()
  const answers: unknown[] = []
  const Fails = () => {
    throw new Error('no')
  }
  function Owner() {
    const { openDialog } = useDialogs()
    const ask = async () => answers.push(await openDialog(<Fails />))
    return <Button onActivated={ask}>Ask</Button>
  }
  const screen = column(
    <ErrorBoundary fallback={<Label>Sorry</Label>}>
      <Owner />
    </ErrorBoundary>,
    options,
  )
  await screen.fire('Ask', 'activated')
  expect(answers).toEqual([undefined])
  expect(screen.findAll({ type: 'Dialog' })).toEqual([])
  expect(screen.findAll('Sorry')).toHaveLength(1)
})

test('content that is waited for comes when it is there, and hides nothing until then', async () => {
  const { promise, resolve } = later()
  async function Slow() {
    await promise
    return <Label>There</Label>
  }
  function Owner() {
    const { openDialog } = useDialogs()
    return <Button onActivated={() => void openDialog(<Slow />)}>Ask</Button>
  }
  const screen = column(
    <Suspense fallback={<Label>Waiting</Label>}>
      <Owner />
    </Suspense>,
  )
  await screen.fire('Ask', 'activated')
  expect([screen.findAll('Ask').length, screen.findAll('Waiting').length]).toEqual([1, 0])
  resolve()
  await screen.settled()
  expect(screen.findAll('There')).toHaveLength(1)
})

test('while rendering is too early', async () => {
  const { errors, options } = mistakes()
  function Owner() {
    void useDialogs().confirm('?')
    return <Label>x</Label>
  }
  column(<Owner />, options)
  expect(errors).toEqual([
    expect.stringContaining(
      'confirm was called while a component renders. Call it in a handler or an effect',
    ),
  ])
})

test('useCloseDialog says where it belongs', async () => {
  const { errors, options } = mistakes()
  const Closes = () => {
    const close = useCloseDialog()
    return <Button onActivated={() => close()}>Close</Button>
  }
  const screen = column(<Closes />, options)
  await screen.fire('Close', 'activated')
  expect(errors).toEqual([expect.stringContaining('stands in no dialog of openDialog')])
})

test('nobody listens to what an answered dialog has shown', async () => {
  const watching = new Watching()
  const source = watching.signal('source', 1)
  const { ask, use } = asking(({ openDialog }) =>
    openDialog(<Label>{() => source.value}</Label>, { title: () => `${source.value}` }),
  )
  await ask()
  expect(watching.now).toEqual(['source'])
  await use(4, 'close')
  expect(watching.now).toEqual([])
})
