/**
 * The page of one movement: to do now, or to look at because it comes later; and the page that says "not this one".
 * Draws what movement-access.ts allows. Never: the steps or the picture of a movement that is blocked for this person.
 */
import { doseFor } from '../../../care/movement/doses.ts'
import { easierThan, harderThan } from '../../../care/movement/ladders.ts'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import { needsOf, thingWords } from '../../../care/movement/equipment.ts'
import type { Movement } from '../../../care/movement/types.ts'
import { type PhaseNumber, phases } from '../../../care/programme/phases.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Callout, Details, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { Sources } from '../medicines/medicine-result.tsx'
import { AskedTooLittle, Back, Lines, MovementCard } from './movement-card.tsx'
import { MovingFigure } from './movement-figure.tsx'
import type { MovementsNow } from './movement-now.ts'
import { doseOfPhase, movementStanding, type Seen, type Standpoint } from './movement-access.ts'
import { CalledFor } from '../programme/today-warnings.tsx'
import { paths } from '../paths.ts'
import { CarryPlan } from '../plan/plan-now.tsx'
import { BeSeen, Worse } from '../programme/programme-parts.tsx'

export interface MovementPageProps {
  readonly at: MovementsNow
  readonly who: Standpoint
  readonly id: MovementId
  readonly seen: Seen
  /** Why it is only to look at; nothing: it may be done now. */
  readonly later?: string
  readonly inFlare: boolean
}

