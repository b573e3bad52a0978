// Every link and picture of the papers leads to something that is there.

import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { anchorsOf } from '../../site/markdown.ts'
import { headings, type Paper, paper, papers, ROOT } from './papers.ts'

interface Link {
  readonly from: Paper
  readonly line: number
  readonly target: string
}

const links = papers({ withReference: true }).flatMap(linksIn)

test('every link leads to a file that is there', () => {
  const broken = links.filter((link) => !existsSync(ROOT + fileOf(link)))
  expect(broken.map(nameOf)).toEqual([])
  expect(links.length).toBeGreaterThan(100)
})

test('every link into a paper leads to one of its headings', () => {
  const broken = links
    .filter((link) => link.target.includes('#') && existsSync(ROOT + fileOf(link)))
    .filter(
      (link) => !anchorsOf(headings(paper(fileOf(link)))).includes(link.target.split('#')[1]!),
    )
  expect(broken.map(nameOf)).toEqual([])
})

/** Links to other places than this repository are not looked at. */
function linksIn(from: Paper): Link[] {
  return from.prose.flatMap(({ text, number: line }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
      .map((match) => match[1] ?? match[2]!)
      .filter((target) => !/^\w+:/.test(target))
      .map((target) => ({ from, line, target })),
  )
}

function fileOf({ from, target }: Link): string {
  const [path] = target.split('#')
  return path === '' ? from.path : posix.join(posix.dirname(from.path), path!)
}

function nameOf({ from, line, target }: Link): string {
  return `${from.path}:${line} ${target}`
}
