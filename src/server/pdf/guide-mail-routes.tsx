/**
 * Printed guides by email: asking for one, and saying that it was not you. GET, HEAD and OPTIONS change nothing.
 * Never: puts an address or the name of a guide into an address or a log.
 */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type BookletName, bookletNames } from '../../care/booklets/types.ts'
import {
  askForGuide,
  areGuidesStopped,
  type GuideAsked,
  readNoGuidesToken,
  stopGuides,
} from '../../clinic/letters/guide-mails.ts'
import { addressFaultWords, parseAddress } from '../../clinic/people/email-address.ts'
import { show } from '../../web/care/care-page.tsx'
import { type GuideMailProblem, guideMailField } from '../../web/care/guide/booklets-page.tsx'
import { GuideMailAskedPage, NoGuidesLinkPage, NoGuidesPage } from '../../web/care/guide/guide-mail-pages.tsx'
import type { CareHome } from '../../web/care/home.ts'
import { paths } from '../../web/care/paths.ts'
import { isDatabaseAway } from '../../web/find/database-away.ts'
import type { FindData } from '../../web/find/find-home.ts'
import { isForeign } from '../../web/find/is-foreign.ts'
import { typedForm } from '../../web/find/typed-form.ts'

/** What sending guides needs of the server. */
export interface GuideMailHome {
  /** The database as it is now. */
  readonly data: () => Pick<FindData, 'app' | 'secret'> | undefined
  /** The network address of whoever asks. */
  readonly addressOf: (c: Context) => string | undefined
  /** No mail server is named: mail is written into files. */
  readonly intoFiles?: boolean
}

/** The page of the guides with what was wrong with a form. */
type ShowAgain = (c: Context, problem: GuideMailProblem, status: 413 | 422 | 429 | 503) => Response | Promise<Response>

/** Largest form taken, in bytes; and how much of what is no address is shown again. */
const mostBytes = 20_000
const mostShown = 1000

/** Adds the routes. @param again shows the page of the guides */
export function addGuideMailRoutes(app: Hono, home: CareHome, mail: GuideMailHome, again: ShowAgain): void {
  const tooLong = (c: Context) => again(c, { ...nothing, text: words.tooLong }, 413)
  app.post(paths.guideMail, bodyLimit({ maxSize: mostBytes, onError: tooLong }), (c) => ask(c, mail, again))
  app.get(paths.guideMail, (c) => c.redirect(paths.guidePdfs, 303))
  app.get(paths.guideMailAsked, (c) => show(c, <GuideMailAskedPage home={home} intoFiles={mail.intoFiles === true} />))
  app.get(paths.noGuidesPattern, (c) =>
    withToken(c, home, mail, async ({ app: db }, of) =>
      show(c, <NoGuidesPage home={home} isStopped={await areGuidesStopped(db, of)} />, 200, 'holdsAnswers'),
    ),
  )
  app.post(paths.noGuidesPattern, bodyLimit({ maxSize: mostBytes }), (c) =>
    withToken(c, home, mail, async ({ app: db }, of) => {
      if (!isForeign(c)) await stopGuides(db, of, 'not-me')
      return c.redirect(paths.noGuides(c.req.param('token') ?? ''), 303)
    }),
  )
}

const nothing = { guide: undefined, typed: '' } as const
const words = {
  tooLong: 'That is too much for us to read. Nothing was sent.',
  notOurs: 'Nothing was sent: the form did not come from our page. Please use the form here.',
  noGuide: 'Choose one of the guides here.',
  away: 'We cannot send email just now. Nothing was sent. The download works without it.',
  tooMany: 'Too many guides were asked for from where you are. Nothing was sent. The download works at once.',
  full: 'Too many people ask for guides just now. Nothing was sent. The download works at once.',
} as const

async function ask(c: Context, mail: GuideMailHome, again: ShowAgain) {
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const guide = bookletNames.find((name) => name === form.get('guide'))
  const typed = guide ? typedIn(form, guide) : ''
  const back = (text: string, status: 422 | 429 | 503) =>
    again(c, { guide, typed: typed.slice(0, mostShown), text }, status)
  if (isForeign(c)) return back(words.notOurs, 422)
  if (!guide) return back(words.noGuide, 422)
  const address = parseAddress(typed)
  if (!address.ok) return back(addressFaultWords[address.why], 422)
  const asked = await askedFor(mail, { guide, address: address.address, network: mail.addressOf(c) })
  if (asked.ok) return c.redirect(paths.guideMailAsked, 303)
  return back(words[asked.why], asked.why === 'away' ? 503 : 429)
}

function typedIn(form: FormData, guide: BookletName): string {
  const [first = '', ...more] = form.getAll(guideMailField(guide)).filter((value) => typeof value === 'string')
  // Our form has the field once; of a form that has it twice nobody is chosen.
  return more.length > 0 ? [first, ...more].join(', ') : first
}

type Outcome = GuideAsked | { readonly ok: false; readonly why: 'away' }

async function askedFor(mail: GuideMailHome, wish: Parameters<typeof askForGuide>[2]): Promise<Outcome> {
  const data = mail.data()
  if (!data) return { ok: false, why: 'away' }
  try {
    return await askForGuide(data.app, data.secret, wish)
  } catch (error) {
    if (isDatabaseAway(error)) return { ok: false, why: 'away' }
    throw error
  }
}

type TokenWork = (data: Pick<FindData, 'app' | 'secret'>, of: Uint8Array) => Promise<Response>

/** Whatever link this installation did not make is answered in the same words. */
async function withToken(c: Context, home: CareHome, mail: GuideMailHome, work: TokenWork): Promise<Response> {
  const away = () => show(c, <NoGuidesLinkPage home={home} isAway />, 503)
  const data = mail.data()
  if (!data) return away()
  const of = readNoGuidesToken(data.secret, c.req.param('token') ?? '')
  if (!of) return show(c, <NoGuidesLinkPage home={home} isAway={false} />, 404)
  try {
    return await work(data, of)
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}
