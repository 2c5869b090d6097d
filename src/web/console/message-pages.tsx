/** What is said to staff when there is nothing else to show: what could not be done, what is true all the same, what to do now. */
import type { ComponentChildren } from 'preact'
import { uk } from '../../care/region.ts'
import { CallLink } from '../ui/call-button.tsx'
import { ConsolePage, type Here } from './console-frame.tsx'
import type { ConsoleHome } from './console-home.ts'
import { consolePaths } from './console-paths.ts'

interface MessagePageProps {
  readonly home: ConsoleHome
  readonly here?: Here | undefined
  readonly title: string
  readonly children: ComponentChildren
}

/** One message. */
export function MessagePage({ home, here, title, children }: MessagePageProps) {
  return (
    <ConsolePage {...{ home, here, title }}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {children}
    </ConsolePage>
  )
}

/** Another clinic's, not theirs to see, or nothing at all: one page, so that it tells nobody which. Lock leads back to today. */
export function NotYoursPage({ home, here }: { readonly home: ConsoleHome; readonly here?: Here | undefined }) {
  return (
    <MessagePage home={home} here={here && { ...here, address: consolePaths.today }} title="Nothing here for you">
      {here?.isPosted && <NotTaken posted={here.posted} />}
      <p>The address may be wrong, or this is not for your role. Whoever looks after your team can tell you.</p>
      <p>
        <a class="button" href={consolePaths.today}>
          To today
        </a>
      </p>
    </MessagePage>
  )
}

/** The database cannot be reached. */
export function AwayPage({ home, path }: { readonly home: ConsoleHome; readonly path: string }) {
  return (
    <MessagePage home={home} title="The clinic’s data cannot be reached">
      <p>
        What was saved before stands as it was. If you had just pressed a button, look whether it was done before you
        press it again.
      </p>
      <p>Until then the printed day helps. Try again in a minute.</p>
      <p>
        <a class="button go" href={path}>
          Try again
        </a>
      </p>
    </MessagePage>
  )
}

/** Their role may have been changed, or they were let go, while the form stood open. */
const NotTaken = ({ posted = [] }: { readonly posted?: readonly string[] | undefined }) => (
  <>
    <p>
      <strong>What you sent was not taken, and nothing was changed.</strong>
    </p>
    {posted.length > 0 && (
      <section class="card">
        <h2>What you wrote</h2>
        <p>It is kept nowhere. Copy what you need from here.</p>
        {posted.map((words) => (
          <p key={words} class="as-sent">
            <bdi>{words}</bdi>
          </p>
        ))}
      </section>
    )}
  </>
)

/** Signed in, and a member of no clinic. */
export function NoClinicPage({
  home,
  posted,
}: {
  readonly home: ConsoleHome
  /** What was written in the form that was sent; `undefined` where none was. */
  readonly posted: readonly string[] | undefined
}) {
  return (
    <MessagePage home={home} title="You are in no clinic">
      {posted && <NotTaken posted={posted} />}
      <p>You have signed in, but no clinic has you in its team. Ask the clinic to invite you again.</p>
      <form method="post" action={consolePaths.signOut}>
        <button class="button" type="submit">
          Sign out
        </button>
      </form>
    </MessagePage>
  )
}

/** A form that another site sent. */
export function ForeignPage({ home }: { readonly home: ConsoleHome }) {
  return (
    <MessagePage home={home} title="That did not come from our own page">
      <p>Nothing was changed. Open the page here and press the button again.</p>
      <p>
        <a class="button" href={consolePaths.today}>
          To today
        </a>
      </p>
    </MessagePage>
  )
}

/** More than any form of ours holds. */
export function TooMuchPage({ home }: { readonly home: ConsoleHome }) {
  return (
    <MessagePage home={home} title="That is too much for us to read">
      <p>Nothing was changed. Go back, make it shorter, and press the button again.</p>
      <p>
        In an emergency call <CallLink number={uk.emergencyNumber} />.
      </p>
    </MessagePage>
  )
}
