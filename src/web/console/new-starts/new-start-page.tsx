/** What is open, what was done, and how a colleague is let in again. */
import type { Colleague, NewStart } from '../../../clinic/people/new-starts.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem, tabTitle } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'

interface NewStartPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly newStarts: readonly NewStart[]
  /** Left out for whoever may not ask. */
  readonly colleagues: readonly Colleague[] | undefined
  /** They signed in within the last ten minutes. */
  readonly fresh: boolean
  readonly problems: readonly Problem[]
}

export function NewStartPage(props: NewStartPageProps) {
  const { home, here, newStarts, colleagues, fresh, problems } = props
  const [open, over] = [newStarts.filter(({ isOpen }) => isOpen), newStarts.filter(({ isOpen }) => !isOpen)]
  return (
    <ConsolePage home={home} here={here} title={tabTitle('Let a colleague in again', problems)}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Let a colleague in again
      </h1>
      {colleagues && (
        <p>
          For somebody who has lost their password, phone and recovery codes. One of you asks, and another agrees. Then
          we send them a link that is good for 24 hours. Until they use it, their old ways in still work.
        </p>
      )}
      {colleagues && !fresh && <SignInOnceMore />}
      <section>
        <h2 id="open" tabindex={-1}>
          Open now
        </h2>
        {open.length === 0 && <p>Nothing is open{colleagues ? '' : ' for you'}.</p>}
        {open.map((newStart) => (
          <Open key={newStart.id} {...props} newStart={newStart} />
        ))}
      </section>
      {colleagues && <Ask colleagues={colleagues} fresh={fresh} problems={problems} />}
      {over.length > 0 && (
        <section>
          <h2>What was done</h2>
          <ul>
            {over.map((newStart) => (
              <li key={newStart.id}>
                {newStart.name}: {storyOf(newStart, home)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </ConsolePage>
  )
}

function SignInOnceMore() {
  return (
    <form method="post" action={consolePaths.lock}>
      <input type="hidden" name="then" value={consolePaths.newStarts} />
      <p>To ask or to agree, sign in once more. That shows that it is really you.</p>
      <Button>Sign in once more</Button>
    </form>
  )
}

function Open({ newStart, here, home, colleagues, fresh }: NewStartPageProps & { readonly newStart: NewStart }) {
  const { id, name, memberId, askedBy, agreedBy } = newStart
  const mayAgree =
    colleagues !== undefined &&
    agreedBy === null &&
    askedBy !== null &&
    askedBy.memberId !== here.member.memberId &&
    memberId !== here.member.memberId
  return (
    <form method="post" action={consolePaths.newStarts}>
      <h3>{name}</h3>
      <p>{storyOf(newStart, home)}</p>
      {mayAgree && <p>Agree only if {name} told you so, face to face or by a phone that you know.</p>}
      <input type="hidden" name="id" value={id} />
      {mayAgree && fresh && (
        <p>
          <button class="button go" type="submit" name="do" value="agree">
            Agree, and send {name} the link
          </button>
        </p>
      )}
      <p>
        <button class="button" type="submit" name="do" value="stop">
          Stop it<span class="unseen"> for {name}</span>
        </button>
      </p>
    </form>
  )
}

function Ask({
  colleagues,
  fresh,
  problems,
}: Pick<NewStartPageProps, 'fresh' | 'problems'> & { readonly colleagues: readonly Colleague[] }) {
  const [possible, alone] = [
    colleagues.filter(({ enoughOthers }) => enoughOthers),
    colleagues.filter(({ enoughOthers }) => !enoughOthers),
  ]
  return (
    <section>
      <h2>Ask for somebody</h2>
      {colleagues.length === 0 && <p>There is nobody here to ask for.</p>}
      {possible.length > 0 && fresh && (
        <form method="post" action={consolePaths.newStarts}>
          <RadioGroup
            name="member"
            legend="Who has lost every way in?"
            options={possible.map(({ memberId, name }) => ({ value: memberId, text: name }))}
            error={errorOf('member', problems)}
          />
          <p>All owners get a mail about it, and so does whoever it is for. A second owner or manager has to agree.</p>
          <button class="button go" type="submit" name="do" value="ask">
            Ask a second colleague to agree
          </button>
        </form>
      )}
      {alone.length > 0 && (
        <p>
          For {alone.map(({ name }) => name).join(', ')} there are not two other owners or managers. Whoever runs this
          installation of Unclench can let them in again, with the command <code>let-in-again</code>.
        </p>
      )}
    </section>
  )
}

/** What has come of it, in sentences. */
function storyOf(newStart: NewStart, home: ConsoleHome): string {
  const { askedBy, askedAt, agreedBy, agreedAt, stoppedBy, stoppedAt, doneAt, endsAt, isOpen } = newStart
  const now = home.now().epochMilliseconds
  const when = (ms: number) => momentOf(ms, 'Europe/London', now)
  const said = [`${askedBy?.name ?? 'Whoever runs this installation'} asked on ${when(askedAt)}.`]
  if (agreedBy !== null && agreedAt !== null) said.push(`${agreedBy} agreed on ${when(agreedAt)}.`)
  if (stoppedBy !== null && stoppedAt !== null) said.push(`${stoppedBy} stopped it on ${when(stoppedAt)}.`)
  if (doneAt !== null) said.push(`The link was used on ${when(doneAt)}.`)
  if (!isOpen && doneAt === null && stoppedAt === null)
    said.push(`It ended on ${when(endsAt)}, and nothing was changed.`)
  if (isOpen)
    said.push(
      agreedBy !== null || askedBy === null
        ? `The link is good until ${when(endsAt)}.`
        : `Somebody else has to agree by ${when(endsAt)}.`,
    )
  return said.join(' ')
}
