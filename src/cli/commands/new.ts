// `treewire new my-app`: makes a project that runs, has a test, and can be built.

import type { Command, Order } from '../command.ts'
import { makeProject } from '../new/make-project.ts'

export const newProject: Command = {
  summary: 'makes a project: an example, its test, what builds and runs it',
  usage: 'new <folder>',
  about: [
    'Makes a project in TypeScript in <folder>, which is made if it is not there and must be empty if it is: an example,',
    'its test, types, lint, a Dockerfile.',
  ].join('\n'),
  takes: [1, 1],
  options: {},
  run: async ({ things, folder, terminal }: Order) => {
    const { path, name } = await makeProject(things[0]!, folder)
    terminal.say(
      [
        `treewire: ${name} is in ${path}. What comes next:`,
        '',
        ...(things[0] === '.' ? [] : [`  cd ${things[0]}`]),
        '  npm install',
        '  npm run dev',
      ].join('\n'),
    )
    return 0
  },
}
