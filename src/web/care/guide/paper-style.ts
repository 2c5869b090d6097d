/**
 * Where the house stands, for addresses that are written out on paper: a stylesheet can say where a link leads, but not on
 * which site. So this one, fetched for paper alone, says it in `--site`; paper.css reads it. Our policy allows no style
 * inside a page.
 */
import { type Context, Hono } from 'hono'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'

/** The route for one home. On a device, which knows no address of its own, it is the one that was asked. */
export function paperStyleRoute({ origin }: Pick<CareHome, 'origin'>): Hono {
  const app = new Hono()
  app.get(paths.paperStyle, (c) =>
    c.body(`:root{--site:"${inString(origin?.() ?? askedAt(c))}"}`, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  )
  return app
}

const askedAt = (c: Context): string => new URL(c.req.url).origin

/** Without what could end the string or its line. */
const inString = (text: string): string => text.replace(/["\\\s]/g, '')
