// What the server says to the page as a whole: fonts, addresses to open, files to save.

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { page } from './harness.ts'

/** Says a message that asks for its answer, and gives that. */
async function told(here: ReturnType<typeof page>, message: object) {
  here.sendText(JSON.stringify({ ...message, id: 5 }))
  return vi.waitFor(() => {
    const [answer] = here.sent()
    expect(answer).toBeDefined()
    return answer
  })
}

const done = { type: 'result', id: 5 }

/** The user has, or has not, just done something. */
function activated(isActive: boolean): void {
  vi.spyOn(navigator, 'userActivation', 'get').mockReturnValue({
    isActive,
    hasBeenActive: isActive,
  })
}

/** The links that were followed, in place of following them. */
function followed() {
  const links: HTMLAnchorElement[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this)
  })
  return links
}

describe('a font', () => {
  const font = { type: 'register-font', family: 'Test Font', url: 'data:font/woff2;base64,AAAA' }
  const known = () => [...document.fonts].filter(({ family }) => /Test Font/.test(family))

  test('is made known to the page, with the words that CSS knows', async () => {
    const here = page()
    expect(await told(here, { ...font, weight: 'extra-light', style: 'slanted' })).toEqual(done)
    expect(known()).toMatchObject([{ weight: '200', style: 'oblique' }])
    here.dispose()
    await vi.waitFor(() => expect(known()).toEqual([]))
  })

  test('that cannot be loaded is told of', async () => {
    const here = page()
    here.sendText(JSON.stringify(font))
    const error = await vi.waitFor(() => {
      const [message] = here.sent()
      expect(message).toBeDefined()
      return message
    })
    expect(error).toEqual({
      type: 'error',
      error: expect.stringMatching(/^The font "Test Font" could not be loaded: /),
    })
  })

  test.each([
    ['javascript:alert(1)', /^An address needs to begin with http: or https: or data:, got /],
    ['data:text/html,<b>', /^A font needs a data: address of a font, got /],
    ['http://[', /^An address needs to begin with /],
  ])('is not fetched from %s', async (url, reason) => {
    const here = page()
    expect(await told(here, { ...font, url })).toEqual({
      type: 'error',
      id: 5,
      error: expect.stringMatching(reason),
    })
    expect(known()).toEqual([])
  })

  test('may be the default of the page, until it is not', async () => {
    const here = page()
    const label = document.createElement('span')
    here.root.append(label)
    const shown = () => {
      const { fontFamily, fontSize, fontWeight, fontStyle } = getComputedStyle(label)
      return [fontFamily, fontSize, fontWeight, fontStyle]
    }
    const before = shown()
    await told(here, {
      type: 'set-default-font',
      font: { family: 'Test Font', size: 20, weight: 'medium', style: 'italic' },
    })
    expect(shown()).toEqual(['"Test Font", system-ui, sans-serif', '20px', '500', 'italic'])
    await told(here, { type: 'set-default-font', font: null })
    expect(shown()).toEqual(before)
  })

  test.each([
    ['Test Font', '"Test Font"'],
    ["O'Reilly Sans", '"O\'Reilly Sans"'],
    ['a"; color: red; b: "', '"a\\"; color: red; b: \\""'],
    ['Шрифт 2', '"Шрифт 2"'],
    ['monospace', 'monospace'],
    ['"One", Two', 'One, Two'],
  ])('of the family %s is the default by that name', async (family, written) => {
    const here = page()
    const label = document.createElement('span')
    here.root.append(label)
    await told(here, { type: 'set-default-font', font: { family } })
    expect(getComputedStyle(label).fontFamily).toBe(`${written}, system-ui, sans-serif`)
  })
})

describe('an address', () => {
  const open = { type: 'open-url', url: 'https://example.com/a' }

  test('is opened in a window that knows nothing of this one', async () => {
    activated(true)
    const links = followed()
    expect(await told(page(), open)).toEqual(done)
    expect(links).toMatchObject([
      { href: 'https://example.com/a', target: '_blank', rel: 'noopener noreferrer' },
    ])
  })

  test('waits for a click when the user has done nothing', async () => {
    activated(false)
    const links = followed()
    const here = page()
    await told(here, open)
    expect(links).toEqual([])
    const box = here.root.querySelector<HTMLElement>('[role=region]')!
    expect(box.ariaLabel).toBe('Open example.com?')
    await userEvent.click(box.querySelector('button')!)
    expect(links).toHaveLength(1)
    expect(box.isConnected).toBe(false)
  })

  test('is not opened when the user does not want it', async () => {
    activated(false)
    const links = followed()
    const here = page()
    const field = document.createElement('input')
    here.root.append(field)
    field.focus()
    await told(here, open)
    expect(document.activeElement).toBe(field)
    const [accept] = here.root.querySelectorAll<HTMLElement>('[role=region] button')
    accept!.focus()
    await userEvent.keyboard('{Escape}')
    expect([links, here.root.querySelector('[role=region]')]).toEqual([[], null])
  })

  test('takes the place of one that waits for a click', async () => {
    activated(false)
    const here = page()
    await told(here, open)
    await told(here, { ...open, url: 'mailto:ada@example.com' })
    const boxes = [...here.root.querySelectorAll('[role=region]')]
    expect(boxes.map((box) => box.ariaLabel)).toEqual(['Open ada@example.com?'])
  })

  test('waits no longer for a click when the page is emptied', async () => {
    activated(false)
    const here = page()
    await told(here, open)
    here.send({ type: 'init' })
    await vi.waitFor(() => expect(here.root.querySelector('[role=region]')).toBeNull())
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'is not %s',
    async (url) => {
      activated(true)
      const links = followed()
      expect(await told(page(), { ...open, url })).toMatchObject({ type: 'error', id: 5 })
      expect(links).toEqual([])
    },
  )
})

describe('a download', () => {
  test('is saved under its name', async () => {
    const links = followed()
    await told(page(), { type: 'download', url: '_treewire/download/x', name: 'rows.csv' })
    expect(links).toMatchObject([
      { href: new URL('_treewire/download/x', document.baseURI).href, download: 'rows.csv' },
    ])
  })

  test('is not run', async () => {
    const links = followed()
    const answer = await told(page(), { type: 'download', url: 'javascript:x', name: 'a' })
    expect(answer).toMatchObject({ type: 'error' })
    expect(links).toEqual([])
  })
})

test('what was said before the page was emptied is done no more', async () => {
  const links = followed()
  const here = page()
  onTestFinished(() => void links.splice(0))
  here.sendText(JSON.stringify({ type: 'download', url: 'x', name: 'a' }))
  here.send({ type: 'init' })
  // What carries it out has come, and had its turn.
  await import('../../src/client/page-wide.ts')
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(links).toEqual([])
})
