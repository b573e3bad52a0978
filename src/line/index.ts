// The way from a page to its server, for a real page and for one that is only a model.

export type { Credentials } from './credentials.ts'
export { Line } from './line.ts'
export type { LineOptions, ToldMessage } from './line-options.ts'
export type { Socket, SocketClass, SocketEvent } from './socket.ts'
export type { LineState } from './state.ts'
