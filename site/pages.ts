// All pages that are made of papers, and what stands at their side. Pure, but for the papers, which are handed in.

import { cut, doors, groups, type Whole, wholes } from './contents.ts'
import { addressOf, mended, placesOf } from './links.ts'
import type { Places } from './links.ts'
import { headingsOf, partsOf } from './markdown.ts'
import { namePieces, type Piece, referencePieces, widgetPieces, wholePiece } from './pieces.ts'

/** The text of a paper, by its path from the root of the repository. */
export type Read = (paper: string) => string

export interface Site {
  /** By the path of a page without `.md`, its text. */
  readonly pages: ReadonlyMap<string, string>
  /** Where the headings of papers are now. */
  readonly places: Places
  readonly sidebar: readonly SideGroup[]
}

export interface SideGroup {
  readonly text: string
  readonly items: readonly SideItem[]
  readonly collapsed?: boolean
}

export interface SideItem {
  readonly text: string
  readonly link: string
}

/** @param home  the text of the first page, behind which the README's counter stands */
export function siteOf(read: Read, home: string): Site {
  const pieces = piecesOf(read)
  const places = placesOf(pieces)
  const pages = new Map<string, string>()
  for (const piece of pieces) {
    const before = pages.get(piece.page)
    const text = mended(piece, places)
    pages.set(piece.page, before === undefined ? text : `${before}\n\n${text}`)
  }
  pages.set('index', `${home}\n${mended({ paper: 'README.md', text: counterOf(read) }, places)}`)
  return { pages, places, sidebar: sidebarOf(read, pieces) }
}

function piecesOf(read: Read): Piece[] {
  const widgets = widgetPieces(read(cut.widgets))
  const widgetPages = new Set(widgets.map(({ page }) => page))
  return [
    ...wholes.map((whole) => wholePiece(whole, read(whole.paper))),
    ...namePieces(read(cut.names)),
    ...widgets,
    ...referencePieces(read(cut.reference), widgetPages),
  ]
}

function counterOf(read: Read): string {
  const heading = 'The counter'
  const found = partsOf(read('README.md'), 2).find((part) => part.heading === heading)
  if (!found) throw new Error(`README.md has no heading "${heading}", which the first page shows.`)
  return `## ${heading}\n\n${found.text}\n`
}

function sidebarOf(read: Read, pieces: readonly Piece[]): SideGroup[] {
  const [begin, guides, coming, project] = groups.map(({ title, pages }) => ({
    text: title,
    items: pages.map((whole) => itemOf(whole, read)),
  }))
  const names = pieces.filter(({ paper }) => paper === cut.names)
  return [
    begin!,
    guides!,
    { ...coming!, collapsed: true },
    {
      text: 'Every name',
      collapsed: true,
      items: names.map(({ page, text }) => item(titleOf(text), page)),
    },
    ...widgetGroups(read(cut.widgets)),
    {
      text: 'Declarations',
      collapsed: true,
      items: doors.map(({ module, page }) => item(module, page)),
    },
    project!,
  ]
}

function itemOf({ title, paper, page }: Whole, read: Read): SideItem {
  return item(title ?? titleOf(read(paper)), page)
}

/** The table at the beginning of the paper says which widget is for what. */
function widgetGroups(text: string): SideGroup[] {
  const rows = [...text.matchAll(/^\| ([\w ]+) \| (\[.*\]\(#\w+\)) \|$/gm)]
  const more = ['Every widget', 'Every container', 'Types']
  return [
    {
      text: 'Widgets',
      items: [
        item('By example', 'widgets/index'),
        ...more.map((title) =>
          item(title === 'Types' ? 'Types of values' : title, widgetPage(title)),
        ),
      ],
    },
    ...rows.map(([, use = '', links = '']) => ({
      text: `Widgets: ${use}`,
      collapsed: true,
      items: [...links.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => item(name, widgetPage(name))),
    })),
  ]
}

function widgetPage(name: string): string {
  return `widgets/${name.toLowerCase().replaceAll(' ', '-')}`
}

function item(text: string, page: string): SideItem {
  return { text, link: addressOf(page) }
}

function titleOf(text: string): string {
  return headingsOf(text)[0]!.replaceAll('`', '')
}
