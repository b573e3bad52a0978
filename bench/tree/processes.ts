// A process of its own for each measurement: plain node with its default flags, whatever this one was started with.

import { fork } from 'node:child_process'

/**
 * Has a module of the compiled bench carry out an order.
 *
 * @param what  for people, if it fails
 * @returns     what it reports
 * @throws      Error when it ends without a report: an engine that is wrong has no figures
 */
export function inProcess<Report>(module: string, order: unknown, what: string): Promise<Report> {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' }
  const child = fork(module, { execArgv: [], env })
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as Report))
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`The process of ${what} ended with ${code}, see above`))
    })
    child.send(order as object)
  })
}
