/** Somebody's own plan as a file: made by the home, given out, and kept nowhere. */
import type { Context } from 'hono'
import { show } from '../care-page.tsx'
import { giveFile } from '../give-file.ts'
import type { CareHome } from '../home.ts'
import { NoPaperPage } from './paper-page.tsx'
import type { OwnSheet } from './paper-sheet.ts'

/** Answers with the file, or with words that say why there is none. */
export async function givePaper(c: Context, home: CareHome, sheet: OwnSheet): Promise<Response> {
  const made = (await home.makePaper?.(sheet)) ?? { ok: false, why: 'none' }
  if (made.ok) return giveFile(c, made.pdf, `unclench-my-${sheet.kind}.pdf`, 'application/pdf')
  return show(c, <NoPaperPage home={home} why={made.why} back={sheet.kind} />, 503, 'holdsAnswers')
}
