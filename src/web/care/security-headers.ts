/**
 * The headers that keep a page to itself: nothing inline, nothing from elsewhere, no frame around it.
 * Set by the care app in both homes, by the server for files, and by the worker's last page of all.
 */
import type { MiddlewareHandler } from 'hono'
import { mailPolicy } from '../ui/mail-policy.ts'

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'media-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

function permissions(geolocation: '()' | '(self)'): string {
  return `camera=(), microphone=(), geolocation=${geolocation}, payment=(), usb=()`
}

/** For the one page that may ask the device where it is. It sets this itself, and it is left as it is. */
const mayAskWhere = permissions('(self)')

/** By name, as plain data: also a page that is made without the app has them. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(policy)
    .map(([what, from]) => `${what} ${from}`)
    .join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': permissions('()'),
  // The worker tells our own posts from another site's by the referrer, which `no-referrer` would hide.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
  // No Strict-Transport-Security: plain http on the own machine must stay reachable, and a proxy that ends TLS sets it.
}

/**
 * Middleware that sets them on every answer. One that shows a mail as mail programs draw it comes with a policy of its own:
 * in a sandbox, where nothing runs, nothing is fetched and no form is sent.
 */
export const securityHeaders = (): MiddlewareHandler => async (c, next) => {
  await next()
  const { headers } = c.res
  const asksWhere = headers.get('Permissions-Policy') === mayAskWhere
  const isSandboxed = headers.get('Content-Security-Policy') === mailPolicy
  for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value)
  if (asksWhere) headers.set('Permissions-Policy', mayAskWhere)
  if (isSandboxed) headers.set('Content-Security-Policy', mailPolicy)
}
