/** One therapist in a list: who, where, what it costs, how sure we are that it helps, and the first free times. */
import type { Found } from '../../clinic/availability/search-therapists.ts'
import { distanceWords } from '../../clinic/directory/distance.ts'
import { type Payer, takesPayer } from '../../clinic/directory/insurers.ts'
import { professionWords, TreatmentGrade } from './directory-words.tsx'
import { findPaths } from './paths.ts'
import { reviewPaths } from './reviews/review-paths.ts'
import { RatingLine } from './reviews/shown-reviews.tsx'
import { TimeRow } from './times.tsx'
import { initialsOf, languagesWords, moneyWords } from './words.ts'

interface ResultCardProps {
  readonly found: Found
  /** Its number in the list, and on the plan. */
  readonly number: number
  readonly now: Temporal.Instant
  readonly payer: Payer
  /** The first of its times is the first of the page. */
  readonly soonest: boolean
}

/** A card of the list. */
export function ResultCard({ found, number, now, payer, soonest }: ResultCardProps) {
  const { slug, name, km, byVideo } = found
  const { times, more } = found.list()
  const details = [
    byVideo ? 'By video' : km !== undefined && distanceWords(km),
    languagesWords(found.languages),
    found.stepFree && !byVideo && 'Step-free',
    payer.kind === 'insurer' && takesPayer(found.insurers, payer) === 'askTheClinic' && 'Ask if your insurer pays',
  ].filter(Boolean)
  return (
    <article class="who">
      <div class="who-top">
        <span class="face" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <div>
          <h3>
            <span class="no">{number}</span> <a href={findPaths.therapist(slug)}>{name}</a>
          </h3>
          <p>
            {professionWords(found.profession)} <span class="quiet">registered</span>
          </p>
          <p>
            <a href={findPaths.clinic(found.clinicSlug)}>{found.clinicName}</a>, {found.locationName}, {found.postcode}
          </p>
          <p class="quiet">{details.join(' · ')}</p>
          <RatingLine rating={found.rating} href={reviewPaths.all(slug)} />
        </div>
        <div class="money">
          <span>
            <b>{moneyWords(found.pricePence)}</b> <span class="small nowrap">{found.minutes} min</span>
          </span>
          <TreatmentGrade treatment={found.treatment} />
        </div>
      </div>
      <div class="who-foot">
        {times.length === 0 ? (
          <p>
            No free time in the next two weeks. <a href={findPaths.times(slug, found.serviceId)}>Look further</a>
          </p>
        ) : (
          <ul class="times">
            <TimeRow {...{ slug, times, now, soonest }} zoneOf={() => found.zone} />
            {more > 0 && (
              <li>
                <a
                  class="time more"
                  href={findPaths.times(slug, found.serviceId)}
                  aria-label={`${more} more times with ${name}`}
                >
                  {more} more
                </a>
              </li>
            )}
          </ul>
        )}
        <label class="chip compare">
          <input type="checkbox" name="with" value={slug} />
          <span>
            Compare<span class="unseen"> {name}</span>
          </span>
        </label>
      </div>
    </article>
  )
}
