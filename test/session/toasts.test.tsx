// Messages of a session: the stream, who is told, what another browser gets to see.

import { describe, expect, test } from 'vitest'
import { Button, Label, Show, signal, Toast, useSession, useToast } from 'treewire'
import type { ShowToast, ToastOptions } from 'treewire'
import type { RenderOptions } from 'treewire/testing'
import { column, mistakes } from '../reconciler/column.tsx'

/** A column (#2) with the Button #3, which shows a toast. */
function saving(text: string, options?: ToastOptions, rendering?: RenderOptions) {
  const given: ShowToast[] = []
  const isShown = signal(true)
  function Form() {
    const toast = useToast()
    given.push(toast)
    return <Button onActivated={() => void toast(text, options)}>Save</Button>
  }
  const screen = column(<Show when={isShown}>{() => <Form />}</Show>, rendering)
  return {
    screen,
    isShown,
    toast: given[0]!,
    save: async () => {
      await screen.fire({ wid: 3 }, 'activated')
      return screen.take().slice(1)
    },
    toasts: () => screen.findAll({ type: 'Toast' }).map(({ state }) => state.get('text')),
  }
}

test('a toast is made, listened to and shown; when it has gone it is ended', async () => {
  const { save, screen } = saving('Saved')
  expect(await save()).toEqual(['v create #4 Toast "Saved"', 'v listen #4 close', 'v call #4 show'])
  await screen.fire({ wid: 4 }, 'close')
  expect(screen.take()).toEqual(['^ callback #4 close', 'v call #4 destroy'])
})

test('what is said of it rides in the create', async () => {
  const action = { text: 'Undo', onActivated: () => {} }
  const { save } = saving('Deleted', { tone: 'warning', timeout: 0, action })
  expect((await save()).slice(0, 2)).toEqual([
    'v create #4 Toast "Deleted" {"tone":"warning","timeout":0,"action":"Undo"}',
    'v listen #4 activated',
  ])
})

test('its button is told, then that it has gone', async () => {
  const told: string[] = []
  const { save, screen } = saving('Deleted', {
    action: { text: 'Undo', onActivated: () => told.push('undo') },
    onClose: () => told.push('gone'),
  })
  await save()
  await screen.fire({ wid: 4 }, 'activated')
  await screen.fire({ wid: 4 }, 'close')
  expect(told).toEqual(['undo', 'gone'])
})

test('it outlives the component that has shown it', async () => {
  const { save, screen, isShown, toasts } = saving('Saved')
  await save()
  isShown.value = false
  await screen.settled()
  expect(toasts()).toEqual(['Saved'])
})

test('whoever has shown it can take it away, once', async () => {
  const { screen, toast } = saving('Saved')
  const close = toast('Saving …', { timeout: 0 })
  await screen.settled()
  screen.take()
  close()
  close()
  await screen.settled()
  expect(screen.take()).toEqual(['v call #4 destroy'])
})

describe('another browser', () => {
  test('sees what is there', async () => {
    const { save, screen, toasts } = saving('Saved')
    const shown = await save()
    screen.reconnect()
    expect(toasts()).toEqual(['Saved'])
    expect(screen.take()).toEqual(expect.arrayContaining(shown))
  })

  test('does not see what has gone', async () => {
    const { save, screen, toasts } = saving('Saved')
    await save()
    await screen.fire({ wid: 4 }, 'close')
    screen.reconnect()
    expect(toasts()).toEqual([])
  })
})

test('with a sixth one the oldest goes', async () => {
  const { screen, toast, toasts } = saving('x')
  for (let count = 1; count <= 6; count++) toast(`${count}`)
  await screen.settled()
  expect(toasts()).toEqual(['2', '3', '4', '5', '6'])
})

test('one that goes for a newer one says so, and its mistakes are told', async () => {
  const { errors, options } = mistakes()
  const { screen, toast } = saving('x', {}, options)
  const told: string[] = []
  toast('first', { onClose: () => told.push('first') })
  toast('second', { onClose: () => Promise.reject(new Error('no')) })
  for (let count = 3; count <= 7; count++) toast(`${count}`)
  await screen.settled()
  expect([told, errors]).toEqual([['first'], ['Toast #5.close: no']])
})

test('what a handler of it throws is told to the application', async () => {
  const { errors, options } = mistakes()
  const fail = () => {
    throw new Error('no')
  }
  const { save, screen } = saving('x', { action: { text: 'Fail', onActivated: fail } }, options)
  await save()
  await screen.fire({ wid: 4 }, 'activated')
  expect(errors).toEqual(['Toast #4.activated: no'])
})

test('after the end of the session nothing is shown, and nothing fails', async () => {
  const { screen, toast } = saving('x')
  screen.unmount()
  expect(() => toast('late')()).not.toThrow()
})

test('the function is the same in every render, and the session has it too', async () => {
  const count = signal(0)
  const seen = new Set<unknown>()
  function Shows() {
    seen.add(useToast())
    const session = useSession()
    return <Button onActivated={() => void session.toast('Hello')}>{`Say ${count.value}`}</Button>
  }
  const screen = column(<Shows />)
  count.value = 1
  await screen.settled()
  await screen.fire('Say 1', 'activated')
  expect(seen.size).toBe(1)
  expect(screen.findAll({ type: 'Toast', text: 'Hello' })).toHaveLength(1)
})

describe('in JSX', () => {
  test('it stands on the page, wherever it is written', async () => {
    const isSaved = signal(false)
    const screen = column([
      <Label>Form</Label>,
      <Show when={isSaved}>
        {() => (
          <Toast tone="success" onClose={() => (isSaved.value = false)}>
            Saved
          </Toast>
        )}
      </Show>,
    ])
    isSaved.value = true
    await screen.settled()
    expect(screen.take()).toEqual([
      'v create #4 Toast "Saved" {"tone":"success"}',
      'v listen #4 close',
      'v call #4 show',
    ])
    await screen.fire({ type: 'Toast' }, 'close')
    expect(screen.take()).toEqual(['^ callback #4 close', 'v call #4 destroy'])
  })

  test('one that has gone by itself is not shown again to another browser', async () => {
    const screen = column(<Toast text="Once" onClose={() => {}} />)
    await screen.fire({ type: 'Toast' }, 'close')
    screen.reconnect()
    expect(screen.findAll({ type: 'Toast' })).toEqual([])
  })
})
