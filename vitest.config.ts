import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { testBrowser } from './test/browser-setup/chromium.ts'

// Throws where there is none: no test is skipped for want of a browser.
const { executablePath, args, env } = testBrowser()

// Where .ci/run wants the result as JSON, to count from; nobody else asks for it.
const report = process.env['TREEWIRE_TEST_REPORT']

// What looks at the whole process, so no other file may have left anything in it: what has been run since before the
// first import, which sockets are open, who hears its signals.
const alone = [
  'test/reconciler/work.test.tsx',
  'test/server/application.test.ts',
  'test/server/fuzz/fuzz-door.test.ts',
  'test/server/serve.test.ts',
]

export default defineConfig({
  // 'treewire' and 'treewire/jsx-runtime' are the sources, as tsconfig.json says.
  resolve: { tsconfigPaths: true },
  test: {
    restoreMocks: true,
    // Half of their time tests wait for pages and processes: where there are two cores one worker would waste one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Whoever waits says for what; a machine that is busy may take its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    // A suffix names the project of a test file: nothing, `.browser` or `.e2e` in front of `.test`.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          // What is taken out of the papers is run by their own tests.
          exclude: ['test/**/*.{browser,e2e}.test.{ts,tsx}', 'test/docs/.blocks-*/**', ...alone],
          setupFiles: 'test/setup.ts',
          // No module has state, so all files may share theirs: it takes half the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'unit-alone', include: alone, setupFiles: 'test/setup.ts' },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.{ts,tsx}'],
          globalSetup: 'test/e2e-setup.ts',
          setupFiles: 'test/setup.ts',
          // As above.
          isolate: false,
        },
      },
      {
        extends: true,
        // All found before the first test: no reload in the middle of one.
        optimizeDeps: {
          entries: ['src/client/main.ts', 'test/**/*.browser.test.{ts,tsx}'],
          include: [
            '@codemirror/commands',
            '@codemirror/search',
            '@codemirror/state',
            '@codemirror/view',
            'echarts/charts',
            'echarts/components',
            'echarts/core',
            'echarts/renderers',
            'style-mod',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          setupFiles: 'test/browser-setup/setup.ts',
          // As above: every test takes its widgets away itself.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            provider: playwright({ launchOptions: { executablePath, args, env } }),
            instances: [{ browser: 'chromium', viewport: { width: 800, height: 600 } }],
            expect: {
              toMatchScreenshot: {
                timeout: 2000, // its timer keeps the process alive after the last test, so not the default 5 s
                comparatorName: 'pixelmatch',
                comparatorOptions: { threshold: 0.01, allowedMismatchedPixelRatio: 0.02 },
                resolveScreenshotPath: ({ arg, ext, root, testFileDirectory, testFileName }) =>
                  `${root}/${testFileDirectory}/__screenshots__/${testFileName}/${arg}${ext}`,
              },
            },
          },
        },
      },
    ],
  },
})
