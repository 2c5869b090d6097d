/** What the programme has decided, in words: the newest open, the earlier ones folded away. */
import { painFactOf } from '../../../care/diary/change.ts'
import { painDays } from '../../../care/record/pain-told.ts'
import type { Decision } from '../../../care/programme/state.ts'
import { Details } from '../../ui/text-parts.tsx'
import { dayWords } from './programme-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'

const kindWords: Readonly<Record<Decision['kind'], string>> = {
  advance: 'Going on',
  hold: 'Same again',
  regress: 'Stepping back',
  stop: 'Stopped',
  restart: 'Welcome back',
  phaseUp: 'New phase',
  phaseBack: 'Back a phase',
}

/** First what the pain has done, then what was decided since last time: the newest open, the rest closed. */
export function Changed({ decisions, record }: { decisions: readonly Decision[]; record: RecordNow }) {
  const [first, ...others] = decisions
  if (!first) return null
  const { state, now, events, diary } = record
  const firstDay = state.started?.day === now.day
  const fact = painFactOf(painDays(events, diary), now.day)
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{firstDay ? 'What is next, and why' : 'What changed since last time'}</h2>
      {fact && (
        <p>
          <strong>{fact}</strong>
        </p>
      )}
      <DecisionCard decision={first} />
      {others.length > 0 && (
        <Details summary={`Earlier: ${others.length}`}>
          <ul class="decisions">
            {others.slice(0, 10).map((decision) => (
              <li key={`${decision.at}${decision.kind}`}>
                <DecisionCard decision={decision} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

/** One decision in words, with its day. */
export function DecisionCard({ decision }: { decision: Decision }) {
  return (
    <p class={`decision ${decision.kind}`}>
      <span class="quiet small">
        {dayWords(decision.day)} · {kindWords[decision.kind]}
      </span>
      <br />
      {decision.words}
    </p>
  )
}
