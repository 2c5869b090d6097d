/**
 * The register: every claim we make, how sure we are, how much it does, where we have it from, and what changed. What to see
 * is a plain GET: its words say nothing of anybody's health.
 */
import { type RegisterChange, registerChanges } from '../../../care/evidence/changes.ts'
import { type ClaimId, claimOf, claims, reviewOf } from '../../../care/evidence/claims.ts'
import type { Claim } from '../../../care/evidence/claim.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { gradeWords, tagWords } from '../../../care/evidence/grade.ts'
import { reviewBy, reviewedOn } from '../../../care/evidence/review.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { pickedFrom, type RegisterFilter, themeIds, themeTitle } from '../../../care/evidence/themes.ts'
import { Button } from '../../ui/button.tsx'
import { EffectBar, foundWords, measuredWords } from '../../ui/effect-bar.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { ForMachines } from './for-machines.ts'
import { longDay } from './guide-parts.tsx'

const gradeIds = [...keysOf(gradeWords), 'ungraded'] as const
const gradeText = (id: (typeof gradeIds)[number]) =>
  id === 'ungraded' ? 'no grade: how much, when not, facts' : gradeWords[id]

/** The most claims on one page, so that it opens over a slow line too. */
const mostOnPage = 60

/** What to see of the register, and which page of it, from 1. */
interface AskedRegister extends RegisterFilter {
  readonly page: number
}

/** What an address asks for; what it does not know, it leaves out. */
export function registerFilterFrom(query: {
  readonly theme?: string | undefined
  readonly grade?: string | undefined
  readonly page?: string | undefined
}): AskedRegister {
  const theme = themeIds.find((id) => id === query.theme)
  const grade = gradeIds.find((id) => id === query.grade)
  const page = /^[1-9][0-9]{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1
  return { ...(theme && { theme }), ...(grade && { grade }), page }
}

/** The address of a page of what is asked for. */
function hrefOf({ theme, grade, page }: AskedRegister): string {
  const query = new URLSearchParams({ ...(theme && { theme }), ...(grade && { grade }) })
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? paths.evidence : `${paths.evidence}?${query}`
}

/** Where one claim stands when all are shown. */
function hrefOfClaim(wanted: ClaimId): string {
  const at = pickedFrom({})
    .flatMap(([, ids]) => ids)
    .indexOf(wanted)
  return `${hrefOf({ page: Math.floor(at / mostOnPage) + 1 })}#${wanted}`
}

const machines: ForMachines = {
  path: paths.evidence,
  title: 'What we claim, and how sure we are',
  about: 'Each claim about back spasm once: how sure we are, how much it does, and where it is from.',
  data: { '@type': 'CollectionPage' },
  reviewed: reviewedOn,
}

type Picked = ReturnType<typeof pickedFrom>

/** The claims from this place to that one, still under their themes. */
function cut(picked: Picked, from: number, to: number): Picked {
  let before = 0
  return picked.flatMap(([theme, ids]) => {
    const start = before
    before += ids.length
    const some = ids.slice(Math.max(0, from - start), Math.max(0, to - start))
    return some.length > 0 ? [[theme, some] as const] : []
  })
}

/** The page. */
export function EvidencePage({ home, asked }: { home: CareHome; asked: AskedRegister }) {
  const picked = pickedFrom(asked)
  const count = picked.reduce((sum, [, ids]) => sum + ids.length, 0)
  const all = keysOf(claims).length
  const pages = Math.max(1, Math.ceil(count / mostOnPage))
  const page = Math.min(asked.page, pages)
  const from = (page - 1) * mostOnPage
  const shown = cut(picked, from, from + mostOnPage)
  return (
    <CarePage home={home} title="How sure we are" wide learn islands={['copy']} machines={machines}>
      <h1>What we claim, and how sure we are</h1>
      <p>
        What we say about treatments, causes and how it goes is here once. We read it on {longDay(reviewedOn)}. We must
        read it again by {longDay(reviewBy)}. No clinician has signed it off yet.
      </p>
      <Words />
      <FilterForm asked={asked} />
      <p role="status">
        {count === all ? `All ${all} claims.` : `${count} of ${all} claims.`}
        {pages > 1 && ` This is page ${page} of ${pages}.`}
      </p>
      {count === 0 && (
        <p>
          None like this. <a href={paths.evidence}>See all</a>.
        </p>
      )}
      {shown.map(([theme, ids]) => (
        <section key={theme} class="register" data-on-paper>
          <h2 id={`about-${theme}`}>{themeTitle(theme)}</h2>
          <ul>
            {ids.map((id) => (
              <OneClaim key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
      {pages > 1 && <PagesOf {...{ asked, page, pages }} />}
      {page === 1 && <Changes changes={registerChanges} />}
    </CarePage>
  )
}

/** The other pages of what is shown. */
function PagesOf({ asked, page, pages }: { asked: RegisterFilter; page: number; pages: number }) {
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  return (
    <nav class="chips no-print" aria-label="Pages of claims">
      {numbers.map((number) => (
        <a
          key={number}
          class="chip"
          href={hrefOf({ ...asked, page: number })}
          aria-current={number === page ? 'page' : undefined}
        >
          <span class="unseen">Page </span>
          {number}
        </a>
      ))}
    </nav>
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
      <div>
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
      </div>
      <div>
        <label class="ask" for="grade">
          How sure
        </label>
        <select class="field" id="grade" name="grade">
          <option value="">All grades</option>
          {gradeIds.map((id) => (
            <option key={id} value={id} selected={id === asked.grade}>
              {gradeText(id)}
            </option>
          ))}
        </select>
      </div>
      <Button>Show</Button>
    </form>
  )
}

function OneClaim({ id }: { id: ClaimId }) {
  const claim: Claim = claimOf(id)
  const { says, grade, effect, tag, reviewed } = claim
  return (
    <li id={id}>
      <p>{says}</p>
      {grade && <EvidenceBar grade={grade} />}
      {effect && (
        <div>
          <EffectBar effect={effect} />
          {foundWords(effect)}
        </div>
      )}
      <details>
        <summary>Where from</summary>
        <p>
          {effect && `${measuredWords(effect)} `}
          {effect?.tag && `This number: ${tagWords[effect.tag]}. `}
          The claim: {tagWords[tag]}.
          {reviewed && ` Checked on ${longDay(reviewOf(claim).on)}, next by ${longDay(reviewOf(claim).by)}.`}
        </p>
        <ul>
          {claim.sources.map((source) => (
            <li key={source}>
              {sources[source].title} [{sources[source].tag}]
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** What changed in the register, newest first. A claim that is withdrawn leads nowhere: its words are all there is. */
export function Changes({ changes }: { readonly changes: readonly RegisterChange[] }) {
  return (
    <section>
      <h2 id="changes">What changed</h2>
      <ul>
        {changes.map(({ id, on, what, says }) => (
          <li key={`${says}${on}`}>
            {longDay(on)}: {what} {id ? <a href={hrefOfClaim(id)}>{says}</a> : <>It said: “{says}”</>}
          </li>
        ))}
      </ul>
    </section>
  )
}
