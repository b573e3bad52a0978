// Plain HTTP as it is written on the wire: any Host, any header, nothing decoded and nothing followed.

import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
}

export function ask(
  url: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port, origin } = new URL(url)
    const path = url.slice(origin.length)
    const options = { hostname, port, path, headers, method, agent: false }
    const asked = request(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body, text: body.toString() })
      })
    })
    asked.once('error', reject).end()
  })
}

/** What the page says of itself: where it is, and where its socket is. */
export function addressesIn({ text }: Answer): { base?: string; socket?: string } {
  const base = /<base href="([^"]*)">/.exec(text)?.[1]
  const socket = /<meta name="treewire-socket" content="([^"]*)">/.exec(text)?.[1]
  return { ...(base !== undefined && { base }), ...(socket !== undefined && { socket }) }
}
