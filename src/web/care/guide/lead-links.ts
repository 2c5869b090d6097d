/**
 * Where a page of the guide leads in the product: the address, and the words where the guide gives none. Pure.
 * Never: leads to a page that is not there yet.
 */
import { articleOf } from '../../../care/guide/articles.ts'
import { treatmentOf } from '../../../care/guide/treatments.ts'
import type { SearchDocument } from '../../../care/guide/search/search-documents.ts'
import type { Lead } from '../../../care/guide/types.ts'
import { movements } from '../../../care/movement/movements.ts'
import { isLessonId, lessons } from '../../../care/prevention/lessons.ts'
import { type TopicId, topics } from '../../../care/prevention/topics.ts'
import { stepById } from '../../../care/relief/steps.ts'
import type { Link } from '../../ui/page.tsx'
import { paths } from '../paths.ts'

/** Places that one word names. Those of the clinic half stand here once their page is there. */
const simple = {
  check: { href: paths.check, text: 'Do the check' },
  plan: { href: paths.plan, text: 'My plan' },
  medicines: { href: paths.medicines, text: 'Which painkiller may suit you' },
  report: { href: paths.report, text: 'A page for a doctor or physio' },
  flarePlan: { href: paths.flarePlan, text: 'My flare plan' },
  relax: { href: paths.relax, text: 'Relax with a guide' },
  movements: { href: paths.movements, text: 'All movements' },
  diary: { href: paths.diary, text: 'My diary' },
  emergency: { href: paths.emergency, text: 'Emergency signs' },
} as const satisfies Partial<Record<Lead['to'], Link>>

/** The pages of prevention by their topic. */
const topicPaths = {
  strength: paths.preventStrength,
  walking: paths.preventWalking,
  breaks: paths.preventBreaks,
  lifting: paths.preventLifting,
  warmUp: paths.preventWarmUp,
  desk: paths.preventDesk,
} as const satisfies Record<TopicId, string>

/** What is closed while a danger that somebody told holds. */
const closedThen: ReadonlySet<string> = new Set([
  'step',
  'movement',
  'movements',
  'plan',
  'relax',
] satisfies Lead['to'][])

/** Does it lead to what is closed while a danger holds? */
export const isClosedThen = ({ to }: { readonly to: string }): boolean => closedThen.has(to)

/** The links of a page, in its order; none to what is not there. @param held a danger holds: none to what it has closed */
export const linksOf = (leads: readonly Lead[], held = false): readonly Link[] =>
  leads.filter((lead) => !(held && isClosedThen(lead))).flatMap((lead) => linkOf(lead) ?? [])

/** Where something that was found leads. */
export function hrefOfFound(leads: SearchDocument['leads']): string {
  if (leads.to === 'question') return paths.question(leads.question)
  return placeOf(leads)?.href ?? paths.guide
}

function linkOf(lead: Lead): Link | undefined {
  const link = placeOf(lead)
  return link && { ...link, text: lead.text ?? link.text }
}

function placeOf(lead: Lead): Link | undefined {
  switch (lead.to) {
    case 'step':
      return { href: paths.planStep(lead.step), text: stepById.get(lead.step)?.title ?? 'My plan' }
    case 'movement':
      return { href: paths.movement(lead.movement), text: movements[lead.movement].title }
    case 'prevention':
      return isLessonId(lead.page)
        ? { href: paths.lesson(lead.page), text: lessons[lead.page].title }
        : { href: topicPaths[lead.page], text: topics[lead.page].title }
    case 'article': {
      const article = articleOf(lead.article)
      return article && { href: paths.article(article.slug), text: article.title }
    }
    case 'treatment': {
      const treatment = treatmentOf(lead.treatment)
      return treatment && { href: paths.treatment(treatment.slug), text: treatment.name }
    }
    case 'find':
      return { href: findHref(lead.service), text: 'Find a physio' }
    case 'letters':
      return { href: paths.letters, text: 'Letters by email' }
    case 'ask':
      return { href: paths.ask, text: 'Ask a therapist' }
    case 'pdfs':
      return { href: paths.guidePdfs, text: 'Guides to print and keep' }
    default:
      return simple[lead.to]
  }
}

/** The directory with a place filled in, as its search knows it; without one, its form. */
export const findNearHref = (place: string | undefined): string =>
  place === undefined ? paths.find : `${paths.find}?${new URLSearchParams({ place })}`

const findHref = (service: string | undefined) =>
  service === undefined ? paths.find : `${paths.find}?${new URLSearchParams({ service })}`
