/**
 * The server: built files from disk, then the care app. Started by `npm start` as dist/server/main.js.
 * Keeps nothing of what people answer in the care half. The clinic half's database comes up beside it.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { built } from 'virtual:built'
import { readOutboxMail } from '../clinic/mail/outbox.ts'
import { readMailSettings } from '../clinic/mail/mail-settings.ts'
import { readClock } from '../care/evidence/time.ts'
import { createCareApp } from '../web/care/app.tsx'
import { answerFault } from '../web/care/fault.tsx'
import { galleryRoutes } from '../web/care/gallery.tsx'
import type { CareHome } from '../web/care/home.ts'
import { securityHeaders } from '../web/care/security-headers.ts'
import { accountMailsBeside } from './accounts/account-mails.ts'
import { createApi } from './api.ts'
import { type ClinicState, startClinic } from './clinic.ts'
import { answeredHere } from './answered-here.ts'
import { addressOf, clinicPages, dataOf } from './clinic-pages.ts'
import { readConfig } from './config.ts'
import { guideMailsBeside } from './guide-mails.ts'
import { lettersBeside, lettersFolderIn } from './letters.ts'
import { eraseByStaff } from './erase-by-staff.ts'
import { eraseDueBeside } from './erase-due.ts'
import { mailerBeside } from './mailer.ts'
import { makePdf } from './pdf/make-pdf.ts'
import { createPaperMaker, mostPaperMs, ownPaperRoutes } from './pdf/own-papers.ts'
import { pdfRoutes } from './pdf/pdf-routes.tsx'
import { createPdfStore } from './pdf/pdf-store.ts'
import { createNodeServer, stopServer } from './node-server.ts'

/** Built files carry their hash in their name, so they never change. */
const forEver: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

/** Files that keep their name from build to build: asked for again, and sent only if they changed. */
const askAgain: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache')
}

/** The worker is asked for at each start, so that old clinical rules are never served unnoticed. */
const alwaysAsk: MiddlewareHandler = async (c, next) => {
  const etag = `"${built.id}"`
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304, { ETag: etag })
  await next()
  c.header('Cache-Control', 'no-cache')
  c.header('ETag', etag)
}

/** The static files' own list of types does not know it, and no browser may guess. */
const asSound: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Content-Type', 'audio/wav')
}

/** Ends the process when the reason has been said in words; `scripts/start.mjs` then says nothing more. */
const saidWhy = 2

const home = {
  kind: 'server',
  notebook: null,
  now: () => readClock(Date.now()),
  newId: randomUUID,
  assets: built.assets,
  buildId: built.id,
  origin: () => origin(),
  makePaper: (sheet) => makePaper(sheet),
} satisfies CareHome
const settings = readConfig(process.env)
if (!settings.ok) {
  console.error(settings.why)
  process.exit(saidWhy)
}
const mail = readMailSettings(process.env, settings.config.dataFolder)
if (!mail.ok) {
  console.error(mail.why)
  process.exit(saidWhy)
}
const maker = new URL('./pdf-maker.js', import.meta.url)
const pdfs = createPdfStore({
  folder: join(settings.config.dataFolder, 'guides'),
  make: (job) => makePdf(maker, job),
  now: Date.now,
})
const makePaper = createPaperMaker(
  (job) => makePdf(maker, job, mostPaperMs),
  () => origin(),
)
const { outbox } = mail.settings
/** The database as it is now: until the clinic half is started, it is starting. */
let clinicNow: () => ClinicState = () => ({ state: 'starting' })
const byStaff = eraseByStaff(settings.config.dataFolder)
const app = new Hono()
  // First, and with headers of its own: a call from a machine need not pass the file look-up and the packing.
  .route('/', createApi({ data: () => dataOf(clinicNow()), now: () => Temporal.Now.instant(), addressOf }))
  .use(securityHeaders())
  .use(compress())
  .use(askAgain)
  .use('/assets/*', forEver)
  .use('/worker.js', alwaysAsk)
  .use('/silence.wav', asSound)
  .use(serveStatic({ root: fileURLToPath(new URL('../client', import.meta.url)) }))
  .route('/', galleryRoutes(home))
  .route(
    '/',
    clinicPages({
      home,
      css: built.assets.findCss,
      consoleCss: built.assets.consoleCss,
      clinic: () => clinicNow(),
      lettersFolder: lettersFolderIn(settings.config.dataFolder),
      origin: () => origin(),
      readMail: outbox === null ? undefined : (mailId) => readOutboxMail(outbox, mailId),
      mail: mail.settings,
      erasing: byStaff.erasing,
    }),
  )
  .route(
    '/',
    pdfRoutes({
      ...{ home, store: pdfs, origin: () => origin(), say: (line) => console.error(line) },
      mail: { data: () => dataOf(clinicNow()), addressOf, intoFiles: outbox !== null },
    }),
  )
  .route('/', ownPaperRoutes(makePaper))
  .route('/', createCareApp({ ...home, answeredHere: () => answeredHere(dataOf(clinicNow())) }))
app.onError(answerFault(home))

const wanted = Number(process.env.PORT ?? 3000)
const server = createNodeServer(app.fetch)
server.once('error', (error: NodeJS.ErrnoException) => {
  const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code ?? error.name})`
  console.error(`Port ${wanted} ${why}. Try: PORT=${wanted === 65_535 ? 3000 : wanted + 1} npm start`)
  process.exit(saidWhy)
})
server.listen(wanted, () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  console.log(`Unclench is running: http://localhost:${port}`)
  process.send?.('listening')
})
// Beside the pages, which need none of it.
const say = (line: string) => console.log(line)
const origin = () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : wanted
  return settings.config.publicUrl ?? `http://localhost:${port}`
}
const clinic = startClinic(settings.config, say, (database, owner) => {
  const beside = [
    mailerBeside(mail.settings, origin, say),
    lettersBeside(mail.settings, settings.config.dataFolder, origin, say),
    guideMailsBeside(mail.settings, origin, say),
    accountMailsBeside(mail.settings, origin, say),
    eraseDueBeside(say),
    byStaff.beside,
  ]
  const running = beside.map((start) => start(database, owner))
  return { stop: async () => void (await Promise.all(running.map((each) => each.stop()))) }
})
clinicNow = () => clinic.current()
void clinic.taken.then((why) => {
  console.error(why)
  process.exit(saidWhy)
})
const stop = () => {
  // A second signal does not wait.
  if (!server.listening) process.exit(1)
  void Promise.all([stopServer(server), clinic.stop()]).then(() => process.disconnect?.())
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
// Whoever started us is gone, however it ended: then nobody could stop us any more.
process.once('disconnect', () => server.listening && stop())
