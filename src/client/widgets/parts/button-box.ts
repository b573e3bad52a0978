// A widget that is fetched by itself: a box of buttons.

export * as declarations from '../../../widgets/classes/button-box.ts'
export { ButtonBox } from '../button-box.ts'
