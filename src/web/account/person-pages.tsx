/** The pages of a person's own account: asking for a mail, coming in by it, and what the account holds. */
import type { ComponentChildren } from 'preact'
import { wallClockRange, wallDay } from '../../clinic/availability/wall-clock.ts'
import type { VisitOfAddress } from '../../clinic/people/visits-of-address.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem, tabTitle } from '../ui/error-summary.tsx'
import { LineField } from '../ui/typed-fields.tsx'
import { FindPage } from '../find/frame.tsx'
import { PasskeyForm, type PasskeyPaths, Passkeys } from '../console/passkeys/passkey-parts.tsx'
import type { OwnPasskey } from '../console/passkeys/own-passkeys.ts'
import { PressField } from './door-parts.tsx'
import type { OwnAccount, PersonPagesHome } from './person-home.ts'
import { personPaths } from './person-paths.ts'
import { exactly } from '../ui/said-exactly.ts'

interface PageProps {
  readonly home: PersonPagesHome
  readonly problems?: readonly Problem[]
}

/** A page that needs no more than its house. */
interface HousedProps extends Omit<PageProps, 'home'> {
  readonly home: Pick<PersonPagesHome, 'frame'>
}

function AccountPage(
  props: HousedProps & {
    readonly title: string
    /** Its address. What has none of its own is a way in. */
    readonly path?: string
    readonly islands?: readonly string[]
    readonly children: ComponentChildren
  },
) {
  const { home, title, path = personPaths.signIn, problems = [], islands = [], children } = props
  return (
    <FindPage frame={home.frame} title={tabTitle(title, problems)} path={path} islands={islands}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {children}
    </FindPage>
  )
}

/** How people go on without a passkey. */
export const personOtherWay = 'Use your email instead.'

/** Asks for the address, or for a passkey. */
export function AskPage({ home, problems = [], typed = '' }: PageProps & { readonly typed?: string }) {
  return (
    <AccountPage home={home} problems={problems} title="Sign in by email" islands={['passkey']}>
      <p>We send you a link and a code. There is no password. You need no account to use the check, or to book.</p>
      <form method="post" action={personPaths.signIn}>
        <PressField />
        <LineField
          name="email"
          legend="Your email address"
          autocomplete="email"
          inputmode="email"
          typed={typed}
          error={errorOf('email', problems)}
        />
        <div class="actions">
          <Button look="go">Send me a link</Button>
        </div>
      </form>
      <h2 id="passkey" tabindex={-1}>
        With a passkey
      </h2>
      <PasskeyForm what="use" action={personPaths.passkey} otherWay={personOtherWay} button="Sign in with a passkey">
        <PressField />
      </PasskeyForm>
    </AccountPage>
  )
}

/** The mail has gone: the link, or the code here. */
export function SentPage({ home, problems = [], inDoubt = false }: HousedProps & { readonly inDoubt?: boolean }) {
  return (
    <AccountPage home={home} problems={problems} title={home.frame.intoFiles ? 'Type the code' : 'Look in your email'}>
      {home.frame.intoFiles ? (
        <p>
          Here no mail leaves: each one becomes a file on this server, in its folder “outbox”. Whoever runs it finds the
          link and the code there.
        </p>
      ) : (
        <p>Open the link in it on this device. Is your email on another device? Type the code from it here.</p>
      )}
      {inDoubt && (
        <p>
          The mail server did not say whether it took the email. If nothing has come in a few minutes, send it again.
        </p>
      )}
      <form method="post" action={personPaths.sent}>
        <PressField />
        <CodeField problems={problems} />
        <div class="actions">
          <Button look="go">Sign in</Button>
          <ButtonLink href={personPaths.signIn}>Send it again</ButtonLink>
        </div>
      </form>
    </AccountPage>
  )
}

const CodeField = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <LineField
    name="code"
    legend="6-digit code from the email"
    autocomplete="one-time-code"
    exact
    error={errorOf('code', problems)}
  />
)

