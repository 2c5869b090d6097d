/** What is said where a code takes nothing off. */
import type { OfferRefusal } from '../../../clinic/letters/price-offers.ts'

const usedWords =
  'This code cannot be used again. It counts once for each email address, and only so often in all. You can book without it.'

/** Why a code takes nothing off, and what can be done. Whether it was this address or all others is not told to whoever asks. */
export const offerRefusalWords: Readonly<Record<OfferRefusal, string>> = {
  unknown: 'This clinic has no offer with this code. Look at the code again, or book without it.',
  notYet: 'This offer has not begun. You can book without it.',
  over: 'This offer has ended. You can book without it.',
  otherService: 'This offer is for another kind of visit. You can book without it.',
  usedUp: usedWords,
  usedByYou: usedWords,
}
