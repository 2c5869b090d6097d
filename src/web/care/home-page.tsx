/**
 * The front page: one thing to press. And the emergency card, which needs no answers and no script.
 */
import { checkMinutes } from './check/check-time.ts'
import { safetyNet } from '../../care/check/safety-net.ts'
import { currentPlan, lastCheck } from '../../care/notebook.ts'
import { uk } from '../../care/region.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Figure } from '../ui/figure.tsx'
import { CarePage } from './care-page.tsx'
import { DangerSigns, OtherRoutes } from './check/check-result.tsx'
import { privacyLine } from './check/check-screen.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import type { RecordNow, RecordTrouble } from './record/record-now.ts'
import { RecordTroubles } from './record/record-trouble.tsx'

/** The front page. `record` is null where nothing is kept, or the store fails: the page always comes. */
export function HomePage({ home, record }: { home: CareHome; record: RecordNow | null }) {
  const events = record?.events ?? []
  const last = lastCheck(events, home.now())
  const plan = currentPlan(events)
  const carryOn = plan !== null && last !== null && !last.expired
  if (events.some(({ kind }) => kind === 'programmeStarted'))
    return <HomeInProgramme home={home} trouble={record?.trouble} />
  return (
    <CarePage home={home} title="My back has just gone">
      <div class="picture">
        <Figure movement="M17a" id="home-figure" />
      </div>
      <h1 class="huge">My back has just gone.</h1>
      <p>
        Danger signs come first, in under two minutes. The whole check takes up to {checkMinutes}. Then we help you
        through the next hour.
      </p>
      <RecordTroubles home={home} trouble={record?.trouble} />
      {plan && last?.expired && <p>Your last check is more than a day old. Check again before you carry on.</p>}
      <p class="quiet small">{privacyLine(home)}</p>
      <div class="actions">
        <ButtonLink href={paths.check} look="go">
          {carryOn ? 'Check again' : 'Start the check'}
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
        <ButtonLink href={paths.plan} wide>
          Carry on with my plan
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** The front page while a programme runs: today first, and the way back to the check beside it. */
function HomeInProgramme({ home, trouble }: { home: CareHome; trouble: RecordTrouble | undefined }) {
  return (
    <CarePage home={home} title="Welcome back">
      <div class="picture">
        <Figure movement="M17a" id="home-figure" />
      </div>
      <h1 class="huge">Welcome back.</h1>
      <p>Today says what comes next.</p>
      <RecordTroubles home={home} trouble={trouble} />
      <p class="quiet small">{privacyLine(home)}</p>
      <div class="actions">
        <ButtonLink href={paths.today} look="go">
          Today
        </ButtonLink>
        <ButtonLink href={paths.check} wide>
          My back has just gone: check again
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** Every emergency sign on one card. */
export function EmergencyPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="Emergency signs">
      <h1>Emergency signs</h1>
      <ButtonLink href={`tel:${uk.emergencyNumber}`} look="go">
        Call {uk.emergencyNumber}
      </ButtonLink>
      <DangerSigns heading="h2" />
      <p>{safetyNet.closing}</p>
      <OtherRoutes routes={['ae', '111', '111-option-2', 'samaritans']} title="Where to get help" />
      <div class="actions">
        <ButtonLink href={paths.check} look="go">
          Start the check
        </ButtonLink>
      </div>
    </CarePage>
  )
}
