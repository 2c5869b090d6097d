/** Addresses that only a form posts to, and that a browser opens all the same: with a tab that the phone had put away, or from a bookmark. */

/** A route as an app lists it: its method, and its pattern of words and `:names`. */
export interface ListedRoute {
  readonly method: string
  readonly path: string
}

/** Does this address fit a route's pattern? Enough for our own patterns: words and `:names`. */
export function matches(pattern: string, path: string): boolean {
  const want = pattern.split('/')
  const have = path.split('/')
  return want.length === have.length && want.every((part, index) => part.startsWith(':') || part === have[index])
}

/** The page to open in place of an address that is only posted to: the nearest above it. `undefined` for every other address. */
export function pageAbove(routes: readonly ListedRoute[], path: string): string | undefined {
  const answers = (method: string, at: string) =>
    routes.some((route) => route.method === method && !route.path.includes('*') && matches(route.path, at))
  if (!answers('POST', path) || answers('GET', path)) return undefined
  for (let at = above(path); at !== ''; at = above(at)) if (answers('GET', at)) return at
  return undefined
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
