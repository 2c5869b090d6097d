/** Cookies between our pages and the library's functions: which of them a step is shown, and what it wants set. */

/** The request's headers with those cookies alone whose name ends so: a step sees nothing that it does not need. */
export function headersWith(request: Headers, names: readonly string[]): Headers {
  const kept = (request.get('Cookie') ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => names.some((name) => cookie.slice(0, cookie.indexOf('=')).endsWith(name)))
  const headers = new Headers({ Cookie: kept.join('; ') })
  const agent = request.get('User-Agent')
  if (agent) headers.set('User-Agent', agent.slice(0, 400))
  return headers
}

/** What an answer of the library wants set, one line for each cookie. */
export const cookiesOf = (answer: Response): readonly string[] => answer.headers.getSetCookie()

/** The token of the session that these cookies open: what stands before the signature. @throws where they open none */
export function sessionTokenOf(cookies: readonly string[]): string {
  const [, value] =
    cookies.map((line) => /session_token=([^.;]+)\./.exec(line)).findLast((match) => match !== null) ?? []
  if (!value) throw new Error('A session was opened without a cookie for it.')
  return decodeURIComponent(value)
}
