/**
 * What the pages of prevention share: how sure we are, what comes first, dates in words, a movement on a card.
 * Decides nothing.
 */
import type { ComponentChildren } from 'preact'
import { addDays, daysBetween, type IsoDate } from '../../../care/evidence/calendar.ts'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import type { MotionOptions } from '../../../care/movement/motion.ts'
import type { Closed } from '../../../care/prevention/gate.ts'
import type { Topic } from '../../../care/prevention/topics.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Thumbnail } from '../../ui/figure.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { Sources } from '../medicines/medicine-result.tsx'
import { paths } from '../paths.ts'
import { BeSeen, Worse } from '../programme/programme-parts.tsx'
import { CalledFor } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'

/** The grade, what it is of, and where it comes from. */
export function HowSure({ topic }: { topic: Pick<Topic, 'grade' | 'proof' | 'sources'> }) {
  return (
    <section>
      <h2>How sure we are</h2>
      <p>
        <EvidenceBar grade={topic.grade} />
      </p>
      <Lines all={topic.proof} />
      <Details summary="Where this comes from">
        <Sources ids={topic.sources} />
      </Details>
    </section>
  )
}

export function Lines({ all }: { all: readonly string[] }) {
  return (
    <ul>
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What must come before any movement, and where it is done. */
const first = {
  locked: { href: paths.check, text: 'Check again' },
  fullCheck: { href: paths.check, text: 'Do the check' },
  miniCheck: { href: paths.miniCheck, text: 'Do the short check' },
  morning: { href: paths.morning, text: 'Tell us your pain now' },
  entry: { href: paths.diaryEntry, text: 'Tell us your pain now' },
  profile: { href: paths.plan, text: 'Answer the questions' },
} as const satisfies Record<Closed['why'], { href: string; text: string }>

/** A check, or a number, before this page can show more; and before it whom to call, where a sign was told that cannot wait. */
export function First({ why, because, record }: { why: Closed['why']; because: string; record: RecordNow }) {
  const { href, text } = first[why]
  return (
    <>
      <CalledFor record={record} />
      <Callout title={why === 'locked' ? 'Be seen first' : 'One thing first'} look="warn">
        <p>{because}</p>
        {why === 'locked' ? (
          <>
            <BeSeen state={record.state} />
            <Worse />
          </>
        ) : (
          <ButtonLink href={href} look="go">
            {text}
          </ButtonLink>
        )}
        <p>
          <a href={paths.emergency}>All emergency signs</a>
        </p>
      </Callout>
    </>
  )
}

/** When to stop, on every page that asks somebody to move. */
export function StopSigns() {
  return (
    <Callout title="When to stop" look="warn">
      <Lines
        all={[
          'Pain of 6 out of 10 or more, or 2 more than at the start: stop this one for today.',
          'Pain or tingling that goes further down your leg, or stays: stop, and do the check.',
          'You feel dizzy, newly weak or numb, or your chest feels bad: stop everything and do the check.',
        ]}
      />
      <p class="no-print">
        <a href={paths.emergency}>All emergency signs</a>
      </p>
    </Callout>
  )
}

/** "today", "tomorrow", or "Friday 13 March". */
export function dayWords(day: IsoDate, today: IsoDate): string {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  if (day === addDays(today, -1)) return 'yesterday'
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', format)
}

export const counted = (count: number, word: string): string => `${count} ${count === 1 ? word : `${word}s`}`
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A movement with its picture; the words beside it are the page's. */
export function MovementRow(props: {
  movement: MovementId
  /** Makes the ids of the picture unique on the page. */
  id: string
  options?: MotionOptions
  children: ComponentChildren
}) {
  const { movement, id, options, children } = props
  return (
    <div class="step-card still">
      <span class="step-picture" aria-hidden="true">
        <Thumbnail movement={movement} id={id} {...(options && { options })} />
      </span>
      <span class="step-words">
        <strong>{movements[movement].title}</strong>
        {children}
      </span>
    </div>
  )
}
