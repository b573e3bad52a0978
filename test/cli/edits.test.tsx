// What becomes of sessions when modules are evaluated again: what stays, what is sent, what is named.

import {
  Button,
  type Child,
  createContext,
  ErrorBoundary,
  For,
  Label,
  shared,
  signal,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useSignal,
  useSignalEffect,
  VBox,
} from 'treewire'
import { expect, test } from 'vitest'
import type { Marks } from '../../src/cli/dev/registry.ts'
import { EditedProgram, shown } from './edited-program.tsx'

/** A counter; `word` is what is edited. */
function counterModule(word: string) {
  return (marks: Marks) => {
    const Counter = marks.component('Counter', () => {
      const count = useSignal(0)
      return (
        <Button
          text={() => `${word} ${count.value}`}
          onActivated={() => (count.value += word.length)}
        />
      )
    })
    return marks.component('App', (): Child => (
      <VBox>
        <Label>Title</Label>
        <Counter />
      </VBox>
    ))
  }
}

test('only what differs is sent, and state and handlers go on', async () => {
  const program = new EditedProgram()
  const screen = program.shown(counterModule('one'))
  await screen.fire('one 0', 'activated')
  screen.take()
  program.evaluate('app.tsx', counterModule('other'))
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.take()).toEqual(['v call #4 set_text "other 3"'])
  await screen.fire('other 3', 'activated')
  expect(screen.take()).toEqual(['^ callback #4 activated', 'v call #4 set_text "other 8"'])
})

test('the same code once more sends nothing', async () => {
  const program = new EditedProgram()
  const screen = program.shown(counterModule('one'))
  screen.take()
  program.evaluate('app.tsx', counterModule('one'))
  program.commit(screen.session)
  expect(screen.take()).toEqual([])
})

test('an evaluation that is given up changes nothing', async () => {
  const program = new EditedProgram()
  const screen = program.shown(counterModule('one'))
  screen.take()
  program.evaluate('app.tsx', counterModule('other'))
  program.registry.discard()
  await screen.fire('one 0', 'activated')
  expect(screen.take()).toEqual(['^ callback #4 activated', 'v call #4 set_text "one 3"'])
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.take()).toEqual([])
})

test('every session is shown what is new', () => {
  const program = new EditedProgram()
  const App = program.evaluate('app.tsx', counterModule('one'))
  program.commit()
  const screens = [shown(App), shown(App)]
  for (const screen of screens) screen.take()
  program.evaluate('app.tsx', counterModule('other'))
  program.commit(...screens.map(({ session }) => session))
  for (const screen of screens) expect(screen.take()).toEqual(['v call #4 set_text "other 0"'])
})

test('a component of a module that was not evaluated again does not render', () => {
  const program = new EditedProgram()
  let renders = 0
  const Still = program.evaluate('still.tsx', (marks) =>
    marks.component('Still', () => {
      renders++
      return <Label>Still</Label>
    }),
  )
  const app = (title: string) => (marks: Marks) =>
    marks.component('App', () => (
      <VBox>
        <Label>{title}</Label>
        <Still />
      </VBox>
    ))
  const screen = program.shown(app('One'))
  screen.take()
  program.evaluate('app.tsx', app('Two'))
  program.commit(screen.session)
  expect(screen.take()).toEqual(['v call #3 set_text "Two"'])
  expect(renders).toBe(1)
})

test.each<[string, () => void, string]>([
  ['one less', () => void useSignal(0), 'useSignal, useRef → useSignal'],
  [
    'one more',
    () => {
      useSignal(0)
      useRef(0)
      useEffect(() => {}, [])
    },
    'useSignal, useRef → useSignal, useRef, useEffect',
  ],
  [
    'in another order',
    () => {
      useRef(0)
      useSignal(0)
    },
    'useSignal, useRef → useRef, useSignal',
  ],
  ['none', () => {}, 'useSignal, useRef → none'],
])('hooks that change begin anew, and are named: %s', (_what, hooks, told) => {
  const program = new EditedProgram()
  const module = (work: () => void) => (marks: Marks) =>
    marks.component('Form', () => {
      work()
      return <Label>Form</Label>
    })
  const screen = program.shown(
    module(() => {
      useSignal(0)
      useRef(0)
    }),
  )
  screen.take()
  program.evaluate('app.tsx', module(hooks))
  expect(program.commit(screen.session)).toEqual([
    `Form: state was reset, because its hooks changed: ${told}.`,
  ])
  expect([screen.take(), screen.errors()]).toEqual([[], []])
  program.evaluate('app.tsx', module(hooks))
  expect(program.commit(screen.session)).toEqual([])
})

