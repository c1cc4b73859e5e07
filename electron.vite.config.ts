import { fileURLToPath } from 'node:url'

import { defineConfig } from 'electron-vite'
import solid from 'vite-plugin-solid'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          main: at('electron/main/main.ts'),
          backend: at('electron/main/backendEntry.ts'),
          simulationThread: at('electron/backend/simulationThread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        // SECURITY: a sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [solid()],
    build: {
      outDir: at('out/renderer'),
      target: 'es2023',
      // SECURITY: the content policy allows no inline script, style or data font.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
