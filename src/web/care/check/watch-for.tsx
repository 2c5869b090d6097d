/** "What to watch for": the safety net that stands with every result. Words from care/check/safety-net.ts. */
import { type Person, spokenTo } from '../../../care/check/questions/third-person.ts'
import { calmNetOn, onceSeenTitles, safetyNet } from '../../../care/check/safety-net.ts'
import { Callout } from '../../ui/text-parts.tsx'

/**
 * What to watch for. With every result; in an emergency the calm part holds only once somebody has seen the person, and in
 * the middle of a programme it is what is still ahead on this day.
 */
export function SafetyNet(props: { onceSeen?: boolean; day?: number | null; person?: Person }) {
  const { onceSeen = false, day = null, person = 'you' } = props
  const { expect, bookIf } = day === null ? safetyNet : calmNetOn(day)
  return (
    <Callout title="What to watch for" look="warn">
      <DangerSigns person={person} />
      {expect && (
        <Signs part={onceSeen ? { ...expect, title: onceSeenTitles.expect } : expect} heading="h3" person={person} />
      )}
      <Signs part={onceSeen ? { ...bookIf, title: onceSeenTitles.bookIf } : bookIf} heading="h3" person={person} />
      <p>{safetyNet.closing}</p>
    </Callout>
  )
}

/** The signs that need help now, and those that need it today. */
export function DangerSigns({ heading = 'h3', person = 'you' }: { heading?: 'h2' | 'h3'; person?: Person }) {
  return (
    <>
      <Signs part={safetyNet.goNow} heading={heading} person={person} />
      <Signs part={safetyNet.sameDay} heading={heading} person={person} />
    </>
  )
}

interface SignsProps {
  readonly part: { readonly title: string; readonly items: readonly string[] }
  readonly heading: 'h2' | 'h3'
  /** Whom it speaks of: the reader, unless they answer for another. */
  readonly person?: Person
}

/** One part of the safety net under its title. */
export function Signs({ part, heading: Heading, person = 'you' }: SignsProps) {
  return (
    <>
      <Heading>{spokenTo(person, part.title)}</Heading>
      <ul>
        {part.items.map((item) => (
          <li key={item}>{spokenTo(person, item)}</li>
        ))}
      </ul>
    </>
  )
}
