/**
 * Whether a page that lies open is still what the record says: after something was told in another tab, or when it is shown again.
 * The page is made anew, as for a press, and whoever asked compares. Decides nothing, and leaves the page itself as it is.
 */
import type { Hono } from 'hono'
import type { CareHome } from '../web/care/home.ts'
import { toldWhileChecking } from '../web/care/check/above-questions.tsx'
import { StillOpen } from '../web/care/programme/today-warnings.tsx'
import { recordNow } from '../web/care/record/record-now.ts'
import { renderPart } from '../web/ui/render.ts'
import type { ShownAsked } from './shown-messages.ts'

/** How the record stands for a page that asks. */
export interface ShownNow {
  /** As long as it is the same, nothing was written and nothing erased. */
  readonly stamp: string
  /** The page as it would be answered now; null where nothing was told since it was. */
  readonly html: string | null
  /** Whom to call for what stands open, as HTML of ours; empty where nothing does. */
  readonly help: string
}

/**
 * @param writtenAt when the record was written to last, as far as this worker knows. It tells of what was told between the answer
 *   of a page and its first question, which by the stamp alone it would know already.
 */
export async function shownNow(
  home: CareHome,
  app: Hono,
  { path, knows, madeAt }: ShownAsked,
  writtenAt: number,
): Promise<ShownNow> {
  const stamp = await stampOf(home)
  const isSame = (knows === null || knows === stamp) && writtenAt <= madeAt
  if (isSame) return { stamp, html: null, help: '' }
  const [page, record] = await Promise.all([app.request(path), recordNow(home)])
  const open = record && ((await toldWhileChecking(home, path, record)) ?? <StillOpen record={record} />)
  return { stamp, html: await page.text(), help: open ? renderPart(open) : '' }
}

/** Entries are added and never changed, so their number and the last of them say whether any came or all went. */
async function stampOf({ notebook }: CareHome): Promise<string> {
  const events = (await notebook?.all()) ?? []
  return `${events.length}:${events.at(-1)?.id ?? ''}`
}
