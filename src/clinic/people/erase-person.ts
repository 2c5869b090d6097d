/**
 * Forgetting a person: what no law keeps goes at once, the record of visits that took place is kept as long as it must be and
 * goes then. Who looked at the record stays written down. Run as the owner of the database: the server itself may not.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { findPersons, type WhoAsks } from './find-person.ts'
import { forgetInChanges } from './forget-in-changes.ts'
import { type PersonRows, type Row, rowsOfPersons } from './person-rows.ts'
import { type Country, keptUntil } from './retention.ts'
import { type LookedAfter, sharedContacts, whoseContact } from './whose-contact.ts'

/** Visits that took place at one location, and the last day on which they are kept. */
export interface KeptVisits {
  readonly location: string
  readonly visits: number
  /** ISO day. */
  readonly until: string
}

/**
 * `mails`: ids of the mails whose rows went; a file of one may lie in the outbox. `reachesOthers`: their name and how they are
 * reached stay where somebody else is reached by them too. `contactFor`: whose contact they stay, by their own name. `nobody`: nobody
 * is left to forget; somebody else of the clinic may have done it a moment ago.
 */
export type Erased =
  | {
      readonly ok: true
      readonly kept: readonly KeptVisits[]
      readonly mails: readonly string[]
      readonly reachesOthers: boolean
      readonly contactFor: readonly LookedAfter[]
    }
  | { readonly ok: false; readonly why: 'nobody' }
  | { readonly ok: false; readonly why: 'ageUnknown' }
  | { readonly ok: false; readonly why: 'visitAhead'; readonly startsAt: Date; readonly zone: string }

/** What is known of their age beside the record. */
export interface Age {
  /** They were 18 or over at their last visit. */
  readonly wasAdult?: boolean | undefined
  /** ISO day. */
  readonly bornOn?: string | undefined
}

/** What stands where a name was. */
const nothing = '(erased)'
/** What stands where an email was. */
export const nowhere = 'erased@unclench.invalid'

/** What becomes of a row. `blank`: these columns lose what they say; a function of the row where that depends on it. */
type Rule =
  | { readonly does: 'delete' }
  | { readonly does: 'keep' }
  | { readonly does: 'blank'; readonly evenIfKept: boolean; readonly to: (row: Row) => Row }

/** One for each table that can hold something of a person; a test compares it with the catalogue. */
export const erasureRules: Readonly<Record<string, Rule>> = {
  persons: { does: 'blank', evenIfKept: false, to: () => ({ name: nothing, born_on: null }) },
  contacts: { does: 'blank', evenIfKept: true, to: () => ({ name: nothing, email: nowhere, phone: null }) },
  // The row itself is the clinic's own past: when which therapist and room were taken.
  appointments: {
    does: 'blank',
    evenIfKept: false,
    to: (row) => ({
      note_sealed: null,
      payer: 'self',
      insurer: null,
      membership_number: null,
      authorisation_number: null,
      excess_pence: null,
      referred_by: null,
      bent_reason: row.bent_reason === null ? null : nothing,
    }),
  },
  appointment_events: { does: 'blank', evenIfKept: false, to: () => ({ reason: null }) },
  shared_checks: { does: 'delete' },
  mails: { does: 'delete' },
  claims: { does: 'keep' },
  // What somebody said in public goes with them, and what was done about it.
  reviews: { does: 'delete' },
  review_wordings: { does: 'delete' },
  review_acts: { does: 'delete' },
  review_reports: { does: 'delete' },
  calendar_feeds: { does: 'delete' },
  mail_stops: { does: 'delete' },
  letter_subscribers: { does: 'delete' },
  letter_consents: { does: 'delete' },
  letter_mails: { does: 'delete' },
  letter_pauses: { does: 'delete' },
  choose_again: { does: 'delete' },
  waiting_entries: { does: 'delete' },
  offers: { does: 'delete' },
  offer_times: { does: 'delete' },
  assessment_requests: { does: 'delete' },
  request_reads: { does: 'delete' },
  // What somebody asked and said goes with them, the answer that everybody could read too.
  questions: { does: 'delete' },
  question_answers: { does: 'delete' },
  published_answers: { does: 'delete' },
  comments: { does: 'delete' },
  talk_acts: { does: 'delete' },
  grant_draws: { does: 'keep' },
  price_offer_uses: { does: 'blank', evenIfKept: true, to: () => ({ used_by: null }) },
  // An insurer gives its number to a person, or to a whole family: each row gets one of its own, which says nothing.
  grants: {
    does: 'blank',
    evenIfKept: true,
    to: (row) => ({
      person_name: nothing,
      folded_name: nothing,
      insurer: row.insurer === null ? null : nothing,
      reference: nothing,
      folded_reference: String(row.grant_id).replaceAll('-', '').toUpperCase(),
    }),
  },
  class_places: { does: 'keep' },
  reads: { does: 'keep' },
  // It remembers a name and an address so that it can be undone; nobody undoes it for somebody who is forgotten.
  person_merges: { does: 'delete' },
  different_persons: { does: 'delete' },
  person_changes: { does: 'delete' },
  erasures: { does: 'keep' },
}

