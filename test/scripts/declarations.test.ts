import { expect, test } from 'vitest'
import { declaredBy } from '../../scripts/declarations.ts'

const files: Readonly<Record<string, string>> = {
  'src/index.d.ts': [
    "export { serve } from './server/serve.ts';",
    "export type * from './types.ts';",
    "export { signal } from 'signals';",
  ].join('\n'),
  'src/server/serve.d.ts': [
    '/** Head of the file. */',
    'interface Secret {}',
    '/**',
    ' * Serves.',
    ' *',
    ' * @throws Error when it cannot',
    ' */',
    'export declare function serve(port: number): void;',
    'export declare function serve(): void;',
  ].join('\n'),
  'src/types.d.ts':
    'export interface Options {\n    readonly port?: number;\n}\nexport type Port = number;',
}

const read = (path: string) => files[path]!

test('a door has what it declares, what it takes by name, and all of what it takes whole', () => {
  expect(declaredBy('src/index.d.ts', read).map(({ name }) => name)).toEqual([
    'serve',
    'Options',
    'Port',
    'signal',
  ])
})

test('a name has all of its declarations, and the comment in front of the first', () => {
  expect(declaredBy('src/server/serve.d.ts', read)).toEqual([
    {
      name: 'serve',
      doc: 'Serves.\n\n@throws Error when it cannot',
      code: [
        'export declare function serve(port: number): void;',
        'export declare function serve(): void;',
      ],
    },
  ])
})

test('a comment that stands further up is not that of the name', () => {
  const [options] = declaredBy('src/types.d.ts', read)
  expect(options?.doc).toBe('')
})

test('what comes from another package is named with it', () => {
  expect(declaredBy('src/index.d.ts', read).at(-1)).toEqual({
    name: 'signal',
    doc: '',
    code: [],
    from: 'signals',
  })
})

test('a name that is not there is an error', () => {
  const wrong = () =>
    declaredBy('src/a.d.ts', (path) => files[path] ?? "export { gone } from './types.ts'")
  expect(wrong).toThrow('src/a.d.ts takes gone from ./types.ts, which does not declare it.')
})
