// The names the compiler calls for JSX in development mode.

export { Fragment } from '../src/jsx/element.ts'
export { createElementAt as jsxDEV } from '../src/jsx/source.ts'
export type { JSX } from '../src/jsx/types.ts'
