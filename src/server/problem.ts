/**
 * What every answer of the API carries, and how it refuses: RFC 9457 problem documents. Never
 * repeats an answer.
 */

/** An answer of the API, ready to send. */
export interface Reply {
  readonly status: 200 | 201 | keyof typeof titles
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string
}

/** One field that is wrong: where (a JSON pointer, RFC 6901) and why. */
export interface FieldError {
  readonly pointer: string
  readonly detail: string
}

const titles = {
  400: 'Not JSON',
  404: 'No such address',
  405: 'Method not allowed',
  409: 'Not to be had',
  410: 'Gone',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Answers not understood',
  429: 'Too many',
  500: 'Our fault',
  503: 'Not available now',
} as const

/** On every answer of the API: nothing to run, nothing to frame, nothing to keep. */
export const plainHeaders = {
  'Content-Type': 'application/json',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
}
const problemHeaders = { ...plainHeaders, 'Content-Type': 'application/problem+json' }

/** Why a call can be refused. */
export type ProblemStatus = keyof typeof titles

/** A problem document. @param more members of its own, such as free times near a lost one (RFC 9457 §3.2) */
export function problem(
  status: ProblemStatus,
  detail: string,
  errors?: readonly FieldError[],
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  const body = { type: 'about:blank', title: titles[status], status, detail, ...(errors && { errors }), ...more }
  return { status, headers: problemHeaders, body: JSON.stringify(body) }
}

/** When our own code throws. The error goes to the log, without the call. */
export function ourFault(error: unknown): Reply {
  console.error(error)
  return problem(500, 'Something went wrong on our side. Your answers were not kept.')
}

/** A JSON pointer (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
