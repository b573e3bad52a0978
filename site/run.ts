// Makes the site: `npm run site` builds it into site/dist, `npm run site -- dev` serves it while papers are written.

import { spawn, spawnSync } from 'node:child_process'
import { rmSync, watch } from 'node:fs'
import { installPackage } from '../scripts/install-package.ts'
import { PAGES, ROOT, SITE } from './folders.ts'
import { writePages, writeSite } from './write.ts'

const [command = 'build', ...more] = process.argv.slice(2)
const vitepress = [`${SITE}node_modules/vitepress/bin/vitepress.js`, command, SITE, ...more]

if (!['build', 'dev', 'preview'].includes(command)) {
  console.error(`npm run site takes build, dev or preview, got "${command}".`)
  process.exitCode = 2
} else {
  installPackage('site', 'what the site is made with')
  if (command !== 'preview') make()
  if (command === 'dev') serve()
  else mustSucceed(...vitepress)
}

function make(): void {
  rmSync(PAGES, { recursive: true, force: true })
  writeSite()
}

/** Papers are made into pages whenever one of them is saved; the reference of the doors only at the beginning. */
function serve(): void {
  const again = () => {
    try {
      writePages()
    } catch (error) {
      console.error((error as Error).message)
    }
  }
  for (const folder of ['', 'docs', 'docs/guides', 'site']) {
    watch(ROOT + folder, (_event, name) => {
      if (name?.endsWith('.md')) again()
    })
  }
  const server = spawn(process.execPath, vitepress, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
}

/** @throws never: ends this process with the status of the other */
function mustSucceed(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
