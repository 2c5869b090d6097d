/** A letter as a reader would get it, for staff to look at. Sends nothing. */
import { type Database, inClinic } from '../db/connection.ts'
import { mailHtml } from '../mail/mail-html.ts'
import { mailPlain } from '../mail/mail-plain.ts'
import { letterContent, type LetterLinks, type LetterWords } from './letter-texts.ts'
import { readSender } from './sender.ts'

/** Both halves of it, and the name that it comes from. */
export interface Preview {
  readonly html: string
  readonly plain: string
  readonly from: string
}

/** @param letter its pieces as they go out */
export async function previewLetter(
  db: Database,
  clinicId: string,
  letter: LetterWords,
  links: LetterLinks,
): Promise<Preview> {
  const sender = await inClinic(db, clinicId, (trx) => readSender(trx, clinicId))
  // The reader's own links cannot be made for nobody.
  const own = { leave: `${links.origin}/letters/leave/…`, mine: `${links.origin}/letters/mine/…` }
  const content = letterContent(letter, sender, links, own)
  return { html: mailHtml(content), plain: mailPlain(content), from: sender.name }
}
