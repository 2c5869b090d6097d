/** What a machine is told of the guide: the same sentences that the pages show, each with the claims that it rests on. Pure. */
import { claimOf, claims, type ClaimId, reviewOf } from '../../care/evidence/claims.ts'
import { keysOf } from '../../care/evidence/closed-sets.ts'
import { sources } from '../../care/evidence/sources.ts'
import { articlesOn } from '../../care/guide/articles.ts'
import { guideQuestions } from '../../care/guide/questions.ts'
import { searchKinds } from '../../care/guide/search/search-documents.ts'
import { notInTheBrief } from '../../care/guide/search/not-in-the-brief.ts'
import { shelves } from '../../care/guide/shelves.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { type Article, claimsIn, type Section, type Sentence, textOf } from '../../care/guide/types.ts'
import { mostHeard } from '../../care/check/free-text/danger-phrases.ts'
import { isDangerSearched } from '../../web/care/guide/danger-searched.tsx'
import { hrefOfFound, isClosedThen, linksOf } from '../../web/care/guide/lead-links.ts'
import { mostLetters, searchGuide } from '../../web/care/guide/search-guide.ts'
import { paths } from '../../web/care/paths.ts'
import { dangerIn } from '../clinic-api/danger-told.ts'

const tellSentence = (sentence: Sentence) => ({ text: textOf(sentence), claims: claimsIn(sentence) })
const tellAll = (sentences: readonly Sentence[]) => sentences.map(tellSentence)

/** The shelves with their articles, and the questions: what there is to read. */
export const tellGuide = () => ({
  shelves: keysOf(shelves).map((shelf) => ({
    shelf,
    title: shelves[shelf].title,
    articles: articlesOn(shelf).map(({ slug, title, about }) => ({ slug, title, about, href: paths.article(slug) })),
  })),
  questions: guideQuestions.map(({ slug, ask }) => ({ slug, ask, href: paths.question(slug) })),
})

/** One article. What its page draws from the rules themselves is read there. */
export const tellArticle = ({ slug, title, about, short, heard, sections, whenNot, leads }: Article) => ({
  ...{ slug, title, about, href: paths.article(slug) },
  short: tellAll(short),
  heard: heard.map((one) => ({ heard: one.heard, known: tellSentence(one.known) })),
  sections: sections.map((section) => tellSection(section, slug)),
  whenNot: tellAll(whenNot),
  leads: linksOf(leads).map(({ href, text }) => ({ href, text })),
})

const tellSection = (section: Section, slug: Article['slug']) => ({
  ...{ id: section.id, title: section.title, kind: section.kind },
  lines: section.kind === 'from-rules' ? [] : tellAll(section.lines),
  ...(section.kind === 'from-rules' && { href: `${paths.article(slug)}#${section.id}` }),
})

/** The questions that people ask, with their answers. */
export const tellQuestions = () => ({
  questions: guideQuestions.map(({ slug, ask, answer, shelf }) => ({
    ...{ slug, ask, shelf, href: paths.question(slug) },
    answer: tellAll(answer),
  })),
})

/** Treatments side by side, each with how sure we are and what guidelines say of it. */
export const tellTreatments = () => ({
  treatments: guideTreatments.map(({ slug, name, group, what, claim, does, guidelines, risk, cost }) => ({
    ...{ slug, name, group, href: paths.treatment(slug) },
    ...{ what: tellAll(what), does: tellSentence(does), risk, cost, guidelines },
    claim: tellClaim(claim),
  })),
})

function tellClaim(id: ClaimId) {
  const claim = claimOf(id)
  return {
    id,
    ...claim,
    sources: claim.sources.map((source) => ({ id: source, ...sources[source] })),
    reviewed: reviewOf(claim),
  }
}

/** The whole register of what is claimed. */
export const tellClaims = () => ({ claims: keysOf(claims).map(tellClaim) })

/** What is found for these words; danger that they may tell of first, and then nothing that moves the body. */
export function tellFound(typed: string) {
  const words = typed.trim()
  const isDanger = isDangerSearched(words)
  const unknown = notInTheBrief(words.slice(0, mostLetters))
  return {
    ...dangerIn(words.slice(0, mostHeard)),
    ...(unknown && { notInTheGuide: unknown.name }),
    found: searchGuide(words)
      .filter(({ leads }) => !(isDanger && isClosedThen(leads)))
      .map(({ kind, title, about, grade, leads }) => ({
        ...{ kind: searchKinds[kind], title, about, href: hrefOfFound(leads) },
        ...(grade && { grade }),
      })),
  }
}
