// Prints the figures the project answers for. `npm run bench`, or a part of them: `npm run bench -- browser`.
//
// Medians of many rounds; ask for the machine's own noise before you believe a difference.

import { browserFigures } from './browser.tsx'
import { serverFigures } from './server.ts'

const suites: Readonly<Record<string, () => object | Promise<object>>> = {
  server: serverFigures,
  browser: browserFigures,
}

const [wanted] = process.argv.slice(2)

for (const [name, figures] of Object.entries(suites)) {
  if (wanted !== undefined && wanted !== name) continue
  console.log(`\n${name}`)
  console.table(await figures())
}
