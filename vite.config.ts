/**
 * How the three bundles are made, in this order, by one `vite build --app`:
 *
 *   client   src/web/islands/*.ts(x), src/web/ui/site.css     → dist/client/assets/<name>-<hash>.js, site-<hash>.css
 *            and src/web/ui/{find,console,learn}-site.css      and find-, console-, learn-<hash>.css, which their pages add
 *            and src/web/ui/paper.css                         and paper-<hash>.css, which public pages add for paper alone
 *   worker   src/offline/worker.ts                            → dist/client/worker.js (one file, never hashed)
 *   server   src/server/main.ts                               → dist/server/main.js (Node 26, packages stay outside)
 *
 * What one bundle must know of the others reaches it through `virtual:built` (see src/built.d.ts).
 * Never reads the clock or the machine: the same sources give the same bytes, on any machine.
 */
import { createHash } from 'node:crypto'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { buildTargets } from './scripts/browsers/build-targets.ts'
import { sharePictures } from './scripts/share-pictures/share-pictures.ts'

/** Stands in the worker for its own content hash until that is known. */
const idToCome = '@@unclench-build-id@@'

/** Island entries by name: `src/web/islands/timer.ts` is `timer`. Tests and files of parts in folders are none. */
const islands = Object.fromEntries(
  globSync('src/web/islands/*.{ts,tsx}', { cwd: import.meta.dirname })
    .filter((path) => !/\.(test|d)\.tsx?$/.test(path))
    .sort()
    .map((path) => [basename(path).replace(/\.tsx?$/, ''), path]),
)

const publicDir = 'src/web/static'
/** Letters that the printed guides are set in: they lie beside the program that makes them. */
const pdfFonts = 'src/server/pdf/fonts'
const clientDir = join(import.meta.dirname, 'dist/client')

/** SHA-256 of a file as it lies on the disk, in base64. */
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('base64')

/** Serves `virtual:built` to worker and server, filled from the bundles that were written before them. */
function built(): Plugin {
  const assets = {
    css: '',
    findCss: '',
    consoleCss: '',
    learnCss: '',
    paperCss: '',
    islands: {} as Record<string, string>,
  }
  let files: Readonly<Record<string, string>> = {}
  let id = ''
  return {
    name: 'unclench-built',
    resolveId: (source) => (source === 'virtual:built' ? '\0virtual:built' : undefined),
    load(source) {
      if (source !== '\0virtual:built') return undefined
      const known = { id: this.environment.name === 'worker' ? idToCome : id, assets, files }
      return `export const built = ${JSON.stringify(known)}`
    },
    async generateBundle(_options, bundle) {
      if (this.environment.name === 'client')
        for (const [fileName, source] of await sharePictures()) this.emitFile({ type: 'asset', fileName, source })
      if (this.environment.name === 'server')
        for (const file of readdirSync(join(import.meta.dirname, pdfFonts)))
          this.emitFile({
            type: 'asset',
            fileName: `fonts/${file}`,
            source: readFileSync(join(import.meta.dirname, pdfFonts, file)),
          })
      if (this.environment.name !== 'worker') return
      const chunks = Object.values(bundle).filter((output): output is Rolldown.OutputChunk => output.type === 'chunk')
      const [worker] = chunks
      if (!worker || chunks.length !== 1) return this.error('The worker must be exactly one file.')
      id = createHash('sha256').update(worker.code).digest('hex').slice(0, 12)
      worker.code = worker.code.replaceAll(idToCome, id)
    },
    // After writing, since only then is the empty script that stood for the stylesheet gone.
    writeBundle(_options, bundle) {
      if (this.environment.name !== 'client') return
      // Pictures for shared links are for others to fetch: no device keeps them.
      const made = Object.keys(bundle).filter((file) => !file.startsWith('share/'))
      // What pages point to lies at the top; folders hold texts to read, which stay with the server.
      const copied = readdirSync(join(import.meta.dirname, publicDir), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
      files = Object.fromEntries([...made, ...copied].map((file) => [`/${file}`, hashOf(join(clientDir, file))]))
      const sheets = made.filter((file) => file.endsWith('.css')).map((file) => `/${file}`)
      if (sheets.length !== 5)
        this.error(
          `Expected five stylesheets, found ${sheets.length}: styles belong in src/web/ui, islands import none.`,
        )
      assets.css = sheets.find((file) => file.startsWith('/assets/site-')) ?? ''
      assets.findCss = sheets.find((file) => file.startsWith('/assets/find-')) ?? ''
      assets.consoleCss = sheets.find((file) => file.startsWith('/assets/console-')) ?? ''
      assets.learnCss = sheets.find((file) => file.startsWith('/assets/learn-')) ?? ''
      assets.paperCss = sheets.find((file) => file.startsWith('/assets/paper-')) ?? ''
      for (const output of Object.values(bundle))
        if (output.type === 'chunk' && output.moduleIds.some((id) => id.includes('node_modules')))
          this.error(
            'An island imports a package. Then this bundle needs the notices of its licence, as the worker has.',
          )
      for (const output of Object.values(bundle))
        if (output.type === 'chunk' && output.isEntry) assets.islands[output.name] = `/${output.fileName}`
    },
  }
}

export default defineConfig({
  appType: 'custom',
  publicDir,
  plugins: [built()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The worker is one file on purpose: it is fetched after the page is usable, and must work whole with no network.
  build: {
    target: buildTargets,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: false,
        // Holds nothing but our own: see the check in built().
        license: false,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            ...islands,
            site: 'src/web/ui/site.css',
            find: 'src/web/ui/find-site.css',
            console: 'src/web/ui/console-site.css',
            learn: 'src/web/ui/learn-site.css',
            paper: 'src/web/ui/paper.css',
          },
        },
      },
    },
    worker: {
      consumer: 'client',
      build: {
        outDir: 'dist/client',
        emptyOutDir: false,
        copyPublicDir: false,
        license: { fileName: 'licences/worker.txt' },
        modulePreload: false,
        rolldownOptions: {
          input: 'src/offline/worker.ts',
          output: { format: 'iife', entryFileNames: 'worker.js', codeSplitting: false },
        },
      },
    },
    server: {
      consumer: 'server',
      resolve: { noExternal: [], external: true },
      build: {
        outDir: 'dist/server',
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        sourcemap: true,
        target: 'node26',
        rolldownOptions: {
          input: {
            main: 'src/server/main.ts',
            unclench: 'src/server/command-line/main.ts',
            'pdf-maker': 'src/server/pdf/pdf-maker.ts',
          },
          platform: 'node',
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp(builder) {
      for (const name of ['client', 'worker', 'server'] as const) {
        const environment = builder.environments[name]
        if (!environment) throw new Error(`No environment called ${name}.`)
        await builder.build(environment)
      }
    },
  },
})
