/** Who sends a form: one of our own pages, or a page of somebody else. */
import type { Context } from 'hono'

/** Does a request say that another site's page sent it? */
export function isForeign(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const sender = c.req.header('Origin') ?? c.req.header('Referer')
  if (sender === undefined) return false
  // The scheme is left out: a proxy that ends TLS asks us by http.
  return hostOf(sender) !== new URL(c.req.url).host
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined)
