// Which papers become which pages, and in which order they stand at the side.

import manifest from '../package.json' with { type: 'json' }

interface Entry {
  readonly types: string
}

type Exports = Readonly<Record<string, string | Entry>>

/** A paper that is one page. */
export interface Whole {
  /** From the root of the repository. */
  readonly paper: string
  /** Of the page, without `.md`; its address. */
  readonly page: string
  /** What stands at the side; the first heading unless given. */
  readonly title?: string
}

export interface Group {
  readonly title: string
  readonly pages: readonly Whole[]
}

const guide = (name: string): Whole => ({
  paper: `docs/guides/${name}.md`,
  page: `guides/${name}`,
})

/** Papers that are pages as they are. */
export const groups: readonly Group[] = [
  {
    title: 'Begin',
    pages: [
      { paper: 'README.md', page: 'introduction', title: 'What it is' },
      { paper: 'docs/tutorial.md', page: 'tutorial' },
    ],
  },
  {
    title: 'Guides',
    pages: [
      'state',
      'lists',
      'forms',
      'tables',
      'files',
      'dialogs',
      'testing',
      'deploying',
      'security',
      'scaling',
    ].map(guide),
  },
  {
    title: 'Coming from',
    pages: [
      { ...guide('coming-from-react'), title: 'React' },
      { ...guide('coming-from-solid'), title: 'Solid' },
      { ...guide('coming-from-pgwidgets'), title: 'pgwidgets' },
      { ...guide('coming-from-liveview'), title: 'LiveView' },
      { ...guide('coming-from-streamlit'), title: 'Streamlit' },
    ],
  },
  {
    title: 'The project',
    pages: [
      { paper: 'docs/performance.md', page: 'performance' },
      { paper: 'PROTOCOL.md', page: 'protocol', title: 'Protocol' },
      { paper: 'SECURITY.md', page: 'security', title: 'What is promised' },
      { paper: 'CHANGELOG.md', page: 'changelog' },
      { paper: 'CONTRIBUTING.md', page: 'contributing' },
      { paper: 'bench/README.md', page: 'bench', title: 'The bench' },
    ],
  },
]

/** Papers that are cut into pages. */
export const cut = {
  /** Every exported name: a page for each heading of the first level. */
  names: 'docs/guide.md',
  /** A page for each widget, with an example and … */
  widgets: 'docs/widgets.md',
  /** … with its props, events and methods. */
  reference: 'docs/reference.md',
} as const

/** A door of the package: its page is below `api/`. */
export interface Door {
  /** As it is imported. */
  readonly module: string
  /** Its declarations, from where they all are. */
  readonly types: string
  readonly page: string
}

/** What people do not import by themselves, or is no code. */
const others = /jsx|\.css$|package\.json$/

export const doors: readonly Door[] = Object.entries(manifest.exports as Exports)
  .filter(([path]) => !others.test(path))
  .map(([path, entry]) => {
    const module = path.replace('.', manifest.name)
    const page = path.slice(2).replaceAll('/', '-') || manifest.name
    return { module, types: (entry as Entry).types.replace('./dist/', ''), page: `api/${page}` }
  })

export const wholes: readonly Whole[] = groups.flatMap(({ pages }) => pages)
