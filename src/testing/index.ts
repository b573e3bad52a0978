// Tests of a user interface without a browser: what it sends, what it shows, what a click does.

export type { Query, Target } from './find.ts'
export { lineOf } from './lines.ts'
export { ModelBrowser } from './model.ts'
export type { ModelWidget } from './model.ts'
export { render } from './render.ts'
export type { Rendered, RenderOptions } from './render.ts'
export type { UserFile } from './upload.ts'
