/** Choosing another time for a visit that the clinic cannot keep. Looking, however often, answers nothing. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { ChoosableTimes } from '../../../clinic/booking/choose-again/choice.ts'
import type { ClinicNames } from '../../../clinic/booking/offered-time.ts'
import type { Grant } from '../../../clinic/booking/grants.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { momentWords, servicePolicyWords, usedUpWords, visitWhen } from '../booking/booking-words.ts'
import { MessagePage } from '../booking/message-pages.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { CannotWait } from '../waiting/waiting-pages.tsx'
import { moneyWords } from '../words.ts'
import { timeValue } from './choose-form.ts'

interface Shared {
  readonly home: BookingHome
  readonly path: string
  readonly visit: VisitView
  readonly now: number
}

const title = 'Please choose another time'

function Head({ visit, now, problems }: Pick<Shared, 'visit' | 'now'> & { readonly problems: readonly Problem[] }) {
  const { clinic, person, therapist } = visit
  return (
    <>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p class="big-line">
        {clinic.name} cannot keep your visit on {visitWhen(visit, now)}. We are sorry.
      </p>
      <p>
        It was with {therapist.name}
        {person && `, for ${person}`}. Please do not come then.
      </p>
    </>
  )
}

/** Behind the link: one button, so that no machine that opens the mail counts as somebody who has read it. */
export function UnopenedPage({ home, path, visit, now }: Shared) {
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <Head {...{ visit, now, problems: [] }} />
      <p>You see what is free next. There you can also cancel at no cost, or ask the clinic to ring you.</p>
      <form method="post" action={path}>
        <div class="actions">
          <Button look="go" name="do" value="open">
            See the times that are free
          </Button>
        </div>
      </form>
      <CannotWait home={home} />
    </FindPage>
  )
}

interface ChoosePageProps extends Shared {
  readonly times: ChoosableTimes
  /** What pays for it of visits paid ahead or granted. */
  readonly grant: Grant | undefined
  readonly names: ClinicNames
  readonly isPhoneAsked: boolean
  /** The clinic has a number of theirs; it is not shown, since the link may be somebody else's too. */
  readonly hasPhone: boolean
  readonly problems: readonly Problem[]
  readonly typedPhone?: string | undefined
}

/** The times to choose from, and what else can be done. */
export function ChoosePage(props: ChoosePageProps) {
  const { home, path, visit, now, times, names, problems, isPhoneAsked } = props
  const free = [...times.same, ...times.others]
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${title}` : title} path={path}>
      <ErrorSummary problems={problems} />
      <Head {...{ visit, now, problems }} />
      {isPhoneAsked && <p class="callout">The clinic knows that you want to be rung. You can still choose here.</p>}
      <p>{stays(visit)}</p>
      {free.length > 0 && (
        <p>
          Once you have a new time: {servicePolicyWords(onceChosen(props))} {usedUpWords(props.grant)}
        </p>
      )}
      {free.length > 0 ? (
        <form method="post" action={path}>
          <RadioGroup
            name="time"
            legend="Which time suits you?"
            error={errorOf('time', problems)}
            options={free.map((slot) => ({ value: timeValue(slot), text: slotWords(slot, visit, names, now) }))}
          />
          <div class="actions">
            <Button look="go" name="do" value="take">
              Take this time
            </Button>
          </div>
        </form>
      ) : (
        <p>No time is free in the next weeks. Ask the clinic to ring you, or cancel at no cost.</p>
      )}
      <CallMe {...props} />
      <Details summary="Cancel instead, at no cost">
        <p>Your visit is then cancelled. You have nothing to pay for it, whatever the hour.</p>
        <form method="post" action={path}>
          <div class="actions">
            <Button name="do" value="cancel">
              Cancel my visit
            </Button>
          </div>
        </form>
      </Details>
      <p>
        {visit.clinic.name}: {visit.clinic.phone}.
      </p>
      <CannotWait home={home} />
    </FindPage>
  )
}

/** The fee of a late cancel is the one that was agreed; the hours are those of the new time. */
const onceChosen = ({ times: { freeUntilHours }, visit: { agreedFeePence } }: ChoosePageProps) => ({
  freeUntilHours,
  lateFeePence: agreedFeePence,
})

/** What it costs, and who pays: as it was agreed. */
function stays({ service, pricePence, payer, insurer }: VisitView): string {
  const what = `${service.name}, ${service.minutes} minutes.`
  if (payer === 'package') return `${what} It stays one of the visits that you paid ahead.`
  const price = pricePence === 0 ? 'It stays free.' : `The price stays ${moneyWords(pricePence)}.`
  return payer === 'insurer' && insurer ? `${what} ${price} ${insurer} stays down as your insurer.` : `${what} ${price}`
}

function slotWords(slot: Slot, visit: VisitView, { therapists, locations }: ClinicNames, now: number): string {
  const place = locations.get(slot.location)
  const where = slot.location === visit.place.id ? '' : `, ${place?.name ?? ''}`
  return `${momentWords(slot.start, place?.zone ?? visit.place.zone, now)}, with ${therapists.get(slot.therapist)?.name ?? ''}${where}`
}

function CallMe({ path, problems, hasPhone, isPhoneAsked, typedPhone }: ChoosePageProps) {
  const error = errorOf('phone', problems)
  if (isPhoneAsked && !error) return null
  return (
    <Details summary="Ask the clinic to ring me" open={error !== undefined}>
      <form method="post" action={path}>
        <LineField
          name="phone"
          legend="Your phone number"
          hint={hasPhone ? 'Leave it empty to be rung on the number that you gave when you booked.' : undefined}
          typed={typedPhone}
          error={error}
          autocomplete="tel"
          inputmode="tel"
        />
        <div class="actions">
          <Button name="do" value="call">
            Ask them to ring me
          </Button>
        </div>
      </form>
    </Details>
  )
}

/** It was answered already, by whoever it was, or nothing is to be answered any more. */
export function AnsweredPage(
  props: Shared & {
    readonly state: 'stands' | 'cancelled' | 'over'
    readonly isOldTime: boolean
    readonly visitHref: string
  },
) {
  const { home, path, visit, now, state, isOldTime, visitHref } = props
  const ring = `${visit.clinic.name}: ${visit.clinic.phone}.`
  if (state === 'over')
    return (
      <MessagePage home={home} path={path} title="Another time cannot be chosen here any more">
        <p>
          It was for {visitWhen(visit, now)}. Please ring {ring}
        </p>
      </MessagePage>
    )
  if (state === 'cancelled')
    return (
      <MessagePage home={home} path={path} title="This visit is cancelled">
        <p>There is no time to choose any more. {ring}</p>
        <ButtonLink href={visitHref}>See the visit</ButtonLink>
      </MessagePage>
    )
  return (
    <MessagePage
      home={home}
      path={path}
      title={isOldTime ? 'Your visit stands after all' : 'Your visit has a new time'}
    >
      <p class="big-line">{visitWhen(visit, now)}</p>
      <p>With {visit.therapist.name}.</p>
      <ButtonLink href={visitHref} look="go">
        See my visit
      </ButtonLink>
    </MessagePage>
  )
}
