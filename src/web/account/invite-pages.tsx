/** The pages on which somebody who was invited sets up how they sign in. */
import { Button } from '../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem, tabTitle } from '../ui/error-summary.tsx'
import { LineField } from '../ui/typed-fields.tsx'
import { ConsolePage } from '../console/console-frame.tsx'
import { consolePaths } from '../console/console-paths.ts'
import type { AccountHome, SecondStep, ShownInvitation } from './account-home.ts'
import { accountPaths } from './account-paths.ts'
import { Heading, OverTheDoor } from './door-parts.tsx'
import { PasswordField } from './password-field.tsx'
import { roleWords } from './role-words.ts'
import { ScanPicture } from './scan-picture.tsx'
import { exactly } from '../ui/said-exactly.ts'

interface InviteProps {
  readonly home: AccountHome
  readonly token: string
  readonly problems?: readonly Problem[]
}

/** Who asks whom to join as what, and the first step. */
export function InvitePage(props: InviteProps & { readonly invitation: ShownInvitation }) {
  const { home, token, invitation, problems = [] } = props
  const { clinicName, email, role, how } = invitation
  return (
    <ConsolePage home={home} title={tabTitle('Your invitation', problems)}>
      <OverTheDoor home={home} />
      <ErrorSummary problems={problems} />
      <Heading>Join {clinicName}</Heading>
      <p>
        As {roleWords[role]}. You sign in with <strong {...exactly}>{email}</strong>.
      </p>
      {how === 'new' && (
        <form method="post" action={accountPaths.invite(token)}>
          <input type="hidden" name="username" autocomplete="username" value={email} />
          <PasswordField
            name="password"
            legend="Choose a password"
            hint="12 characters or more. Four words in a row are easy to keep in mind."
            autocomplete="new-password"
            error={errorOf('password', problems)}
          />
          <div class="actions">
            <Button look="go">Go on</Button>
          </div>
        </form>
      )}
      {how === 'signed-in' && (
        <form method="post" action={accountPaths.inviteJoin(token)}>
          <Button look="go">Join this team too</Button>
        </form>
      )}
      {how === 'sign-in-first' && (
        <p>
          This address has a sign-in already. <a href={consolePaths.signIn}>Sign in with it</a> first, then open this
          link again. Have you lost every way in? Whoever runs this installation of Unclench can let you begin anew,
          with the command <code>let-in-again</code>.
        </p>
      )}
    </ConsolePage>
  )
}

/** The second step: shown once, since the key is not kept where it can be read. */
export function SecondStepPage(props: InviteProps & { readonly step: Omit<SecondStep, 'cookies'> }) {
  const { home, step, problems = [] } = props
  return (
    <ConsolePage home={home} title={tabTitle('Set up your second step', problems)}>
      <OverTheDoor home={home} />
      <ErrorSummary problems={problems} />
      <Heading>Set up your second step</Heading>
      <ol class="steps">
        <li>
          Open your authenticator app, and add an account. No app yet? Your phone’s own password manager can do it.
        </li>
        <li>
          Scan this picture with the app. Show it to nobody else.
          <ScanPicture text={step.address} label="The key as a picture to scan. The same key stands below as text." />
          No camera? Type this key there:{' '}
          <code class="key" {...exactly}>
            {(step.key.match(/.{1,4}/g) ?? []).join(' ')}
          </code>
          <br />
          Is the app on this device? <a href={step.address}>Open it with the key</a>.
        </li>
        <li>
          Write these recovery codes on paper. Each lets you in once, if your phone is lost. They are not shown again.
          <ul class="recovery" {...exactly}>
            {step.recoveryCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </li>
      </ol>
      <CodeForm {...props} />
    </ConsolePage>
  )
}

/** The code was wrong, or is asked for again: the key is in the app by now. */
export function InviteCodePage(props: InviteProps) {
  return (
    <ConsolePage home={props.home} title={tabTitle('Type the code', props.problems ?? [])}>
      <OverTheDoor home={props.home} />
      <ErrorSummary problems={props.problems ?? []} />
      <Heading>Type the code that your app shows</Heading>
      <CodeForm {...props} />
      <p>
        Is the key not in your app? <a href={accountPaths.invite(props.token)}>Start again</a>.
      </p>
    </ConsolePage>
  )
}

function CodeForm({ token, problems = [] }: InviteProps) {
  return (
    <form method="post" action={accountPaths.inviteCode(token)}>
      <LineField
        name="code"
        legend="6-digit code that your app shows"
        autocomplete="one-time-code"
        exact
        error={errorOf('code', problems)}
      />
      <div class="actions">
        <Button look="go">Join the team</Button>
      </div>
    </form>
  )
}

/** The link leads no further. */
export function InviteOverPage({ home, used }: { readonly home: AccountHome; readonly used: boolean }) {
  const title = used ? 'You have joined already' : 'This link opens nothing'
  return (
    <ConsolePage home={home} title={title}>
      <OverTheDoor home={home} />
      <Heading>{title}</Heading>
      <p>
        {used
          ? 'Sign in with your password and a code.'
          : 'It may be cut short, too old or stopped, or a newer one was sent. Ask the clinic for a new one.'}
      </p>
      <p>
        <a class="button" href={consolePaths.signIn}>
          To the sign-in page
        </a>
      </p>
    </ConsolePage>
  )
}
