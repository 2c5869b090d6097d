/**
 * For tests: one press of a console button that is heard more than once, as a double tap sends it, or somebody whose browser lost
 * the answer: the form of one page twice at once, and once more afterwards.
 */
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../clinic/booking/test-clinic.ts'
import { bookedVisit, makeMember } from '../../clinic/booking/test-staff.ts'
import type { TestDatabase } from '../../clinic/db/test-database.ts'
import type { Member } from '../../clinic/people/members.ts'
import { browser, type Page, type Typed } from './clinic/clinic.fixtures.ts'

/** A press. */
export interface Press {
  /** The page it is made on. */
  readonly page: string
  /** What is typed and pressed there. */
  readonly typed?: Typed
  /** Which form of the page, where it has several. */
  readonly action?: string
  /** The whole form in place of one that is read from the page, where several forms of it post to one address. */
  readonly fields?: Readonly<Record<string, string>>
}

/** A route, and a press that it takes. */
export type PressRow = readonly [
  route: string,
  what: string,
  press: (at: Stage) => Promise<Press>,
  /** How many rows more in which table. */
  makes: Readonly<Record<string, number>>,
  /** What the page says that answers, where it leads nowhere. */
  says?: string | undefined,
]

type Hand = ReturnType<typeof browser>

/** The clinic of the test that runs, with an owner who treats too. */
export interface Stage {
  readonly db: TestDatabase
  readonly clinic: TestClinic
  readonly member: Member
  /** The owner’s browser. */
  readonly hand: Hand
  handOf(who: Member): Hand
  /** The `id` that a statement answers. Its first value is the clinic, unless others are given. */
  one(text: string, values?: readonly unknown[]): Promise<string>
  /** Posted without a page. */
  does(path: string, fields: Readonly<Record<string, string>>): Promise<Page>
  therapist(): string
  /** Booked in two days. */
  visitOf(): Promise<string>
  /** ISO days in London. */
  inTwoDays(): string
  nowDay(days?: number): string
}

/** Begins a clinic. */
export async function stageOf(db: TestDatabase): Promise<Stage> {
  // Each visit claims a room beside its therapist.
  const clinic = await makeTestClinic(db, { therapists: 2, rooms: 1 })
  const { clinicId } = clinic
  // Which reminders are still ahead depends on the hour.
  await db.admin.query(
    'update clinic.clinics set first_reminder_hours = null, second_reminder_hours = null where clinic_id = $1',
    [clinicId],
  )
  const therapistId = clinic.therapists[0] ?? ''
  const memberId = await makeMember(db, clinicId, 'owner', { name: 'Wren Holly', therapistId })
  const who = { name: 'Wren Holly', email: 'wren@lantern.example', role: 'owner', therapistId } as const
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  // Whoever lets colleagues in again has just signed in.
  const handOf = (by: Member) =>
    browser(db, by, Temporal.Now.instant(), { hasJustSignedIn: () => Promise.resolve(true) })
  const hand = handOf(member)
  return {
    ...{ db, clinic, member, hand, handOf },
    one: async (text, values = [clinicId]) =>
      String((await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''),
    does: (path, fields) => hand.post(path, new URLSearchParams(fields)),
    therapist: () => therapistId,
    visitOf: () => bookedVisit(db, clinic, '10:00', { personName: 'Kit Orme' }),
    inTwoDays: () =>
      Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
        .toZonedDateTimeISO('Europe/London')
        .toPlainDate()
        .toString(),
    nowDay: (days = 0) => Temporal.Now.plainDateISO('Europe/London').add({ days }).toString(),
  }
}

/** That somebody looked is written down once in a while, whatever is pressed. */
const looks: readonly string[] = ['reads', 'request_reads']

/** How many rows each table holds of a clinic. */
async function rowsOf({ db, clinic }: Stage): Promise<ReadonlyMap<string, number>> {
  const { rows: tables } = await db.admin.query<{ name: string }>(
    `select t.tablename as name from pg_tables t join information_schema.columns c
       on c.table_schema = t.schemaname and c.table_name = t.tablename and c.column_name = 'clinic_id'
     where t.schemaname = 'clinic' order by 1`,
  )
  const counted = tables
    .filter(({ name }) => !looks.includes(name))
    .map(({ name }) => `select '${name}' as name, count(*)::int as count from clinic.${name} where clinic_id = $1`)
  const { rows } = await db.admin.query<{ name: string; count: number }>(counted.join(' union all '), [clinic.clinicId])
  return new Map(rows.map(({ name, count }) => [name, count]))
}

const since = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    [...now].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const).filter(([, more]) => more !== 0),
  )

/** Presses it, and tells what each was answered, and how many rows the two at once and the later one made in each table. */
export async function pressed(at: Stage, { page, typed = {}, action, fields }: Press) {
  const open = await at.hand.get(page)
  const before = await rowsOf(at)
  const press = () => (fields && action ? at.does(action, fields) : at.hand.resend(open, typed, action))
  const atOnce = await Promise.all([press(), press()])
  const first = await rowsOf(at)
  const later = await press()
  const last = await rowsOf(at)
  return { answers: [...atOnce, later], made: since(before, first), madeLater: since(first, last), tables: last.size }
}
