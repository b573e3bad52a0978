#!/usr/bin/env node
// The program `treewire`: package.json names it under "bin".

import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2))
