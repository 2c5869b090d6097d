/** "What to watch for": the safety net that stands with every result. Words from care/check/safety-net.ts. */
import { calmNetOn, onceSeenTitles, safetyNet } from '../../../care/check/safety-net.ts'
import { Callout } from '../../ui/text-parts.tsx'

/**
 * What to watch for. With every result; in an emergency the calm part holds only once somebody has seen the person, and in
 * the middle of a programme it is what is still ahead on this day.
 */
export function SafetyNet({ onceSeen = false, day = null }: { onceSeen?: boolean; day?: number | null }) {
  const { expect, bookIf } = day === null ? safetyNet : calmNetOn(day)
  return (
    <Callout title="What to watch for" look="warn">
      <DangerSigns />
      {expect && <Signs part={onceSeen ? { ...expect, title: onceSeenTitles.expect } : expect} heading="h3" />}
      <Signs part={onceSeen ? { ...bookIf, title: onceSeenTitles.bookIf } : bookIf} heading="h3" />
      <p>{safetyNet.closing}</p>
    </Callout>
  )
}

/** The signs that need help now, and those that need it today. */
export function DangerSigns({ heading = 'h3' }: { heading?: 'h2' | 'h3' }) {
  return (
    <>
      <Signs part={safetyNet.goNow} heading={heading} />
      <Signs part={safetyNet.sameDay} heading={heading} />
    </>
  )
}

interface SignsProps {
  readonly part: { readonly title: string; readonly items: readonly string[] }
  readonly heading: 'h2' | 'h3'
}

/** One part of the safety net under its title. */
export function Signs({ part, heading: Heading }: SignsProps) {
  return (
    <>
      <Heading>{part.title}</Heading>
      <ul>
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}
