// States that one call sets together, after a handle has set them: what is newest is said, each of them.

import { batch, Page, signal, TextSource, useRef, type Signal } from 'treewire'
import { render } from 'treewire/testing'
import { expect, test } from 'vitest'

interface Font {
  readonly family: Signal<string>
  readonly size: Signal<number>
}

function Bound({ family, size }: Font) {
  const source = useRef<TextSource>()
  return (
    <TextSource
      ref={source}
      fontFamily={family}
      fontSize={size}
      onActivated={() => source.current?.setFont('by hand', 12)}
    />
  )
}

function Rendered({ family, size }: Font) {
  const source = useRef<TextSource>()
  return (
    <TextSource
      ref={source}
      fontFamily={family.value}
      fontSize={size.value}
      onActivated={() => source.current?.setFont('by hand', 12)}
    />
  )
}

test.each([
  ['that follow signals', Bound],
  ['of a render', Rendered],
])('props %s are said together', async (_, Source) => {
  const font = { family: signal('a'), size: signal(10) }
  const screen = render(
    <Page>
      <Source {...font} />
    </Page>,
  )
  await screen.fire({ type: 'TextSource' }, 'activated')
  screen.take()
  batch(() => {
    font.family.value = 'b'
    font.size.value = 20
  })
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 set_font "b" 20'])
  font.size.value = 21
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 set_font "b" 21'])
})
