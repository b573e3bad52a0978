// What is told to the log: one line an occurrence, its facts as fields. Nothing in them lets anybody in.

import { createHash } from 'node:crypto'
import { Console } from 'node:console'

/** The facts of a line, by their names. */
export type LogFields = Readonly<Record<string, unknown>>

/** Takes lines, as pino does: the fields first, then the words. The console is one too. */
export interface Logger {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
  /** One whose lines all have these fields. */
  child?(fields: LogFields): Logger
}

type Level = 'info' | 'warn' | 'error'

/**
 * A logger that never throws: it is called where nobody could catch that. The console gets the words first, with whose
 * they are; any other one that can make a child gets `{ module: 'treewire' }` with each line.
 */
export function carefulLogger(given: Logger): Logger {
  if (given instanceof CarefulLogger) return given
  if (given instanceof Console) return new CarefulLogger(wordsFirst(given))
  return new CarefulLogger(given.child?.({ module: 'treewire' }) ?? given)
}

class CarefulLogger implements Logger {
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  info(fields: LogFields, message: string): void {
    this.#say('info', fields, message)
  }

  warn(fields: LogFields, message: string): void {
    this.#say('warn', fields, message)
  }

  error(fields: LogFields, message: string): void {
    this.#say('error', fields, message)
  }

  #say(level: Level, fields: LogFields, message: string): void {
    try {
      this.#logger[level](fields, message)
    } catch (mistake) {
      console.error('treewire: logger:', mistake)
    }
  }
}

/** By what a session is known in the log: eight letters and digits, from which its id cannot be found. */
export function logName(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8)
}

function wordsFirst(logger: Console): Logger {
  return {
    info: (fields, message) => logger.info(`treewire: ${message}`, fields),
    warn: (fields, message) => logger.warn(`treewire: ${message}`, fields),
    error: (fields, message) => logger.error(`treewire: ${message}`, fields),
  }
}
