// The program of today as the stage of a replay.

import { createElement } from '../../jsx/element.ts'
import type { Component } from '../../jsx/element.ts'
import type { Stage } from '../../testing/replay/play.ts'
import { Code } from '../code/code.ts'
import { loadVite } from '../code/load-vite.ts'
import { Mistake } from '../mistake.ts'
import { problemOf } from '../problem.ts'
import { projectOf } from '../project.ts'
import { Captured } from './captured.ts'

export interface OpenStage {
  readonly stage: Stage
  close(): Promise<void>
}

/** The component that is shown where the program serves nothing. */
const usualName = 'App'

/**
 * Runs the program in a file. What it serves is shown; else the component `App` that it exports.
 *
 * @param report  told of what goes wrong in it
 * @throws        Mistake when it does neither
 */
export async function openStage(
  file: string,
  given: string,
  report: (error: unknown) => void,
): Promise<OpenStage> {
  const vite = await loadVite('treewire replay')
  const captured = new Captured(report)
  const root = projectOf(file)
  const code = await Code.open({ vite, root, isWatched: false, instead: captured.exports })
  const close = (): Promise<void> => code.close()
  try {
    const exported = (await code.run(file))[usualName]
    if (!captured.isEmpty) {
      return { stage: { connect: (session) => captured.connect(session) }, close }
    }
    if (typeof exported !== 'function') throw new Mistake(nothingShown(given), 2)
    const component = exported as Component
    return {
      stage: { mount: (session) => session.mount(() => createElement(component, {})) },
      close,
    }
  } catch (error) {
    await close()
    if (error instanceof Mistake) throw error
    throw new Mistake(`${given} cannot be run: ${problemText(error, root)}`, 2)
  }
}

function problemText(error: unknown, root: string): string {
  const { title, text } = problemOf(error, root)
  return title.includes(':') ? `${title}: ${text}` : text
}

function nothingShown(given: string): string {
  return `${given} neither serves anything nor exports a component ${usualName}: give the file of the program that calls serve(), or that of its component.`
}
