/** Until when a time is held, with five minutes more once, and letting it go. */
import { wallTimeThere } from '../../../clinic/availability/wall-clock.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button } from '../../ui/button.tsx'
import { heldTimeOf } from './booking-words.ts'

interface HeldUntilProps {
  readonly hold: VisitView
  readonly path: string
  /** Id of the form that is filled meanwhile: more time is asked for with all that is in it, so that nothing is lost. */
  readonly form: string
  readonly now: number
}

export function HeldUntil({ hold, path, form, now }: HeldUntilProps) {
  const endsAt = hold.holdEndsAt ?? now
  const hasEnded = endsAt <= now
  return (
    <section class="held" data-form-at={path} aria-label={hasEnded ? 'Your time' : 'Your time is held'}>
      {hasEnded ? (
        <p>This time is not held any more. You can still book it if nobody else has.</p>
      ) : (
        // The script counts down from what the server says is left: the device's clock may be wrong.
        <p
          data-countdown={Math.round((endsAt - now) / 1000)}
          data-holds={heldTimeOf(hold.service.id, hold.startsAt)}
          data-back-to={path}
        >
          Held for you <EndsAt {...{ endsAt, now }} zone={hold.place.zone} />
        </p>
      )}
      <form method="post" action={path} class="held-acts">
        {!hold.holdRenewed && !hasEnded && (
          <Button form={form} name="do" value="renew">
            Add 5 minutes
          </Button>
        )}
        <Button look="plain" name="do" value="leave">
          Let this time go
        </Button>
      </form>
    </section>
  )
}

const minuteMs = 60_000

/** "until 10:45 (London time)": the minute in which it ends, so that nobody waits too long. It may have begun already. */
function EndsAt({ endsAt, now, zone }: { readonly endsAt: number; readonly now: number; readonly zone: string }) {
  if (Math.floor(endsAt / minuteMs) === Math.floor(now / minuteMs)) return <strong>for less than a minute more</strong>
  const there = wallTimeThere(Temporal.Instant.fromEpochMilliseconds(endsAt), zone)
  return (
    <>
      until <strong>{there.time}</strong> {there.zone}
    </>
  )
}
