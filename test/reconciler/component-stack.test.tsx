// The components that an error comes from, and where their elements are written.

import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  createElement,
  ErrorBoundary,
  For,
  Label,
  Page,
  Session,
  signal,
  VBox,
} from 'treewire'
import type { Child } from 'treewire'
import { jsxDEV } from 'treewire/jsx-dev-runtime'

/** As a compiler writes it in development. */
function at(line: number, type: Parameters<typeof jsxDEV>[0], props: object = {}): Child {
  const source = { fileName: `${process.cwd()}/app.tsx`, lineNumber: line, columnNumber: 5 }
  return jsxDEV(type, { ...props }, undefined, false, source)
}

/** The stacks of what goes wrong in `shown`, by where it does. */
function stacksOf(shown: () => Child, work: (session: Session) => void = () => {}): string[][] {
  const told: string[][] = []
  const session = new Session({
    onError: (_error, where, stack) => told.push([where, ...(stack ?? '').split('\n')]),
  })
  session.mount(shown)
  session.flush()
  work(session)
  return told
}

function Broken(): Child {
  throw new Error('boom')
}

test('names the components around it, from the innermost on, with their lines', () => {
  const List = () => at(7, VBox, { children: [at(8, Broken)] })
  const App = () => at(3, Page, { children: at(4, List) })
  expect(stacksOf(() => at(1, App))).toEqual([
    [
      'App > Page #1 > List > VBox #2 > Broken',
      'in Broken (app.tsx:8:5)',
      'in List (app.tsx:4:5)',
      'in App (app.tsx:1:5)',
    ],
  ])
})

test('names the components without lines in production', () => {
  const App = () => createElement(VBox, {}, createElement(Broken))
  expect(stacksOf(() => createElement(App))).toEqual([
    ['App > VBox #1 > Broken', 'in Broken', 'in App'],
  ])
})

test('names a file elsewhere by its whole path', () => {
  const source = { fileName: '/elsewhere/row.tsx', lineNumber: 2 }
  const [[, line] = []] = stacksOf(() => jsxDEV(Broken, {}, undefined, false, source))
  expect(line).toBe('in Broken (/elsewhere/row.tsx:2)')
})

describe('a widget', () => {
  test.each<[string, () => Child, string]>([
    ['with a wrong prop', () => at(5, Label, { text: {} }), 'in Label #1 (app.tsx:5:5)'],
    [
      'with a prop that throws',
      () =>
        at(5, Label, {
          text: () => {
            throw new Error('boom')
          },
        }),
      'in Label #1 (app.tsx:5:5)',
    ],
    [
      'whose children are text',
      () =>
        at(5, Label, {
          children: () => {
            throw new Error('boom')
          },
        }),
      'in Label #1 (app.tsx:5:5)',
    ],
    [
      'that is bound, and has a wrong prop',
      () => at(5, CheckBox, { bind: signal(true), text: {} }),
      'in CheckBox #1 (app.tsx:5:5)',
    ],
    [
      'that takes no children',
      () => at(5, VBox, { children: at(6, CheckBox, { children: at(7, Label) }) }),
      'in CheckBox (app.tsx:6:5)',
    ],
  ])('%s is named with its own line', (_what, shown, line) => {
    const App = () => shown()
    expect(stacksOf(() => at(1, App)).map(([, ...stack]) => stack)).toEqual([
      [line, 'in App (app.tsx:1:5)'],
    ])
  })

  test('that was patched has the line of its last element', () => {
    const isFirst = signal(true)
    const App = () =>
      isFirst.value ? at(5, Label, { text: 'a' }) : at(6, Label, { text: {} as string })
    const stacks = stacksOf(
      () => at(1, App),
      (session) => {
        isFirst.value = false
        session.flush()
      },
    )
    expect(stacks).toEqual([
      ['App > Label #1', 'in Label #1 (app.tsx:6:5)', 'in App (app.tsx:1:5)'],
    ])
  })

  test('whose handler throws is named in the components around it', () => {
    const press = () => {
      throw new Error('boom')
    }
    const App = () => at(4, VBox, { children: at(5, Button, { onActivated: press }) })
    const peer = { send: () => {}, close: () => {}, backlog: 0 }
    const stacks = stacksOf(
      () => at(1, App),
      (session) => {
        session.attach(peer, { page: 'page' })
        session.receive(peer, '{"type":"callback","wid":2,"action":"activated","args":[]}')
      },
    )
    expect(stacks).toEqual([
      [
        'App > VBox #1 > Button #2.onActivated',
        'in Button #2 (app.tsx:5:5)',
        'in App (app.tsx:1:5)',
      ],
    ])
  })
})

test('a row of a list has its line', () => {
  const App = () => at(2, For, { each: ['a'], children: () => at(3, Broken) })
  expect(stacksOf(() => at(1, App)).map(([, ...stack]) => stack)).toEqual([
    ['in Broken (app.tsx:3:5)', 'in For (app.tsx:2:5)', 'in App (app.tsx:1:5)'],
  ])
})

test('a boundary is told the stack, and so is the application', () => {
  const told: unknown[] = []
  const tell = (_: unknown, __: string, stack: string): void => void told.push(stack.split('\n'))
  const App = () => at(2, ErrorBoundary, { fallback: null, onError: tell, children: at(3, Broken) })
  const [[, ...stack] = []] = stacksOf(() => at(1, App))
  expect(stack).toEqual([
    'in Broken (app.tsx:3:5)',
    'in ErrorBoundary (app.tsx:2:5)',
    'in App (app.tsx:1:5)',
  ])
  expect(told).toEqual([stack])
})

test('what belongs to no component has no stack', () => {
  expect(
    stacksOf(
      () => null,
      (session) => session.report(new Error('boom'), 'a job of ours'),
    ),
  ).toEqual([['a job of ours', '']])
})

test('a component that never comes to rest is named', () => {
  const count = signal(0)
  const Restless = () => {
    count.value++
    return null
  }
  const App = () => at(4, Restless)
  const stacks = stacksOf(() => at(1, App))
  expect(stacks).toEqual([['App > Restless', 'in Restless (app.tsx:4:5)', 'in App (app.tsx:1:5)']])
})
