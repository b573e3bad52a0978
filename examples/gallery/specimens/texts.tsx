// What is read.

import { HtmlView, Label, Link, Markdown, ProgressBar, StatusBar } from 'treewire'

const manual = '<h2>Manual</h2><p>It is <em>short</em>, and a script in it would not run.</p>'

const notes = `## Notes

- [x] lists, *emphasis* and \`code\`
- [ ] tables

| Name | Size |
| --- | ---: |
| letter.md | 2 KB |
`

export const texts = [
  <Label text="Backups run every night." variant="body" tone="normal" interactive />,
  <HtmlView html={manual} label="Manual" />,
  <Markdown text={notes} label="Notes" />,
  <Link text="What treewire stands on" href="https://github.com/naojsoft/pgwidgets-js" />,
  <StatusBar message="Saved" />,
  <ProgressBar value={0.4} label="Copying" />,
]