/**
 * Erases, or says why not. All or nothing.
 * @param by the member of staff who does it; none for a command
 */
export const erasePerson = (
  db: Database,
  clinicId: string,
  who: WhoAsks,
  age: Age = {},
  by?: string,
): Promise<Erased> => inClinic(db, clinicId, (trx) => eraseIn(trx, { clinicId, who, age, by }))

class TakenBack extends Error {
  readonly erased: Erased
  constructor(erased: Erased) {
    super('taken back')
    this.erased = erased
  }
}

/** What erasing would do now, said before anybody does it: it is done and taken back in one transaction, so it is the same. */
export async function lookAtErasure(db: Database, clinicId: string, who: WhoAsks, age: Age = {}): Promise<Erased> {
  try {
    return await inClinic(db, clinicId, async (trx) => {
      throw new TakenBack(await eraseIn(trx, { clinicId, who, age, by: undefined }))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.erased
    throw error
  }
}

interface Erasing {
  readonly clinicId: string
  readonly who: WhoAsks
  readonly age: Age
  readonly by: string | undefined
}

async function eraseIn(trx: ClinicTransaction, { clinicId, who, age, by }: Erasing): Promise<Erased> {
  const persons = await findPersons(trx, clinicId, who)
  // Before anything is read: what somebody was in the middle of writing for them is read then, and goes too.
  if (persons.length > 0)
    await sql`select from persons where clinic_id = ${clinicId} and person_id in (${sql.join(persons)})
      order by person_id for update`.execute(trx)
  const back = await cameBack(trx, clinicId, persons)
  if (by !== undefined && back.length === 0 && (await areForgotten(trx, clinicId, persons)))
    return { ok: false, why: 'nobody' }
  const rows = await rowsOfPersons(trx, clinicId, persons, who)
  if ([...rows.rows.values()].every((found) => found.length === 0)) return { ok: false, why: 'nobody' }
  const visits = await visitsOf(trx, clinicId, persons)
  const ahead = visits.find(({ stands }) => stands)
  if (ahead) return { ok: false, why: 'visitAhead', startsAt: ahead.starts_at, zone: ahead.zone }
  const bornOn = visits.find(({ born_on }) => born_on !== null)?.born_on ?? age.bornOn ?? null
  const tookPlace = visits.filter((visit) => visit.took_place)
  if (tookPlace.length > 0 && bornOn === null && !age.wasAdult) return { ok: false, why: 'ageUnknown' }
  const today = await todayOf(trx)
  const keptVisits = withEnds(tookPlace, bornOn).filter(({ until }) => until >= today)
  const mails = (rows.rows.get('mails') ?? []).map(({ mail_id }) => String(mail_id))
  const shared = await sharedContacts(trx, clinicId, persons)
  await forget(trx, rows, shared, keptVisits)
  await forgetInChanges(trx, who, rows.rows.get('contacts') ?? [], nothing)
  await writeReceipts(trx, clinicId, persons, keptVisits, { by, back })
  if (bornOn !== null && keptVisits.length > 0)
    await sql`update persons set born_on = ${bornOn} where clinic_id = ${clinicId}
        and person_id in (${sql.join(keptVisits.map(({ visit }) => visit.person_id))})`.execute(trx)
  const contacts = rows.rows.get('contacts') ?? []
  const reachesOthers = contacts.some(({ contact_id }) => shared.has(contact_id))
  const contactFor = await whoseContact(trx, clinicId, who, { persons, contacts })
  return { ok: true, kept: byLocation(keptVisits), mails, reachesOthers, contactFor }
}

/** A record that was forgotten, with something booked or brought back for it since. In a query in which `e` is its erasure. */
export const isBack = sql<boolean>`exists (select from appointments v join appointment_events h
  on h.clinic_id = v.clinic_id and h.appointment_id = v.appointment_id
  where v.clinic_id = e.clinic_id and v.person_id = e.person_id and h.what = 'confirmed' and h.at > e.asked_at)`

/** Those of these records that were forgotten and came back: to be forgotten again is another wish, of another day. */
async function cameBack(
  trx: ClinicTransaction,
  clinicId: string,
  persons: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`select e.person_id from erasures e where e.clinic_id = ${clinicId}
    and e.person_id::text = any (${[...persons]}) and ${isBack}`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}

/** Each of these records was forgotten before: whoever waited for another to do it did nothing, and their name is not written. */
async function areForgotten(trx: ClinicTransaction, clinicId: string, persons: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from erasures where clinic_id = ${clinicId}
    and person_id::text = any (${[...persons]})`.execute(trx)
  return persons.length > 0 && rows.length === persons.length
}

/**
 * Lets go what had to be kept until now, for everybody of this clinic who asked to be forgotten.
 * @returns for how many persons something went
 */
export function eraseWhatIsDue(db: Database, clinicId: string): Promise<number> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from erasures where clinic_id = ${clinicId} and done_at is null order by person_id for update`.execute(
      trx,
    )
    await forgetOldMerges(trx, clinicId)
    const today = await todayOf(trx)
    let gone = 0
    for (const { person_id } of rows) {
      const visits = (await visitsOf(trx, clinicId, [person_id])).filter(({ took_place }) => took_place)
      // Somebody who came back since is looked after again; what they come to is kept with what was.
      const kept = withEnds(visits, visits[0]?.born_on ?? null).filter(({ until }) => until >= today)
      if (kept.length === visits.length) continue
      const found = await rowsOfPersons(trx, clinicId, [person_id])
      await forget(trx, found, await sharedContacts(trx, clinicId, [person_id]), kept)
      await writeReceipts(trx, clinicId, [person_id], kept)
      gone += 1
    }
    return gone
  })
}

