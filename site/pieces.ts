// Papers in pieces: each is text of one paper that stands on one page. Where the headings of a paper have gone is known here. Pure.

import { cut, type Whole } from './contents.ts'
import { anchorOf, anchorsOf, headingsOf, partsOf } from './markdown.ts'

export interface Piece {
  readonly paper: string
  readonly page: string
  /** With a heading of the first level where it begins its page. Links in it are still those of the paper. */
  readonly text: string
  /** Anchors of the paper that are found at another one on the page; '' is its top. */
  readonly moved: Readonly<Record<string, string>>
}

/** The heading of the tables on the page of a widget. */
const TABLES = 'Props, events and methods'
/** Where the reference begins. */
const EVERY_WIDGET = 'widgets/every-widget'

export function wholePiece({ paper, page }: Whole, text: string): Piece {
  return { paper, page, text, moved: {} }
}

/** The guide: its introduction, and a page for each of its headings of the first level. */
export function namePieces(text: string): Piece[] {
  const paper = cut.names
  const [, introduction, ...parts] = partsOf(text, 1)
  const first = `# Every name\n\n${introduction!.text}`
  return [
    { paper, page: 'names/index', text: first, moved: { guide: '' } },
    ...parts.map(({ heading, text: below }) => ({
      paper,
      page: `names/${anchorOf(heading)}`,
      text: `# ${heading}\n\n${below}`,
      moved: { [anchorOf(heading)]: '' },
    })),
  ]
}

/** The widgets by example: the introduction, and a page each. */
export function widgetPieces(text: string): Piece[] {
  const paper = cut.widgets
  const [first, ...parts] = partsOf(text, 2)
  return [
    { paper, page: 'widgets/index', text: first!.text, moved: {} },
    ...parts.map(({ heading, text: below }) => ({
      paper,
      page: `widgets/${anchorOf(heading)}`,
      text: `# ${heading.replaceAll('`', '')}\n\n${below}`,
      moved: { [anchorOf(heading)]: '' },
    })),
  ]
}

/** The tables: below the example of their widget; what is told of all widgets has pages of its own. */
export function referencePieces(text: string, widgetPages: ReadonlySet<string>): Piece[] {
  const paper = cut.reference
  const [first, ...parts] = partsOf(text, 2)
  return [
    { paper, page: EVERY_WIDGET, text: introductionOf(first!.text), moved: { widgets: '' } },
    ...parts.map(({ heading, text: below }) => {
      const page = `widgets/${anchorOf(heading)}`
      const isBelow = widgetPages.has(page)
      const title = isBelow ? `## ${TABLES}` : `# ${heading}`
      return {
        paper,
        page,
        text: page === EVERY_WIDGET ? below : `${title}\n\n${below}`,
        moved: { [anchorOf(heading)]: isBelow ? anchorOf(TABLES) : '' },
      }
    }),
  ]
}

/** Without the list of all widgets, which the site has at its side. */
function introductionOf(text: string): string {
  const [, ...paragraphs] = text.split('\n\n')
  const said = paragraphs.filter((paragraph) => !/^(<!--|\[\w+\]\(#)/.test(paragraph))
  return ['# Every widget', ...said].join('\n\n')
}

/** Where each anchor of a piece is now. */
export function anchorsIn({ text, moved }: Piece): ReadonlyMap<string, string> {
  const own = anchorsOf(headingsOf(text)).map((anchor) => [anchor, anchor] as const)
  return new Map([...own, ...Object.entries(moved)])
}
