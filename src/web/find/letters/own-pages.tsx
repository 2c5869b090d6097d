/** What somebody sees from the private links of a letter: was it you, what you chose, leave. Looking changes nothing. */
import { changeWords, leaveWords, type Topic, topicNames, yesWords } from '../../../clinic/letters/topics.ts'
import type { Subscriber } from '../../../clinic/letters/subscribe.ts'
import { Button } from '../../ui/button.tsx'
import { ByEnter } from '../../ui/by-enter.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { FindPage, type Frame } from '../frame.tsx'
import { letterPaths } from './letter-paths.ts'
import { TopicTicks } from './letters-page.tsx'

interface OwnProps {
  readonly frame: Frame
  readonly path: string
  readonly subscriber: Subscriber
  /** What is ticked: as chosen, or as just posted. */
  readonly chosen: readonly Topic[]
  readonly problems: readonly Problem[]
}

/** Was it you? Two buttons; a program that opens the link presses neither. */
export function YesPage({ frame, path, subscriber, chosen, problems }: OwnProps) {
  const { clinicName, address, standing, topics } = subscriber
  return (
    <FindPage frame={frame} title={problems.length > 0 ? 'Error: Was it you?' : 'Was it you?'} path={path}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Was it you?
      </h1>
      <p>
        Somebody asked {clinicName} to send letters to <bdi>{address}</bdi>. Choose what you want, then say yes.
      </p>
      {standing === 'getting' && <p>You get letters now, about: {topicNames(topics)}. “It was not me” stops them.</p>}
      <form method="post" action={path} novalidate class="letter-form">
        <ByEnter name="do" value="yes">
          Yes, send me letters
        </ByEnter>
        <TopicTicks chosen={chosen} problems={problems} clinic={clinicName} />
        {yesWords(clinicName).map((words) => (
          <p key={words} class="quiet small">
            {words}
          </p>
        ))}
        <div class="actions">
          <Button name="do" value="not-me" unchecked>
            It was not me
          </Button>
          <Button look="go" name="do" value="yes">
            Yes, send me letters
          </Button>
        </div>
      </form>
    </FindPage>
  )
}

interface SaidProps {
  readonly frame: Frame
  readonly path: string
  readonly title: string
  readonly lines: readonly string[]
}

/** One thing that is so now. */
export function SaidPage({ frame, path, title, lines }: SaidProps) {
  return (
    <FindPage frame={frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a href={letterPaths.letters}>Letters: what you get, and how to ask for them</a>
      </p>
    </FindPage>
  )
}

interface MineProps extends OwnProps {
  readonly token: string
  /** Something was changed a moment ago. */
  readonly isDone: boolean
}

/** What somebody chose, to change it or to leave. */
export function MinePage({ frame, path, subscriber, chosen, problems, token, isDone }: MineProps) {
  const { clinicName, address, standing, topics, isBounced } = subscriber
  const title = standing === 'getting' ? 'Your letters' : 'You will get no letters'
  return (
    <FindPage frame={frame} title={problems.length > 0 ? `Error: ${title}` : title} path={path}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {isDone && (
        <p class="callout" role="status">
          {standing === 'getting' ? 'Your choice is saved.' : 'You have left the letters.'}
        </p>
      )}
      <p>
        {standing === 'getting' ? `${clinicName} sends them to ` : `${clinicName} sends none. They would go to `}
        <bdi>{address}</bdi>
        {standing === 'getting' && `, about: ${topicNames(topics)}`}.
      </p>
      {isBounced && <p class="callout">We are sending none at the moment: the last one did not reach this address.</p>}
      <form method="post" action={path} novalidate class="letter-form">
        <TopicTicks chosen={chosen} problems={problems} clinic={clinicName} />
        {changeWords.map((words) => (
          <p key={words} class="quiet small">
            {words}
          </p>
        ))}
        <div class="actions">
          <Button look="go">{standing === 'getting' ? 'Keep my choice' : 'Send me letters again'}</Button>
        </div>
      </form>
      {standing === 'getting' && <LeaveForm token={token} clinicName={clinicName} />}
    </FindPage>
  )
}

function LeaveForm({ token, clinicName }: { readonly token: string; readonly clinicName: string }) {
  return (
    <form method="post" action={letterPaths.leave(token)} class="leave-letters">
      {leaveWords(clinicName).map((words) => (
        <p key={words} class="small">
          {words}
        </p>
      ))}
      <Button name="from" value="page">
        Leave the letters
      </Button>
    </form>
  )
}

interface LeaveProps {
  readonly frame: Frame
  readonly path: string
  readonly token: string
  readonly subscriber: Subscriber
}

/** One button. Mail programs post here themselves. */
export function LeavePage({ frame, path, token, subscriber }: LeaveProps) {
  const { clinicName, standing, address } = subscriber
  const isOut = standing !== 'getting'
  const title = isOut ? 'You will get no letters' : 'Leave the letters?'
  return (
    <FindPage frame={frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {isOut ? (
        <>
          <p>
            {clinicName} sends none to <bdi>{address}</bdi>. Mail about your visits still comes.
          </p>
          <p>
            <a href={letterPaths.mine(token)}>Get letters again</a>
          </p>
        </>
      ) : (
        <>
          <LeaveForm token={token} clinicName={clinicName} />
          <p>
            <a href={letterPaths.mine(token)}>Only change what they are about</a>
          </p>
        </>
      )}
    </FindPage>
  )
}