/** What it would have taken to undo a merge whose time to undo is over. */
const forgetOldMerges = (trx: ClinicTransaction, clinicId: string) =>
  sql`update person_merges set before = null
    where clinic_id = ${clinicId} and before is not null and undo_until <= now()`.execute(trx)

interface VisitRow {
  readonly appointment_id: string
  readonly person_id: string
  readonly starts_at: Date
  readonly day: string
  readonly zone: string
  readonly location: string
  readonly country: Country
  readonly born_on: string | null
  /** Still to come, or going on. */
  readonly stands: boolean
  /** Somebody was treated; a confirmed visit that nobody marked may have been. */
  readonly took_place: boolean
}

async function visitsOf(trx: ClinicTransaction, clinicId: string, persons: readonly string[]) {
  const { rows } = await sql<VisitRow>`
    select a.appointment_id, a.person_id, a.starts_at, (a.starts_at at time zone l.zone)::date as day, l.zone, l.name as location,
      l.country, p.born_on, a.state in ('confirmed', 'arrived') and a.ends_at > now() as stands,
      a.state in ('confirmed', 'arrived', 'finished') as took_place
    from appointments a
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where a.clinic_id = ${clinicId} and a.person_id::text = any (${[...persons]}) order by a.starts_at`.execute(trx)
  return rows
}

async function todayOf(trx: ClinicTransaction): Promise<string> {
  const { rows } = await sql<{ today: string }>`select (now() at time zone 'Europe/London')::date as today`.execute(trx)
  return rows[0]?.today ?? ''
}