test('hooks where there were none lose nothing', () => {
  const program = new EditedProgram()
  const module = (work: () => void) => (marks: Marks) =>
    marks.component('Form', () => {
      work()
      return <Label>Form</Label>
    })
  const screen = program.shown(module(() => {}))
  program.evaluate(
    'app.tsx',
    module(() => void useSignal(0)),
  )
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.errors()).toEqual([])
})

test('a component with another name begins anew, and is named', () => {
  const program = new EditedProgram()
  const module = (name: string) => (marks: Marks) => {
    const Named = marks.component(name, () => {
      useSignal(0)
      return <Label>{name}</Label>
    })
    return marks.component('App', () => <VBox>{<Named />}</VBox>)
  }
  const screen = program.shown(module('Clock'))
  program.evaluate('app.tsx', module('Watch'))
  expect(program.commit(screen.session)).toEqual([
    'Clock: state is gone, because its module has no component of this name any more.',
  ])
  expect(screen.find('Watch')).toBeDefined()
})

test('a component inside of another function begins anew, and is named', () => {
  const program = new EditedProgram()
  const module = (marks: Marks) =>
    marks.component('App', () => {
      const inside = useRef(function Inside() {
        useSignal(0)
        return <Label>Inside</Label>
      })
      void inside
      function Fresh() {
        useSignal(0)
        return <Label>Fresh</Label>
      }
      return <VBox>{<Fresh />}</VBox>
    })
  const screen = program.shown(module)
  program.evaluate('app.tsx', module)
  expect(program.commit(screen.session)).toEqual([
    'Fresh: state was reset, because it is defined inside of another function.',
  ])
})

test('what is taken out of the interface is no loss', () => {
  const program = new EditedProgram()
  const module = (isThere: boolean) => (marks: Marks) => {
    const Part = marks.component('Part', () => {
      useSignal(0)
      return <Label>Part</Label>
    })
    return marks.component('App', () => <VBox>{isThere && <Part />}</VBox>)
  }
  const screen = program.shown(module(true))
  program.evaluate('app.tsx', module(false))
  expect(program.commit(screen.session)).toEqual([])
})

test('of components that are no part of the program one may go', () => {
  const program = new EditedProgram()
  const module = (count: number) => (marks: Marks) =>
    marks.component('App', () => (
      <VBox>
        {Array.from({ length: count }, () => (
          <Suspense>
            <Label>Here</Label>
          </Suspense>
        ))}
      </VBox>
    ))
  const screen = program.shown(module(2))
  program.evaluate('app.tsx', module(1))
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.findAll('Here').length).toBe(1)
})

test('effects run again with the new code, whatever their inputs', async () => {
  const program = new EditedProgram()
  const done: string[] = []
  const module = (word: string) => (marks: Marks) =>
    marks.component('App', () => {
      useEffect(() => {
        done.push(`${word} begins`)
        return () => done.push(`${word} ends`)
      }, [])
      useSignalEffect(() => {
        done.push(`${word} follows`)
        return () => done.push(`${word} leaves`)
      })
      return <Label>App</Label>
    })
  const screen = program.shown(module('old'))
  await screen.settled()
  expect(done.splice(0)).toEqual(['old begins', 'old follows'])
  program.evaluate('app.tsx', module('new'))
  program.commit(screen.session)
  expect(done.splice(0)).toEqual(['old leaves', 'old ends', 'new begins', 'new follows'])
  screen.unmount()
  expect(done.toSorted()).toEqual(['new ends', 'new leaves'])
})

test('signals of a module stay, and so does who follows them', async () => {
  const program = new EditedProgram()
  const module = (word: string) => (marks: Marks) => {
    const count = marks.keep('count', 'shared(0)', shared(0))
    return marks.component('App', () => (
      <Button text={() => `${word} ${count.value}`} onActivated={() => count.value++} />
    ))
  }
  const screen = program.shown(module('a'))
  await screen.fire('a 0', 'activated')
  program.evaluate('app.tsx', module('b'))
  expect(program.commit(screen.session)).toEqual([])
  await screen.fire('b 1', 'activated')
  expect(screen.find('b 2')).toBeDefined()
})

