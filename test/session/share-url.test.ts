import { expect, test } from 'vitest'
import { shareUrl } from '../../src/session/share-url.ts'

const credentials = { session_id: 'one', token: 'secret' }

test('what lets somebody in stands behind the address of the page, where no server sees it', () => {
  expect(shareUrl('https://example.com/tool/?x=1#here', credentials)).toBe(
    'https://example.com/tool/?x=1#session=one.secret',
  )
})

test.each([[undefined], ['nonsense'], ['javascript:alert(1)'], ['file:///tool.html']])(
  'it needs the whole address of the page, got %j',
  (page) => {
    expect(() => shareUrl(page, credentials)).toThrow(
      `shareUrl needs the whole address of the page, as in shareUrl('https://example.com/tool/'), got ${JSON.stringify(page)}`,
    )
  },
)
