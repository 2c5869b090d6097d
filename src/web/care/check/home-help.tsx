/**
 * Help in private, shown once, in answer to the form that told of it. Never: asks anything
 * before the numbers are on the screen, or carries what was told any further.
 */
import type { HomeTold } from '../../../care/check/private.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { Button } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import { answersOf, type Trail, writeTrail } from './trail.ts'
import { CallButton } from '../../ui/call-button.tsx'

export interface HomeHelpProps {
  readonly home: CareHome
  readonly trail: Trail
  readonly told: HomeTold
  /** Where "Carry on" posts. */
  readonly action: string
}

/** The page. In danger, 999 fills it; else the helpline does, and whoever did not say so is asked if they are in danger now. */
export function HomeHelpPage({ home, trail, told, action }: HomeHelpProps) {
  const number = uk.emergencyNumber
  const danger = told === 'danger'
  const person = personOf(answersOf(trail))
  const talk = `If someone hurts or frightens you, you can talk in private to any nurse, GP or pharmacist. In danger, call ${number}.`
  return (
    <CarePage home={home} title="Before you go on" {...(danger && { tone: 'alarm' })}>
      <section class={danger ? 'now' : undefined} data-once>
        <h1 class={danger ? 'huge' : undefined} tabindex={-1} data-focus>
          {danger ? callNowWords(number) : spokenTo(person, 'You can talk to someone in private')}
        </h1>
        {danger ? (
          <p class="reason">{spokenTo(person, 'You are, or may be, in danger now.')}</p>
        ) : (
          <p>{spokenTo(person, talk)}</p>
        )}
        <div class="actions">
          <CallButton number={number} {...(told !== 'hurt' && { look: 'go' })} />
        </div>
      </section>
      {told === 'unsaid' && (
        <form method="post" action={action} class="callout" autocomplete="off">
          <input type="hidden" name="trail" value={writeTrail(trail)} />
          <p>
            <strong>{spokenTo(person, 'Are you in danger now?')}</strong>
          </p>
          <div class="actions">
            <Button name="do" value="danger">
              {spokenTo(person, 'Yes, I am in danger now')}
            </Button>
            <Button name="do" value="on">
              No, carry on with my check
            </Button>
          </div>
        </form>
      )}
      <OtherRoutes routes={['domestic-abuse']} title="Who to talk to" first={told === 'hurt'} person={person} />
      <p>We do not keep what you said about this. It is not in any summary.</p>
      {told !== 'unsaid' && (
        <form method="post" action={action}>
          <input type="hidden" name="trail" value={writeTrail(trail)} />
          <Button name="do" value="on">
            Carry on with my check
          </Button>
        </form>
      )}
    </CarePage>
  )
}
