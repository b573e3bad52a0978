// Opens and shuts servers of our own, and says in a sentence why a port cannot be had.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Port {
  readonly host: string
  readonly port: number
  /** The option that the port was given by, for the error. */
  readonly option: 'httpPort' | 'wsPort'
}

/** Resolves when the server listens. @throws Error that says what to do when it cannot */
export function listen(server: Server, { host, port, option }: Port): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(new Error(reasonOf(cause, { host, port, option }), { cause }))
    server.once('error', fail)
    server.listen({ host, port }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

/** Resolves when nothing of the server is left, connections that are idle or half served included. */
export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** The address of a server that listens, as a browser on this machine would write it: 'localhost:9501'. */
export function hostOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  if (['0.0.0.0', '::'].includes(address)) return `localhost:${port}`
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`
}

/** The address that it listens on, whatever name that was given by. */
export function ipOf(server: Server): string {
  return (server.address() as AddressInfo).address
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function reasonOf({ code, message }: NodeJS.ErrnoException, { host, port, option }: Port): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: stop what listens there, or give another ${option} (0 is any free port).`
    case 'EACCES':
      return `Port ${port} on ${host} may not be opened by this user: give a ${option} from 1024 on (0 is any free port).`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `The host "${host}" is no name or address of this machine: give one that is, such as '127.0.0.1' or '0.0.0.0'.`
    default:
      return `Port ${port} on ${host} cannot be opened: ${message}.`
  }
}
