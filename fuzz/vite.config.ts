/** How the fuzz is bundled, since Node alone reads no pages: fuzz/main.ts → node_modules/.cache/fuzz/main.js. */
import { defineConfig } from 'vite'

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: 'fuzz/main.ts',
    outDir: 'node_modules/.cache/fuzz',
    emptyOutDir: true,
    minify: false,
    target: 'node26',
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'esm', entryFileNames: 'main.js' } },
  },
})
