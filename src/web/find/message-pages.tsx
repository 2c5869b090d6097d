/** What is said when there is nothing else to show: an address that is nobody's, and a database that is away. */
import { uk } from '../../care/region.ts'
import { Button } from '../ui/button.tsx'
import { CallLink } from '../ui/call-button.tsx'
import type { Typed } from './read-search.ts'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'

/** Nobody of this name, or nobody any more; which of the two is not told. */
export function NotHerePage({ frame, path }: { frame: Frame; path: string }) {
  return (
    <FindPage {...{ frame, path }} title="Not here">
      <h1>Nobody is here under this name</h1>
      <p>The address may be wrong, or this person or clinic cannot be booked now.</p>
      <p>
        <a class="button" href={findPaths.find}>
          Find a physio
        </a>
      </p>
      <p>
        In an emergency call <CallLink number={uk.emergencyNumber} />.
      </p>
    </FindPage>
  )
}

/** More was sent than is read. */
export function TooLongPage({ frame, path }: { frame: Frame; path: string }) {
  return (
    <FindPage {...{ frame, path }} title="That is too much for us to read">
      <h1 tabindex={-1} data-focus>
        That is too much for us to read
      </h1>
      <p>Nothing was sent or changed. Go back, make it shorter, and press the button again.</p>
      <p>
        None of it was read. Does it tell of something new or worse? Then <a href={frame.checkHref}>do the check</a>{' '}
        first, or ring <CallLink number={uk.urgentNumber} />. In an emergency call{' '}
        <CallLink number={uk.emergencyNumber} />.
      </p>
    </FindPage>
  )
}

/** The search cannot be reached. What was typed stays in the form, and what works without it is named. */
export function AwayPage({ frame, path, typed }: { frame: Frame; path: string; typed?: Typed }) {
  return (
    <FindPage {...{ frame, path }} title="Find is not available">
      <h1>Find is not available right now</h1>
      <p>We cannot reach the list of therapists. Nothing was booked or changed. Please try again in a few minutes.</p>
      {typed ? (
        <form method="get" action={findPaths.find}>
          <label class="ask" for="place">
            Where
          </label>
          <input class="field" id="place" name="place" value={typed.place} maxlength={200} autocomplete="off" />
          {Object.entries(typed).map(([name, value]) =>
            name === 'place' || name === 'need' || value === '' || value === false ? null : (
              <input key={name} type="hidden" name={name} value={value === true ? 'yes' : value} />
            ),
          )}
          <div class="actions">
            <Button>Try again</Button>
          </div>
        </form>
      ) : (
        <p>
          <a class="button" href={path}>
            Try again
          </a>
        </p>
      )}
      <h2>What works without it</h2>
      <ul>
        <li>
          <a href={frame.checkHref}>The check</a>: is it safe, and what now?
        </li>
        <li>
          <a href={frame.planHref}>Your plan</a> for the next hour.
        </li>
        <li>
          <a href={frame.emergencyHref}>Emergency signs</a>. If you have one, ring 999.
        </li>
        <li>
          Not sure what to do? Ring <a href="tel:111">111</a>.
        </li>
      </ul>
    </FindPage>
  )
}