interface KeptVisit {
  readonly visit: VisitRow
  readonly until: string
}

/** Each location's rule counts from the last visit to the clinic, wherever that was. */
function withEnds(visits: readonly VisitRow[], bornOn: string | null): readonly KeptVisit[] {
  const last = visits.at(-1)?.day
  return visits.flatMap((visit) =>
    last === undefined ? [] : [{ visit, until: keptUntil(last, visit.country, bornOn) }],
  )
}

function byLocation(kept: readonly KeptVisit[]): readonly KeptVisits[] {
  const grouped = Map.groupBy(kept, ({ visit, until }) => JSON.stringify([visit.location, until]))
  return [...grouped.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ location: first.visit.location, visits: group.length, until: first.until }] : []
  })
}

/** What names another row first, so that nothing is deleted that is still named. */
async function forget(
  trx: ClinicTransaction,
  { rows, keyOf }: PersonRows,
  sharedWithOthers: ReadonlySet<unknown>,
  kept: readonly KeptVisit[],
) {
  const keptVisits: ReadonlySet<unknown> = new Set(kept.map(({ visit }) => visit.appointment_id))
  const keptPersons: ReadonlySet<unknown> = new Set(kept.map(({ visit }) => visit.person_id))
  await forgetBentReasons(trx, rows.get('appointments') ?? [], keptVisits)
  for (const [table, found] of [...rows].toReversed()) {
    const rule = erasureRules[table]
    if (!rule) throw new Error(`There is no rule for what becomes of ${table}.`)
    for (const row of found) {
      if (rule.does === 'keep' || (table === 'contacts' && sharedWithOthers.has(row.contact_id))) continue
      const isThisRow = sql.join(
        keyOf(table).map((column) => sql`${sql.ref(column)}::text = ${String(row[column])}`),
        sql` and `,
      )
      if (rule.does === 'delete') {
        await sql`delete from clinic.${sql.table(table)} where ${isThisRow}`.execute(trx)
        continue
      }
      const isKept = table === 'persons' ? keptPersons.has(row.person_id) : keptVisits.has(row.appointment_id)
      if (isKept && !rule.evenIfKept) continue
      const to = Object.entries(rule.to(row)).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      await sql`update clinic.${sql.table(table)} set ${sql.join(to)} where ${isThisRow}`.execute(trx)
    }
  }
}

/** What staff could take back remembers why a rule was bent for a visit, in words. */
async function forgetBentReasons(
  trx: ClinicTransaction,
  visits: readonly Row[],
  keptVisits: ReadonlySet<unknown>,
): Promise<void> {
  const gone = visits.flatMap(({ appointment_id: id }) => (keptVisits.has(id) ? [] : [String(id)]))
  await sql`update commands set before = jsonb_set(before, '{bent_reason}', to_jsonb(${nothing}::text))
    where clinic_id = clinic.current_clinic() and subject_id::text = any (${gone}) and before ->> 'bent_reason' is not null`.execute(
    trx,
  )
}

async function writeReceipts(
  trx: ClinicTransaction,
  clinicId: string,
  persons: readonly string[],
  kept: readonly KeptVisit[],
  { by, back }: { readonly by?: string | undefined; readonly back: readonly string[] } = { back: [] },
) {
  for (const person of persons) {
    const isAnew = back.includes(person)
    const own = kept.filter(({ visit }) => visit.person_id === person).map(({ until }) => until)
    const until = own.toSorted().at(-1) ?? null
    await sql`insert into erasures (clinic_id, person_id, kept_until, asked_by, done_at)
      values (${clinicId}, ${person}, ${until}::date, ${by ?? null}::uuid, case when ${until}::date is null then now() end)
      on conflict (clinic_id, person_id) do update set kept_until = excluded.kept_until,
        asked_at = case when ${isAnew} then now() else erasures.asked_at end,
        asked_by = case when ${isAnew} then excluded.asked_by else coalesce(excluded.asked_by, erasures.asked_by) end,
        done_at = coalesce(excluded.done_at, case when excluded.kept_until is null then now() end)`.execute(trx)
  }
}
