/** Cancelling by staff: who wants it decides what it costs; the reason is written down; the person is told by mail. */
import type { LaterCost } from '../../../clinic/booking/course-later.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { StaffCancel } from '../../../clinic/calendar/staff-cancel.ts'
import { costWords } from '../../find/booking/course-later-page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { Off } from './visit-page.tsx'

/** Longest reason, in characters. */
export const longestReason = 500

interface CancelPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: StaffVisit
  readonly typed?: { readonly reason: string; readonly who: string; readonly tooLong: boolean }
  /** It was free when the page was shown, and is not now. */
  readonly isFeeNew?: boolean
}

export function CancelPage({ home, here, visit, typed, isFeeNew = false }: CancelPageProps) {
  const cost = { feePence: visit.lateFeePence, usedUp: visit.payer.lateUsesOne ? 1 : 0 }
  const isLate = visit.isLate && cost.feePence + cost.usedUp > 0
  const options = whoOptions(isLate ? cost : { feePence: 0, usedUp: 0 })
  const isChosen = typed && options.some(({ value }) => value === typed.who)
  const whoError = isFeeNew ? feeIsNew : typed && !isChosen ? 'Choose who cancels.' : undefined
  const reasonError = typed && reasonErrorOf(typed)
  const errors = [
    ...(whoError ? [{ field: 'who', text: whoError }] : []),
    ...(reasonError ? [{ field: 'reason', text: reasonError }] : []),
  ]
  const title = 'Cancel this visit?'
  return (
    <ConsolePage home={home} here={here} title={errors.length > 0 ? `Error: ${title}` : title}>
      <h1 tabindex={-1} {...(errors.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <ErrorSummary problems={errors} />
      <p>
        <bdi>{visit.person}</bdi>, {momentOf(visit.startsAt, visit.place.zone, visit.now)}, with {visit.therapist}.
      </p>
      <Off visit={visit} />
      <p>
        {toldWords(visit)} {freedWords(visit)} What they shared of their check is deleted.
      </p>
      <form method="post" action={consolePaths.cancel(visit.appointmentId)}>
        <input type="hidden" name="seen" value={visit.events.at(-1)?.id ?? ''} />
        <input type="hidden" name="shownFee" value={isLate ? 'some' : 'none'} />
        <RadioGroup name="who" legend="Who cancels?" options={options} chosen={typed?.who} error={whoError} />
        <TextField
          name="reason"
          legend="Why?"
          hint="For the clinic. The person is not sent this."
          limit={longestReason}
          typed={typed?.reason}
          error={reasonError}
        />
        <div class="actions">
          <ButtonLink href={consolePaths.visit(visit.appointmentId)}>Keep it</ButtonLink>
          <Button look="go">Cancel the visit</Button>
        </div>
      </form>
    </ConsolePage>
  )
}

const feeIsNew = 'Nothing was cancelled: it costs them something now. Choose again who cancels.'

/** Is this one of them that can be chosen? */
export const isWho = (who: string): who is StaffCancel['who'] => ['clinic', 'person', 'waived'].includes(who)

interface WhoOption {
  readonly value: StaffCancel['who']
  readonly text: string
}

/** Who cancels, and what it then costs them. Where it costs nothing there is nothing to let them off. */
export function whoOptions(cost: LaterCost): readonly WhoOption[] {
  const costs = cost.feePence + cost.usedUp > 0
  const waived = cost.usedUp > 0 ? 'They do, and we take nothing this time.' : 'They do, and we take no fee this time.'
  return [
    { value: 'clinic', text: 'The clinic. It costs them nothing.' },
    {
      value: 'person',
      text: costs ? `They do. It costs them ${costWords(cost)}, as agreed.` : 'They do. It costs them nothing.',
    },
    ...(costs ? [{ value: 'waived' as const, text: waived }] : []),
  ]
}

function reasonErrorOf({ reason, tooLong }: NonNullable<CancelPageProps['typed']>): string | undefined {
  if (tooLong) return `Make the reason shorter: ${longestReason} letters at most.`
  return reason ? undefined : 'Say why, in a few words.'
}

/** What becomes of the time. Others do not get it while nobody is there. */
const freedWords = ({ off }: StaffVisit): string =>
  off === undefined ? 'The time is free for others at once.' : 'Nobody can have the time instead while that is so.'

/** What they will hear of it. */
function toldWords({ contact, startsAt, now }: StaffVisit): string {
  if (contact.email === null) return 'They gave no email, so ring them.'
  return startsAt > now ? `They are told by mail, at ${contact.email}.` : 'No mail goes out, since the visit has begun.'
}
