/**
 * Which forms the device answers: those that our own pages sent. Another site could plant answers or erase the record.
 * Refuses what names another origin. Where no origin is named (a browser that tells none), the
 * form's token decides; without one the person is asked, and everything that was typed is carried on.
 */
import type { MiddlewareHandler } from 'hono'
import { show } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { ConfirmFormPage, NotOurFormPage } from './form-guard-pages.tsx'

/** Name of the hidden field. No page reads it. */
export const tokenField = 'form-token'

/** `unknown`: nothing says where it came from, which is no sign of another site. */
type Sender = 'ours' | 'foreign' | 'unknown'

/**
 * Who sent this form, by every mark that the browser lets us see. One that names another origin is enough to refuse;
 * "null" and nothing at all name none.
 */
export function senderOf(request: Pick<Request, 'headers' | 'referrer' | 'url'>): Sender {
  const here = new URL(request.url).origin
  const marks: Sender[] = [request.referrer, request.headers.get('Referer'), request.headers.get('Origin')].map(
    (named) => {
      const origin = originOf(named ?? '')
      if (origin === null) return 'unknown'
      return origin === here ? 'ours' : 'foreign'
    },
  )
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) marks.push(site === 'same-origin' ? 'ours' : site === 'none' ? 'unknown' : 'foreign')
  if (marks.includes('foreign')) return 'foreign'
  return marks.includes('ours') ? 'ours' : 'unknown'
}

/** The origin that an address names; `null` for "null", "about:client", nothing, and anything that is no address. */
function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address)
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}

/** Lets forms of ours through, and puts the token into every form of the pages that go out. */
export function formGuard(home: CareHome, token: () => Promise<string>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'POST') {
      const sender = senderOf(c.req.raw)
      if (sender === 'foreign') return show(c, <NotOurFormPage home={home} />, 400, 'holdsAnswers')
      if (sender === 'unknown') {
        const form = await formOf(c.req.raw)
        if (form?.get(tokenField) !== (await token())) {
          const fields = form ? textFields(form) : null
          const page = <ConfirmFormPage home={home} path={pathOf(c.req.url)} fields={fields} />
          return withToken(await show(c, page, 409, 'holdsAnswers'), await token())
        }
      }
    }
    await next()
    if (/^text\/html\b/i.test(c.res.headers.get('Content-Type') ?? '')) c.res = await withToken(c.res, await token())
    return undefined
  }
}

/** The path of an address, never one that begins with the name of another host. */
const pathOf = (address: string) => new URL(address).pathname.replace(/^\/+/, '/')

/** The posted form, read from a copy; `null` if it is none. */
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData()
  } catch {
    return null
  }
}

/** Every field to carry on, in order; `null` when there is a file among them, which a page cannot hold. */
export function textFields(form: FormData): readonly (readonly [string, string])[] | null {
  const fields: (readonly [string, string])[] = []
  for (const [name, value] of form) {
    if (typeof value !== 'string') return null
    if (name !== tokenField) fields.push([name, value])
  }
  return fields
}

/** The same page with the token in each form that posts. What people typed is escaped, so a form tag is always ours. */
async function withToken(page: Response, token: string): Promise<Response> {
  const field = `<input type="hidden" name="${tokenField}" value="${token}"/>`
  const html = (await page.text()).replace(/<form\b[^>]*\bmethod="post"[^>]*>/gi, (tag) => tag + field)
  const headers = new Headers(page.headers)
  headers.delete('Content-Length')
  return new Response(html, { status: page.status, headers })
}
