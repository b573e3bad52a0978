// Prints every widget class as JSON: `npm run --silent catalog`.

import { catalog } from '../src/widgets/catalog.ts'
import { catalogJson } from '../src/widgets/catalog-json.ts'

console.log(JSON.stringify(catalogJson(catalog), null, 2))
