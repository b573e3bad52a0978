// The public door of 'treewire/client'.

export { connect, type Connected, type ConnectOptions } from './connect.ts'
export type { Socket, SocketClass } from './connection.ts'
