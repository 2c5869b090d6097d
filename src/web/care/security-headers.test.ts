/** The policy of every page, word for word: a line that goes missing opens a door that no page would show. */
import { expect, test } from 'vitest'
import { pageHeaders } from './security-headers.ts'

test('a page loads, sends and is framed by nothing but our own', () => {
  expect(pageHeaders['Content-Security-Policy']?.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
  ])
  expect(pageHeaders).toMatchObject({ 'Referrer-Policy': 'same-origin', 'X-Content-Type-Options': 'nosniff' })
})
