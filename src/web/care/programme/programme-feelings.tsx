/**
 * The five questions about worry, hope, mood, load and things given up, and the one that follows a low mood: thoughts of
 * ending one's life, with Samaritans and 111 in sight before it is answered (evidence.md §3.2, I3; hazard H-17).
 * Draws and reads; care decides. Never: a score, or a number worked out of the answers.
 */
import { yellowFlagQuestions } from '../../../care/relief/yellow-flags.ts'
import { callNowWords, callWords, uk } from '../../../care/region.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { CarePage } from '../care-page.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import { Single } from '../check/question-field.tsx'
import { type FormFields, readAnswer } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { ownAnswers } from '../record/own-answers.ts'
import type { RecordNow } from '../record/record-now.ts'
import { notClosedWords } from '../record/record-not-kept.tsx'
import type { FormScreen } from './programme-form.tsx'
import { questionById } from '../check/protocol-in-force.ts'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

const [worry, hope, mood, load, stopped] = yellowFlagQuestions
const ends = ['not at all', 'very'] as const
/** Two short screens. */
export const feelingScreens: readonly FormScreen[] = [
  {
    title: 'Worry and hope',
    intro:
      'Five questions. They help us see if it would be good for you to talk to someone. There are no wrong answers.',
    asked: [
      { question: worry, ends },
      { question: hope, ends },
    ],
  },
  { title: 'You and your days', asked: [{ question: mood }, { question: load }, { question: stopped }] },
]

function lifeQuestion() {
  const question = questionById.get('I3')
  if (!question) throw new Error('the check no longer asks I3')
  return question
}

const helplines = ['111-option-2', 'samaritans'] as const

/** The check's own question, asked at once. */
export function LifePage(props: { home: CareHome; entry: string; problems?: readonly Problem[]; fields?: FormFields }) {
  const { home, entry, problems = [], fields = new Map() } = props
  const title = 'One more question'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>You told us that you feel low. You are not alone in that, and help is there day and night.</p>
      <form method="post" action={paths.feelings} novalidate>
        <input type="hidden" name="entry" value={entry} />
        <Single question={lifeQuestion()} fields={fields} problems={problems} />
        <div class="actions">
          <Button look="go" name="do" value="life">
            Next
          </Button>
        </div>
      </form>
      <OtherRoutes routes={helplines} title="To talk to someone now" />
      <p>
        In danger now? Call <CallLink number={uk.emergencyNumber} />.
      </p>
    </CarePage>
  )
}

/** The answer to the check's question: `null` with the problem when there is none. */
export function readLife(fields: FormFields): { answer: string } | { problem: Problem } {
  const read = readAnswer(lifeQuestion(), fields)
  return read.ok && typeof read.value === 'string'
    ? { answer: read.value }
    : { problem: { field: 'q.I3', text: read.ok ? 'Choose one answer' : read.text } }
}

/** After any answer but "no": help first, then the check. */
export function LifeHelpPage(props: { home: CareHome; record: RecordNow | null; answer: string; kept: boolean }) {
  const { home, record, answer, kept } = props
  const emergency = answer === 'plan' || answer === 'acted'
  const number = emergency ? uk.emergencyNumber : uk.urgentNumber
  const title = emergency ? callNowWords(number) : 'Please talk to someone today'
  return (
    <CarePage home={home} title={title} {...(emergency && { tone: 'alarm' })}>
      <section class={emergency ? 'now' : undefined}>
        <h1 class={emergency ? 'huge' : undefined} tabindex={-1} data-focus>
          {title}
        </h1>
        <p class="reason">You matter, and help is there right now.</p>
        {answer === 'thoughts' && <p>Thank you for telling us. Thoughts like these deserve help today.</p>}
        {answer === 'notSure' && <p>Not being sure is reason enough to talk to someone.</p>}
        <div class="actions">
          <CallButton number={number} look="go">
            {emergency ? callWords(number) : `${callWords(number)}, then choose option 2`}
          </CallButton>
          <CallButton number="116123" wide>
            {callWords('116123', 'Samaritans')}
          </CallButton>
        </div>
      </section>
      <OtherRoutes
        routes={emergency ? ['ae', '111-option-2', 'samaritans'] : ['111-option-2', 'samaritans', 'gp-urgent']}
        title="Where to get help"
        answers={ownAnswers(record)}
      />
      <form method="post" action={paths.fullCheck}>
        <input type="hidden" name="life" value={answer} />
        <p>{kept ? 'Your movements wait until the full check is done.' : notClosedWords}</p>
        <Button>Do the full check</Button>
      </form>
    </CarePage>
  )
}

/** Answers to I3 that may start the full check. */
export const lifeAnswers = ['thoughts', 'plan', 'acted', 'notSure'] as const
