// Tests of a user interface without a browser: what it sends, what it shows, what a click does.

export type { Query, Target } from './find.ts'
export { lineOf } from './lines.ts'
export { ModelBrowser } from '../model/model.ts'
export type { ModelWidget } from '../model/model.ts'
export { render } from './render.ts'
export type { Rendered, RenderOptions } from './render.ts'
export type { UserFile } from './upload.ts'
export { Laboratory } from './laboratory.ts'
export type { LaboratoryOptions, OpenOptions } from './laboratory.ts'
export { ManualClock } from './manual-clock.ts'
export type { ModelPage } from './model-page.ts'
export type { Conditions, Network } from './network.ts'
