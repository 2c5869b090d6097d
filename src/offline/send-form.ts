/**
 * A form of ours on its way to the server: booking, moving, letters, the account. Where it cannot be sent, a page of ours says so
 * and keeps what was typed; the browser's own says only that there is no network.
 */
import { pageAt } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import { pageHeaders } from '../web/care/security-headers.ts'
import { textFields } from './form-guard.tsx'
import { CameBackPage, NotSentPage } from './not-sent-page.tsx'

/** Names of fields that are put into no page: whoever signs in types them again. */
const secretNames = /password|^code$/i

/** A form without files. One with files is left to the browser: some cannot send on from a worker what they have read. */
export const isTypedForm = ({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean =>
  method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(headers.get('Content-Type') ?? '')

/** The server's answer, or the page that holds what it did not get. @param request a form that a page of ours has sent */
export async function sendForm(request: Request, home: CareHome): Promise<Response> {
  const copy = request.clone()
  if (isComeBackTo(request)) return heldForm(copy, home, true)
  return await fetch(request).catch(() => heldForm(copy, home, false))
}

/**
 * Back or forward led to the answer of a form: the browser asks for its own copy and for nothing of the network. It has none,
 * since no page of the server's may be kept, so asking would fail as if there were no network.
 */
export const isComeBackTo = ({ method, cache }: Pick<Request, 'method' | 'cache'>): boolean =>
  method === 'POST' && cache === 'only-if-cached'

/** A page of ours with what is in the form, but for secrets. */
async function heldForm(request: Request, home: CareHome, cameBack: boolean): Promise<Response> {
  const form = await request.formData().catch(() => undefined)
  const held = form ? textFields(form) : null
  const fields = held?.some(([name]) => secretNames.test(name)) ? null : held
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace(/^\/+/, '/') + search
  const page = cameBack
    ? CameBackPage({ home, path, fields, from: pageOf(request) ?? path })
    : NotSentPage({ home, path, fields })
  const status = cameBack ? 200 : 503
  const headers = { ...pageHeaders, 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' }
  return new Response(pageAt(paths.offline, page, status), { status, headers })
}

/** Where on this site the form was. */
function pageOf({ referrer, url }: Request): string | undefined {
  // Of a form whose page is not told.
  if (referrer === '') return undefined
  const { origin, pathname, search } = new URL(referrer)
  return origin === new URL(url).origin ? pathname.replace(/^\/+/, '/') + search : undefined
}