/** The link was opened. In the browser that asked it is one press, or none; anywhere else the code is asked for too. */
export function LinkPage(props: PageProps & { readonly token: string; readonly isAsker: boolean }) {
  const { home, problems = [], token, isAsker } = props
  return (
    <AccountPage home={home} problems={problems} title="Sign in" {...(isAsker && { islands: ['finish'] })}>
      {!isAsker && (
        <p>
          We cannot see that you asked in this browser. To sign in here, type the code from the same email. Was the link
          used already, or is it old? Then <a href={personPaths.signIn}>ask for a new one</a>.
        </p>
      )}
      <form method="post" action={personPaths.link(token)} {...(isAsker && { 'data-finish': true })}>
        <PressField />
        {!isAsker && <CodeField problems={problems} />}
        <div class="actions">
          <Button look="go">Sign in</Button>
        </div>
      </form>
    </AccountPage>
  )
}

/** The link or the code opens nothing. */
export function OverPage({ home }: PageProps) {
  return (
    <AccountPage home={home} title="This link opens nothing any more">
      <p>
        It was used, is older than 15 minutes, is cut short, or too many wrong codes were typed. Nothing is lost: ask
        for a new one.
      </p>
      <div class="actions">
        <ButtonLink href={personPaths.signIn} look="go">
          Send me a new link
        </ButtonLink>
      </div>
    </AccountPage>
  )
}

/** The database, or the mail, cannot be reached. */
export function AccountAwayPage({ home }: PageProps) {
  return (
    <AccountPage home={home} title="Your account cannot be reached just now">
      <p>Try again in a minute. What was booked stands as it was.</p>
      <p>
        The <a href={home.frame.checkHref}>check</a> and your plan work without it.
      </p>
    </AccountPage>
  )
}

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
const whenOf = (visit: VisitOfAddress, now: Temporal.Instant) =>
  wallClockRange(instant(visit.startsAt), instant(visit.endsAt), visit.zone, now)

/** The state in words, where it is not simply booked. */
const stateWords: Readonly<Record<string, string>> = {
  cancelled: 'Cancelled.',
  'late-cancelled': 'Cancelled.',
  'no-show': 'Missed.',
}

