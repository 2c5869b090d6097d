/**
 * What the pages about passkeys share. The button is shown by the script that can use it (islands/passkey.ts); until then, and
 * without it, the page says what to do instead.
 */
import type { ComponentChildren } from 'preact'
import { wallDay } from '../../../clinic/availability/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import type { OwnPasskey } from './own-passkeys.ts'

interface PasskeyFormProps {
  /** `use`: to sign in. `make`: a new one. */
  readonly what: 'use' | 'make'
  /** Where it is posted to; what to sign is asked of `ask` below it. */
  readonly action: string
  /** How to go on without: "Use your password and a code." */
  readonly otherWay: string
  readonly button: string
  readonly children?: ComponentChildren
}

/** A form that a passkey is added to before it is sent. */
export function PasskeyForm({ what, action, otherWay, button, children }: PasskeyFormProps) {
  return (
    <form method="post" action={action} data-passkey={what} data-ask={`${action}/ask`}>
      <div data-passkey-needs hidden>
        {children}
        <input type="hidden" name="passkey" value="" />
        <div class="actions">
          <Button>{button}</Button>
        </div>
      </div>
      <p role="status" data-passkey-said data-other-way={otherWay}>
        Passkeys do not work in this browser, or not without scripts. {otherWay}
      </p>
    </form>
  )
}

interface PasskeysProps {
  readonly passkeys: readonly OwnPasskey[]
  readonly paths: PasskeyPaths
  readonly now: Temporal.Instant
  readonly problems: readonly Problem[]
  readonly otherWay: string
}

/** Where they are listed and added, renamed, and deleted. */
export interface PasskeyPaths {
  readonly list: string
  readonly rename: string
  readonly remove: string
}

/** The list, each with what can be done with it, and a new one. */
export function Passkeys({ passkeys, paths, now, problems, otherWay }: PasskeysProps) {
  return (
    <>
      {passkeys.length === 0 && <p>You have none yet.</p>}
      {passkeys.length > 0 && (
        <ul class="passkeys" id="passkeys" tabindex={-1}>
          {passkeys.map((passkey) => (
            <OnePasskey key={passkey.id} {...{ passkey, paths, now }} />
          ))}
        </ul>
      )}
      <h2>Add one</h2>
      <p>Your phone or computer asks for your finger, your face or its PIN. None of that is sent to us.</p>
      <PasskeyForm what="make" action={paths.list} otherWay={otherWay} button="Add a passkey">
        <LineField
          name="name"
          legend="What do you call it?"
          hint="Such as: my phone."
          autocomplete="off"
          error={errorOf('name', problems)}
        />
      </PasskeyForm>
    </>
  )
}

function OnePasskey({
  passkey,
  paths,
  now,
}: {
  readonly passkey: OwnPasskey
  readonly paths: PasskeyPaths
  readonly now: Temporal.Instant
}) {
  const { id, name, addedAt, usedAt, isStopped } = passkey
  const day = (ms: number) => wallDay(Temporal.Instant.fromEpochMilliseconds(ms), 'Europe/London', now)
  return (
    <li>
      <strong>{name}</strong>
      <br />
      Added {day(addedAt)}. {usedAt === undefined ? 'Not used yet.' : `Last used ${day(usedAt)}.`}
      {isStopped && (
        <p class="error">It is stopped, since somebody may have copied it. Delete it, and add a new one.</p>
      )}
      <details>
        <summary>
          Change or delete<span class="unseen"> {name}</span>
        </summary>
        <form method="post" action={paths.rename}>
          <input type="hidden" name="id" value={id} />
          <label class="ask" for={`name-${id}`}>
            New name
          </label>
          <input class="field" id={`name-${id}`} name="name" value={name} autocomplete="off" />
          <div class="actions">
            <Button>Save the name</Button>
          </div>
        </form>
        <form method="post" action={paths.remove}>
          <input type="hidden" name="id" value={id} />
          <p>It opens nothing any more then. Where it had signed you in elsewhere, you are signed out.</p>
          <div class="actions">
            <Button>Delete this passkey</Button>
          </div>
        </form>
      </details>
    </li>
  )
}
