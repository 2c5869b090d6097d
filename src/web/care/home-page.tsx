/**
 * The front page: one thing to press, and quiet doors below it. And the emergency card, which needs no answers and no script.
 */
import type { ComponentChildren } from 'preact'
import { checkMinutes } from '../../care/check/check-minutes.ts'
import { safetyNet } from '../../care/check/safety-net.ts'
import { currentPlan, lastCheck } from '../../care/record/notebook.ts'
import type { OpenNow } from '../../care/record/open-now.ts'
import { topics } from '../../care/prevention/topics.ts'
import { uk } from '../../care/region.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EvidenceBar } from '../ui/evidence-bar.tsx'
import { Figure } from '../ui/figure.tsx'
import { Sign } from '../ui/icons.tsx'
import { CarePage } from './care-page.tsx'
import { DangerSigns } from './check/watch-for.tsx'
import { OtherRoutes } from '../ui/help-routes.tsx'
import { privacyLine } from './check/check-screen.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import { HelpFirst, isHelpFirst } from './programme/today-warnings.tsx'
import { oldCheckWords } from './record/old-check.ts'
import { askedOf } from './record/own-answers.ts'
import type { RecordNow, RecordTrouble } from './record/record-now.ts'
import { RecordTroubles } from './record/record-trouble.tsx'
import { CallButton } from '../ui/call-button.tsx'

/**
 * The front page. `record` is null where nothing is kept, or the store fails: the page always comes.
 * @param open what the doors may lead to: none leads to a page that the record closes
 * @param stopped where a check that was left half-way goes on
 */
export function HomePage({ home, record, open, stopped }: HomeProps) {
  const events = record?.events ?? []
  const last = lastCheck(events, home.now())
  const plan = currentPlan(events)
  const carryOn = plan !== null && last !== null && !last.expired
  const closed = last === null && open.plan?.why === 'unfinished' ? null : open.plan
  const helpFirst = record !== null && isHelpFirst(record) ? record : undefined
  if (events.some(({ kind }) => kind === 'programmeStarted'))
    return <HomeInProgramme {...{ home, record, open, stopped, helpFirst }} trouble={record?.trouble} />
  if (carryOn && !closed && stopped === null && !helpFirst)
    return <HomeWithPlan {...{ home, open }} trouble={record?.trouble} />
  return (
    <Front
      {...{ home, open, helpFirst }}
      title={askedOf(record, 'My back has just gone')}
      lead={`Danger signs come first, in under two minutes. The whole check takes up to ${checkMinutes}. Then we help you through the next hour.`}
      {...(plan && last?.expired && { more: `${oldCheckWords(events, home.now())} Check again before you carry on.` })}
      trouble={record?.trouble}
    >
      {stopped !== null && <CarryOnLink href={stopped} />}
      <ButtonLink href={paths.check} {...(stopped === null && !helpFirst ? { look: 'go' } : { wide: true })}>
        {stopped !== null ? 'Start a new check' : carryOn ? 'Check again' : 'Start the check'}
      </ButtonLink>
      <ButtonLink href={paths.emergency} wide>
        Emergency signs: see them all
      </ButtonLink>
      <ButtonLink href={paths.plan} wide>
        {closed ? 'Why my plan is closed' : 'Carry on with my plan'}
      </ButtonLink>
    </Front>
  )
}

interface HomeProps {
  readonly home: CareHome
  readonly record: RecordNow | null
  readonly open: OpenNow
  readonly stopped: string | null
}

/** A check that was left half-way: to go on with it is the next thing. */
function CarryOnLink({ href }: { href: string }) {
  return (
    <ButtonLink href={href} look="go">
      Carry on where you stopped
    </ButtonLink>
  )
}

/** The front page of whoever has a plan of the last day, with nothing told since that closes it: the plan is the next thing. */
function HomeWithPlan({ home, open, trouble }: Pick<FrontProps, 'home' | 'open' | 'trouble'>) {
  return (
    <Front
      {...{ home, open, trouble }}
      title="Welcome back"
      lead="Your plan is kept here. If something is new or worse, check again first."
    >
      <ButtonLink href={paths.plan} look="go">
        Carry on with my plan
      </ButtonLink>
      <ButtonLink href={paths.check} wide>
        New or worse: check again
      </ButtonLink>
      <ButtonLink href={paths.emergency} wide>
        Emergency signs: see them all
      </ButtonLink>
    </Front>
  )
}

