// Vue 3.5: a component a row with a shallowRef of its own; the list is rendered again by its parent.

import { defineComponent, h, nextTick, shallowRef } from '@vue/runtime-core'
import type { Component, ShallowRef } from '@vue/runtime-core'
import { levels } from '../engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from '../engine.ts'
import { HostScreen, ownStateRow } from './host-screen.ts'
import type { OwnStateRow } from './host-screen.ts'
import { vueRenderer } from './vue-renderer.ts'

export const engine: Engine<OwnStateRow> = {
  name: 'vue',
  row: ownStateRow,
  list: () => new VueList(List),
  unsplitList: () => new VueList(UnsplitList),
  shortList: () => new VueList(ShortList),
  leaf: () => new VueChain(LeafLevel),
  drilled: () => new VueChain(Drilled),
}

interface ListProps {
  readonly rows: ShallowRef<readonly OwnStateRow[]>
  readonly press: (row: Row) => void
}

interface RowProps {
  readonly row: OwnStateRow
  readonly press: (row: Row) => void
}

const listProps = ['rows', 'press']
const rowProps = ['row', 'press']

function button({ row, press }: RowProps) {
  return h('Button', { text: 'x', onActivated: () => press(row) })
}

/** The text of a row is its component's. */
function ownText(row: OwnStateRow): ShallowRef<string> {
  const text = shallowRef(row.text)
  row.write = (next) => (text.value = next)
  return text
}

const OneRow = defineComponent({
  props: rowProps,
  setup(given) {
    const props = given as RowProps
    const text = ownText(props.row)
    return () =>
      h('HBox', [
        h('Label', { text: props.row.name }),
        h('Label', { text: text.value }),
        button(props),
      ])
  },
})

const ShortRow = defineComponent({
  props: rowProps,
  setup(given) {
    const props = given as RowProps
    const text = ownText(props.row)
    return () => h('HBox', [h('Label', { text: text.value }), button(props)])
  },
})

function listOf(row: Component) {
  return defineComponent({
    props: listProps,
    setup(given) {
      const { rows, press } = given as ListProps
      return () =>
        h(
          'VBox',
          rows.value.map((one) => h(row, { key: one.id, row: one, press })),
        )
    },
  })
}

const List = listOf(OneRow)
const ShortList = listOf(ShortRow)

const UnsplitList = defineComponent({
  props: listProps,
  setup(given) {
    const { rows, press } = given as ListProps
    return () =>
      h(
        'VBox',
        rows.value.map((row) =>
          h('HBox', { key: row.id }, [
            h('Label', { text: row.name }),
            h('Label', { text: row.text }),
            button({ row, press }),
          ]),
        ),
      )
  },
})

class VueScreen extends HostScreen {
  readonly #renderer = vueRenderer(this.host)

  show(component: Component, props: object): void {
    this.#renderer.render(h(component, props), this.host.window)
  }

  /** Vue has no flush of its own but that of its microtask. */
  flush(): Promise<void> {
    return nextTick()
  }

  unmount(): void {
    this.#renderer.render(null, this.host.window)
  }
}

class VueList extends VueScreen implements ListScreen<OwnStateRow> {
  readonly #rows = shallowRef<readonly OwnStateRow[]>([])
  readonly #component: Component

  constructor(component: Component) {
    super()
    this.#component = component
  }

  mount(rows: readonly OwnStateRow[]): void {
    this.#rows.value = rows
    this.show(this.#component, { rows: this.#rows, press: this.onPress })
  }

  setRows(rows: readonly OwnStateRow[]): void {
    this.#rows.value = rows
  }

  setText(row: OwnStateRow, text: string): void {
    row.write!(text)
  }
}

interface LeafProps {
  readonly level: number
  readonly text: ShallowRef<string>
}

const leafProps = ['level', 'text']

/** Only the leaf reads the text. */
const LeafLevel: Component = defineComponent({
  props: leafProps,
  setup(given) {
    const { level, text } = given as LeafProps
    if (level > 1) return () => h('VBox', [h(LeafLevel, { level: level - 1, text })])
    return () => h('VBox', [h(Leaf, { text })])
  },
})

const Leaf: Component = defineComponent({
  props: ['text'],
  setup(given) {
    const { text } = given as LeafProps
    return () => h('Label', { text: text.value })
  },
})

const Drilled: Component = defineComponent({
  props: leafProps,
  setup(given) {
    const { level, text } = given as LeafProps
    return () => h(DrilledLevel, { level, text: text.value })
  },
})

const DrilledLevel: Component = defineComponent({
  props: leafProps,
  setup(given) {
    const props = given as { readonly level: number; readonly text: string }
    return () =>
      h('VBox', [
        props.level > 1
          ? h(DrilledLevel, { level: props.level - 1, text: props.text })
          : h('Label', { text: props.text }),
      ])
  },
})

class VueChain extends VueScreen implements ChainScreen {
  readonly #text = shallowRef('')
  readonly #component: Component

  constructor(component: Component) {
    super()
    this.#component = component
  }

  mount(text: string): void {
    this.#text.value = text
    this.show(this.#component, { level: levels, text: this.#text })
  }

  setText(text: string): void {
    this.#text.value = text
  }
}
