/** What the clinic takes on of what the public asks and says: two ticks, for whoever may change the clinic. */
import { type Context, Hono } from 'hono'
import { mayDo } from '../../../clinic/people/members.ts'
import { readTakenOn, writeTakenOn } from '../../../clinic/talk/take-on.ts'
import { answer } from '../../find/booking/answer.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { ConsolePage, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readFields } from '../read-posted.ts'

/** The routes under /console/taken-on. */
export function takenOnRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.takenOn, (c) => show(home, c))
  app.post(consolePaths.takenOn, (c) => change(home, c))
  return app
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

async function change(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'change-clinic')) return notYours(home, c)
  const { questions, comments } = await readFields(c)
  const taken = { answersQuestions: questions === 'yes', readsComments: comments === 'yes' }
  await writeTakenOn(c.get('data').app, member.clinicId, taken)
  return c.redirect(`${consolePaths.takenOn}?done=yes`, 303)
}

async function show(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'change-clinic')) return notYours(home, c)
  const { answersQuestions, readsComments } = await readTakenOn(c.get('data').app, member.clinicId)
  const title = 'What your clinic takes on'
  return answer(
    c,
    <ConsolePage home={home} here={hereOf(c)} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {c.req.query('done') === 'yes' && (
        <p class="callout" role="status">
          It is kept.
        </p>
      )}
      <form method="post" action={consolePaths.takenOn}>
        <fieldset>
          <legend>From the public</legend>
          <Tick
            name="questions"
            value="yes"
            text="Our therapists answer questions"
            note="People are told how long answers take, as measured. At least one of you must be on a register today."
            ticked={answersQuestions}
          />
          <Tick
            name="comments"
            value="yes"
            text="We read comments under the guide before they show"
            note="None shows before one of you has said so."
            ticked={readsComments}
          />
        </fieldset>
        <button class="button go" type="submit">
          Keep this
        </button>
      </form>
      <p class="quiet">What waits already stays with you, even if you take on no more.</p>
    </ConsolePage>,
  )
}