/** One movement, for somebody who may see it. */
export function MovementPage({ at, who, id, seen, later, inFlare }: MovementPageProps) {
  const movement = movements[id]
  const { title } = movement
  const needs = needsOf(id).map((thing) => thingWords[thing])
  const changes = [...seen.changes, ...sideLines(movement, seen)]
  if (inFlare && !later) changes.push('You are in a flare, so do half the number and half the range.')
  return (
    <CarePage
      home={at.now.home}
      title={title}
      wide
      islands={[...(later === undefined ? ['figure'] : []), ...(at.linked ? ['told-elsewhere'] : [])]}
    >
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {later && (
        <Callout title="Not yet" look="warn">
          <p>{later} Look at it now. Do it when you get there.</p>
        </Callout>
      )}
      <div class="side-by-side">
        <div>
          <MovingFigure movement={id} options={seen.options} {...(later !== undefined && { still: true })} />
          {changes.length > 0 && (
            <Callout title="For you">
              <Lines all={changes} />
            </Callout>
          )}
          <h2>{later ? 'How it goes' : 'How'}</h2>
          <p>{movement.start}</p>
          <ol>
            {movement.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <SummaryList
            rows={[
              { name: 'Breathe', value: movement.breathe },
              ...(needs.length > 0 ? [{ name: 'You need', value: needs.join(', ') }] : []),
              { name: 'The picture in words', value: movement.description },
              { name: 'How sure we are', value: <EvidenceBar grade={movement.grade} /> },
            ]}
          />
        </div>
        <div>
          <AboutIt {...{ at, who, id, seen }} now={later === undefined} />
        </div>
      </div>
      <Back at={at} />
    </CarePage>
  )
}

interface AboutItProps {
  readonly at: MovementsNow
  readonly who: Standpoint
  readonly id: MovementId
  readonly seen: Seen
  readonly now: boolean
}

/** How much of it, when to stop, what to watch out for, and why it is here. */
function AboutIt({ at, who, id, seen, now }: AboutItProps) {
  const movement = movements[id]
  return (
    <>
      <h2>How much</h2>
      <Doses id={id} who={who} seen={seen} now={now} />
      <Callout title="When to stop" look="warn">
        <Lines all={movement.stopWhen} />
      </Callout>
      {movement.mistakes.length > 0 && (
        <>
          <h2>Watch out for</h2>
          <Lines all={movement.mistakes} />
        </>
      )}
      {movement.care.length > 0 && (
        <>
          <h2>Take care</h2>
          <Lines all={movement.care} />
        </>
      )}
      <Others at={at} who={who} id={id} />
      <h2>Why it is here</h2>
      <p>{movement.why}</p>
      <Details summary="Where this comes from">
        <Sources ids={movement.sources} />
      </Details>
    </>
  )
}

/** One or both sides, in words. */
function sideLines({ dose }: Movement, { sides }: Seen): string[] {
  const sided = Object.values(dose).some((one) => one?.eachSide)
  if (!sided) return []
  return sides.length === 2 ? ['Do one side, then the other.'] : [`Do your ${sides[0]} side only.`]
}

const shownPhases = [1, 2, 3] as const satisfies readonly PhaseNumber[]

/** What each phase asks of this movement, the person's own marked. */
function Doses({ id, who, seen, now }: { id: MovementId; who: Standpoint; seen: Seen; now: boolean }) {
  return (
    <dl class="doses">
      {shownPhases.map((phase) => {
        const dose = doseFor(id, doseOfPhase(phase), who.profile)
        const marked = now && doseOfPhase(seen.phase) === doseOfPhase(phase)
        const named = phase < 3 ? `Phase ${phase}: ${phases[phase].name}` : 'Phases 3 and 4: build and keep'
        return (
          <div key={phase} class={marked ? 'is-now' : undefined} aria-current={marked ? 'step' : undefined}>
            <dt>
              {named}
              {marked && ' (you, now)'}
            </dt>
            <dd>{dose?.text ?? 'Not used.'}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Easier, harder, and what to do in its place on a bed, on a chair or standing: only what this person may see. */
function Others({ at, who, id }: { at: MovementsNow; who: Standpoint; id: MovementId }) {
  const movement = movements[id]
  const [down, up] = [easierThan(id), harderThan(id)]
  const others = movement.instead.filter((other) => other !== down && other !== up).slice(0, 4)
  const card = (other: MovementId | undefined) => {
    if (other === undefined) return null
    const found = movementStanding(other, who)
    if (found.kind === 'blocked') return null
    const { options, phase } = found
    const later = found.kind === 'later' && { later: true }
    return <MovementCard linked={at.linked} id={other} options={options} phase={phase} name="other" {...later} />
  }
  const stand = others.map((other) => ({ other, shown: card(other) })).filter(({ shown }) => shown !== null)
  return (
    <form method="post" action={paths.movements} class="plan-steps">
      <CarryPlan now={at.now} />
      <h2>Easier</h2>
      <p>{movement.easier}</p>
      {card(down)}
      <h2>Harder</h2>
      <p>{movement.harder}</p>
      {card(up)}
      {stand.length > 0 && (
        <>
          <h2>In its place</h2>
          <ul class="step-list">
            {stand.map(({ other, shown }) => (
              <li key={other}>{shown}</li>
            ))}
          </ul>
        </>
      )}
    </form>
  )
}

export interface NotForYouProps {
  readonly at: MovementsNow
  readonly who: Standpoint
  readonly id: MovementId
  readonly because: readonly string[]
  readonly instead: MovementId | undefined
}

/** A movement that is not right for this person now: why, and what to do instead. No picture of it, no steps. */
export function NotForYouPage({ at, who, id, because, instead }: NotForYouProps) {
  const found = instead && movementStanding(instead, who)
  return (
    <CarePage home={at.now.home} title="Not this one for now" islands={at.linked ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        Not this one for now
      </h1>
      <p>
        <strong>{movements[id].title}</strong>
      </p>
      {at.asked ? <Lines all={because} /> : <AskedTooLittle to="say if this one is right for you" />}
      {instead && found && found.kind !== 'blocked' && (
        <form method="post" action={paths.movement(instead)}>
          <CarryPlan now={at.now} />
          <h2>Do this instead</h2>
          <MovementCard
            linked={at.linked}
            id={instead}
            options={found.options}
            phase={found.phase}
            dose={found.dose.text}
            name="card"
          />
        </form>
      )}
      <Back at={at} />
    </CarePage>
  )
}

const dueWords = {
  fullCheck: { title: 'Check again first', to: paths.check, go: 'Start the check' },
  miniCheck: { title: 'The short check first', to: paths.miniCheck, go: 'Start the short check' },
  cleared: { title: 'Be seen first', to: paths.cleared, go: 'Someone has cleared me' },
} as const

/** The programme waits for a check: no movement here until it is done. */
export function DuePage({ at, what, because }: { at: MovementsNow; what: keyof typeof dueWords; because: string }) {
  const { title, to, go } = dueWords[what]
  return (
    <CarePage home={at.now.home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>{because}</p>
      {what !== 'miniCheck' && at.now.record && <CalledFor record={at.now.record} />}
      <p>You may be able to do movements again after that.</p>
      {what === 'cleared' && (
        <>
          <BeSeen state={{ locks: at.now.open.heldBy }} />
          <Worse />
        </>
      )}
      <div class="actions">
        {what !== 'cleared' && (
          <ButtonLink href={to} look="go">
            {go}
          </ButtonLink>
        )}
        <ButtonLink href={paths.emergency} wide>
          See the emergency signs
        </ButtonLink>
      </div>
    </CarePage>
  )
}
