import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The floor the app must run on (Electron 33), not the version it ships: electron-vite would otherwise aim at the newest. */
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

const BUNDLED = [
  '@modelcontextprotocol/client', '@mozilla/readability', '@streamparser/json', 'chardet', 'cross-spawn', 'electron-store', 'fflate', 'ignore', 'intl-messageformat', 'jsonc-parser', 'linkedom', 'mammoth',
  'mdast-util-from-markdown', 'mdast-util-gfm', 'micromark-extension-gfm', 'papaparse', 'remend', 'turndown', 'unpdf', 'uuid', 'ws', 'zod',
] as const
const MAIN = join(import.meta.dirname, 'src/main')

const foldersIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : [])) : [])

/** What runs beside main, in a thread or a process of its own: `src/main/<domain>/adapters/<name>/main.ts` is `<domain>-<name>.js` of the build. */
const besideMain = (): Record<string, string> =>
  Object.fromEntries(
    foldersIn(MAIN)
      .flatMap((domain) => foldersIn(join(MAIN, domain, 'adapters')).map((name) => [`${domain}-${name}`, join(MAIN, domain, 'adapters', name, 'main.ts')] as const))
      .filter(([, module]) => existsSync(module)),
  )

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      // Pure JavaScript is bundled; what stays outside (the native modules) is all that a package has to carry in node_modules.
      externalizeDeps: { exclude: [...BUNDLED] },
      rolldownOptions: {
        input: { index: join(MAIN, 'boot.ts'), app: join(MAIN, 'index.ts'), ...besideMain() },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      // A sandboxed preload can require nothing but Electron: one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  },
  renderer: {
    plugins: [react()],
    // A worklet imports nothing at run time: one plain script each.
    worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
    build: {
      target: CHROME_TARGET,
      minify: true, // read at every start
      // The page's CSP knows no `data:`; every asset, worklets first of all, is a file of its own.
      assetsInlineLimit: 0,
      rolldownOptions: { input: ['index.html', 'history.html', 'settings.html', 'indicator.html'].map((page) => join(import.meta.dirname, 'src/renderer', page)) },
    },
  },
})
