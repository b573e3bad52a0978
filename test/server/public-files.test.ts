// Fonts and downloads over HTTP: who has the address gets them, downloads once, and nobody else gets anything.

import { createReadStream } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { Application, type Session } from 'treewire'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { PublicFiles } from '../../src/server/public-files.ts'
import type { Offer } from '../../src/session/publisher.ts'
import { expectSoon } from './expect-soon.ts'
import { running } from './running.ts'
import { socketAt, visit } from './visitor.ts'

const offered: Offer = {
  name: 'a',
  type: '',
  content: 'A',
  size: undefined,
  onProgress: () => undefined,
  onEnd: () => undefined,
}

const woff2 = Buffer.from('wOF2 and so on')

/** A session with a browser, and what the browser was told. */
async function connected() {
  let session: Session | undefined
  const app = await running({ sessionTtl: 0, onConnect: (one) => void (session = one) })
  const visitor = await visit(`${socketAt(app.url)}?page=12345678`)
  await expectSoon(() => session?.isConnected).toBe(true)
  const told = async (type: string): Promise<Readonly<Record<string, unknown>>> => {
    session!.flush()
    const find = (): Readonly<Record<string, unknown>> | undefined =>
      visitor.frames
        .flatMap((frame) => JSON.parse(frame) as Readonly<Record<string, unknown>>[])
        .findLast((message) => message['type'] === type)
    await expectSoon(() => find() !== undefined).toBe(true)
    return find()!
  }
  const addressOf = async (type: string): Promise<string> =>
    new URL(String((await told(type))['url']), app.url).href
  return { app, session: session!, visitor, addressOf }
}

