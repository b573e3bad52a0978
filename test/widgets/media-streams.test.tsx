// What growing texts, drawings and pictures cost on the wire, through a whole session.

import { expect, test } from 'vitest'
import {
  Canvas,
  ColorDialog,
  ColorWidget,
  Image,
  Link,
  Markdown,
  Page,
  signal,
  VBox,
  VideoWidget,
} from 'treewire'
import { render } from 'treewire/testing'

test('an answer that streams in costs what is added to it', async () => {
  const answer = signal('')
  const screen = render(
    <Page>
      <Markdown>{answer}</Markdown>
    </Page>,
  )
  screen.take()
  for (const text of ['Hel', 'Hello **wor', 'Hello **world**', 'Hello **world**', 'Sorry']) {
    answer.value = text
    await screen.settled()
  }
  expect(screen.take().filter((line) => line.startsWith('v call'))).toEqual([
    'v call #2 set_text "Hel"',
    'v call #2 append_text "lo **wor"',
    'v call #2 append_text "ld**"',
    'v call #2 set_text "Sorry"',
  ])
})

test('a drawing that is added to costs what is added', async () => {
  const isMore = signal(false)
  const screen = render(
    <Page>
      <Canvas
        drawing={() =>
          isMore.value
            ? [['beginPath'], ['rect', 0, 0, 9, 9], ['fill']]
            : [['beginPath'], ['rect', 0, 0, 9, 9]]
        }
      />
    </Page>,
  )
  screen.take()
  isMore.value = true
  await screen.settled()
  isMore.value = false
  await screen.settled()
  expect(screen.take().filter((line) => line.startsWith('v call'))).toEqual([
    'v call #2 draw [["fill"]]',
    'v call #2 set_drawing [["beginPath"],["rect",0,0,9,9]]',
  ])
})

test('the address of a picture rides in its create, and is set by one call', async () => {
  const url = signal<string | null>('/a.png')
  const screen = render(
    <Page>
      <Image url={url} fit="contain" />
    </Page>,
  )
  expect(screen.take().join('\n')).toContain('create #2 Image {"url":"/a.png","fit":"contain"}')
  url.value = null
  await screen.settled()
  expect(screen.take()).toContain('v call #2 set_image null')
})

test('the bytes of a picture are a call with a binary frame, in JSX too', async () => {
  const frame = signal<readonly [Uint8Array | null, string]>([new Uint8Array([1, 2]), 'png'])
  const screen = render(
    <Page>
      <Image binaryImage={frame} />
    </Page>,
  )
  const first = screen.take().filter((line) => line.includes('set_binary_image'))
  frame.value = [new Uint8Array([3]), 'jpeg']
  await screen.settled()
  frame.value = [null, '']
  await screen.settled()
  const next = screen.take().filter((line) => line.includes('set_binary_image'))
  expect([...first, ...next]).toEqual([
    'v call #2 set_binary_image <2 bytes> "png"',
    'v call #2 set_binary_image <1 bytes> "jpeg"',
    'v call #2 set_binary_image null ""',
  ])
})

test('a link that leads to code is refused on the server', () => {
  const errors: unknown[] = []
  const screen = render(
    <Page>
      <Link href="javascript:alert(1)">x</Link>
    </Page>,
    { onError: (error) => errors.push(error) },
  )
  expect(String(errors[0])).toContain(
    'Link needs "href" to be LinkAddress (an address with http:, https:, mailto: or tel:, or one without a scheme), got "javascript:alert(1)"',
  )
  expect(screen.take().join('\n')).not.toContain('javascript')
})

test('a colour that the user picked is not sent back to them', async () => {
  const color = signal('#ff0000')
  const screen = render(
    <Page>
      <VBox>
        <ColorWidget bind={color} />
        <ColorDialog bind={color} />
      </VBox>
    </Page>,
  )
  screen.take()
  await screen.fire({ type: 'ColorWidget' }, 'pick', '#00ff00')
  expect(color.value).toBe('#00ff00')
  expect(screen.take().filter((line) => line.startsWith('v call'))).toEqual([
    'v call #4 set_color "#00ff00"',
  ])
  await screen.fire({ type: 'ColorDialog' }, 'activated', '#0000ff')
  expect(screen.take().filter((line) => line.startsWith('v call'))).toEqual([
    'v call #3 set_color "#0000ff"',
  ])
})

test('a video that the user started is paused by one call, and not started again', async () => {
  const paused = signal(true)
  const screen = render(
    <Page>
      <VideoWidget
        url="/a.webm"
        paused={paused}
        onPlay={() => (paused.value = false)}
        onPause={() => (paused.value = true)}
      />
    </Page>,
  )
  screen.take()
  await screen.fire({ type: 'VideoWidget' }, 'play')
  paused.value = true
  await screen.settled()
  expect(screen.take().filter((line) => line.startsWith('v call'))).toEqual(['v call #2 pause'])
})
