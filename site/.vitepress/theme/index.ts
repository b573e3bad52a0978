// The theme of VitePress, with the colours of the widgets, and a picture on the first page.

import { h } from 'vue'
import theme from 'vitepress/theme'
import { withBase } from 'vitepress'
import './style.css'

const alt =
  'The monitor example: load, memory, network, disk and processes of the machine it runs on'

function picture() {
  const shown = ['light', 'dark'].map((scheme) =>
    h('img', { class: `only-${scheme}`, src: withBase(`/monitor-${scheme}.png`), alt }),
  )
  return h('figure', { class: 'monitor' }, shown)
}

export default {
  extends: theme,
  Layout: () => h(theme.Layout, null, { 'home-hero-after': picture }),
}
