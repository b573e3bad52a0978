// The short form, in this process and in one of its own that is sent signals.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createElement } from '../../src/jsx/element.ts'
import { serve, type ServeOptions } from '../../src/server/serve.ts'
import { builtPage } from './built-page.ts'
import { refusal, socketAt, visit } from './visitor.ts'

type Child = ChildProcessByStdio<null, Readable, null>

const page = () => createElement('TopLevel', { title: 'Hello' })
const free = { httpPort: 0, wsPort: 'same' } as const

test('every browser is shown the component', async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  const app = await served()
  for (const name of ['first-page', 'other-page']) {
    const { socket } = await visit(socketAt(app.url))
    socket.close()
    const { socket: ours, frames } = await visit(socketAt(app.url, `?page=${name}`))
    await vi.waitUntil(() => frames.join('').includes('"create"'))
    expect(frames.join('')).toContain('{"type":"create","wid":1,"class":"TopLevel"')
    ours.close()
  }
})

test('the address is printed in one line, unless it is not wanted', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  const app = await served()
  expect(log.mock.calls).toEqual([[`treewire: ${app.url}`]])
  await served({ quiet: true })
  expect(log).toHaveBeenCalledOnce()
})

test('signals are heard until the end', async () => {
  const before = process.listenerCount('SIGINT')
  const app = await served({ quiet: true, handleSignals: true })
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  await app.close()
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('what is no component is refused', async () => {
  const element = page() as never
  await expect(serve(element)).rejects.toThrow(
    'serve needs a function that returns what to show, as in serve(() => <App />), not the thing itself',
  )
})

test('wrong options are refused', async () => {
  await expect(serve(page, { quite: true } as never)).rejects.toThrow(
    'There is no option "quite". Did you mean "quiet"?',
  )
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s says goodbye and ends the process',
  async (signal) => {
    const { child, url } = await servedBy('plain')
    const { ended } = await visit(socketAt(url))
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect((await ended).code).toBe(1001)
    await expect(refusal(socketAt(url))).rejects.toThrow('ECONNREFUSED')
  },
)

test('a signal ends the process though the application has left something running', async () => {
  const { child } = await servedBy('busy')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('signals are left alone when asked', async () => {
  const { child } = await servedBy('deaf')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
})

test('after close() nothing keeps the process alive', async () => {
  const { child, url } = await servedBy('brief')
  const { ended } = await visit(socketAt(url, '?page=12345678'))
  expect(await once(child, 'exit')).toEqual([0, null])
  expect((await ended).code).toBe(1001)
})

async function served(options: ServeOptions = {}) {
  const clientFolder = builtPage()
  const app = await serve(page, { clientFolder, handleSignals: false, ...free, ...options })
  onTestFinished(() => app.close())
  return app
}

/** @param way  see served.ts */
async function servedBy(way: string): Promise<{ child: Child; url: string }> {
  const script = fileURLToPath(new URL('served.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, way, builtPage()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  expect(line.toString()).toMatch(/^treewire: http:\/\/127\.0\.0\.1:\d+\/\n$/)
  return { child, url: line.toString().slice('treewire: '.length).trim() }
}
