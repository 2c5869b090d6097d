/** The search of the directory: the form, then the list with the plan of the town beside it. */
import { checkMinutes } from '../../care/check/check-minutes.ts'
import type { Looser, Loosening } from '../../clinic/availability/looser-searches.ts'
import type { Found, SearchResult } from '../../clinic/availability/search-therapists.ts'
import { daysLookedAt } from '../../clinic/availability/times-of-candidates.ts'
import { conditions } from '../../clinic/directory/conditions.ts'
import { distanceWords } from '../../clinic/directory/distance.ts'
import { insurers } from '../../clinic/directory/insurers.ts'
import type { Place } from '../../clinic/directory/places.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { AskedFor } from './asked-for.tsx'
import { FindForm, NeedForm } from './find-form.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { addressOf, type Asked, fieldOf } from './read-search.ts'
import { ResultCard } from './result-card.tsx'
import { TownPlan } from './town-plan.tsx'
import { languageWords, type TimeWords, timeWords } from './words.ts'

/** The most that one page lists. */
const mostListed = 30

interface FindProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly asked: Asked
  readonly languages: readonly string[]
  /** Absent before anything has been asked, or where the place is not known. */
  readonly result?: SearchResult | undefined
  readonly now: Temporal.Instant
}

/** The page of the search, before and after. */
export function FindTherapists({ frame, isDemonstration, asked, languages, result, now }: FindProps) {
  const { typed, place } = asked
  const placeError = place && !place.ok ? place.says : undefined
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={findPaths.find}
      about="Find a therapist for your back near you, and see when each is free."
      islands={['near-me']}
      title={placeError ? 'Error: Find a physio' : 'Find a physio'}
    >
      {placeError && <ErrorSummary problems={[{ field: 'place', text: placeError }]} />}
      <h1>Find a physio</h1>
      {place && !place.ok && <PlaceChoices asked={asked} choices={place.choices} />}
      {result && <AskedFor asked={asked} hasPlan={result.found.length > 0} />}
      <FindForm {...{ typed, placeError, languages }} isFolded={result !== undefined} />
      <LeftOut asked={asked} />
      {result ? <Results {...{ asked, result, now }} /> : <BeforeSearch frame={frame} />}
      <HowOrdered isListed={result !== undefined} />
    </FindPage>
  )
}

