// The wire: its messages, their check, their text, and why a connection ends.

export { CloseCode, closeReason } from './close.ts'
export { decodeClientFrame, decodeServerFrame, encode } from './codec.ts'
export { ProtocolError } from './error.ts'
export type * from './messages.ts'
export { Transfer } from './transfer.ts'
export type { FileData, FileMeta, TransferProgress } from './transfer.ts'
export { asClientMessage, asServerMessage } from './validate.ts'
