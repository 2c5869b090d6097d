/**
 * Prevention: what matters most first, each with how sure we are. And the lessons. Nothing here needs a record; where one
 * closes movements, this page says why, once, and leads to none of the pages that would only say it again.
 */
import { type Lesson, type LessonId, lessonIds, lessons } from '../../../care/prevention/lessons.ts'
import { comingBack, type Topic, type TopicId, topicIds, topics } from '../../../care/prevention/topics.ts'
import type { Closed } from '../../../care/prevention/gate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { Sources } from '../medicines/medicine-result.tsx'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { First, HowSure, Lines } from './prevent-parts.tsx'

const topicPaths = {
  strength: paths.preventStrength,
  walking: paths.preventWalking,
  breaks: paths.preventBreaks,
  lifting: paths.preventLifting,
  warmUp: paths.preventWarmUp,
  desk: paths.preventDesk,
} as const satisfies Record<TopicId, string>

/** What the record closes here. */
export interface PreventClosed {
  readonly door: Closed
  readonly record: RecordNow
  readonly topics: readonly TopicId[]
}

/** Start page of prevention. @param closed null: all of it is open, or nothing is known */
export function PreventPage({ home, closed }: { home: CareHome; closed: PreventClosed | null }) {
  const shown = (id: TopicId) => ({
    href: closed?.topics.includes(id) ? null : topicPaths[id],
    topic: topics[id],
  })
  return (
    <CarePage home={home} title="Keep it away" wide islands={home.notebook ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        Keep it away
      </h1>
      <p>
        Two habits make it less likely to come back: strength work and walking. The rest is for comfort and confidence.
      </p>
      {closed && <First {...closed.door} record={closed.record} />}
      <h2>What helps most</h2>
      <TopicList all={topicIds.slice(0, 2).map(shown)} />
      <h2>For comfort and practice</h2>
      <TopicList all={topicIds.slice(2).map(shown)} />
      <h2>What people are told</h2>
      <TopicList all={lessonIds.map((id) => ({ href: paths.lesson(id), topic: lessons[id] }))} />
      <Callout title="If it comes back">
        <Lines all={comingBack.proof} />
        <Details summary="Where this comes from">
          <Sources ids={comingBack.sources} />
        </Details>
      </Callout>
      <div class="actions">
        <ButtonLink href={paths.reminders} look="go">
          Set a reminder
        </ButtonLink>
        <ButtonLink href={paths.today} wide>
          What to do today
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** Topics in cards. One without an address is closed now: what is known of it can be read here. */
function TopicList({ all }: { all: readonly { readonly href: string | null; readonly topic: Topic }[] }) {
  return (
    <ul class="step-list two-up">
      {all.map(({ href, topic }) => (
        <li key={topic.title}>
          {href === null ? (
            <div class="step-card topic still">
              <div class="step-words">
                <strong>{topic.title}</strong> <span class="quiet small">Closed for now.</span>
                <EvidenceBar grade={topic.grade} />
                <Details summary="How sure we are">
                  <Lines all={topic.proof} />
                </Details>
              </div>
            </div>
          ) : (
            <a class="step-card topic" href={href}>
              <span class="step-words">
                <strong>{topic.title}</strong> <span class="quiet small">{topic.about}</span>
                <EvidenceBar grade={topic.grade} />
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One lesson, with the way to the next. */
export function LessonPage(props: { home: CareHome; id: LessonId; closed: PreventClosed | null }) {
  const { home, id, closed } = props
  const lesson: Lesson = lessons[id]
  const next = lessonIds[lessonIds.indexOf(id) + 1]
  return (
    <CarePage home={home} title={lesson.title}>
      <p class="steps">
        Lesson {lessonIds.indexOf(id) + 1} of {lessonIds.length}
      </p>
      <h1 tabindex={-1} data-focus>
        {lesson.title}
      </h1>
      <p>
        <strong>You may have heard:</strong> “{lesson.heard}”
      </p>
      <HowSure topic={lesson} />
      <h2>What to do</h2>
      <Lines all={lesson.todo} />
      <Callout title="Take care" look="warn">
        <Lines all={lesson.care} />
      </Callout>
      <div class="actions">
        {next ? (
          <ButtonLink href={paths.lesson(next)} look="go">
            Next: {lessons[next].title}
          </ButtonLink>
        ) : (
          !closed?.topics.includes('walking') && (
            <ButtonLink href={paths.preventWalking} look="go">
              Start a walking plan
            </ButtonLink>
          )
        )}
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}