/** What the account holds. */
export function OwnAccountPage({ home, account }: PageProps & { readonly account: OwnAccount }) {
  const now = home.now()
  return (
    <AccountPage home={home} title="My account" path={personPaths.account}>
      <p>
        Signed in as <strong {...exactly}>{account.email}</strong>.
      </p>
      <h2>Visits booked with this address</h2>
      {account.visits.length === 0 && <p>There are none.</p>}
      <ul class="visits">
        {account.visits.map((visit) => (
          <li key={`${visit.clinicName}${visit.startsAt}`}>
            <strong>{whenOf(visit, now)}</strong>
            <br />
            {visit.clinicName}, {visit.place}. {stateWords[visit.state] ?? ''}
          </li>
        ))}
      </ul>
      <p>
        Some people share an address. So this page tells when and where, and no more. The link in the clinic’s email
        opens the rest, and there you can move or cancel.
      </p>
      <h2>Where you are signed in</h2>
      <ul class="sessions">
        {account.sessions.map(({ id, browser, startedAt, isThis }) => (
          <li key={id}>
            {browserWords(browser)}
            {isThis && ' (this one)'}, since {wallDay(instant(startedAt), 'Europe/London', now)}.
            {!isThis && (
              <form method="post" action={personPaths.endSession}>
                <input type="hidden" name="session" value={id} />
                <Button look="plain">Sign out there</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={personPaths.signOut}>
        <Button>Sign out here</Button>
      </form>
      <h2>Passkeys</h2>
      <p>
        With one you need no email to sign in. <a href={personPaths.passkeys}>Your passkeys</a>
      </p>
      <h2>What is kept</h2>
      <p>
        <a href={personPaths.download}>Take a copy of this account</a> ·{' '}
        <a href={personPaths.delete}>Delete my account</a>
      </p>
    </AccountPage>
  )
}

/** Where people keep their own passkeys. */
export const personPasskeyPaths: PasskeyPaths = {
  list: personPaths.passkeys,
  rename: `${personPaths.passkeys}/rename`,
  remove: `${personPaths.passkeys}/delete`,
}

/** A person's own passkeys. */
export function PersonPasskeysPage(props: PageProps & { readonly passkeys: readonly OwnPasskey[] }) {
  const { home, problems = [], passkeys } = props
  return (
    <AccountPage
      home={home}
      problems={problems}
      title="Your passkeys"
      path={personPaths.passkeys}
      islands={['passkey']}
    >
      <p>A passkey signs you in with one press, on this device. Your email works all the same.</p>
      <p>Add one only on a device that nobody else can unlock. Passkeys for the console are kept in the console.</p>
      <Passkeys
        {...{ passkeys, problems }}
        paths={personPasskeyPaths}
        now={home.now()}
        otherWay="Sign in by email, as before."
      />
      <p>
        <a href={personPaths.account}>Back to my account</a>
      </p>
    </AccountPage>
  )
}

/** "Firefox on Windows": enough to tell one's own devices apart. */
function browserWords(agent: string): string {
  const named = [
    ['Edg/', 'Edge'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ] as const
  const places = [
    ['iPhone', 'an iPhone'],
    ['iPad', 'an iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS', 'a Mac'],
    ['Linux', 'Linux'],
  ] as const
  const [, browser = 'A browser'] = named.find(([sign]) => agent.includes(sign)) ?? []
  const [, place] = places.find(([sign]) => agent.includes(sign)) ?? []
  return place ? `${browser} on ${place}` : browser
}

/** What goes and what stays, before it goes. */
export function DeletePage({ home, account }: PageProps & { readonly account: OwnAccount }) {
  return (
    <AccountPage home={home} title="Delete my account?" path={personPaths.delete}>
      {account.isStaff ? (
        <p>You work at a clinic with this account. Ask its owner to take you off the team first.</p>
      ) : (
        <>
          <p>Your sign-in goes, everywhere, and so does a locked copy of your record. It cannot be brought back.</p>
          <Kept home={home} visits={account.visits} />
          <form method="post" action={personPaths.delete}>
            <div class="actions">
              <ButtonLink href={personPaths.account}>Keep it</ButtonLink>
              <Button look="go">Delete my account</Button>
            </div>
          </form>
        </>
      )}
    </AccountPage>
  )
}

/** It is gone: what stays, and with whom. */
export function DeletedPage({ home, visits }: PageProps & { readonly visits: readonly VisitOfAddress[] }) {
  return (
    <AccountPage home={home} title="Your account is deleted" islands={['account-gone']}>
      <p>You are signed out everywhere.</p>
      <Kept home={home} visits={visits} />
    </AccountPage>
  )
}

/** Visits are the clinic's record: they stay with it, whatever becomes of the account. */
function Kept({ home, visits }: { readonly home: PersonPagesHome; readonly visits: readonly VisitOfAddress[] }) {
  if (visits.length === 0) return <p>No clinic here has a visit under this address.</p>
  const now = home.now()
  return (
    <>
      <h2>What stays with the clinics</h2>
      <p>
        A clinic must keep its records for some years after the last visit. In England that is 8 years for adults, and
        in Scotland 6. For children it is often until they are 25.
      </p>
      <ul class="visits">
        {visits.map((visit) => (
          <li key={`${visit.clinicName}${visit.startsAt}`}>
            <strong>{whenOf(visit, now)}</strong>
            <br />
            {visit.clinicName}. {keptWords(visit, now)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What becomes of one: what is ahead stands without the account too, and what never took place need not be kept. */
function keptWords(visit: VisitOfAddress, now: Temporal.Instant): string {
  const { clinicPhone: phone, startsAt, state } = visit
  const notHeld = stateWords[state]
  if (notHeld) return `${notHeld} The clinic forgets it if you ask: ${phone}`
  const kept = `Kept until ${keptUntil(visit)} or later.`
  if (startsAt <= now.epochMilliseconds) return `${kept} Ask them: ${phone}`
  return `This visit stands, without the account too. To cancel it, use the link in their email, or ring ${phone}. ${kept}`
}

/** Years for which a clinic keeps the record of an adult, by the country of the place. */
const yearsKept = (country: string) => (country === 'scotland' ? 6 : 8)

const keptUntil = ({ endsAt, zone, country }: VisitOfAddress): string =>
  instant(endsAt)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ years: yearsKept(country) })
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
