/**
 * What a person sees at once when an entry calls for help: someone to talk to, what to do after too much of a medicine,
 * and the check. Help comes before any question (H-17).
 * Never: asks anything before the numbers to call are on the screen, or waits for the entry to be kept.
 */
import { mayBeEmergency, type Raised } from '../../../care/diary/entry-dangers.ts'
import type { RouteId } from '../../../care/check/types.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { CarePage } from '../care-page.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { helpNowWords } from '../../ui/danger-heard.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { ownAnswers } from '../record/own-answers.ts'
import type { RecordNow } from '../record/record-now.ts'
import { type Trail, writeTrail } from '../check/trail.ts'

export interface RaisedPageProps {
  readonly home: CareHome
  /** Null where none is kept, or it did not open. */
  readonly record: RecordNow | null
  readonly raised: Raised
  /** The check to go on with. */
  readonly trail: Trail
  readonly kept: boolean
  /** Too much of a medicine is written down: that has its own page. */
  readonly tooMuch: boolean
  /** The form as it was posted, to keep a note that was left out for safety; null when none was. */
  readonly noteLeftOut: FormFields | null
}

/** The page. */
export function RaisedPage({ home, record, raised, trail, kept, tooMuch, noteLeftOut }: RaisedPageProps) {
  const title = raised.routes.length > 0 ? 'Talk to someone now' : 'You may have taken too much'
  return (
    <CarePage home={home} title={title} beside="alone">
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {raised.routes.length > 0 && <p>{raised.raises[0]?.because} You do not have to face it alone.</p>}
      <EmergencyFirst raised={raised} />
      <OtherRoutes
        routes={tooMuch ? emergencyFirst(raised.routes) : raised.routes}
        title="Who to call"
        first
        answers={ownAnswers(record)}
      />
      {tooMuch && (
        <div class="callout warn">
          <h2>Too much painkiller</h2>
          <p>Your list of doses holds more than is safe. See what to do now.</p>
          <ButtonLink
            href={paths.medicineTally}
            {...(raised.routes.length === 0 && !mayBeEmergency(raised) && { look: 'go' })}
          >
            What to do now
          </ButtonLink>
        </div>
      )}
      {!kept && <p class="callout">{notKeptWords}</p>}
      {noteLeftOut && (
        <form method="post" action={paths.diaryEntry} class="callout">
          <CarriedFields fields={noteLeftOut} />
          <input type="hidden" name="keepNote" value="yes" />
          <p>
            We did not keep your note, since other people may see this phone.
            {kept && ' The rest of your entry is kept.'}
          </p>
          <Button>Keep my note too</Button>
        </form>
      )}
      {raised.screen === 'full' && (
        <>
          <h2>Then do the check</h2>
          <p>{stopWords}</p>
          <CheckButton home={home} trail={trail} />
        </>
      )}
    </CarePage>
  )
}

/** With too much of a medicine, nobody waits on another line first. */
const emergencyFirst = (routes: readonly RouteId[]): readonly RouteId[] =>
  routes.includes('999') ? ['999', ...routes.filter((id) => id !== '999')] : routes

/** A sign that may be an emergency stands above what is said of doses: the check that asks about it comes after them. */
function EmergencyFirst({ raised }: Pick<RaisedPageProps, 'raised'>) {
  const [first] = raised.raises
  if (!first || !mayBeEmergency(raised) || raised.routes.includes('999')) return null
  return (
    <div class="callout warn">
      <p>
        {raised.routes.length === 0 && first.because} <strong>{helpNowWords}</strong>
      </p>
      <CallButton number={uk.emergencyNumber} look="go" />
    </div>
  )
}

interface EntryKeptProps {
  readonly home: CareHome
  readonly next: string
  /** This form was sent before with other doses, which count too. */
  readonly otherDoses: boolean
}

/** In place of a redirect, where something of the note or of the doses must be said first. */
export function EntryKeptPage({ home, next, otherDoses }: EntryKeptProps) {
  const title = 'Your entry is kept'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {otherDoses && (
        <p class="callout">
          You sent this form before with other painkillers. Those count too. Did you not take them?{' '}
          <a href={paths.medicineTally}>Take them out of your list</a>.
        </p>
      )}
      <div class="actions">
        <ButtonLink href={next} wide>
          {next === paths.miniCheck ? 'Do the short check' : 'Go on'}
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** To the check that this entry asks for. On the server nothing is kept, so the check itself is sent along. */
function CheckButton({ home, trail }: { home: CareHome; trail: Trail }) {
  if (home.notebook) return <ButtonLink href={paths.checkScreen(trail.id, 1)}>Do the check</ButtonLink>
  return (
    <form method="post" action={paths.check}>
      <input type="hidden" name="trail" value={writeTrail(trail)} />
      <Button name="do" value="back">
        Do the check
      </Button>
    </form>
  )
}

/** Said wherever an entry locks movements. */
export const stopWords = 'Leave your movements for now, until this check is clear.'
/** Said when the device could not keep an entry. */
export const notKeptWords = 'We could not keep your entry on this device. It may be full.'