/** The front page while a programme runs: today first, and the way back to the check beside it. */
function HomeInProgramme(
  props: Pick<FrontProps, 'home' | 'open' | 'trouble' | 'helpFirst'> & Pick<HomeProps, 'record' | 'stopped'>,
) {
  const { home, record, open, trouble, stopped, helpFirst } = props
  return (
    <Front {...{ home, open, helpFirst }} title="Welcome back" lead="Today says what comes next." trouble={trouble}>
      {stopped !== null && <CarryOnLink href={stopped} />}
      <ButtonLink href={paths.today} {...(stopped === null && !helpFirst ? { look: 'go' } : { wide: true })}>
        Today
      </ButtonLink>
      <ButtonLink href={paths.check} wide>
        {askedOf(record, 'My back has just gone')}: check again
      </ButtonLink>
      <ButtonLink href={paths.emergency} wide>
        Emergency signs: see them all
      </ButtonLink>
    </Front>
  )
}

interface FrontProps {
  readonly home: CareHome
  readonly open: OpenNow
  readonly title: string
  readonly lead: string
  readonly more?: string
  readonly trouble: RecordTrouble | undefined
  /** The record that sends this person for help before anything else. */
  readonly helpFirst?: RecordNow | undefined
  /** What can be pressed, the next thing first. */
  readonly children: ComponentChildren
}

/** Figure, words and actions: all of it in one window of a phone. Below it the doors for when there is no hurry. */
function Front({ home, open, title, lead, more, trouble, helpFirst, children }: FrontProps) {
  return (
    <CarePage home={home} title={title} wide islands={home.notebook ? ['told-elsewhere'] : []}>
      <section class="hero">
        <div class="picture">
          <Figure movement="M17a" id="home-figure" />
        </div>
        <h1 class="huge">{title}.</h1>
        <div class="hero-words">
          {helpFirst ? <HelpFirst record={helpFirst} /> : <p class="lead">{lead}</p>}
          <RecordTroubles home={home} trouble={trouble} />
          {more && <p>{more}</p>}
          <p class="quiet small">{privacyLine(home)}</p>
        </div>
        <div class="actions">{children}</div>
      </section>
      <Doors open={open} />
    </CarePage>
  )
}

/** What leads on without a check. Each says no more than its own page does, and none leads to a page that is closed. */
function Doors({ open }: { open: OpenNow }) {
  return (
    <section aria-labelledby="no-hurry">
      <h2 class="unseen" id="no-hurry">
        When there is no hurry
      </h2>
      <ul class="doors">
        <li>
          <a class="door" href={open.medicines === 'room' ? paths.medicines : paths.medicineTally}>
            <Sign name="medicine" />
            <strong>Painkillers</strong>
            <span>
              {open.medicines === 'room' ? 'See what may suit you, and count your doses.' : 'Count your doses.'}
            </span>
          </a>
        </li>
        {open.relax !== 'closed' && (
          <li>
            <a class="door" href={paths.relax}>
              <Sign name="relax" />
              <strong>Relax with a guide</strong>
              <span>It does the counting. Stop whenever you like.</span>
            </a>
          </li>
        )}
        <li>
          <a class="door" href={paths.prevent}>
            <Sign name="strength" />
            <strong>Keep it away</strong>
            <span>Two habits make it less likely to come back: strength work and walking.</span>
            <EvidenceBar grade={topics.strength.grade} />
          </a>
        </li>
      </ul>
    </section>
  )
}

/** Every emergency sign on one card. */
export function EmergencyPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="Emergency signs" wide>
      <h1>Emergency signs</h1>
      <div class="side-by-side">
        <div>
          <CallButton number={uk.emergencyNumber} look="go" />
          <DangerSigns heading="h2" />
          <p>{safetyNet.closing}</p>
        </div>
        <div>
          <OtherRoutes routes={['ae', '111', '111-option-2', 'samaritans']} title="Where to get help" />
        </div>
      </div>
      <div class="actions">
        {/* Ringing is what to press here. */}
        <ButtonLink href={paths.check} wide>
          Start the check
        </ButtonLink>
      </div>
    </CarePage>
  )
}
