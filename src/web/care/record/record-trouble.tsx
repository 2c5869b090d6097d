/**
 * Says that a record vanished, or that the clock was ahead, with what to do. On the pages where people look first:
 * "my record" says it in full. Draws what record-now.ts found.
 * Never: comes before an emergency, or blames.
 */
import { dayMs, hourMs } from '../../../care/evidence/time.ts'
import { Callout } from '../../ui/text-parts.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { whenMade } from '../when-words.ts'
import type { RecordTrouble } from './record-now.ts'

/** Nothing while the record is well, or where none is kept. */
export function RecordTroubles({ home, trouble }: { home: CareHome; trouble: RecordTrouble | undefined }) {
  if (!trouble) return null
  const { lost, ahead, isToCheckAgain, behindMs, visitToCome } = trouble
  return (
    <>
      {lost && (
        <Callout title="The record you had here is gone" look="warn">
          <p>Your browser has lost it. We did not erase it, and nobody has seen it.</p>
          <p>Do no movements until you have done the check again. Doses from before are not counted here.</p>
          <p>
            <a href={paths.record}>My record: add a copy that you saved</a>
          </p>
        </Callout>
      )}
      {ahead && (
        <Callout title="Your clock was ahead" look="warn">
          <p>
            You wrote something down when your clock said {whenMade(ahead, home)}. {aheadWords(isToCheckAgain)}
          </p>
          <p>Is the time on this device wrong now? Put it right first.</p>
        </Callout>
      )}
      {behindMs > 0 && (
        <Callout title="Is your clock right?" look="warn">
          <p>
            By our server’s clock it is {howMuch(behindMs)} later than this device says. If yours is wrong, put it right
            before you write anything down. Else a dose will look older than it is.
          </p>
        </Callout>
      )}
      {visitToCome && <VisitToCome />}
    </>
  )
}

/** "about 5 hours". @param ms at least some minutes */
function howMuch(ms: number): string {
  const minutes = ms / 60_000
  if (minutes < 90) return `about ${Math.round(minutes)} minutes`
  return minutes < 36 * 60 ? `about ${Math.round(ms / hourMs)} hours` : `about ${Math.round(ms / dayMs)} days`
}

/** A visit that is still to come, by the days it was told with. */
export function VisitToCome() {
  return (
    <Callout title="A visit in your record does not count yet" look="warn">
      <p>Its date is still to come, so it does not count yet. Has somebody seen you? Tell us again.</p>
      <p>
        <a href={paths.cleared}>Who has seen me</a>
      </p>
    </Callout>
  )
}

/** What becomes of what was told under a clock that was ahead. */
export const aheadWords = (isToCheckAgain: boolean): string =>
  `A check from then does not count${isToCheckAgain ? ', so do it again' : ''}. A dose from then counts as just taken.`
