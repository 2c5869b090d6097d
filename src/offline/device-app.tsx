/**
 * The care app as it runs on a device: the same pages as on the server, behind three guards of its own. Answers that are
 * too old or were given to other questions are not used; forms from other sites are refused; entries that cannot be read
 * can be saved. Never touches the network, but for the locked copy (sync/) and the file of a plan (send-paper.ts), when somebody presses
 * their buttons.
 */
import { type Context, Hono } from 'hono'
import { createCareApp } from '../web/care/app.tsx'
import { show } from '../web/care/care-page.tsx'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { answerFault } from '../web/care/fault.tsx'
import { giveFile } from '../web/care/give-file.ts'
import { paths } from '../web/care/paths.ts'
import { securityHeaders } from '../web/care/security-headers.ts'
import { type Begun, expiryOf, trailHead } from './check-expiry.ts'
import { formGuard } from './form-guard.tsx'
import { NewestPage } from './form-guard-pages.tsx'
import { type DeviceHome, draftOf, resultOf } from './checks-under-way.ts'
import { CheckExpiredPage } from './check-expired-page.tsx'
import { syncRoutes } from './sync/sync-routes.tsx'
import { patienceMs, within } from './time-limit.ts'
import { madeAt } from '../care/evidence/ids.ts'

/** How long the page waits that looks for newer questions, in seconds; less when a script can tell that they have come. */
const waitSeconds = 1
/**
 * The same where they are here whole. The page goes on by itself once they are in charge, and not before: a start that is asked for
 * just then may never come.
 */
const takeOverSeconds = 2
/** Looks whether newer questions can be had, and leads on to the check. */
export const newestPath = '/check/newest'
/** The start of a check that has looked already: nothing else is ever put there. */
export const lookedPath = `${paths.check}?looked`

/**
 * The app for a device.
 *
 * @param token the token of this device's forms (form-token.ts)
 */
export function createDeviceApp(home: DeviceHome, token: () => Promise<string>): Hono {
  const app = new Hono()
  // First, so that also what the guards answer, and a fault in them, goes out with every header.
  app.use(securityHeaders())
  app.use(formGuard(home, token))
  app.use(async (c, next) => (await refusal(c, home)) ?? (await next()))
  app.get(newestPath, (c) => {
    const seconds = c.req.query('ready') === undefined ? waitSeconds : takeOverSeconds
    c.header('Refresh', `${seconds}; url=${lookedPath}`)
    return show(c, <NewestPage home={home} href={lookedPath} />, 200, 'holdsAnswers')
  })
  app.get(paths.recordSetAside, async (c) => {
    const entries = await within(patienceMs, home.notebook.setAside())
    return giveFile(c, `${entries.join('\n')}\n`, 'unclench-set-aside.txt', 'text/plain; charset=utf-8')
  })
  app.route('/', syncRoutes(home))
  app.route('/', createCareApp(home))
  app.onError(answerFault(home))
  return app
}

/** The page to show instead, when the answers of this address or form may not be used. */
async function refusal(c: Context, home: DeviceHome): Promise<Response | undefined> {
  const asked = c.req.method === 'POST' ? await posted(c.req.raw) : await addressed(c.req.path, home)
  if (!asked) return undefined
  const draft = await draftOf(home, asked.id)
  const begun: Begun = { protocol: asked.protocol, at: madeAt(asked.id) ?? draft?.begunAt ?? null }
  const standing = expiryOf(begun, protocolVersion, home.now())
  // A finished check may be shown to a clinician for longer than it may be acted on.
  if (standing === 'good' || (standing === 'old' && c.req.path === paths.checkSummary(asked.id))) return undefined
  const level = await resultOf(home, asked.id)
  if (draft && level === null) await within(patienceMs, home.notebook.drafts.remove(asked.id)).catch(() => undefined)
  return show(c, <CheckExpiredPage home={home} why={standing} level={level} />, 409, 'holdsAnswers')
}

/** The check that a posted form carries on with, if it carries one. */
async function posted(request: Request): Promise<ReturnType<typeof trailHead>> {
  try {
    const trail = (await request.clone().formData()).get('trail')
    return typeof trail === 'string' ? trailHead(trail) : null
  } catch {
    return null
  }
}

/** The check that an address names, as it is kept here. */
async function addressed(path: string, home: DeviceHome): Promise<{ id: string; protocol: string | null } | null> {
  const id = /^\/check\/([^/]+)\/(?:\d+|summary)$/.exec(path)?.[1]
  if (id === undefined) return null
  const draft = await draftOf(home, id)
  return { id, protocol: draft ? (trailHead(draft.trail)?.protocol ?? null) : null }
}
