/**
 * What a form brought, for a page that could not keep it: it is given back with a button that sends it once more. The worker may
 * have gone from under an open page (a browser that makes room, or a person who clears it), and the server keeps nothing.
 * Never: gives back what another site sent, which a person would then keep as their own; or a file.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { CareHome } from './home.ts'

/** A form as it came. */
export interface SentForm {
  /** Where it was going. */
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const sent = new WeakMap<Request, SentForm>()

/** Holds what a form of ours brings while it is answered, and no longer. */
export const holdSentForm =
  (home: Pick<CareHome, 'kind'>): MiddlewareHandler =>
  async (c, next) => {
    const type = c.req.header('Content-Type') ?? ''
    if (c.req.method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(type) && isOurs(c, home)) {
      const form = await c.req.raw
        .clone()
        .formData()
        .catch(() => new FormData())
      const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
      sent.set(c.req.raw, { path: c.req.path, fields })
    }
    await next()
    // What was typed may stand in the answer.
    if (sent.has(c.req.raw)) c.header('Cache-Control', 'no-store')
  }

/** What this request's form brought; undefined where it brought none, or another site may have sent it. */
export const sentIn = (c: Context): SentForm | undefined => sent.get(c.req.raw)

/** The worker asks for itself who sent a form, before it comes here (offline/form-guard.tsx). */
function isOurs(c: Context, { kind }: Pick<CareHome, 'kind'>): boolean {
  if (kind === 'device') return true
  if (c.req.header('Sec-Fetch-Site') !== undefined) return c.req.header('Sec-Fetch-Site') === 'same-origin'
  const origin = c.req.header('Origin') ?? ''
  return origin.replace(/^https?:\/\//, '') === (c.req.header('Host') ?? new URL(c.req.url).host)
}
