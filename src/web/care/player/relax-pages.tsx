/**
 * Relaxing: the courses to choose from, and the page of one, with the player and the same in words. Needs no record.
 * Draws what coursesFor says.
 */
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import { framesFor } from '../../../care/movement/movements.ts'
import type { RelaxCourse, RelaxKind } from '../../../care/player/relax.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Player } from '../../ui/player.tsx'
import { Callout, Details, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { Sources } from '../medicines/medicine-result.tsx'
import { paths } from '../paths.ts'

const groups: readonly { readonly title: string; readonly kinds: readonly RelaxKind[] }[] = [
  { title: 'Breathe', kinds: ['breath'] },
  { title: 'Rest in a good position', kinds: ['ease'] },
  { title: 'Let go', kinds: ['tense', 'quiet'] },
]

/** Why there are fewer, or whether a check comes first. */
export type RelaxNote = 'none' | 'checkFirst' | 'gentle'

/** All courses for this person. */
export function RelaxPage(props: { home: CareHome; courses: readonly RelaxCourse[]; note: RelaxNote }) {
  const { home, courses, note } = props
  const title = 'Relax with a guide'
  return (
    <CarePage home={home} title={title} wide islands={home.notebook ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>It does the counting. Stop whenever you like.</p>
      <Note note={note} />
      {groups.map(({ title: name, kinds }) => {
        const mine = courses.filter(({ kind }) => kinds.includes(kind))
        return mine.length === 0 ? null : (
          <section key={name}>
            <h2>{name}</h2>
            <ul class="step-list two-up">
              {mine.map(({ id, title: words, minutes, movement }) => (
                <li key={id}>
                  <a class="step-card" href={paths.relaxPlayer(id)}>
                    <span class="step-picture" aria-hidden="true">
                      <Figure movement={movement} id={`relax-${id}`} />
                    </span>
                    <span class="step-words">
                      <strong>{words}</strong>
                      <span class="quiet small">{minutes} minutes</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </CarePage>
  )
}

function Note({ note }: { note: RelaxNote }) {
  if (note === 'none') return null
  if (note === 'gentle')
    return <p class="callout">Your check asks you to be seen first. Until then: breathe and rest.</p>
  return (
    <Callout title="Is it safe?" look="warn">
      <p>New pain, or no check today? Do the check first. It takes up to {checkMinutes}.</p>
      <p>
        <a href={paths.check}>Start the check</a> · <a href={paths.emergency}>Emergency signs</a>
      </p>
    </Callout>
  )
}

/** One course. */
export function RelaxCoursePage({ home, course, note }: { home: CareHome; course: RelaxCourse; note: RelaxNote }) {
  const { id, title, how, stop, why, evidence, grade, sources, movement, minutes, item } = course
  return (
    <CarePage home={home} title={title} islands={['player']}>
      <h1 class="player-heading" tabindex={-1} data-focus>
        {title}
      </h1>
      <Player
        name={`relax-${id}`}
        slots={[[{ movement, title, timed: item, frames: framesFor(movement) }]]}
        sort="relax"
        stopHref={paths.emergency}
        backHref={paths.relax}
      />
      <div data-plain>
        <Figure movement={movement} id="relax-still" />
        <p>Use a clock: {minutes} minutes.</p>
      </div>
      <Note note={note} />
      <h2>How</h2>
      <ol>
        {how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Callout title="When to stop" look="warn">
        <ul>
          {stop.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Callout>
      <h2>Why</h2>
      <p>{why}</p>
      <SummaryList rows={[{ name: 'How sure we are', value: <EvidenceBar grade={grade} /> }]} />
      <p>{evidence}</p>
      <Details summary="Where this comes from">
        <Sources ids={sources} />
      </Details>
      <div class="actions">
        <ButtonLink href={paths.relax} wide>
          Something else to relax
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** A course that is not for this person now, or none at all. */
export function NoSuchCoursePage({ home }: { home: CareHome }) {
  const title = 'That one is not for you now'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>We leave out what may not be right for you.</p>
      <div class="actions">
        <ButtonLink href={paths.relax} look="go">
          What I can do
        </ButtonLink>
      </div>
    </CarePage>
  )
}
