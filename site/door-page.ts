// What a door exports as a page of the site: each name with its comment and its declaration. Pure.

import { cut } from './contents.ts'
import type { Declared } from '../scripts/declarations.ts'
import type { Places } from './links.ts'
import { anchorOf } from './markdown.ts'

/** @param module  e.g. 'treewire/testing' */
export function doorPage(module: string, names: readonly Declared[], places: Places): string {
  const sections = names
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((declared) => sectionOf(declared, places))
  return [head(module), ...sections].join('\n\n') + '\n'
}

function head(module: string): string {
  const widgets =
    module === 'treewire' ? ' The tags of widgets are told on [their pages](/widgets/).' : ''
  return `# ${module}\n\nWhat \`${module}\` exports, as the compiler sees it, with its comments.${widgets}`
}

function sectionOf({ name, code, doc, from }: Declared, places: Places): string {
  const address = places.get(`${cut.names}#${anchorOf(name)}`)
  return [
    `## \`${name}\``,
    from === undefined ? proseOf(doc) : `From [${from}](https://www.npmjs.com/package/${from}).`,
    code.length === 0 ? '' : `\`\`\`ts\n${code.map(plain).join('\n')}\n\`\`\``,
    address === undefined ? '' : `[In words, with an example](${address})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Without what only the compiler needs. */
function plain(code: string): string {
  return code
    .replace(/^export (declare )?/, '')
    .replaceAll(/^ *#private;\n/gm, '')
    .replaceAll(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2))
    .replaceAll(/;$/gm, '')
}

/** `@param name  what it is` is an item of a list; what else has a sign is a paragraph. */
function proseOf(doc: string): string {
  const [text = '', ...tags] = doc.split(
    /^@(?=param|returns|throws)|(?<=[.:] )@(?=returns|throws)/m,
  )
  const items = tags.map((tag) => `- ${itemOf(tag.replaceAll(/\s+/g, ' ').trim())}`)
  return [escaped(text.trim()), escaped(items.join('\n'))]
    .filter((part) => part !== '')
    .join('\n\n')
}

function itemOf(tag: string): string {
  return tag
    .replace(/^param (\S+) /, '`$1`: ')
    .replace(/^returns /, 'Returns ')
    .replace(/^throws /, 'Throws ')
}

/** Signs that would be markup, but for those in code. */
function escaped(text: string): string {
  return text.replaceAll(
    /(`[^`]*`)|</g,
    (sign, code?: string) => code ?? (sign === '<' ? '&lt;' : sign),
  )
}
