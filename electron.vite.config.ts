import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'electron-vite'
import type { PluginOption } from 'vite'
import solid from 'vite-plugin-solid'

import { fontFiles } from './electron/backend/documents/documentFonts.ts'
import { joinVerifier } from './electron/backend/evidence/joinVerifier.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Electron 45 and the Node of our scripts; electron-vite's own table of targets ends before it (K2). */
const target = 'node24'

/** electron-vite makes addresses relative, and the page is also asked for at /orders/new. */
const servedFromRoot: PluginOption = { name: 'served-from-root', config: () => ({ base: '/' }) }

/** What evidence packs and their documents take along as files: the verifier, and the typeface. */
const filesOfPacks: PluginOption = {
  name: 'files-of-packs',
  generateBundle() {
    const verifier = joinVerifier(new URL('electron/backend/evidence/verifier/', import.meta.url))
    this.emitFile({ type: 'asset', fileName: 'verify.mjs', source: verifier.script })
    this.emitFile({ type: 'asset', fileName: 'verify.html', source: verifier.page })
    for (const { from, name } of fontFiles)
      this.emitFile({ type: 'asset', fileName: name, source: readFileSync(at(`node_modules/${from}`)) })
  },
}

export default defineConfig({
  main: {
    plugins: [filesOfPacks],
    // Its build for Node declares a `require` beside the one that the bundler puts into the same file.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      target,
      // Everything is bundled but what carries native code, so that a start reads few files (K3).
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          main: at('electron/main/main.ts'),
          backend: at('electron/main/backendEntry.ts'),
          selfTest: at('electron/main/selfTestEntry.ts'),
          simulationThread: at('electron/backend/simulationThread.ts'),
          storageThread: at('electron/backend/storageThread.ts'),
          learningThread: at('electron/backend/learningThread.ts'),
          exchangeThread: at('electron/backend/exchangeThread.ts'),
        },
        // One flat folder: modules find their neighbours, and package.json, by their own address.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        // SECURITY: a sandboxed preload is one CommonJS file that can require Electron and nothing else (X4).
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [solid(), servedFromRoot],
    build: {
      target: 'es2023',
      minify: true,
      // SECURITY: the content policy allows no inline script, style or data font (X39).
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
