/**
 * The card of a day that is much sorer, or in a flare. Draws what care/programme/sore-day.ts says.
 * Never: a word of harm, or a movement that the session would not give.
 */
import type { SoreDay } from '../../../care/programme/sore-day.ts'
import { Figure } from '../../ui/figure.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { paths } from '../paths.ts'

/** A day that is much sorer: what eases it stands right under the task. */
export function SoreDayCard(props: { sore: SoreDay; open: boolean; mayRelax: boolean }) {
  const { open, mayRelax } = props
  const { flareDay, pain, position } = props.sore
  return (
    <Callout title={flareDay === null ? 'A sorer day' : `You are in a flare: day ${flareDay}`}>
      <p>
        {pain && `Your pain went from ${pain.was0to10} to ${pain.is0to10}. `}
        It is common, and most often not a sign of harm. Ease it first.
      </p>
      {position && (
        <ul class="step-list">
          <li class="step-card">
            <span class="step-picture" aria-hidden="true">
              <Figure
                movement={position.movement}
                id="sore-position"
                options={{ range: position.range, headStill: position.headStill }}
              />
            </span>
            <span class="step-words">
              <strong>{position.title}</strong>
              {open && <a href={paths.movement(position.movement)}>How to get there</a>}
            </span>
          </li>
        </ul>
      )}
      <ul>
        <li>Use heat if it is safe for you.</li>
        <li>Breathe slowly. {mayRelax && <a href={paths.relax}>Relax with a guide</a>}</li>
        <li>
          {open ? 'Then half a session. It is set to half already.' : 'Then half a session, once the check is clear.'}
        </li>
      </ul>
      <p>
        <a href={paths.flarePlan}>Open your flare plan</a>
      </p>
    </Callout>
  )
}