describe('a download', () => {
  test('is given once, with its name and nothing that would run', async () => {
    const { session, addressOf } = await connected()
    const done = session.download('Zürich.csv', 'x,y', { type: 'text/csv' })
    const address = await addressOf('download')
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200)
    const response = await fetch(address)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': '3',
      'content-disposition': `attachment; filename="Z_rich.csv"; filename*=UTF-8''Z%C3%BCrich.csv`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(await response.text()).toBe('x,y')
    await done
    expect((await fetch(address)).status).toBe(404)
  })

  test('of a stream tells its progress', async () => {
    const { session, addressOf } = await connected()
    const sent: number[] = []
    const done = session.download('a.bin', Readable.from([Buffer.alloc(10), 'five!']), {
      size: 15,
      onProgress: (bytes) => sent.push(bytes),
    })
    const response = await fetch(await addressOf('download'))
    expect(response.headers.get('content-length')).toBe('15')
    expect((await response.arrayBuffer()).byteLength).toBe(15)
    await done
    expect(sent).toEqual([10, 15])
  })

  test('of a generator is as good', async () => {
    const { session, addressOf } = await connected()
    async function* rows(): AsyncGenerator<string> {
      yield 'a\n'
      yield 'b\n'
    }
    void session.download('rows.txt', rows())
    expect(await (await fetch(await addressOf('download'))).text()).toBe('a\nb\n')
  })

  test('of a file that is not there fails before anybody asks for it', async () => {
    const { session, addressOf } = await connected()
    const done = session.download('a.bin', createReadStream('/nowhere/a.bin'))
    await expect(done).rejects.toThrow(/has ended early: ENOENT/)
    expect((await fetch(await addressOf('download'))).status).toBe(404)
  })

  test('of a stream that fails is cut off, and fails', async () => {
    const { session, addressOf } = await connected()
    const broken = new Readable({ read: () => broken.destroy(new Error('disk gone')) })
    const done = session.download('a.bin', broken, { size: 100 })
    const fetched = fetch(await addressOf('download')).then((response) => response.text())
    await expect(fetched).rejects.toThrow(/fetch failed|terminated/)
    await expect(done).rejects.toThrow('The download of "a.bin" has ended early: disk gone')
  })

  test.each([
    [3, 'it has more than the 3 bytes of "size"'],
    [30, 'it has 6 of the 30 bytes of "size"'],
  ])('of a stream that has not the %i bytes of its size is cut off', async (size, why) => {
    const { session, addressOf } = await connected()
    const done = session.download('a.bin', Readable.from(['abc', 'def']), { size })
    const fetched = fetch(await addressOf('download')).then((response) => response.text())
    await expect(done).rejects.toThrow(`The download of "a.bin" has ended early: ${why}`)
    // Not a byte more than was announced has left.
    expect(await fetched.catch(() => 'cut off')).toMatch(
      size === 30 ? /^cut off$/ : /^(abc|cut off)$/,
    )
  })

  test('that is stopped in the middle is cut off, and lets its stream go', async () => {
    const { session, addressOf } = await connected()
    const stop = new AbortController()
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) })
    const done = session.download('a.bin', endless, { signal: stop.signal })
    const fetched = fetch(await addressOf('download')).then((response) => {
      stop.abort()
      return response.arrayBuffer()
    })
    await expect(fetched).rejects.toThrow(/fetch failed|terminated/)
    await expect(done).rejects.toThrow('The download of "a.bin" has ended early: it was withdrawn')
    expect(endless.destroyed).toBe(true)
  })

  test('that the browser gives up lets its stream go', async () => {
    const { session, addressOf } = await connected()
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) })
    const done = session.download('a.bin', endless)
    const address = await addressOf('download')
    const asked = request(address, (response) => response.once('data', () => asked.destroy()))
    asked.on('error', () => undefined).end()
    await expect(done).rejects.toThrow(/^The download of "a\.bin" has ended early: /)
    expect(endless.destroyed).toBe(true)
  })

  test('that the browser takes no more of is given up, and lets its stream go', async () => {
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) })
    const files = new PublicFiles(50)
    const ended = new Promise<Error | undefined>((resolve) => {
      const { address } = files.offer({ ...offered, content: endless, onEnd: resolve })
      const server = createServer((_request, response) => void files.send(address, false, response))
      onTestFinished(() => server.close().closeAllConnections())
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        const asked = request({ port, host: '127.0.0.1' }, (response) => response.pause())
        asked.on('error', () => undefined).end()
      })
    })
    expect((await ended)?.message).toMatch(/^The download of "a" has ended early: /)
    expect(endless.destroyed).toBe(true)
  })

  test('that is slow to come is not', async () => {
    const files = new PublicFiles(20)
    const server = createServer((_request, response) => void files.send(address, false, response))
    onTestFinished(() => server.close().closeAllConnections())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    async function* slow(): AsyncGenerator<string> {
      yield 'a'
      await new Promise((resolve) => setTimeout(resolve, 100))
      yield 'b'
    }
    const { address } = files.offer({ ...offered, content: slow() })
    const { port } = server.address() as AddressInfo
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ab')
  })

  test('ends with its session when nobody has fetched it', async () => {
    const { session, visitor, addressOf } = await connected()
    const content = Readable.from(['x'])
    const done = session.download('a.bin', content)
    const address = await addressOf('download')
    visitor.socket.close()
    await expect(done).rejects.toThrow('it was withdrawn')
    expect((await fetch(address)).status).toBe(404)
    expect(content.destroyed).toBe(true)
  })

  test('that nobody has fetched lets go of a stream of the web too', () => {
    const why: unknown[] = []
    const content = new ReadableStream({ cancel: ({ message }) => void why.push(message) })
    new PublicFiles().offer({ ...offered, content }).withdraw()
    expect(why).toEqual(['The download of "a" has ended early: it was withdrawn'])
  })

  test('ends when nobody fetches it for a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const ends: (string | undefined)[] = []
    new PublicFiles().offer({ ...offered, onEnd: (error) => ends.push(error?.message) })
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    expect(ends).toEqual(['The download of "a" has ended early: nobody has fetched it'])
  })

  test.each(['_treewire/download/', '_treewire/download/x', '_treewire/font/x'])(
    'is not at %s',
    async (path) => {
      const app = await running()
      expect((await fetch(app.url + path)).status).toBe(404)
    },
  )
})

describe('a font', () => {
  test('is given to everybody, for ever', async () => {
    const { session, addressOf } = await connected()
    session.registerFont({ family: 'Mine', bytes: woff2 })
    const response = await fetch(await addressOf('register-font'))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'font/woff2',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(woff2)
  })

  test('may be for all sessions', async () => {
    const fonts = [{ family: 'Ours', bytes: woff2 }]
    const app = await running({ fonts })
    const { frames } = await visit(`${socketAt(app.url)}?page=12345678`)
    await expectSoon(() => frames.join('')).toContain('"type":"register-font","family":"Ours"')
    expect(() => new Application({ fonts: [{ family: 'No', file: '/nowhere' }] })).toThrow('ENOENT')
    expect(() => new Application({ fonts: ['Inter' as never] })).toThrow(
      'The option "fonts" must be an array of fonts such as { family:',
    )
  })

  test('is there as long as a session has it', async () => {
    const { app, session, visitor, addressOf } = await connected()
    session.registerFont({ family: 'Mine', bytes: woff2 })
    const address = await addressOf('register-font')
    const other = app.createSession()
    other.registerFont({ family: 'Yours', bytes: woff2 })
    visitor.socket.close()
    await expectSoon(() => session.isOver).toBe(true)
    expect((await fetch(address)).status).toBe(200)
    other.destroy()
    expect((await fetch(address)).status).toBe(404)
  })
})
