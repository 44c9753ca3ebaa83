import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The floor the app must run on (Electron 33), not the version it ships: electron-vite would otherwise aim at the newest. */
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      // Pure JavaScript is bundled; what stays outside (the native modules) is all that a package has to carry in node_modules.
      externalizeDeps: { exclude: ['electron-store', 'uuid', 'ws', 'zod'] },
      rolldownOptions: {
        input: { index: join(import.meta.dirname, 'src/main/boot.ts'), app: join(import.meta.dirname, 'src/main/index.ts'), 'history-worker': join(import.meta.dirname, 'src/main/history/adapters/worker/main.ts') },
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
