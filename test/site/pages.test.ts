// The site as it would be built, without building it: its pages, their links, and what stands at their side.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { doors } from '../../site/contents.ts'
import { sitePages } from '../../site/folders.ts'
import { addressOf } from '../../site/links.ts'
import { anchorsOf, headingsOf } from '../../site/markdown.ts'
import { catalog } from '../../src/widgets/catalog.ts'
import { papers } from '../docs/papers.ts'

const { pages, places, sidebar } = sitePages()
const doorPages = doors.map(({ page }) => addressOf(page))
const addresses = new Map([...pages].map(([page, text]) => [addressOf(page), text]))

test('every paper has its page', () => {
  const without = papers({ withReference: true }).filter(({ path }) => !places.has(path))
  expect(without.map(({ path }) => path)).toEqual([])
})

test('every link leads to a page and to one of its headings', () => {
  const links = [...pages].flatMap(([page, text]) => linksIn(text).map((link) => ({ page, link })))
  expect(links.filter(({ link }) => !isThere(link))).toEqual([])
  expect(links.length).toBeGreaterThan(300)
})

test('every door that people import has a page', () => {
  expect(doors.slice(0, 2)).toEqual([
    { module: 'treewire', types: 'src/index.d.ts', page: 'api/treewire' },
    { module: 'treewire/client', types: 'src/client/index.d.ts', page: 'api/client' },
  ])
  expect(doors.map(({ module }) => module)).toContain('treewire/testing')
})

test('every page stands at the side once, and nothing else does', () => {
  const told = sidebar.flatMap(({ items }) => items.map(({ link }) => link))
  const wanted = [...addresses.keys(), ...doorPages].filter((address) => address !== '/')
  expect(told.toSorted()).toEqual(wanted.toSorted())
})

test('every widget has a page with an example and its tables', () => {
  const lacking = Object.keys(catalog).filter((name) => {
    const text = pages.get(`widgets/${name.toLowerCase()}`) ?? ''
    return (
      !text.startsWith(`# ${name}\n`) || !/```tsx[^]*\n## Props, events and methods\n/.test(text)
    )
  })
  expect(lacking).toEqual([])
})

test('every page begins with a heading of the first level, and has no other', () => {
  const wrong = [...pages].filter(([page, text]) => {
    const isOnly = text.replaceAll(/^```[^]*?^```/gm, '').match(/^# /gm)?.length === 1
    return page !== 'index' && !(text.startsWith('# ') && isOnly)
  })
  expect(wrong.map(([page]) => page)).toEqual([])
})

test('no page has markup but pictures and comments: it would be taken for a component', () => {
  const found = [...pages].flatMap(([page, text]) => {
    const prose = text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`]*`|<!--.*?-->/g, '')
    const tags = [...prose.matchAll(/<\/?([a-z][\w-]*)|\{\{/gi)].map(([tag, name]) => name ?? tag)
    return tags
      .filter((name) => !['picture', 'source', 'img'].includes(name))
      .map((name) => [page, name])
  })
  expect(found).toEqual([])
})

test('the number of widgets on the first page', () => {
  const home = readFileSync(new URL('../../site/home.md', import.meta.url), 'utf8')
  expect(home).toContain(`title: ${Object.keys(catalog).length} widgets`)
})

/** Those to other pages: of prose, and of what the first page is told in front. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^```[^]*?^```/gm, '')
  return [...prose.matchAll(/\]\((\/[^)\s]*)\)|^ +link: (\S+)$/gm)]
    .map(([, inProse, inFront]) => inProse ?? inFront!)
    .filter((link) => !link.endsWith('.png'))
}

function isThere(link: string): boolean {
  const [address = '', anchor] = link.split('#')
  const text = addresses.get(address)
  if (text === undefined) return doorPages.includes(address)
  return anchor === undefined || anchorsOf(headingsOf(text)).includes(anchor)
}
