// What is said to the page as a whole: fonts, addresses to open, downloads.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { effect, Label, Page, Session } from 'treewire'
import type { DownloadOptions } from 'treewire'
import { render } from 'treewire/testing'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Offer, Publisher } from '../../src/session/publisher.ts'
import { newPage, open, Recorder } from './recorder.ts'

const woff2 = Buffer.from('wOF2 and so on')

const shown = (
  <Page>
    <Label>Hello</Label>
  </Page>
)

describe('a font', () => {
  test('is made known, to every page before any widget', async () => {
    const { session, take, settled, reconnect } = opened()
    take()
    session.registerFont({ family: 'Inter', url: '/inter.woff2', weight: '700', style: 'italic' })
    session.setDefaultFont({ family: 'Inter', size: 14 })
    await settled()
    expect(take()).toEqual([
      'v register-font "Inter" "/inter.woff2"',
      'v set-default-font {"family":"Inter","size":14}',
    ])
    reconnect()
    expect(take().slice(0, 3)).toEqual([
      'v register-font "Inter" "/inter.woff2"',
      'v set-default-font {"family":"Inter","size":14}',
      'v create #1 Page',
    ])
  })

  test('that is the default no more is no news for the next page', () => {
    const { session, take, reconnect } = opened()
    session.setDefaultFont({ family: 'Inter' })
    session.setDefaultFont(null)
    session.flush()
    take()
    reconnect()
    expect(take()[0]).toBe('v create #1 Page')
  })

  test('of bytes goes down as its data where there is no server to give it', async () => {
    const { session, take, settled } = opened()
    take()
    session.registerFont({ family: 'Mine', bytes: woff2 })
    await settled()
    expect(take()).toEqual([
      `v register-font "Mine" "data:font/woff2;base64,${woff2.toString('base64')}"`,
    ])
  })

  test('of a file is read at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'treewire-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'mine.woff2'), woff2)
    const { session, take, settled } = opened()
    take()
    session.registerFont({ family: 'Mine', file: join(folder, 'mine.woff2') })
    await settled()
    expect(take()[0]).toMatch(/^v register-font "Mine" "data:font\/woff2;/)
    expect(() => session.registerFont({ family: 'No', file: join(folder, 'no') })).toThrow(
      /^The font "No" cannot be read \(ENOENT.*: give "file" the path of its file/,
    )
  })

  test.each([[{ family: 'No' }], [{ family: 'No', bytes: Buffer.from('<svg>') }]])(
    'that is none is refused: %j',
    (font) => {
      expect(() => opened().session.registerFont(font)).toThrow(
        'The font "No" needs "url", "file" or "bytes" to be a font (woff2, woff, otf, ttf)',
      )
    },
  )
})

describe('an address to open', () => {
  test.each(['https://example.com/', 'http://a', 'mailto:a@b', '/help', 'help?x=1:2', '#part'])(
    'may be %s',
    async (url) => {
      const { session, take, settled } = opened()
      take()
      session.openUrl(url)
      await settled()
      expect(take()).toEqual([`v open-url ${JSON.stringify(url)}`])
    },
  )

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'FILE:///etc/passwd',
    'vbscript:x',
  ])('may not be %j', (url) => {
    expect(() => opened().session.openUrl(url)).toThrow(/^openUrl takes http:, https: and mailto:/)
  })

  test('is not opened again by the next page', async () => {
    const { session, take, reconnect, settled } = opened()
    session.openUrl('/help')
    await settled()
    take()
    reconnect()
    expect(take().join()).not.toContain('open-url')
  })
})

