// Bytes that the application gives: they go down as binary frames, in their order among everything else.

import { Image, Page, signal } from 'treewire'
import { render } from 'treewire/testing'
import { describe, expect, test } from 'vitest'
import { open, Recorder } from './recorder.ts'

const red = Uint8Array.of(1, 2, 3)
const green = Uint8Array.of(4, 5)

describe('a prop of bytes', () => {
  test('goes down when its widget is made, when it is another one, and for a new browser', async () => {
    const picture = signal<[Uint8Array, string]>([red, 'png'])
    const screen = render(
      <Page>
        <Image binaryImage={picture} />
      </Page>,
    )
    expect(screen.take()).toEqual([
      'v create #1 Page',
      'v create #2 Image',
      'v call #2 set_binary_image <3 bytes> "png"',
      'v call #1 set_widget #2',
      'v call #1 show',
    ])
    picture.value = [green, 'png']
    await screen.settled()
    expect(screen.take()).toEqual(['v call #2 set_binary_image <2 bytes> "png"'])
    screen.reconnect()
    expect(screen.take()).toContain('v call #2 set_binary_image <2 bytes> "png"')
    expect(screen.errors()).toEqual([])
  })

  test('is the same as long as it is the same object', async () => {
    const picture = signal<[Uint8Array, string]>([red, 'png'])
    const screen = render(<Image binaryImage={picture} />)
    screen.take()
    picture.value = [red, 'png']
    await screen.settled()
    expect(screen.take()).toEqual([])
    picture.value = [Uint8Array.from(red), 'png']
    await screen.settled()
    expect(screen.take()).toEqual(['v call #1 set_binary_image <3 bytes> "png"'])
  })

  test.each([
    ['a text', 'abc', '"abc"'],
    ['a list of numbers', [1, 2], '[1,2]'],
  ])('is not %s', (_, wrong, shown) => {
    const screen = render(<Image binaryImage={[wrong as never, 'png']} />)
    expect(screen.errors()).toEqual([
      expect.stringContaining(
        `needs "binaryImage"[0] to be Bytes|null (an ArrayBuffer, a Buffer, a Uint8Array or another typed array), got ${shown}`,
      ),
    ])
  })
})

describe('a call of bytes', () => {
  test('takes Buffers and typed arrays, and stands in its order', async () => {
    const image = { current: undefined as Image | undefined }
    const { session, peer } = open(
      <Page>
        <Image ref={image} />
      </Page>,
    )
    peer.takeFrames()
    image.current!.setBg('red')
    image.current!.setBinaryImage(Buffer.from('abc'), 'png')
    image.current!.setBg('blue')
    session.flush()
    expect(peer.takeFrames()).toEqual([
      '[{"type":"call","wid":2,"method":"set_bg","args":["red"],"id":2}]',
      '{"type":"binary-call","id":3,"wid":2,"method":"set_binary_image","args":["png"]}',
      '[{"type":"call","wid":2,"method":"set_bg","args":["blue"],"id":4}]',
    ])
    expect(peer.binary.map((bytes) => Buffer.from(bytes).toString())).toEqual(['abc'])
  })

  test('is said again to another browser, if the widget was made by hand', () => {
    const { session, peer } = open(<Page />)
    const image = session.create('Image')
    image.setBinaryImage(red, 'png')
    session.flush()
    peer.takeFrames()
    const other = new Recorder()
    session.attach(other, { page: 'another' })
    expect([peer.binary, other.binary]).toEqual([[red], [red]])
  })

  test('of many bytes comes in pieces, which the model puts together', () => {
    const screen = render(<Page />)
    const image = screen.session.create('Image')
    screen.take()
    image.setBinaryImage(new Uint8Array(3_000_000), 'png')
    screen.session.flush()
    expect(screen.take()).toContain('v call #2 set_binary_image <3000000 bytes> "png"')
  })
})
