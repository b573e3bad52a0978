// The names the compiler calls for JSX in development mode.

export { createElement as jsxDEV, Fragment } from '../src/jsx/element.ts'
export type { JSX } from '../src/jsx/types.ts'
