// Runs one example by its name: `npm run example counter`.

import { readdirSync } from 'node:fs'

const [name] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.replace('.tsx', ''))

if (name !== undefined && names.includes(name)) {
  await import(`./${name}.tsx`)
} else {
  const given = name === undefined ? 'No example was named.' : `There is no example "${name}".`
  console.error(`${given} Run one of these:`)
  for (const each of names) console.error(`  npm run example ${each}`)
  process.exitCode = 1
}
