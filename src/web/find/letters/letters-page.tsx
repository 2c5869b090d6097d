/** Asking for letters: what comes, from whom, and an address. Without a database it says so, and nothing is lost. */
import type { SendingClinic } from '../../../clinic/letters/sending-clinics.ts'
import { askWords, type Topic, topicIds, topics } from '../../../clinic/letters/topics.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { CallLink } from '../../ui/call-button.tsx'
import { uk } from '../../../care/region.ts'
import { FindPage, type Frame } from '../frame.tsx'
import { letterPaths } from './letter-paths.ts'

/** The form as typed. */
export interface TypedWish {
  readonly email: string
  readonly clinic: string
  readonly chosen: readonly Topic[]
}

/** Nothing is ticked when somebody comes: each topic is a yes of its own. */
export const untouchedWish = (clinic: string): TypedWish => ({ email: '', clinic, chosen: [] })

/** The topics as ticks. @param clinic named in the last of them, where it is known */
export function TopicTicks({
  chosen,
  problems,
  clinic,
}: {
  readonly chosen: readonly Topic[]
  readonly problems: readonly Problem[]
  readonly clinic?: string | undefined
}) {
  const error = errorOf('topics', problems)
  return (
    <fieldset id="topics" class={error ? 'topics wrong' : 'topics'} aria-describedby={error && 'topics-error'}>
      <legend>What about?</legend>
      {error && (
        <p id="topics-error" class="error">
          {error}
        </p>
      )}
      {topicIds.map((id) => (
        <Tick
          key={id}
          name="topic"
          value={id}
          text={id === 'clinic-news' && clinic ? `From ${clinic}` : topics[id].name}
          note={topics[id].brings}
          ticked={chosen.includes(id)}
        />
      ))}
    </fieldset>
  )
}

interface LettersPageProps {
  readonly frame: Frame
  readonly clinics: readonly SendingClinic[]
  readonly typed: TypedWish
  readonly problems: readonly Problem[]
}

/** The page of the place Learn. */
export function LettersPage({ frame, clinics, typed, problems }: LettersPageProps) {
  const title = 'A letter now and then'
  const [first, ...more] = clinics
  return (
    <FindPage
      frame={frame}
      title={problems.length > 0 ? `Error: ${title}` : title}
      path={letterPaths.letters}
      about="Which letters a clinic sends by email now and then, and how to ask for one."
    >
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {first === undefined ? (
        <p>No clinic here sends letters yet. Everything a letter would tell you is in the guide.</p>
      ) : (
        <div class="letters">
          <div>
            {askWords.map((words) => (
              <p key={words}>{words}</p>
            ))}
            <p class="quiet small">
              A letter is not a check. If it is bad now, <a href={frame.checkHref}>do the check</a> or ring{' '}
              <CallLink number={uk.urgentNumber} />.
            </p>
          </div>
          <form method="post" action={letterPaths.letters} novalidate class="letter-form">
            <TopicTicks chosen={typed.chosen} problems={problems} clinic={more.length === 0 ? first.name : undefined} />
            {more.length === 0 ? (
              <input type="hidden" name="clinic" value={first.slug} />
            ) : (
              <ClinicChoice clinics={clinics} typed={typed} problems={problems} />
            )}
            <LineField
              name="email"
              legend="Email"
              error={errorOf('email', problems)}
              typed={typed.email}
              autocomplete="email"
              inputmode="email"
            />
            <div class="actions">
              <Button look="go">Send me letters</Button>
            </div>
          </form>
        </div>
      )}
    </FindPage>
  )
}

function ClinicChoice({ clinics, typed, problems }: Omit<LettersPageProps, 'frame'>) {
  const error = errorOf('clinic', problems)
  return (
    <div class={error ? 'question wrong' : 'question'}>
      <label class="ask" for="clinic">
        Which clinic sends them?
      </label>
      {error && (
        <p id="clinic-error" class="error">
          {error}
        </p>
      )}
      <select
        class="field"
        id="clinic"
        name="clinic"
        aria-describedby={error && 'clinic-error'}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">Choose one</option>
        {clinics.map(({ slug, name }) => (
          <option key={slug} value={slug} selected={slug === typed.clinic}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The same words whether the address gets letters, is asked, or was asked today. */
export function AskedPage({ frame }: { readonly frame: Frame }) {
  const title = frame.intoFiles ? 'Asked for, but not sent from here' : 'Check your email'
  return (
    <FindPage frame={frame} title={title} path={letterPaths.asked}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {frame.intoFiles ? (
        <p>
          Here no mail leaves: each one becomes a file on this server. So we cannot ask if it was really you, and no
          letter comes.
        </p>
      ) : (
        <>
          <p>We have to ask if it was really you. Open the link and press “Yes”. No letter comes before that.</p>
          <p>Nothing there after a few minutes? Look in your junk mail. We ask each address only once a day.</p>
        </>
      )}
      <p>
        <a href={letterPaths.letters}>I mistyped my address</a>
      </p>
    </FindPage>
  )
}

/** The list of who wants letters cannot be reached. */
export function LettersAwayPage({ frame, path }: { readonly frame: Frame; readonly path: string }) {
  return (
    <FindPage frame={frame} title="Letters are not working just now" path={path}>
      <h1 tabindex={-1} data-focus>
        Letters are not working just now
      </h1>
      <p>We cannot reach the list of people who want them. Nothing was changed. Please try again in a few minutes.</p>
      <p>
        <a class="button" href={path}>
          Try again
        </a>
      </p>
      <p>
        The <a href={frame.checkHref}>check</a> and <a href={frame.planHref}>your plan</a> work without it. In an
        emergency call <CallLink number={uk.emergencyNumber} />.
      </p>
    </FindPage>
  )
}