describe('a download', () => {
  test('without a server is its data', async () => {
    const { session, take, settled } = opened()
    take()
    await session.download('a.csv', 'x,y', { type: 'text/csv' })
    await settled()
    expect(take()).toEqual(['v download "a.csv" "data:text/csv;base64,eCx5"'])
    await session.download('b', someBytes())
    await settled()
    expect(take()).toEqual(['v download "b" "data:application/octet-stream;base64,AQ=="'])
  })

  test('with a server has an address there, and ends when it was fetched', async () => {
    const { session, peer, offers } = published()
    const progress: number[] = []
    const done = session.download('a.bin', Uint8Array.of(1, 2), {
      onProgress: (sent) => progress.push(sent),
    })
    session.flush()
    expect(peer.take()).toContain('v download "a.bin" "_treewire/download/1"')
    expect(offers).toMatchObject([{ name: 'a.bin', type: 'application/octet-stream' }])
    offers[0]!.onProgress(2)
    offers[0]!.onEnd(undefined)
    await done
    expect(progress).toEqual([2])
  })

  test('is withdrawn with its session, and when its signal says so', () => {
    const { session, withdrawn } = published()
    const stop = new AbortController()
    void session.download('a', 'A')
    void session.download('b', 'B', { signal: stop.signal })
    stop.abort()
    expect(withdrawn).toEqual(['_treewire/download/2'])
    session.destroy()
    expect(withdrawn).toContain('_treewire/download/1')
    expect(() => session.download('c', 'C')).toThrow('has ended and cannot offer a download')
  })

  test('whose signal was aborted before is refused, and lets its stream go', async () => {
    const { session, offers } = published()
    const content = Readable.from(['x'])
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(session.download('a', content, { signal })).rejects.toThrow('too late')
    expect([content.destroyed, offers]).toEqual([true, []])
  })

  test('that is refused lets go of a stream of the web too', async () => {
    const { session } = published()
    const why: unknown[] = []
    const body = () => new ReadableStream({ cancel: (reason) => void why.push(reason) })
    const signal = AbortSignal.abort('too late')
    await expect(session.download('a', body(), { signal })).rejects.toBe('too late')
    const alone = new Session().download('a', body())
    await expect(alone).rejects.toThrow('A download needs a browser')
    expect(why).toEqual(['too late', expect.any(Error)])
  })

  test('of an effect is not offered again to the browser that comes next', () => {
    const { session, offers } = published()
    effect(() => void session.download('a', 'A'))
    session.attach(new Recorder(), { page: 'another-page', isNew: true })
    expect(offers.length).toBe(1)
  })

  test('that is over leaves nothing with its signal', async () => {
    const { session, offers, withdrawn } = published()
    const stop = new AbortController()
    const done = session.download('a', 'A', { signal: stop.signal })
    offers[0]!.onEnd(undefined)
    await done
    stop.abort()
    expect(withdrawn).toEqual([])
  })

  test.each<[DownloadOptions, string]>([
    [{ size: -1 }, '"size" to be a whole number of bytes, got -1'],
    [{ size: NaN }, '"size" to be a whole number of bytes, got NaN'],
    [{ type: 'a\r\nb: c' }, '"type" to be a MIME type, got "a\\r\\nb: c"'],
  ])('needs options that can be: %j', (options, reason) => {
    expect(() => published().session.download('a', 'A', options)).toThrow(
      `download needs ${reason}`,
    )
  })

  test('without a server is not told to the browser that comes after', async () => {
    const session = new Session()
    const peer = new Recorder()
    session.attach(peer, newPage)
    let go = (): void => undefined
    async function* slow(): AsyncGenerator<string> {
      await new Promise<void>((resolve) => (go = resolve))
      yield 'x'
    }
    const done = session.download('a', slow())
    session.detach(peer)
    go()
    await expect(done).rejects.toThrow('A download needs a browser, and none is there')
    const next = new Recorder()
    session.attach(next, newPage)
    session.flush()
    expect(next.take()).toEqual([])
  })

  test('that fails ends no process when nobody waits for it', async () => {
    const { session, offers } = published()
    const done = session.download('a', 'A')
    offers[0]!.onEnd(new Error('nobody has fetched it'))
    await new Promise((resolve) => setImmediate(resolve))
    await expect(done).rejects.toThrow('nobody has fetched it')
  })
})

test('what is for the moment is for nobody while no browser was ever there', async () => {
  const session = new Session()
  await expect(session.download('a', 'A')).rejects.toThrow(
    'A download needs a browser, and none is there',
  )
  session.openUrl('/help')
  session.registerFont({ family: 'Mine', url: '/mine.woff2' })
  const peer = new Recorder()
  session.attach(peer, newPage)
  session.flush()
  expect(peer.take()).toEqual(['v register-font "Mine" "/mine.woff2"'])
})

test('an address is opened by a page that comes back in time', () => {
  const { session, peer } = open(<Label />)
  session.detach(peer)
  session.openUrl('/help')
  session.flush()
  const next = new Recorder()
  session.attach(next, { ...newPage, seen: 1 })
  expect(next.take()).toEqual(['v open-url "/help"'])
})

async function* someBytes(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(1)
}

function opened() {
  const screen = render(shown)
  return {
    session: screen.session,
    take: () => screen.take(),
    settled: () => screen.settled(),
    reconnect: () => screen.reconnect(),
  }
}

/** A session with a server that only notes what it is given. */
function published() {
  const offers: Offer[] = []
  const withdrawn: string[] = []
  const publisher: Publisher = {
    font: () => ({ address: 'font', withdraw: vi.fn<() => void>() }),
    offer: (offer) => {
      const address = `_treewire/download/${offers.push(offer)}`
      const withdraw = (): number => withdrawn.push(address)
      return { address, withdraw, stop: withdraw }
    },
  }
  const session = new Session({ publisher })
  const peer = new Recorder()
  session.attach(peer, newPage)
  return { session, peer, offers, withdrawn }
}
