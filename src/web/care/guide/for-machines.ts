/**
 * What a page of the guide says to search engines and to whoever shares its link: its own address, a line about it, and the
 * same in the words of schema.org. Only what is true: read against its sources on a day, and reviewed by nobody else yet.
 * Pure. Nothing of any one person.
 */
import { dayNumber, type IsoDate } from '../../../care/evidence/calendar.ts'
import { type ClaimId, claimOf, reviewOf } from '../../../care/evidence/claims.ts'
import { reviewedOn } from '../../../care/evidence/review.ts'
import { textOf, type Question } from '../../../care/guide/types.ts'

/** What a page is, for machines; the address is added where the house knows its own. */
export interface ForMachines {
  /** The path of the page. */
  readonly path: string
  readonly title: string
  /** In a line. */
  readonly about: string
  /** Beside the address and the title; see schema.org. */
  readonly data: {
    readonly '@type': 'MedicalWebPage' | 'FAQPage' | 'CollectionPage' | 'WebPage'
    readonly [name: string]: unknown
  }
  /** When it was last read against its sources, where it says something of its own. */
  readonly reviewed?: IsoDate
  /** The path of its own picture for shared links; without one, the picture of the whole site. */
  readonly picture?: string
}

/** The whole as JSON-LD, which no browser runs. Without "<", so that nothing in it can end its element. */
export function jsonLd({ path, title, about, data, reviewed }: ForMachines, origin: string): string {
  const whole = {
    '@context': 'https://schema.org',
    ...data,
    ...(reviewed && { lastReviewed: reviewed }),
    name: title,
    description: about,
    url: `${origin}${path}`,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: 'Unclench', url: `${origin}/` },
  }
  return JSON.stringify(whole).replaceAll('<', '\\u003c')
}

/** A page about health: what it is about, for whom, and when it was last read against its sources. */
export function medicalPage(
  page: Omit<ForMachines, 'data'> & { readonly claims: readonly ClaimId[]; readonly treats?: string },
): ForMachines {
  const { claims, treats, ...rest } = page
  const about = { '@type': 'MedicalCondition', name: 'Back spasm' }
  const data = {
    '@type': 'MedicalWebPage',
    about: treats === undefined ? about : { '@type': 'MedicalTherapy', name: treats },
    audience: { '@type': 'Patient' },
  } as const
  return { ...rest, data, reviewed: lastReview(claims) }
}

/** The list of questions with their answers. */
export function questionList(page: Omit<ForMachines, 'data'>, questions: readonly Question[]): ForMachines {
  const mainEntity = questions.map(({ ask, answer }) => ({
    '@type': 'Question',
    name: ask,
    acceptedAnswer: { '@type': 'Answer', text: answer.map(textOf).join(' ') },
  }))
  return { ...page, data: { '@type': 'FAQPage', mainEntity } }
}

/** The day on which the oldest of these claims was read against its sources; for none, that of all knowledge. */
export function lastReview(claims: readonly ClaimId[]): IsoDate {
  const days = claims.map((id) => reviewOf(claimOf(id)).on).sort((one, other) => dayNumber(one) - dayNumber(other))
  return days[0] ?? reviewedOn
}
