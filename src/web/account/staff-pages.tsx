/** The pages on which staff sign in. Each does one thing; none says whether an address is known. */
import type { DemoTeam } from '../../clinic/people/demo-members.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem, tabTitle } from '../ui/error-summary.tsx'
import { Figure } from '../ui/figure.tsx'
import { LineField } from '../ui/typed-fields.tsx'
import { Callout } from '../ui/text-parts.tsx'
import { ConsolePage } from '../console/console-frame.tsx'
import { doorTo } from '../console/console-paths.ts'
import { PasskeyForm } from '../console/passkeys/passkey-parts.tsx'
import type { AccountHome, OwnClinic } from './account-home.ts'
import { accountPaths } from './account-paths.ts'
import { Heading, OverTheDoor, PressField } from './door-parts.tsx'
import { keptMinutes } from './kept-form.ts'
import { PasswordField } from './password-field.tsx'
import { roleWords } from './role-words.ts'

interface FormProps {
  readonly home: AccountHome
  /** Where to go on to. */
  readonly onward: string
  /** A form that was sent or half filled in when the screen locked, sealed: each form of the door carries it on. */
  readonly kept?: string | undefined
  readonly problems?: readonly Problem[]
}

interface SignInProps extends FormProps {
  /** The address as it was typed. */
  readonly typed?: string
  /** The invented people, where there are any. */
  readonly teams: readonly DemoTeam[]
  /** Ten minutes went by without a touch, or somebody locked the screen. */
  readonly locked: boolean
  /** `yes`: a form was sent that could not be taken. `typed`: something was typed and not sent when the screen locked. */
  readonly unsent: string | undefined
}

/** What each form of the door carries along. */
const Onward = ({ onward, kept }: Pick<FormProps, 'onward' | 'kept'>) => (
  <>
    <input type="hidden" name="then" value={onward} />
    {kept !== undefined && <input type="hidden" name="kept" value={kept} />}
  </>
)

/** How staff go on without a passkey. */
export const staffOtherWay = 'Use your password and a code.'

/** Step one: address and password, or both steps by a passkey. */
export function SignInPage({ home, onward, kept, problems = [], typed, teams, locked, unsent }: SignInProps) {
  const goesOn = { onward, kept }
  const title = locked ? 'The screen is locked' : 'Sign in'
  return (
    <ConsolePage home={home} title={tabTitle(title, problems)} islands={['passkey']}>
      <div class="door-two">
        <div>
          <OverTheDoor home={home} />
          <ErrorSummary problems={problems} />
          <Heading>{locked ? 'The screen is locked' : 'Sign in to the console'}</Heading>
          <Unsent {...{ kept, unsent }} />
          <p>{locked ? 'Sign in again to go on where you were.' : 'For the people who work at a clinic.'}</p>
          {teams.length > 0 && <LookRound teams={teams} {...goesOn} />}
          <PasswordForm {...{ ...goesOn, problems, typed }} isFirst={teams.length === 0} />
          <ByPasskey {...goesOn} />
          <DoorNotes />
        </div>
        <OwnBack home={home} />
      </div>
    </ConsolePage>
  )
}

/** What became of what was being written. */
function Unsent({ kept, unsent }: Pick<SignInProps, 'kept' | 'unsent'>) {
  if (kept !== undefined)
    return (
      <Callout title="What you typed is kept" look="warn">
        <p>
          The screen had locked, so nothing was done with it. It is kept for {keptMinutes} minutes, for you alone, and
          comes back once you have signed in.
        </p>
      </Callout>
    )
  if (unsent === 'yes')
    return (
      <Callout title="That was not done" look="warn">
        <p>What you sent just now was not taken, and what you had typed is not kept. You come back to that page.</p>
      </Callout>
    )
  if (unsent !== 'typed') return null
  return (
    <Callout title="What you typed was not sent" look="warn">
      <p>The screen locked before you sent it. What you had typed is not kept.</p>
    </Callout>
  )
}

interface PasswordFormProps extends Pick<FormProps, 'onward' | 'kept'> {
  readonly problems: readonly Problem[]
  readonly typed: string | undefined
  /** Nothing above it is to be pressed first. */
  readonly isFirst: boolean
}

/** Email address and password: the first of the two steps. */
function PasswordForm({ onward, kept, problems, typed, isFirst }: PasswordFormProps) {
  return (
    <form method="post" action={accountPaths.signIn}>
      <Onward {...{ onward, kept }} />
      <LineField
        name="email"
        legend="Email address"
        autocomplete="username"
        inputmode="email"
        typed={typed}
        error={errorOf('email', problems)}
      />
      <PasswordField
        name="password"
        legend="Password"
        autocomplete="current-password"
        error={errorOf('password', problems)}
      />
      <div class="actions">
        <Button {...(isFirst && { look: 'go' })}>Go on to the code</Button>
      </div>
    </form>
  )
}

