/**
 * The sheet of somebody's own plan on its way to the server that makes the file of it: only when they press its button, and
 * ids and numbers alone.
 */
import { type PaperMade, whyNoPaper } from '../web/care/paper/paper-made.ts'
import type { OwnSheet } from '../web/care/paper/paper-sheet.ts'
import { paths } from '../web/care/paths.ts'

/** Longest that is waited for it, in milliseconds. */
const mostMs = 60_000

/** The file, or why there is none. Always ends. */
export async function sendPaper(sheet: OwnSheet): Promise<PaperMade> {
  // Browsers of 2022 have no `AbortSignal.timeout`.
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), mostMs)
  try {
    const answer = await fetch(paths.ownPaper, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sheet),
      cache: 'no-store',
      signal: ending.signal,
    })
    if (answer.ok && answer.headers.get('Content-Type') === 'application/pdf')
      return { ok: true, pdf: new Uint8Array(await answer.arrayBuffer()) }
    const said: unknown = await answer.json().catch(() => null)
    const word = typeof said === 'object' && said !== null && 'why' in said ? said.why : undefined
    return { ok: false, why: whyNoPaper.find((why) => why === word) ?? 'none' }
  } catch {
    return { ok: false, why: 'away' }
  } finally {
    clearTimeout(timer)
  }
}
