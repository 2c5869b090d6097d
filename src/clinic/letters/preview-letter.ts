/** A letter as a reader would get it, for staff to look at. Sends nothing. */
import { type Database, inClinic } from '../db/connection.ts'
import { mailHtml } from '../mail/mail-html.ts'
import { mailPlain } from '../mail/mail-plain.ts'
import { letterContent, type LetterLinks, type LetterWords } from './letter-texts.ts'
import { offerWords } from './offer-words.ts'
import { offerIn } from './offers.ts'
import type { StaffLetter } from './read-letters.ts'
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
  letter: LetterWords & Pick<StaffLetter, 'offerId' | 'offer'>,
  links: LetterLinks,
): Promise<Preview> {
  const [sender, kept] = await inClinic(db, clinicId, async (trx) => [
    await readSender(trx, clinicId),
    letter.offerId === null ? undefined : await offerIn(trx, clinicId, letter.offerId),
  ])
  const offer = letter.offer ?? (kept ? offerWords(kept) : null)
  // The reader's own links cannot be made for nobody.
  const own = { leave: `${links.origin}/letters/leave/…`, mine: `${links.origin}/letters/mine/…` }
  const content = letterContent({ ...letter, offer }, sender, links, own)
  return { html: mailHtml(content), plain: mailPlain(content), from: sender.name }
}
