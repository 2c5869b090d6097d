/**
 * Parts that pages of the guide share: sentences, what is said beside what is known, effects drawn, where to go, sources.
 * Decides nothing: what is said, and how sure it is, comes from care.
 */
import { Fragment } from 'preact'
import { dayNumber, type IsoDate } from '../../../care/evidence/calendar.ts'
import { type ClaimId, claimOf, reviewOf } from '../../../care/evidence/claims.ts'
import { tagWords } from '../../../care/evidence/grade.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import { type Heard, type Sentence, textOf } from '../../../care/guide/types.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EffectRow } from '../../ui/effect-bar.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import type { Link } from '../../ui/page.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { paths } from '../paths.ts'

/** Sentences as a list; `steps`: in order. */
export function Sentences({ lines, steps }: { lines: readonly Sentence[]; steps?: boolean }) {
  const items = lines.map((line) => <li key={textOf(line)}>{textOf(line)}</li>)
  return steps ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** The grades of claims, each with what it is of. */
export function Grades({ ids }: { ids: readonly ClaimId[] }) {
  const graded = ids.flatMap((id) => {
    const { says, grade } = claimOf(id)
    return grade ? [{ id, says, grade }] : []
  })
  if (graded.length === 0) return null
  return (
    <ul class="grades">
      {graded.map(({ id, says, grade }) => (
        <li key={id}>
          <EvidenceBar grade={grade} />
          <br />
          {says}
        </li>
      ))}
    </ul>
  )
}

/** What people are told beside what is known: a table on a desk, pairs on a phone. */
export function SaidAndKnown({ heard, id }: { heard: readonly Heard[]; id?: string }) {
  if (heard.length === 0) return null
  return (
    <>
      <h2 id={id}>What is said, and what is known</h2>
      <div class="said">
        <table>
          <thead>
            <tr>
              <th scope="col">You may hear</th>
              <th scope="col">What is known</th>
            </tr>
          </thead>
          <tbody>
            {heard.map(({ heard: said, known }) => (
              <tr key={said}>
                <th scope="row">“{said}”</th>
                <td>{known.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/**
 * The claims among these that can be drawn: their effect was measured, or nobody has shown one, which is drawn as not known.
 * One that is no effect of a treatment, and one against a treatment, says all it has to say in words.
 */
export const drawable = (ids: readonly ClaimId[]): readonly ClaimId[] =>
  ids.filter((id) => {
    const { kind, grade, effect } = claimOf(id)
    return effect !== undefined || (kind === 'effect' && grade === 'none')
  })

/** The effects of claims in one card. */
export function EffectCard({ ids }: { ids: readonly ClaimId[] }) {
  return (
    <section class="card effect">
      <h2>How much?</h2>
      {ids.map((id) => (
        <EffectRow key={id} claim={claimOf(id)} />
      ))}
    </section>
  )
}

/** Where this leads: the first as a button. */
export function Leads({ links }: { links: readonly Link[] }) {
  return (
    <section class="card no-print">
      <h2>What you can do here</h2>
      <ul class="leads">
        {links.map(({ href, text }, index) => (
          <li key={`${href}${text}`}>
            {index === 0 ? <ButtonLink href={href}>{text}</ButtonLink> : <a href={href}>{text}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The papers behind a page, what each claim rests on, and until when that was looked at. */
export function SourcesOf({ ids, id }: { ids: readonly ClaimId[]; id?: string }) {
  const claims = [...new Set(ids)].map((one) => ({ id: one, ...claimOf(one) }))
  if (claims.length === 0) return null
  const named = [...new Set(claims.flatMap(({ sources: from }) => from))]
  const reviews = claims.map(reviewOf)
  return (
    <section class="sources">
      <h2 id={id}>Sources</h2>
      <ol>
        {named.map((source) => (
          <li key={source}>
            {sources[source].title} <span class="quiet">({tagWords[sources[source].tag]})</span>
          </li>
        ))}
      </ol>
      <Details summary="What each statement rests on">
        <ul>
          {claims.map((claim) => (
            <li key={claim.id}>
              {claim.says}
              <br />
              {claim.grade && (
                <>
                  <EvidenceBar grade={claim.grade} />
                  <br />
                </>
              )}
              <span class="quiet">Source {claim.sources.map((source) => named.indexOf(source) + 1).join(', ')}.</span>
            </li>
          ))}
        </ul>
      </Details>
      <p class="reviewed">
        Checked on {longDay(earliest(reviews.map(({ on }) => on)))}. Next check by{' '}
        {longDay(earliest(reviews.map(({ by }) => by)))}. <a href={paths.evidence}>What we claim</a>
      </p>
    </section>
  )
}

const earliest = (days: readonly IsoDate[]): IsoDate =>
  days.reduce((first, day) => (dayNumber(day) < dayNumber(first) ? day : first))
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
/** "23 November 2026". */
export const longDay = (day: IsoDate): string => long.format(dayNumber(day) * dayMs)

/** Where one is, above the heading. */
export function Crumbs({ links }: { links: readonly Link[] }) {
  return (
    <nav class="crumbs" aria-label="You are in">
      {links.map(({ href, text }, index) => (
        <Fragment key={href}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <a href={href}>{text}</a>
        </Fragment>
      ))}
    </nav>
  )
}
