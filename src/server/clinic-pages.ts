/** Joins the public pages of the clinic half to the house: its frame, its addresses, and the database as it is now. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { MailSettings } from '../clinic/mail/mail-settings.ts'
import { footLinks, notSignedOff, seenBy, paperSheets } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import { headerFor, placesFor } from '../web/care/places.ts'
import { securityHeaders } from '../web/care/security-headers.ts'
import { pageAbove } from '../web/ui/posted-only.ts'
import { createBookingApp } from '../web/find/booking/booking-app.tsx'
import { createConsoleApp } from '../web/console/console-app.tsx'
import { createFindApp } from '../web/find/find-app.tsx'
import { letterRoutes } from '../web/find/letters/letter-routes.tsx'
import type { FindData } from '../web/find/find-home.ts'
import type { Frame } from '../web/find/frame.tsx'
import type { Erasing, SignedIn } from '../web/console/console-home.ts'
import { consolePaths } from '../web/console/console-paths.ts'
import { findPaths } from '../web/find/paths.ts'
import { inviteRoutes } from '../web/account/invite-routes.tsx'
import { personPaths } from '../web/account/person-paths.ts'
import { personRoutes } from '../web/account/person-routes.tsx'
import { staffRoutes } from '../web/account/staff-routes.tsx'
import { createDoorkeeper, type Doorkeeper } from './accounts/accounts.ts'
import { lockedCopyRoutes } from './accounts/locked-copy-routes.ts'
import type { ClinicState, ReadyDatabase } from './clinic.ts'

/** What these pages are given. */
export interface ClinicPages {
  readonly home: CareHome
  /** The stylesheets that only these pages need: the public's and the staff's. */
  readonly css: string
  readonly consoleCss: string
  readonly clinic: () => ClinicState
  /** The folder beside the database in which it is kept who left the letters. */
  readonly lettersFolder: string
  /** Where people reach this installation, without a slash at its end. */
  readonly origin: () => string
  /** Where mail is written to files, since no mail server is named: reads one. */
  readonly readMail?: ((mailId: string) => Promise<string | undefined>) | undefined
  /** Forgetting somebody from the staff's pages; nothing while the database is away. */
  readonly erasing?: (() => Erasing | undefined) | undefined
  /** How links to sign in by are sent. */
  readonly mail: Pick<MailSettings, 'from' | 'deliver'>
}

/** Every address of the clinic half that anybody may open. */
export function clinicPages(pages: ClinicPages): Hono {
  const { home, css, consoleCss, clinic, lettersFolder, origin, readMail, mail, erasing } = pages
  const app = new Hono()
  const isDemonstration = () => {
    const now = clinic()
    return now.state === 'ready' && now.isDemonstration
  }
  const frame = { ...frameOf({ ...home, origin }, css), isDemonstration, intoFiles: readMail !== undefined }
  app.use(securityHeaders())
  const databases = () => dataOf(clinic()) ?? null
  app.route('/', createFindApp({ frame, databases, now }))
  const data = () => dataOf(clinic())
  app.route('/', createBookingApp({ frame, data, addressOf, mailFrom: mail.from, origin, readMail }))
  app.route('/', letterRoutes({ frame, data, addressOf, lettersFolder }))
  const doorkeeper = doorkeepers(clinic, origin, mail)
  const signedIn = async (request: Request, isTouch?: boolean): Promise<SignedIn> =>
    (await doorkeeper()?.signedIn(request, isTouch)) ?? { ok: false, why: 'nobody' }
  const hasJustSignedIn = async (request: Request) => (await doorkeeper()?.hasJustSignedIn(request)) ?? false
  const accountOf = async (request: Request) => await doorkeeper()?.accountOf(request)
  const signIns = () => doorkeeper()?.signIns
  const passkeys = () => doorkeeper()?.doors.passkeys
  const signing = { signedIn, hasJustSignedIn, signIns, passkeys }
  const staff = {
    frame,
    css: consoleCss,
    data: () => dataOf(clinic()),
    now,
    origin,
    ...(erasing && { erasing }),
    ...signing,
  }
  const door = {
    ...staff,
    doors: () => doorkeeper()?.doors,
    invitations: () => doorkeeper()?.invitations,
    addressOf,
  }
  app.route('/', staffRoutes(door))
  app.route('/', inviteRoutes(door))
  app.route(
    '/',
    personRoutes({ ...staff, frame: accountFrame(frame), persons: () => doorkeeper()?.persons, addressOf }),
  )
  app.route('/', createConsoleApp(staff))
  app.route('/', lockedCopyRoutes({ auth: () => authOf(clinic()), accountOf }))
  app.get('*', async (c, next) => {
    const page = pageAbove(app.routes, c.req.path)
    return page ? c.redirect(page, 303) : await next()
  })
  return app
}

/** The doorkeeper of the database as it is now. Each database that comes back after it was lost gets one of its own. */
function doorkeepers(
  clinic: () => ClinicState,
  origin: () => string,
  mail: ClinicPages['mail'],
): () => Doorkeeper | undefined {
  const made = new WeakMap<ReadyDatabase['auth'], Doorkeeper>()
  return () => {
    const state = clinic()
    if (state.state !== 'ready') return undefined
    const keeper = made.get(state.auth) ?? createDoorkeeper(state, origin(), mail)
    made.set(state.auth, keeper)
    return keeper
  }
}

const authOf = (state: ClinicState) => (state.state === 'ready' ? state.auth : undefined)
/** In an account one thing is done at a time, and the way out leads to where nobody needs one. */
const accountFrame = (frame: Frame): Frame => ({
  ...frame,
  headerFor: () => ({ kind: 'task', wayOut: { href: paths.home, text: 'Unclench' } }),
})

const now = () => Temporal.Now.instant()

/** The database, where it is there. */
export const dataOf = (state: ClinicState): FindData | undefined => (state.state === 'ready' ? state : undefined)

const frameOf = (home: CareHome, css: string): Frame => ({
  assets: home.assets,
  css,
  paperCss: paperSheets(home),
  homeHref: paths.home,
  leaveHref: paths.leave,
  checkHref: paths.check,
  planHref: paths.plan,
  emergencyHref: paths.emergency,
  seenAs: (page) => seenBy(home, { ...page, data: { '@type': 'WebPage', ...page.data } }),
  // While a time is held one thing is done, and the form has its own ways out.
  headerFor: (path) =>
    path.startsWith('/book/')
      ? { kind: 'task', wayOut: { href: findPaths.find, text: 'Find a physio' } }
      : /^\/(visits|reviews|waiting|offers)/.test(path)
        ? placesFor(path)
        : headerFor(path),
  footLinks: [
    ...footLinks,
    { href: personPaths.account, text: 'My account' },
    { href: consolePaths.signIn, text: 'For clinics: sign in' },
  ],
  footNote: notSignedOff,
})

/**
 * Who asks: the other end of the connection, or, where that is a proxy of our own network, whom it names last. What is named
 * before could be written by anybody.
 */
export function addressOf(c: Context): string | undefined {
  const { address } = getConnInfo(c).remote
  if (!address || !isOwnNetwork(address)) return address
  return c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim().slice(0, 64) || address
}

const isOwnNetwork = (address: string) =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(address)
