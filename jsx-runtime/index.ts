// The names the TypeScript compiler calls for JSX. Everything is in src/jsx.

export { createElement as jsx, createElement as jsxs, Fragment } from '../src/jsx/element.ts'
export type { JSX } from '../src/jsx/types.ts'
