/**
 * Somebody's own plan as a file, made while they wait. Bounded in size, time and number; the source goes to a program of its
 * own and comes back through its pipes. Never: writes anything of it to a disk, a database or a log.
 */
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { renderSVG } from 'uqr'
import type { OwnPaper } from '../../care/booklets/types.ts'
import { reviewBy, reviewedOn } from '../../care/evidence/review.ts'
import { bookletSource, type PdfSource } from '../../interop/pdf/booklet-source.ts'
import type { PaperMade } from '../../web/care/paper/paper-made.ts'
import { mostSheetBytes, OwnSheet, paperOf } from '../../web/care/paper/paper-sheet.ts'
import { paths } from '../../web/care/paths.ts'
import { isForeign } from '../../web/find/is-foreign.ts'
import type { PdfMade } from './make-pdf.ts'
import type { PdfJob } from './pdf-job.ts'

/** Longest that one may take, in milliseconds; they take about one second. */
export const mostPaperMs = 20_000
/** How many may wait for the one that is being made. */
const mostWaiting = 4

/** Makes papers, one at a time. */
export type PaperMaker = (sheet: OwnSheet) => Promise<PaperMade>

/**
 * @param make within `mostPaperMs`
 * @param origin where people reach this installation, without a slash at its end
 */
export function createPaperMaker(make: (job: PdfJob) => Promise<PdfMade>, origin: () => string): PaperMaker {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (sheet) => {
    const paper = paperOf(sheet)
    if (!paper) return { ok: false, why: 'refused' }
    if (waiting > mostWaiting) return { ok: false, why: 'busy' }
    waiting += 1
    const made = last.then(() => make(jobOf(paperSource(paper, origin()))))
    last = made.catch(() => undefined)
    try {
      const done = await made
      return done.ok ? { ok: true, pdf: done.pdf } : { ok: false, why: 'none' }
    } catch {
      return { ok: false, why: 'none' }
    } finally {
      waiting -= 1
    }
  }
}

/** The Typst source of a paper on this installation. */
export function paperSource(paper: OwnPaper, origin: string): PdfSource {
  const liveUrl = `${origin}${paths[paper.live]}`
  return bookletSource(paper, { liveUrl, qrSvg: renderSVG(liveUrl, { ecc: 'M', border: 2 }), reviewedOn, reviewBy })
}

/** The version that is printed says which words these are, as on every guide. */
function jobOf({ main, files }: PdfSource): PdfJob {
  const version = createHash('sha256')
    .update(JSON.stringify([main, files]))
    .digest('hex')
    .slice(0, 8)
  return { main, files, version }
}

/** Where a device has its own plan made. Answers with the file, or in one word why not. */
export function ownPaperRoutes(makePaper: PaperMaker): Hono {
  const app = new Hono()
  const refused = { why: 'refused' } as const
  app.post(paths.ownPaper, bodyLimit({ maxSize: mostSheetBytes, onError: (c) => c.json(refused, 413) }), async (c) => {
    c.header('Cache-Control', 'no-store')
    const sheet = OwnSheet.safeParse(await c.req.json().catch(() => undefined))
    if (isForeign(c) || !sheet.success) return c.json(refused, 422)
    const made = await makePaper(sheet.data)
    if (!made.ok) return c.json({ why: made.why }, made.why === 'refused' ? 422 : 503)
    return c.body(made.pdf, 200, { 'Content-Type': 'application/pdf' })
  })
  return app
}
