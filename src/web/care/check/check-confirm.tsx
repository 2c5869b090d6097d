/** "Is that right?": asked when an answer was changed to a milder one. Draws; check-flow.ts says when. */
import { Fragment } from 'preact'
import { answerText } from '../../../care/check/answer-text.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { Button } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CheckView } from './check-flow.ts'
import type { CareHome } from '../home.ts'
import { answersOf, type Trail, writeTrail } from './trail.ts'

type ConfirmView = Extract<CheckView, { kind: 'confirm' }>

/** "You told us X – is that right?" The earlier, worse answer counts until this is settled. */
export function ConfirmChange(props: { home: CareHome; trail: Trail; view: ConfirmView; action: string }) {
  const { home, trail, view, action } = props
  // Of words and of lists, what was told first has what is told now beside it.
  const keepsBoth = view.contradictions.some(({ question: { kind } }) => kind === 'text' || kind === 'ticks')
  return (
    <CarePage home={home} title="Is that right?" asks>
      <h1 tabindex={-1} data-focus>
        You have changed an answer. Is that right?
      </h1>
      <p>We ask twice because this can change how urgent it is.</p>
      {view.contradictions.map(({ question, told, now }) => (
        <section class="card" key={question.id}>
          <h2>{spokenTo(personOf(answersOf(trail)), question.ask)}</h2>
          <p>
            You told us: <strong>{inLines(answerText(question, told))}</strong>
            <br />
            Now you say: <strong>{inLines(answerText(question, now))}</strong>
          </p>
        </section>
      ))}
      <form method="post" action={action} class="push">
        <input type="hidden" name="trail" value={writeTrail(trail)} />
        <div class="actions">
          <Button look="go" name="do" value="keep">
            {keepsBoth ? 'Keep all that I told you' : 'Keep what I told you first'}
          </Button>
          <Button name="do" value="change" wide>
            Yes, change it. I am sure
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** Words told at several times stand one under the other. */
const inLines = (text: string) =>
  text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
