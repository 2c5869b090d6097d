/** An offer in words, for letters and pages. Pure. */
import type { Offer } from './offers.ts'
import type { TakesOff } from './price-offers.ts'

/** "£7.50" or "£10" */
const pounds = (pence: number) => `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`

/** "10 % off", "£10 off", "free" */
export const takesOffWords = ({ kind, off }: TakesOff): string =>
  kind === 'free' ? 'free' : kind === 'percent' ? `${off} % off` : `${pounds(off)} off`

/** What a letter says of an offer. Kept with the letter once it has its time. */
export interface OfferWords {
  readonly title: string
  readonly lines: readonly string[]
}

/** What it is, what for, until when, how often, and the code. */
export const offerWords = (offer: Offer): OfferWords => ({
  title: offer.words,
  lines: [
    `${capital(takesOffWords(offer.takes))}: ${offer.services.join(', ')}.`,
    `Type the code ${offer.code} when you book and pay yourself.`,
    `Book from ${dayOf(offer.firstDay)} to ${dayOf(offer.lastDay)}. ${offer.mostUses === 1 ? 'One person can use it' : `${offer.mostUses} people can use it`}, once for each email address.`,
  ],
})

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
const dayOf = (iso: string) => Temporal.PlainDate.from(iso).toLocaleString('en-GB', { dateStyle: 'long' })