test('a signal that begins with another value has it, and what is lost by that is named', () => {
  const program = new EditedProgram()
  const module = (initial: number) => (marks: Marks) =>
    marks.keep('count', `signal(${initial})`, signal(initial))
  const count = program.evaluate('count.ts', module(1))
  program.commit()
  expect(program.evaluate('count.ts', module(2))).toBe(count)
  expect([program.commit(), count.value]).toEqual([[], 2])
  count.value = 7
  program.evaluate('count.ts', module(3))
  expect(count.value).toBe(7)
  expect([program.commit(), count.value]).toEqual([
    ['count: its value was reset, because its initial value changed.'],
    3,
  ])
})

test('a signal that is called otherwise is named, if anything is lost', () => {
  const program = new EditedProgram()
  const module = (name: string) => (marks: Marks) => marks.keep(name, 'signal(0)', signal(0))
  const count = program.evaluate('count.ts', module('count'))
  program.commit()
  count.value = 1
  program.evaluate('count.ts', module('total'))
  expect(program.commit()).toEqual([
    'count: its value is gone, because the module has no signal of this name any more.',
  ])
})

test('a value of another kind counts when its evaluation does, and what is lost by it is named', () => {
  const program = new EditedProgram()
  const asSignal = (marks: Marks) => marks.keep('one', 'signal(0)', signal(0))
  const one = program.evaluate('one.ts', asSignal)
  program.commit()
  one.value = 5
  const asContext = (marks: Marks) => marks.keep('one', 'createContext(0)', createContext(0))
  program.evaluate('one.ts', asContext)
  program.registry.discard()
  expect([program.evaluate('one.ts', asSignal) === one, program.commit()]).toEqual([true, []])
  const context = program.evaluate('one.ts', asContext)
  expect(program.commit()).toEqual([
    'one: its value is gone, because the module has no signal of this name any more.',
  ])
  expect(program.evaluate('one.ts', asContext)).toBe(context)
})

test('a variable that has changed is named', () => {
  const program = new EditedProgram()
  const values = new Map<string, number>()
  const module = (marks: Marks) => marks.watch('values', () => values)
  program.evaluate('values.ts', module)
  program.commit()
  program.evaluate('values.ts', module)
  expect(program.commit()).toEqual([])
  values.set('a', 1)
  program.evaluate('values.ts', module)
  expect(program.commit()).toEqual([
    'values: began anew with its module; of what a module holds only signals keep their values.',
  ])
})

test('a context stays, with what is below it', () => {
  const program = new EditedProgram()
  const module = (initial: string, word: string) => (marks: Marks) => {
    const Theme = marks.keep('Theme', `createContext('${initial}')`, createContext(initial))
    const Inner = marks.component('Inner', () => {
      const count = useSignal(word.length)
      return <Label>{`${word} ${useContext(Theme)} ${count.value}`}</Label>
    })
    return marks.component('App', () => (
      <VBox>
        <Inner />
        <Theme value="dark">
          <Inner />
        </Theme>
      </VBox>
    ))
  }
  const screen = program.shown(module('light', 'a'))
  screen.take()
  program.evaluate('app.tsx', module('blue', 'other'))
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.take()).toEqual([
    'v call #3 set_text "other blue 1"',
    'v call #4 set_text "other dark 1"',
  ])
})

test('rows keep their state', async () => {
  const program = new EditedProgram()
  const module = (word: string) => (marks: Marks) => {
    const Row = marks.component('Row', ({ name }: { readonly name: string }) => {
      const count = useSignal(0)
      return (
        <Button text={() => `${word} ${name} ${count.value}`} onActivated={() => count.value++} />
      )
    })
    return marks.component('App', () => (
      <VBox>
        <For each={['x', 'y']}>{(name) => <Row name={name} />}</For>
      </VBox>
    ))
  }
  const screen = program.shown(module('a'))
  await screen.fire('a y 0', 'activated')
  screen.take()
  program.evaluate('app.tsx', module('b'))
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.take()).toEqual(['v call #3 set_text "b x 0"', 'v call #4 set_text "b y 1"'])
})

test('what has thrown is tried again, in a boundary or without', async () => {
  const program = new EditedProgram()
  const module = (isBroken: boolean) => (marks: Marks) => {
    const Part = marks.component('Part', () => {
      const count = useSignal(0)
      if (isBroken) throw new Error('broken')
      return <Label>{`whole ${count.value}`}</Label>
    })
    return marks.component('App', () => (
      <VBox>
        <Part />
        <ErrorBoundary fallback={<Label>sorry</Label>}>
          <Part />
        </ErrorBoundary>
      </VBox>
    ))
  }
  const screen = program.shown(module(false))
  program.evaluate('app.tsx', module(true))
  program.commit(screen.session)
  await screen.settled()
  expect(screen.findAll({ type: 'Label' }).map(({ state }) => state.get('text'))).toEqual([
    'whole 0',
    'sorry',
  ])
  program.evaluate('app.tsx', module(false))
  program.commit(screen.session)
  await screen.settled()
  expect(screen.findAll('whole 0').length).toBe(2)
  expect(screen.errors()).toEqual([
    'Page #1 > App > VBox #2 > Part: broken',
    'Page #1 > App > VBox #2 > ErrorBoundary > Part: broken',
  ])
})

