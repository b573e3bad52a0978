// How VitePress shows the pages that ../run.ts has made.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { anchorOf } from '../markdown.ts'

const sidebar = JSON.parse(
  readFileSync(fileURLToPath(new URL('../.pages/sidebar.json', import.meta.url)), 'utf8'),
) as DefaultTheme.SidebarItem[]

export default defineConfig({
  title: 'treewire',
  description: 'JSX and signals on the server, real widgets in the browser',
  lang: 'en',
  base: process.env['SITE_BASE'] ?? '/',
  srcDir: '.pages',
  outDir: 'dist',
  cacheDir: 'node_modules/.cache/vitepress',
  head: [['link', { rel: 'icon', href: `${process.env['SITE_BASE'] ?? '/'}icon.svg` }]],
  // The same anchors as on the pages that show the papers themselves.
  markdown: {
    anchor: { slugify: anchorOf },
    toc: { slugify: anchorOf },
    languageAlias: { caddy: 'nginx' },
  },
  themeConfig: {
    logo: '/icon.svg',
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'Guides', link: '/guides/state', activeMatch: '^/guides/' },
      { text: 'Every name', link: '/names/', activeMatch: '^/names/' },
      { text: 'Widgets', link: '/widgets/', activeMatch: '^/widgets/' },
      { text: 'Protocol', link: '/protocol' },
    ],
    sidebar,
    docFooter: { prev: 'Before', next: 'Next' },
  },
})
