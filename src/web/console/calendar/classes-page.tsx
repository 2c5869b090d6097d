/** The classes to come, and the form that plans more of them. */
import type { Choices, Named } from '../../../clinic/calendar/choices.ts'
import type { ListedClass } from '../../../clinic/calendar/class-list.ts'
import type { OffThen } from '../../../clinic/calendar/classes-while-off.ts'
import { mostMeetings } from '../../../clinic/calendar/plan-classes.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { clinicPaths } from '../clinic/clinic-paths.ts'
import { calendarPaths } from './calendar-paths.ts'
import { fullWords, whenWords } from './calendar-words.ts'
import { offThenWords } from './classes-hit.tsx'
import { SelectField, WhenField } from './time-fields.tsx'

/** The form as it was typed. */
export interface TypedClass {
  readonly service: string | undefined
  readonly therapist: string | undefined
  readonly place: string | undefined
  readonly day: string
  readonly time: string
  readonly meetings: string
  readonly every: string
}

interface ClassesPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly classes: readonly ListedClass[]
  /** By class: what keeps people from joining it. */
  readonly off: ReadonlyMap<string, OffThen>
  readonly now: number
  readonly typed: TypedClass
  readonly problems: readonly Problem[]
  /** Whose classes this member may plan. */
  readonly mayPlan: readonly Named[]
}

export function ClassesPage(props: ClassesPageProps) {
  const { home, here, classes, off, now, problems } = props
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Classes' : 'Classes'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        Classes
      </h1>
      {classes.length === 0 ? (
        <p>No class is planned.</p>
      ) : (
        <ul class="cal-lines cal-classes">
          {classes.map((one) => (
            <li key={one.classId}>
              <b>{whenWords(one.startsAt, one.endsAt, one.zone, now)}</b>{' '}
              <span>
                <a href={calendarPaths.class(one.classId)}>
                  <bdi>{one.service}</bdi>
                </a>{' '}
                <small>
                  {fullWords(one)}, with {one.therapist}, {one.place}
                </small>
                <OffThenLine one={one} off={off.get(one.classId)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <h2>Plan a class</h2>
      <PlanForm {...props} />
    </ConsolePage>
  )
}

function OffThenLine({ one, off }: { readonly one: ListedClass; readonly off: OffThen | undefined }) {
  return off ? <em> {offThenWords(off, one)}</em> : null
}

function PlanForm({ here, choices, typed, problems, mayPlan }: ClassesPageProps) {
  const services = choices.services.filter(({ places }) => places !== null)
  if (services.length === 0)
    return (
      <p>
        No service is a class yet. Say how many people come at once in its settings.{' '}
        {mayDo(here.member, 'change-clinic') && <a href={clinicPaths.services}>Services</a>}
      </p>
    )
  if (mayPlan.length === 0) return <p>Those who treat may plan their own classes, and those who plan anybody’s.</p>
  return (
    <form class="cal-form" method="post" action={calendarPaths.classes}>
      <SelectField
        name="service"
        legend="Class"
        options={services.map(({ id, name, places }) => ({ id, name: `${name}, ${places} places` }))}
        chosen={typed.service}
      />
      <SelectField name="therapist" legend="With" options={mayPlan} chosen={typed.therapist} />
      <SelectField name="place" legend="Where" options={choices.places} chosen={typed.place} />
      <WhenField name="day" legend="First day" kind="date" value={typed.day} error={errorOf('day', problems)} />
      <WhenField name="time" legend="Begins at" kind="time" value={typed.time} error={errorOf('time', problems)} />
      <SelectField
        name="meetings"
        legend="How many times"
        options={Array.from({ length: mostMeetings }, (_, at) => ({
          id: String(at + 1),
          name: at === 0 ? 'Once' : `${at + 1} times`,
        }))}
        chosen={typed.meetings}
      />
      <SelectField
        name="every"
        legend="How often"
        options={[
          { id: '7', name: 'every week' },
          { id: '14', name: 'every 2 weeks' },
          { id: '28', name: 'every 4 weeks' },
        ]}
        chosen={typed.every}
      />
      <p class="hint">
        Each needs its therapist and a room of its kind free. All of them are planned, or none: you are told which date
        is not free.
      </p>
      <Button look="go">Plan it</Button>
    </form>
  )
}
