/**
 * The page of the printed guides, and the files. Public words, the same for everybody, so any cache may keep them.
 * Never: waits long for a file to draw the page, or gives out a file that is not whole.
 */
import { setImmediate } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { renderSVG } from 'uqr'
import { booklets } from '../../care/booklets/booklets.ts'
import type { Booklet, BookletName } from '../../care/booklets/types.ts'
import { recordOf } from '../../care/evidence/closed-sets.ts'
import { bookletNames } from '../../care/booklets/types.ts'
import { reviewBy, reviewedOn } from '../../care/evidence/review.ts'
import { bookletSource, type PdfSource } from '../../interop/pdf/booklet-source.ts'
import { show } from '../../web/care/care-page.tsx'
import {
  type BookletFile,
  BookletsPage,
  type GuideMailForms,
  type GuideMailProblem,
  livePath,
} from '../../web/care/guide/booklets-page.tsx'
import type { CareHome } from '../../web/care/home.ts'
import { NoFilePage } from '../../web/care/message-pages.tsx'
import { paths } from '../../web/care/paths.ts'
import { securityHeaders } from '../../web/care/security-headers.ts'
import { pause } from '../postgres/result.ts'
import { wantedBytes } from './byte-range.ts'
import { addGuideMailRoutes, type GuideMailHome } from './guide-mail-routes.tsx'
import type { PdfFound, PdfStore } from './pdf-store.ts'

/** What these pages are given. */
export interface PdfPages {
  readonly home: CareHome
  readonly store: PdfStore
  /** Where people reach this installation, without a slash at its end. */
  readonly origin: () => string
  /** Says a fault to whoever runs this. */
  readonly say: (line: string) => void
  readonly mail: GuideMailHome
}

/** Longest that the page waits to know the files, in milliseconds. They are made once, and then known at once. */
const mostWaitMs = 2500

/** The page and its files. */
export function pdfRoutes({ home, store, origin, say, mail }: PdfPages): Hono {
  const app = new Hono()
  app.use(`${paths.guidePdfs}/*`, securityHeaders())
  const said = new Set<string>()
  const laidOut = layOut()
  const find = async (booklet: Booklet): Promise<PdfFound> => {
    const found = await store.get(booklet.name, await laidOut(booklet, origin()))
    if (!found.ok && !said.has(found.said)) {
      said.add(found.said)
      say(`The PDF "${booklet.name}" cannot be made: ${found.said}`)
    }
    return found
  }

  const showAll = async (c: Context, problem?: GuideMailProblem, status: 200 | 413 | 422 | 429 | 503 = 200) => {
    const all = booklets.map(async (booklet) => [booklet.name, await find(booklet)] as const)
    const known = new Map<BookletName, PdfFound>()
    for (const one of all) void one.then(([name, found]) => known.set(name, found))
    await Promise.race([Promise.all(all), pause(mostWaitMs)])
    const files = recordOf(bookletNames, (name) => fileOf(known.get(name)))
    return show(c, <BookletsPage home={home} files={files} mail={formsOf(mail, problem)} />, status)
  }

  app.get(paths.guidePdfs, (c) => showAll(c))
  addGuideMailRoutes(app, home, mail, showAll)

  app.get(`${paths.guidePdfs}/:file`, async (c, next) => {
    const booklet = booklets.find(({ name }) => c.req.param('file') === `${name}.pdf`)
    if (!booklet) return await next()
    const found = await find(booklet)
    if (!found.ok) return show(c, <NoFilePage home={home} instead={livePath(booklet.live)} />, 503)
    return give(c, booklet.name, found)
  })
  return app
}

/** A form that came back stays, also where the database has gone meanwhile. */
function formsOf({ data, intoFiles }: GuideMailHome, problem: GuideMailProblem | undefined): GuideMailForms {
  if (!problem && !data()) return { kind: 'none' }
  return { kind: 'there', ...(problem && { problem }), ...(intoFiles && { intoFiles }) }
}

/** Lays each guide out once: that takes up to a tenth of a second, in which nobody else is answered. */
function layOut() {
  const made = new Map<BookletName, { readonly origin: string; readonly source: PdfSource }>()
  return async (booklet: Booklet, origin: string): Promise<PdfSource> => {
    const before = made.get(booklet.name)
    if (before?.origin === origin) return before.source
    // Whoever has asked meanwhile is answered between two guides.
    await setImmediate()
    const now = made.get(booklet.name)
    if (now?.origin === origin) return now.source
    const source = sourceOf(booklet, origin)
    made.set(booklet.name, { origin, source })
    return source
  }
}

/** The Typst source of a guide on this installation. */
export function sourceOf(booklet: Booklet, origin: string): PdfSource {
  const liveUrl = `${origin}${livePath(booklet.live)}`
  return bookletSource(booklet, { liveUrl, qrSvg: renderSVG(liveUrl, { ecc: 'M', border: 2 }), reviewedOn, reviewBy })
}

const fileOf = (found: PdfFound | undefined): BookletFile => {
  if (!found) return { kind: 'comes' }
  return found.ok
    ? { kind: 'there', pages: found.pages, bytes: found.pdf.length, version: found.version }
    : { kind: 'none' }
}

function give(c: Context, name: BookletName, { pdf, version }: Extract<PdfFound, { ok: true }>) {
  const headers = {
    ETag: `"${version}"`,
    // Asked for again each time, and sent only if it is another one: nobody keeps old advice unnoticed.
    'Cache-Control': 'public, no-cache',
  }
  if (c.req.header('If-None-Match')?.includes(headers.ETag)) return c.body(null, 304, headers)
  const file = {
    ...headers,
    'Accept-Ranges': 'bytes',
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="unclench-${name}.pdf"`,
  }
  // A part of another version would spoil the file that it is put into. HEAD asks what the whole is.
  const isOfThis = [undefined, headers.ETag].includes(c.req.header('If-Range'))
  const wanted = isOfThis && c.req.method === 'GET' ? wantedBytes(c.req.header('Range'), pdf.length) : 'all'
  if (wanted === 'none') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${pdf.length}` })
  if (wanted === 'all') return c.body(pdf, 200, { ...file, 'Content-Length': String(pdf.length) })
  const { first, last } = wanted
  return c.body(pdf.slice(first, last + 1), 206, {
    ...file,
    'Content-Length': String(last + 1 - first),
    'Content-Range': `bytes ${first}-${last}/${pdf.length}`,
  })
}
