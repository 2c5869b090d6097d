/**
 * Asks when a dose was taken, where its time can mean two moments. Until it is answered the later one counts.
 * Draws; decides nothing.
 */
import type { ComponentChildren } from 'preact'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { Button } from '../../ui/button.tsx'
import { exactly } from '../../ui/said-exactly.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { agoWords, clock, isJustNow, momentWords } from './medicine-clock.ts'

/** A time that can mean two moments: as it was typed, or as a clock had it that was behind. */
export type UnsureTime = UnsureMoments &
  ({ readonly kind: 'typed'; readonly typed: string } | { readonly kind: 'clock'; readonly product: string })
interface UnsureMoments {
  /** UUID of the dose. */
  readonly act: string
  /** The later of the two, at which it counts: when it was written down. */
  readonly takenAt: EpochMs
  /** The earlier of the two. */
  readonly earlier: EpochMs
}

/** Of which time is it asked? */
export function WhichTime({ unsure, ...rest }: Omit<WhichTimeProps, 'unsure'> & { readonly unsure: UnsureTime }) {
  return unsure.kind === 'typed' ? (
    <WhichTyped {...rest} unsure={unsure} />
  ) : (
    <WhenByWrongClock {...rest} unsure={unsure} />
  )
}

interface WhichTimeProps {
  readonly home: CareHome
  readonly carried: ComponentChildren
  readonly now: EpochMs
  readonly unsure: Extract<UnsureTime, { kind: 'typed' }>
  readonly first: boolean
}

/** "Yesterday, or just now?" Until it is answered, also on another day's visit, the dose counts as when it was written down. */
function WhichTyped({ home, now, unsure: { act, typed, takenAt, earlier }, carried, first }: WhichTimeProps) {
  const isNow = isJustNow(takenAt, now)
  const written = `${momentWords(takenAt, now, home)}, when I wrote it down`
  return (
    <form method="post" action={paths.medicineTally} class="callout warn">
      {carried}
      <input type="hidden" name="do" value="meant" />
      <input type="hidden" name="dose" value={act} />
      <input type="hidden" name="at" value={typed} />
      <h2 tabindex={-1} {...(first && { 'data-focus': true })}>
        Which time do you mean?
      </h2>
      <p>
        You typed {typed}. It {isNow ? 'is' : 'was'} {clock(isNow ? now : takenAt, home)}{' '}
        {home.kind === 'server' ? 'in the UK' : 'on this device'}. Until you tell us, it counts{' '}
        {isNow ? 'as just now' : `from ${momentWords(takenAt, now, home)}`}.
      </p>
      <div class="actions">
        <Button name="meant" value="now" wide>
          I took it {isNow ? 'just now' : `at ${written}`}
        </Button>
        <Button name="meant" value="earlier" wide>
          I took it at {momentWords(earlier, now, home)}, {agoWords(earlier, now)}
        </Button>
      </div>
    </form>
  )
}

type WrongClockProps = Omit<WhichTimeProps, 'unsure'> & {
  readonly unsure: Extract<UnsureTime, { kind: 'clock' }>
}

/** When was it, where the clock was behind that it was written down by? Until it is answered it counts as late as it can have been. */
function WhenByWrongClock({ home, now, unsure, carried, first }: WrongClockProps) {
  const { act, product, takenAt, earlier } = unsure
  const isNow = isJustNow(takenAt, now)
  return (
    <form method="post" action={paths.medicineTally} class="callout warn">
      {carried}
      <input type="hidden" name="do" value="meant" />
      <input type="hidden" name="dose" value={act} />
      <h2 tabindex={-1} {...(first && { 'data-focus': true })}>
        When did you take it?
      </h2>
      <p>
        Your clock may have been wrong when you wrote down <span {...exactly}>{product}</span>. Until you tell us, it
        counts {isNow ? 'as just now' : `from ${momentWords(takenAt, now, home)}`}.
      </p>
      <div class="actions">
        <Button name="meant" value="now" wide>
          {isNow ? 'Just now' : 'Then'}, or I am not sure
        </Button>
        <Button name="meant" value="earlier" wide>
          I took it at {momentWords(earlier, now, home)}
        </Button>
      </div>
      <p class="quiet small">Was it another time? Take it out of the list below, and write it down again.</p>
    </form>
  )
}