function PlaceChoices({ asked, choices }: { asked: Asked; choices: readonly Place[] }) {
  if (choices.length === 0) return null
  return (
    <>
      <p id="place-choices">Did you mean one of these?</p>
      <ul class="chips" aria-labelledby="place-choices">
        {choices.map(({ id, label }) => (
          <li key={id}>
            <a class="chip" href={addressOf(asked.typed, { place: label })}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function LeftOut({ asked: { ignored, payer } }: { asked: Asked }) {
  return (
    <>
      {ignored.length > 0 && (
        <p class="callout">
          We left out what we do not know: {ignored.map((value) => `“${value.slice(0, 40)}”`).join(', ')}.
        </p>
      )}
      {payer.kind === 'otherInsurer' && (
        <p class="callout">
          We do not know “{payer.typed.slice(0, 60)}”. All are shown. Ask the clinic if it takes your insurer, or pay
          yourself.
        </p>
      )}
    </>
  )
}

/** What a list of therapists here says, before there is one. */
const whatYouSee = [
  {
    icon: 'days',
    title: 'Times that are free',
    says: 'Choose one. We hold it for five minutes while you fill in your name.',
  },
  { icon: 'learn', title: 'Price beside evidence', says: 'What a visit costs, and how sure we are that it helps.' },
  { icon: 'now', title: 'On a register', says: 'Their clinic has looked each of them up, and says when.' },
] as const

function BeforeSearch({ frame }: { frame: Frame }) {
  return (
    <>
      <p>
        Type where you are, and see who is free first. If your back has just gone,{' '}
        <a href={frame.checkHref}>do the check first</a>: it takes up to {checkMinutes}.
      </p>
      <ul class="what-you-see">
        {whatYouSee.map(({ icon, title, says }) => (
          <li key={title} class="card">
            <Icon name={icon} size={32} />
            <h2>{title}</h2>
            <p>{says}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Results({ asked, result, now }: { asked: Asked; result: SearchResult; now: Temporal.Instant }) {
  const { found, isCut } = result
  const shown = found.slice(0, mostListed)
  const { sort } = asked.search
  return (
    <section aria-labelledby="count">
      <div class="line count">
        <h2 id="count">{countWords(found.length, sort)}</h2>
        {found.length > 1 && asked.search.need === undefined && <OtherOrders asked={asked} />}
      </div>
      <Grown asked={asked} result={result} />
      <Loosened asked={asked} result={result} />
      {isCut && <p class="callout">Only the nearest were looked at. Choose more to see others.</p>}
      {shown.length > 0 && (
        <div class="list-and-plan">
          <ResultList {...{ asked, shown, now }} />
          <Plan asked={asked} shown={shown} now={now} />
        </div>
      )}
      {found.length > shown.length && (
        <p>
          These are the first {shown.length} of {found.length}. Choose more above to see fewer.
        </p>
      )}
      <NeedForm typed={asked.typed} />
    </section>
  )
}

const orders = { soonest: 'soonest first', nearest: 'nearest first', rating: 'best reviewed first' } as const

/** The orders that it is not in. */
function OtherOrders({ asked }: { asked: Asked }) {
  const others = (['soonest', 'nearest', 'rating'] as const).filter((sort) => sort !== asked.search.sort)
  return (
    <span class="orders small">
      {others.map((sort) => (
        <a key={sort} href={addressOf(asked.typed, { sort })}>
          {orders[sort].replace(/^./, (letter) => letter.toUpperCase())}
        </a>
      ))}
    </span>
  )
}

const countWords = (count: number, sort: keyof typeof orders) =>
  count === 0 ? 'Nobody fits all of this' : `${count} ${count === 1 ? 'therapist' : 'therapists'}, ${orders[sort]}`

function ResultList({ asked, shown, now }: { asked: Asked; shown: readonly Found[]; now: Temporal.Instant }) {
  const soonest = Math.min(...shown.map(({ first }) => first?.start ?? Infinity))
  const at = shown.findIndex(({ first }) => first?.start === soonest)
  return (
    <form method="get" action={findPaths.compare}>
      <input type="hidden" name="service" value={asked.search.treatment} />
      <ol class="results">
        {shown.map((found, index) => (
          <li key={found.therapistId}>
            <ResultCard {...{ found, now }} payer={asked.payer} number={index + 1} soonest={index === at} />
          </li>
        ))}
      </ol>
      {shown.length > 1 && (
        <button class="button" type="submit">
          Compare those that are ticked
        </button>
      )}
      <p class="quiet small">Tick two or three to see them side by side. Times are for the next {daysLookedAt} days.</p>
    </form>
  )
}

/** A flag holds one word: a time alone would be read as today’s. */
const whenOf = ({ day, time }: TimeWords) => ({ flag: day === 'Today' ? time : day, firstFree: `${day} ${time}` })

/** The same people on the plan of the town, by the numbers of the list, with the first free time of each. */
function Plan({ asked, shown, now }: { asked: Asked; shown: readonly Found[]; now: Temporal.Instant }) {
  const from = asked.place?.ok ? asked.place.place : undefined
  const pins = shown.map(({ name, clinicName, latitude, longitude, slug, first, zone }, index) => ({
    ...{ latitude, longitude, number: index + 1, name: `${name}, ${clinicName}`, href: findPaths.therapist(slug) },
    ...(first && whenOf(timeWords(first.start, zone, now))),
  }))
  return <TownPlan pins={pins} you={from ?? null} shape="tall" />
}

function Grown({ asked, result: { grew, found, radiusMiles } }: { asked: Asked; result: SearchResult }) {
  const nearest = Math.min(...found.map(({ km }) => km ?? Infinity))
  if (!grew || !Number.isFinite(nearest)) return null
  const { radiusMiles: asked_ } = asked.search
  return (
    <p class="callout">
      Nobody is within {asked_ === 1 ? '1 mile' : `${asked_} miles`}. The nearest is {distanceWords(nearest)} away, so
      {radiusMiles > 250 ? ' everybody is shown.' : ` this list goes out to ${radiusMiles} miles.`}
    </p>
  )
}

/** What each filter is called in "Without …". */
function loosenedWords(filter: Loosening, { search }: Asked): string {
  if (filter === 'language') return `“${languageWords(search.language ?? '')}”`
  if (filter === 'insurer') return `“${search.insurer ? insurers[search.insurer].name : ''}”`
  if (filter === 'need') return `“${search.need ? conditions[search.need] : ''}”`
  return fixedWords[filter]
}

const fixedWords = {
  gender: 'the choice of a woman or a man',
  video: '“Video”',
  stepFree: '“Step-free”',
  evenings: '“Evenings”',
  weekends: '“Weekends”',
  withinDays: 'the first free time',
} as const

/** "Within 2 days", "Without “Polish”", "Without “Polish” and “Evenings”". */
function looserWords(asked: Asked, { filter, and, withinDays }: Looser): string {
  if (withinDays !== undefined)
    return `With a first free time within ${withinDays === 7 ? 'a week' : `${withinDays} days`}`
  return `Without ${[filter, ...(and ? [and] : [])].map((one) => loosenedWords(one, asked)).join(' and ')}`
}

const looserAddress = ({ typed }: Asked, { filter, and, withinDays }: Looser): string =>
  addressOf(typed, {
    [fieldOf[filter]]: withinDays === undefined ? '' : String(withinDays),
    ...(and && { [fieldOf[and]]: '' }),
  })

function Loosened({ asked, result: { loosen, found } }: { asked: Asked; result: SearchResult }) {
  if (loosen.length === 0)
    return found.length > 0 ? null : (
      <p>One or two choices less would not change that. Try another place or treatment.</p>
    )
  const near = asked.search.from
    ? ` within ${asked.search.radiusMiles === 1 ? '1 mile' : `${asked.search.radiusMiles} miles`}`
    : ''
  return (
    <ul class="loosen">
      {loosen.map((looser) => (
        <li key={`${looser.filter} ${looser.and}`}>
          <a href={looserAddress(asked, looser)}>
            {looserWords(asked, looser)}: {looser.count} {looser.count === 1 ? 'therapist' : 'therapists'}
            {near}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Before there is a list, only the orders that the form offers are told of. */
function HowOrdered({ isListed }: { readonly isListed: boolean }) {
  return (
    <details>
      <summary>How this order is made</summary>
      <p>
        Soonest first goes by the first free time. Nearest first goes by the straight line to the door. Those who are
        equal stand by distance, then by name. Nobody pays for a place in this list, and nobody can.
      </p>
      {isListed && (
        <p>
          Best reviewed first goes by the marks that people gave, from 1 to 5, and how many gave one. For each therapist
          we work out the lowest mean mark that is still likely: with few reviews it is far below what they show, with
          many it is close. So twenty good marks stand above a single perfect one. It is called Wilson’s lower bound.
          Who has no reviews stands last.
        </p>
      )}
      <p>
        We only show those who are on a register today. Their clinic has looked them up in the register, and their page
        says when.
      </p>
    </details>
  )
}
