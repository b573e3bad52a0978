// How the editor looks, in the tokens of the house. CodeMirror's own rules stand in no layer, so what is to go
// before them cannot stand in a style sheet of ours.

import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const ring = 'var(--tw-focus-width) solid var(--tw-focus)'

export const editorTheme: Extension = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--tw-source-font)',
    fontSize: 'var(--tw-source-size)',
    lineHeight: 'var(--tw-line)',
    overflow: 'auto',
  },
  '.cm-content': { padding: 'var(--tw-space-1) 0', caretColor: 'var(--tw-caret, var(--tw-text))' },
  '.cm-line': { padding: '0 var(--tw-control-padding)' },
  '&.tw-wrap-hard .cm-line': { wordBreak: 'break-all' },
  '.cm-cursor, .cm-dropCursor': {
    borderLeft: '2px solid var(--tw-caret, var(--tw-text))',
    marginLeft: '-1px',
  },
  '&.tw-caret-block .cm-cursor': {
    width: '1ch',
    marginLeft: '0',
    borderLeft: '0',
    backgroundColor: 'var(--tw-caret, var(--tw-text))',
    opacity: '0.45',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'var(--tw-hover)',
  },
  '.cm-selectionBackground': { background: 'var(--tw-active)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--tw-source-selection)',
  },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--tw-surface)',
    color: 'var(--tw-text-muted)',
  },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: '3ch',
    padding: '0 var(--tw-space-2) 0 var(--tw-space-3)',
    cursor: 'default',
  },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--tw-text)' },
  '.tw-source-icons': { width: '24px' },
  '.tw-source-icons .cm-gutterElement': {
    display: 'grid',
    placeItems: 'center',
    padding: '0',
    cursor: 'default',
  },
  '.cm-panels': { backgroundColor: 'var(--tw-surface-raised)', color: 'var(--tw-text)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--tw-border)' },
  '.cm-searchMatch': {
    borderRadius: '2px',
    backgroundColor: 'color-mix(in srgb, var(--tw-warning) 28%, transparent)',
  },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--tw-selected)',
    outline: ring,
  },
})
