// A program whose modules are evaluated again and again, without files: a module is a function that is given marks.

import { type Child, Page, type Session } from 'treewire'
import { render, type Rendered } from 'treewire/testing'
import { refresh } from '../../src/cli/dev/refresh.ts'
import { Registry, type Hot, type Marks } from '../../src/cli/dev/registry.ts'
import { sentencesOf } from '../../src/cli/dev/loss.ts'

export class EditedProgram {
  readonly registry = new Registry((error) => {
    throw error
  })

  /** Evaluates a module, for the first time or again; what it gives counts from the next `commit` on. */
  evaluate<Exports>(file: string, module: (marks: Marks, hot: Hot) => Exports): Exports {
    this.registry.rest(file)
    const { treewire, hot } = this.registry.metaOf(file)
    return module(treewire, hot)
  }

  /** What has been evaluated counts, and is shown in these sessions. @returns what is told of losses */
  commit(...sessions: readonly Session[]): string[] {
    const losses = [...this.registry.commit()]
    for (const session of sessions) losses.push(...refresh(session, this.registry))
    return sentencesOf(losses)
  }

  /** A session with a page that shows what a module of the name app.tsx gives. */
  shown(module: (marks: Marks, hot: Hot) => () => Child): Rendered {
    const App = this.evaluate('app.tsx', module)
    this.commit()
    return shown(App)
  }
}

export function shown(App: () => Child): Rendered {
  return render(() => <Page>{<App />}</Page>)
}
