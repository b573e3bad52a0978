// The wire: its messages, their check, their text, and why a connection ends.

export { argumentOf, bytesOf, framesOf, pieceBytes } from './bytes.ts'
export type { BytesCall, Frame } from './bytes.ts'
export { BytesCalls, isBytesMessage } from './bytes-calls.ts'
export type { BytesMessage, WholeCall } from './bytes-calls.ts'
export { CloseCode, closeReason } from './close.ts'
export { decodeClientFrame, decodeServerFrame, encode } from './codec.ts'
export { ProtocolError } from './error.ts'
export type * from './messages.ts'
export { Transfer } from './transfer.ts'
export type { Arrived, Chunk, FileMeta, Piece, TransferProgress } from './transfer.ts'
export { asClientMessage, asServerMessage } from './validate.ts'
