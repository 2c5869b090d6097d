/**
 * What stands above everything else on the pages of today: a danger sign that was told and not yet checked, and the
 * daily look while codeine is taken.
 */
import type { Warning } from '../../../care/programme/warnings.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { paths } from '../paths.ts'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

/** Codeine can hide the signs that the short check asks about, so it is asked each day (H-13). */
export function CodeineAsks({ inProgramme }: { inProgramme: boolean }) {
  return (
    <Callout title="One short look each day" look="warn">
      <p>
        You have written down codeine or the like. It can hide trouble with your bladder, your bowels or the feeling
        between your legs. So we ask again each day while you take it.
      </p>
      <ButtonLink href={inProgramme ? paths.miniCheck : paths.check}>
        {inProgramme ? 'Do the short check' : 'Do the check'}
      </ButtonLink>
    </Callout>
  )
}

/** Told, and not yet checked: the way to help stays in sight until the full check is done. */
export function WarningCallout({ warning: { how, reasons, routes } }: { warning: Warning }) {
  if (how === 'check') return null
  const number = how === 'now' ? uk.emergencyNumber : '111'
  return (
    <Callout title={how === 'now' ? 'This may need help now' : 'Speak to someone today'} look="warn">
      {reasons.length === 0 && <p>You told us about a danger sign.</p>}
      {reasons.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
      {how === 'now' && (
        <p>
          <strong>New, or worse than before?</strong>{' '}
          {routes[0] === '999' ? `${callNowWords(uk.emergencyNumber)}.` : 'Go to A&E now. Do not drive yourself.'}
        </p>
      )}
      <CallButton number={number} />
      {/* The record does not say which sign it was, for privacy; not everybody with one belongs in A&E. */}
      {reasons.length === 0 && (
        <p>
          Do you need to talk to someone? Call Samaritans on <CallLink number="116123" />, day and night.
        </p>
      )}
      <p>
        <a href={paths.emergency}>All emergency signs, and whom to call</a>
      </p>
    </Callout>
  )
}
