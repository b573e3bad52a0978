// What the inspector's room offers.

export { Application, serve } from './application.ts'
