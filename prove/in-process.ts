/** For the short form in the tests: servers of ours in this process, each with its own listener and its own connections. */
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { connect } from '../src/clinic/db/connection.ts'
import { rolePassword } from '../src/clinic/db/roles.ts'
import type { Deliver } from '../src/clinic/mail/deliver.ts'
import type { TestDatabase } from '../src/clinic/db/test-database.ts'
import { asEpochMs } from '../src/care/evidence/time.ts'
import type { ReadyDatabase } from '../src/server/clinic.ts'
import { addressOf, clinicPages } from '../src/server/clinic-pages.ts'
import { pdfRoutes } from '../src/server/pdf/pdf-routes.tsx'
import type { CareHome } from '../src/web/care/home.ts'
import { createCareApp } from '../src/web/care/app.tsx'
import { createNodeServer, stopServer } from '../src/server/node-server.ts'

/** A server that listens on this machine. */
export interface OwnServer {
  readonly origin: string
  readonly app: ReturnType<typeof clinicPages>
  readonly ready: ReadyDatabase
  readonly stop: () => Promise<void>
}

const assets = { css: '/site.css', findCss: '/find.css', islands: {} }

/** Starts one over the database of a test file. @param deliver takes what people ask for to sign in by */
export async function startInProcess(
  db: Pick<TestDatabase, 'address' | 'secret' | 'auth'>,
  deliver: Deliver = () => Promise.resolve({ ok: true }),
): Promise<OwnServer> {
  const as = (role: 'unclench_app' | 'unclench_directory') => connect(db.address, role, rolePassword(db.secret, role))
  const [app, directory] = [as('unclench_app'), as('unclench_directory')]
  const ready: ReadyDatabase = { app, directory, auth: db.auth, secret: db.secret, isDemonstration: false }
  const home: CareHome = {
    kind: 'server',
    notebook: null,
    now: () => asEpochMs(Date.now()),
    newId: () => crypto.randomUUID(),
    assets,
    buildId: 'test',
  }
  const pages = clinicPages({
    home,
    css: assets.findCss,
    consoleCss: '/console.css',
    clinic: () => ({ state: 'ready', ...ready }),
    lettersFolder: join(tmpdir(), `letters-${crypto.randomUUID()}`),
    origin: () => 'http://localhost',
    mail: { from: 'bookings@unclench.test', deliver },
  })
  const pdf = new Uint8Array(Buffer.from('%PDF-1.7 %%EOF'))
  const files = pdfRoutes({
    ...{ home, origin: () => 'http://localhost', say: () => undefined },
    store: { get: () => Promise.resolve({ ok: true, pdf, version: 'abc12345', pages: 4 }) },
    mail: { data: () => ready, addressOf },
  })
  // The check, the guide and its files are behind links of mails too.
  const house = new Hono().route('/', pages).route('/', files).route('/', createCareApp(home))
  const server = createNodeServer(house.fetch)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    app: pages,
    ready,
    stop: async () => {
      await stopServer(server, 0)
      await Promise.all([app.destroy(), directory.destroy()])
    },
  }
}