/** Both steps at once. */
function ByPasskey(goesOn: Pick<SignInProps, 'onward' | 'kept'>) {
  return (
    <section class="by-passkey" aria-labelledby="passkey">
      <h2 id="passkey" tabindex={-1}>
        With a passkey
      </h2>
      <PasskeyForm what="use" action={accountPaths.passkey} otherWay={staffOtherWay} button="Sign in with a passkey">
        <PressField />
        <Onward {...goesOn} />
      </PasskeyForm>
    </section>
  )
}

function DoorNotes() {
  return (
    <ul class="door-notes">
      <li>Each time somebody opens a person’s record, it is written down.</li>
      <li>The screen locks after 10 minutes without a touch.</li>
      <li>
        Lost your phone? Use a recovery code. Lost all of it? Two owners or managers of your clinic can let you in
        again.
      </li>
    </ul>
  )
}

/** For whoever came to the wrong door. */
function OwnBack({ home }: Pick<SignInProps, 'home'>) {
  return (
    <aside>
      <Figure movement="M17a" id="door-figure" />
      <h2>Is it your own back?</h2>
      <p>
        This door is for staff. The <a href={home.frame.checkHref}>check</a> and the plan need no account.
      </p>
    </aside>
  )
}

/** One press lets a visitor in: the first clinic's people at once, the others under their clinic. */
type LookRoundProps = Pick<FormProps, 'onward' | 'kept'>

function LookRound({ teams, ...goesOn }: LookRoundProps & { readonly teams: readonly DemoTeam[] }) {
  const [first, ...others] = teams
  return (
    <section class="look-round" aria-labelledby="look-round">
      <h2 id="look-round">Look round</h2>
      <p>This is a demonstration. Everybody here is invented, so you may go in as any of them.</p>
      {first && <h3>{first.clinic}</h3>}
      {first && <Team team={first} {...goesOn} isFirst />}
      {others.length > 0 && (
        <details>
          <summary>The other clinics</summary>
          {others.map((team) => (
            <section key={team.clinic}>
              <h3>{team.clinic}</h3>
              <Team team={team} {...goesOn} />
            </section>
          ))}
        </details>
      )}
    </section>
  )
}

function Team({ team, isFirst = false, ...goesOn }: LookRoundProps & { team: DemoTeam; isFirst?: boolean }) {
  return (
    <div class="people">
      {team.members.map(({ clinicId, memberId, name, role }, at) => (
        <form key={memberId} method="post" action={accountPaths.lookRound}>
          <input type="hidden" name="clinic" value={clinicId} />
          <input type="hidden" name="member" value={memberId} />
          <Onward {...goesOn} />
          <Button wide {...(isFirst && at === 0 && { look: 'go' })}>
            <span>
              Look round as {name}, <span class="role">{roleWords[role]}</span>
            </span>
          </Button>
        </form>
      ))}
    </div>
  )
}

/** Step two: the code. */
export function CodePage({ home, onward, kept, problems = [] }: FormProps) {
  return (
    <ConsolePage home={home} title={tabTitle('Type your code', problems)}>
      <OverTheDoor home={home} />
      <ErrorSummary problems={problems} />
      <p>Step 2 of 2</p>
      <Heading>Type your code</Heading>
      <form method="post" action={accountPaths.code}>
        <Onward {...{ onward, kept }} />
        <PressField />
        <LineField
          name="code"
          legend="6-digit code"
          hint="From your authenticator app. It changes every 30 seconds. No phone at hand? Type one of your recovery codes."
          autocomplete="one-time-code"
          exact
          error={errorOf('code', problems)}
        />
        <div class="actions">
          <Button look="go">Sign in</Button>
          {kept === undefined ? (
            <ButtonLink href={doorTo(accountPaths.signIn, onward)}>Start again</ButtonLink>
          ) : (
            <Button formAction={accountPaths.unlock} unchecked>
              Start again
            </Button>
          )}
        </div>
      </form>
    </ConsolePage>
  )
}

/** Somebody works at several clinics: which one now? */
export function WhichClinicPage({ home, onward, clinics }: FormProps & { readonly clinics: readonly OwnClinic[] }) {
  return (
    <ConsolePage home={home} title="Which clinic?">
      <OverTheDoor home={home} />
      <Heading>Which clinic?</Heading>
      <p>{clinics.length > 0 ? 'You can change it later.' : 'You are not on the team of any clinic now.'}</p>
      <div class="people">
        {clinics.map(({ clinicId, name }) => (
          <form key={clinicId} method="post" action={accountPaths.whichClinic}>
            <input type="hidden" name="clinic" value={clinicId} />
            <input type="hidden" name="then" value={onward} />
            <Button wide>{name}</Button>
          </form>
        ))}
      </div>
      <form method="post" action={accountPaths.signOut}>
        <Button look="plain">Sign out</Button>
      </form>
    </ConsolePage>
  )
}

/** The database cannot be reached. */
export function SignInAwayPage({ home }: Pick<FormProps, 'home'>) {
  return (
    <ConsolePage home={home} title="Signing in does not work just now">
      <OverTheDoor home={home} />
      <Heading>Signing in does not work just now</Heading>
      <p>We cannot reach the place where it is kept who may come in. Try again in a minute.</p>
      <p>
        The <a href={home.frame.checkHref}>check</a> and the plan work without it.
      </p>
    </ConsolePage>
  )
}