type Part = () => Child

/** Two counters, and whatever stands around them. */
function countersModule(around: (One: Part, Other: Part) => Child) {
  return (marks: Marks) => {
    const counter = (name: string): Part =>
      marks.component(name, () => {
        const count = useSignal(0)
        return <Button text={() => `${name} ${count.value}`} onActivated={() => count.value++} />
      })
    const [One, Other] = [counter('One'), counter('Other')]
    return marks.component('App', (): Child => around(One, Other))
  }
}

test.each<[string, (One: Part, Other: Part) => Child]>([
  ['in front', (One, Other) => [<Label>New</Label>, <One />, <Other />]],
  ['between them', (One, Other) => [<One />, <Label>New</Label>, <Other />]],
  ['in each other\u2019s place', (One, Other) => [<Other />, <One />]],
])('what is written %s leaves the state of those that stand there', async (_where, around) => {
  const program = new EditedProgram()
  const screen = program.shown(countersModule((One, Other) => <VBox>{[<One />, <Other />]}</VBox>))
  await screen.click('One 0')
  await screen.click('Other 0')
  await screen.click('Other 1')
  program.evaluate(
    'app.tsx',
    countersModule((One, Other) => <VBox>{around(One, Other)}</VBox>),
  )
  expect(program.commit(screen.session)).toEqual([])
  expect([screen.findAll('One 1').length, screen.findAll('Other 2').length]).toEqual([1, 1])
})

const oneInABox = countersModule((One) => (
  <VBox>
    <One />
  </VBox>
))

test('a component that comes to stand in another one begins anew, and is named', () => {
  const program = new EditedProgram()
  const screen = program.shown(countersModule((One) => <One />))
  program.evaluate('app.tsx', oneInABox)
  expect(program.commit(screen.session)).toEqual([
    'One: state was reset, because it stands elsewhere now.',
  ])
})

test('a component that is taken out on purpose is no loss', () => {
  const program = new EditedProgram()
  const screen = program.shown(countersModule((One, Other) => <VBox>{[<One />, <Other />]}</VBox>))
  program.evaluate('app.tsx', oneInABox)
  expect(program.commit(screen.session)).toEqual([])
})

test('while edited code throws, what was shown before goes on, with its state', async () => {
  const program = new EditedProgram()
  const module = (isBroken: boolean) => (marks: Marks) =>
    marks.component('App', () => {
      const count = useSignal(0)
      if (isBroken) throw new Error(`broken at ${count.value}`)
      const word = useRef('times')
      return <Button onActivated={() => count.value++}>{`${count.value} ${word.current}`}</Button>
    })
  const screen = program.shown(module(false))
  await screen.click('0 times')
  screen.take()
  program.evaluate('app.tsx', module(true))
  expect(program.commit(screen.session)).toEqual([])
  await screen.click('1 times')
  expect(screen.take()).toEqual(['^ callback #2 activated'])
  expect(screen.errors()).toEqual(['Page #1 > App: broken at 1', 'Page #1 > App: broken at 2'])
  program.evaluate('app.tsx', module(false))
  expect(program.commit(screen.session)).toEqual([])
  expect(screen.take()).toEqual(['v call #2 set_text "2 times"'])
})

test('a function keeps its name, and may be called or constructed as any other', () => {
  const program = new EditedProgram()
  const module = (add: number) => (marks: Marks) => {
    const Sum = marks.component(
      'Sum',
      Object.assign((a: number) => a + add, { unit: 'm' }),
    )
    const Old = marks.component('Old', function (this: { a: number }) {
      this.a = add
    })
    return { Sum, Old: Old as unknown as new () => { a: number } }
  }
  const { Sum, Old } = program.evaluate('sum.ts', module(1))
  program.commit()
  expect([Sum.name, Sum.length, Sum.unit, Sum(2), new Old().a]).toEqual(['Sum', 1, 'm', 3, 1])
  program.evaluate('sum.ts', module(5))
  program.commit()
  expect([Sum(2), new Old().a, new Old() instanceof Old]).toEqual([7, 5, true])
})
