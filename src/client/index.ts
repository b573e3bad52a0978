// The public door of 'treewire/client'.

export type { LineState, Socket, SocketClass, SocketEvent } from '../line/index.ts'
export { takeShared } from './credentials.ts'
export { connect, type Connected, type ConnectOptions } from './connect.ts'
export type { LineEvent } from './line-event.ts'
