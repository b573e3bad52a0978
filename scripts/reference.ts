// Writes docs/reference.md from the catalog: `npm run reference`.

import { mkdirSync, writeFileSync } from 'node:fs'
import { catalog } from '../src/widgets/catalog.ts'
import { referenceOf } from '../src/widgets/reference.ts'

const docs = new URL('../docs/', import.meta.url)

mkdirSync(docs, { recursive: true })
writeFileSync(new URL('reference.md', docs), referenceOf(catalog))
