// Applications and servers on free ports, gone when their test is.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { Application } from '../../src/server/application.ts'
import type { ApplicationOptions } from '../../src/server/options.ts'
import { builtPage } from './built-page.ts'

/** Not started. One free port for both, unless the options say something else. */
export function application(options: ApplicationOptions = {}): Application {
  const ports = options.httpServer === undefined ? { httpPort: 0, wsPort: 'same' as const } : {}
  const app = new Application({ clientFolder: builtPage(), ...ports, ...options })
  onTestFinished(() => app.close())
  return app
}

export async function running(options: ApplicationOptions = {}): Promise<Application> {
  const app = application(options)
  await app.start()
  return app
}

/** Makes somebody else's server listen. @returns its address, which ends with '/' */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => shut(server))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
