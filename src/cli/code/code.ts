// The code of a program: read, compiled and evaluated by Vite, file by file, in this process. Packages are not
// compiled but imported as they are.

import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { InlineConfig, Plugin, ViteDevServer } from 'vite'
import type { ESModulesEvaluator, ModuleRunner } from 'vite/module-runner'
import { MissingFile } from '../problem.ts'
import type { Vite } from './load-vite.ts'
import { isOwnModule, ownModule } from './own-modules.ts'

export interface CodeOptions {
  readonly vite: Vite
  /** The folder of the project. */
  readonly root: string
  /** Whether its files are watched; see `watcher`. */
  readonly isWatched: boolean
  readonly plugins?: readonly Plugin[]
  /** What takes the place of exports of `treewire`. */
  readonly instead?: Readonly<Record<string, unknown>>
  /** What `import.meta` has more than it has anyway, made when a file is evaluated. */
  readonly metaOf?: (file: string) => object
}

/** Where compiling has come to. */
interface Way {
  readonly seen: Set<string>
  /** The paths of what has been compiled. */
  readonly files: Set<string>
  /** The file that has led here; undefined for the first. */
  readonly importer?: string
}

export class Code {
  readonly #server: ViteDevServer
  readonly #runner: ModuleRunner

  private constructor(server: ViteDevServer, runner: ModuleRunner) {
    this.#server = server
    this.#runner = runner
  }

  static async open(options: CodeOptions): Promise<Code> {
    const server = await options.vite.createServer(configOf(options))
    return new Code(server, newRunner(server, options))
  }

  /** Tells of files of the project that change. */
  get watcher() {
    return this.#server.watcher
  }

  /** What has been evaluated. */
  get modules() {
    return this.#runner.evaluatedModules
  }

  /**
   * Evaluates a file, and before it what it imports, unless that has been done and holds.
   *
   * @returns what it exports
   */
  run(file: string): Promise<Readonly<Record<string, unknown>>> {
    return this.#runner.import(file)
  }

  /** Whether a file belongs to the program. */
  has(file: string): boolean {
    return (this.#graph.getModulesByFile(file)?.size ?? 0) > 0
  }

  /** A file is not any more what it was. */
  forget(file: string): void {
    this.#graph.onFileChange(file)
    if (existsSync(file)) return
    // What they import they find out when they are compiled.
    for (const { importers } of this.#graph.getModulesByFile(file) ?? []) {
      for (const one of importers) if (one.file !== null) this.#graph.onFileChange(one.file)
    }
  }

  /**
   * Compiles a file and all that it imports, where that has not been done.
   *
   * @returns the paths of all these files
   * @throws  when one cannot be compiled, or is not there
   */
  async compile(file: string): Promise<ReadonlySet<string>> {
    if (!existsSync(file)) throw new MissingFile(file, undefined)
    const files = new Set<string>()
    await this.#compileAll(file, { seen: new Set(), files })
    return files
  }

  async #compileAll(url: string, way: Way): Promise<void> {
    const { seen, files, importer } = way
    if (seen.has(url)) return
    seen.add(url)
    try {
      await this.#server.environments.ssr.transformRequest(url)
    } catch (error) {
      throw this.#missing(url, importer) ?? error
    }
    const module = await this.#graph.getModuleByUrl(url)
    if (!module) return
    if (module.file !== null) files.add(module.file)
    const imported = [...module.importedModules].map((one) => one.url)
    const missing = imported.find((one) => /^\.\.?\//.test(one))
    const file = module.file ?? url
    if (missing !== undefined) throw this.#missingIn(file, missing)
    const ours = imported.filter((one) => one.startsWith('/'))
    await Promise.all(ours.map((one) => this.#compileAll(one, { seen, files, importer: file })))
  }

  /** What is wrong if a file has gone after it was found out who imports it. */
  #missing(url: string, importer: string | undefined): MissingFile | undefined {
    const file = join(this.#server.config.root, url.replace(/\?.*/, ''))
    if (importer === undefined || existsSync(file)) return undefined
    const wanted = relative(dirname(importer), file)
    return this.#missingIn(importer, wanted.startsWith('.') ? wanted : `./${wanted}`)
  }

  #missingIn(importer: string, wanted: string): MissingFile {
    // It may be there the next time.
    this.forget(importer)
    return new MissingFile(importer, wanted)
  }

  async close(): Promise<void> {
    await this.#runner.close()
    await this.#server.close()
  }

  get #graph() {
    return this.#server.environments.ssr.moduleGraph
  }
}

function configOf({ root, isWatched, plugins = [] }: CodeOptions): InlineConfig {
  return {
    root,
    configFile: false,
    envFile: false,
    appType: 'custom',
    // What goes wrong is thrown, and told by who asked for it.
    logLevel: 'silent',
    clearScreen: false,
    server: { middlewareMode: true, ws: false, hmr: false, watch: isWatched ? {} : null },
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: { tsconfigPaths: true },
    ssr: { external: ['treewire'] },
    // Who develops wants to know where an element is written.
    oxc: { jsx: { ...jsxOptions, development: isWatched } },
    plugins: [...plugins],
  }
}

/** What a project's tsconfig.json says for the compiler of types holds here without one. */
export const jsxOptions = {
  runtime: 'automatic',
  importSource: 'treewire',
  development: false,
} as const

interface Asked {
  readonly name: string
  readonly data: [id: string, importer?: string, options?: object]
}

function newRunner(server: ViteDevServer, options: CodeOptions): ModuleRunner {
  const { vite, metaOf } = options
  const answer = async ({ name, data }: Asked): Promise<unknown> => {
    if (name === 'getBuiltins') return []
    const [id] = data
    if (isOwnModule(id)) return { externalize: id, type: 'module' }
    return server.environments.ssr.fetchModule(...data)
  }
  return new vite.ModuleRunner(
    {
      hmr: false,
      sourcemapInterceptor: 'node',
      createImportMeta: (file) => ({ ...vite.createNodeImportMeta(file), ...metaOf?.(file) }),
      transport: {
        async invoke(payload) {
          try {
            return { result: await answer((payload as { data: Asked }).data) }
          } catch (error) {
            return { error }
          }
        },
      },
    },
    newEvaluator(options),
  )
}

function newEvaluator({ vite, instead = {} }: CodeOptions): ESModulesEvaluator {
  class Evaluator extends vite.ESModulesEvaluator {
    override runExternalModule(name: string): Promise<unknown> {
      return isOwnModule(name) ? ownModule(name, instead) : super.runExternalModule(name)
    }
  }
  return new Evaluator()
}
