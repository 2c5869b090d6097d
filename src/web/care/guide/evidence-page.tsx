/**
 * The register: every claim we make, how sure we are, how much it does, where we have it from, and what changed. What to see
 * is a plain GET: its words say nothing of anybody's health.
 */
import { type ClaimId, claimOf, claims, reviewOf } from '../../../care/evidence/claims.ts'
import type { Claim } from '../../../care/evidence/claim.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { gradeWords, tagWords } from '../../../care/evidence/grade.ts'
import { reviewBy, reviewedOn } from '../../../care/evidence/review.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { pickedFrom, type RegisterFilter, themeIds, themeTitle } from '../../../care/evidence/themes.ts'
import { Button } from '../../ui/button.tsx'
import { foundWords, measuredWords } from '../../ui/effect-bar.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { longDay } from './guide-parts.tsx'

const gradeIds = [...keysOf(gradeWords), 'ungraded'] as const
const gradeText = (id: (typeof gradeIds)[number]) =>
  id === 'ungraded' ? 'no grade: how much, when not, facts' : gradeWords[id]

/** What an address asks for; what it does not know, it leaves out. */
export function registerFilterFrom(query: {
  readonly theme?: string | undefined
  readonly grade?: string | undefined
}): RegisterFilter {
  const theme = themeIds.find((id) => id === query.theme)
  const grade = gradeIds.find((id) => id === query.grade)
  return { ...(theme && { theme }), ...(grade && { grade }) }
}

/** The page. */
export function EvidencePage({ home, asked }: { home: CareHome; asked: RegisterFilter }) {
  const picked = pickedFrom(asked)
  const count = picked.reduce((sum, [, ids]) => sum + ids.length, 0)
  const all = keysOf(claims).length
  return (
    <CarePage home={home} title="How sure we are" wide learn>
      <h1>All that we claim, and how sure we are</h1>
      <p>
        All that we say about treatments, causes and how it goes is here once. We read it on {longDay(reviewedOn)}. We
        must read it again by {longDay(reviewBy)}. No clinician has signed it off yet.
      </p>
      <Words />
      <FilterForm asked={asked} />
      <p role="status">{count === all ? `All ${all} claims.` : `${count} of ${all} claims.`}</p>
      {count === 0 && (
        <p>
          None like this. <a href={paths.evidence}>See all</a>.
        </p>
      )}
      {picked.map(([theme, ids]) => (
        <section key={theme} class="register">
          <h2 id={`about-${theme}`}>{themeTitle(theme)}</h2>
          <ul>
            {ids.map((id) => (
              <OneClaim key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
      <Changes />
    </CarePage>
  )
}

function Words() {
  return (
    <Details summary="What the words mean">
      <dl>
        <dt>Strong evidence</dt>
        <dd>More than one good trial, and they agree.</dd>
        <dt>Moderate evidence</dt>
        <dd>Fair trials. The next one may change the picture.</dd>
        <dt>Weak evidence</dt>
        <dd>Few trials, or small ones, or a very small gain.</dd>
        <dt>No good evidence</dt>
        <dd>No trial that can tell us.</dd>
        <dt>Evidence against</dt>
        <dd>Trials or guidelines say: do not use it.</dd>
        {keysOf(tagWords).map((tag) => (
          <>
            <dt key={tag}>{tag}</dt>
            <dd>{tagWords[tag]}</dd>
          </>
        ))}
      </dl>
    </Details>
  )
}

function FilterForm({ asked }: { asked: RegisterFilter }) {
  return (
    <form class="register-filter no-print" method="get" action={paths.evidence}>
      <label class="ask" for="theme">
        About
      </label>
      <select class="field" id="theme" name="theme">
        <option value="">All themes</option>
        {themeIds.map((id) => (
          <option key={id} value={id} selected={id === asked.theme}>
            {themeTitle(id)}
          </option>
        ))}
      </select>
      <label class="ask" for="grade">
        How sure
      </label>
      <span class="line-form">
        <select class="field" id="grade" name="grade">
          <option value="">All grades</option>
          {gradeIds.map((id) => (
            <option key={id} value={id} selected={id === asked.grade}>
              {gradeText(id)}
            </option>
          ))}
        </select>
        <Button>Show</Button>
      </span>
    </form>
  )
}

function OneClaim({ id }: { id: ClaimId }) {
  const claim: Claim = claimOf(id)
  const { says, grade, effect, tag, reviewed } = claim
  return (
    <li id={id}>
      {says}
      {grade && (
        <>
          <br />
          <EvidenceBar grade={grade} />
        </>
      )}
      {effect && (
        <p class="small">
          {measuredWords(effect)} {foundWords(effect)}
          {effect.tag && ` This number: ${tagWords[effect.tag]}.`}
        </p>
      )}
      <p class="quiet small">
        The claim: {tagWords[tag]}.
        {reviewed && ` Checked on ${longDay(reviewOf(claim).on)}, next by ${longDay(reviewOf(claim).by)}.`}
      </p>
      <ul class="quiet small">
        {claim.sources.map((source) => (
          <li key={source}>
            {sources[source].title} [{sources[source].tag}]
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What changed in any claim, newest first. */
function Changes() {
  const changes = keysOf(claims)
    .flatMap((id) => (claimOf(id).changes ?? []).map((change) => ({ id, ...change })))
    .sort((one, other) => other.on.localeCompare(one.on))
  return (
    <section>
      <h2 id="changes">What changed</h2>
      {changes.length === 0 ? (
        <p>Nothing yet. The claims are as they were first written.</p>
      ) : (
        <ul>
          {changes.map(({ id, on, what }) => (
            <li key={`${id}${on}`}>
              {longDay(on)}: {what} <a href={`#${id}`}>{claimOf(id).says}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
