// Prints the figures the project answers for. `npm run bench`, or a part of them: `npm run bench -- browser`.
//
// Medians of many rounds; ask for the machine's own noise before you believe a difference.

import { browserFigures } from './browser/figures.ts'
import { lineFigures } from './lines.tsx'
import { loadFigures } from './server/load.ts'
import { soak } from './soak.tsx'
import { serverFigures } from './server.ts'

const suites: Readonly<Record<string, () => Promise<object>>> = {
  server: () => Promise.resolve(serverFigures()),
  lines: lineFigures,
  load: loadFigures,
  browser: browserFigures,
}

/** Takes long, so it runs only when it is asked for by its name. */
const long: Readonly<Record<string, () => Promise<object>>> = {
  soak: () => soak(Number(minutes ?? 10)),
}

const [wanted, minutes] = process.argv.slice(2)

for (const [name, figures] of Object.entries({ ...suites, ...long })) {
  if (wanted === undefined ? name in long : wanted !== name) continue
  console.log(`\n${name}`)
  console.table(await figures())
}
