/**
 * What a backup that takes a database's place does not know: visits booked, moved or cancelled since, whoever was let go, and
 * whoever asked to be forgotten. Read before the older rows are dropped, so that somebody can ring and do it again.
 */
import type pg from 'pg'
import { named } from './named-lines.ts'

interface Visit {
  readonly id: string
  readonly clinic: string
  readonly person: string
  readonly reach: string
  /** "2026-12-01 10:00", on the clock of the place. */
  readonly starts: string
  readonly stands: boolean
  /** How often it was changed: another number is another state. */
  readonly version: number
}

const visitsAhead = `
  select a.appointment_id as id, c.name as clinic, p.name as person, concat_ws(', ', k.phone, k.email) as reach,
    to_char(a.starts_at at time zone l.zone, 'YYYY-MM-DD HH24:MI') as starts, a.state = 'confirmed' as stands, a.version
  from clinic.appointments a
  join clinic.clinics c on c.clinic_id = a.clinic_id
  join clinic.persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
  join clinic.contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
  join clinic.locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
  where a.ends_at > now() and a.state in ('confirmed', 'cancelled', 'late-cancelled')
  order by a.starts_at, a.appointment_id`

/** Lines for whoever puts the backup back; none where it knows all. @param now as it is @param then the backup, put back beside it */
export async function sinceBackup(now: pg.Client, then: pg.Client): Promise<readonly string[]> {
  return [...(await visitLines(now, then)), ...(await peopleLines(now, then))]
}

async function visitLines(now: pg.Client, then: pg.Client): Promise<readonly string[]> {
  const { rows: newer } = await now.query<Visit>(visitsAhead)
  const { rows } = await then.query<Visit>(visitsAhead)
  const older = new Map(rows.map((visit) => [visit.id, visit]))
  const changed = newer.filter((visit) => {
    const before = older.get(visit.id)
    return before ? before.version !== visit.version || before.stands !== visit.stands : visit.stands
  })
  return named('Visits ahead that the backup does not have as they stand. Ring them:', changed.map(visitLine(older)))
}

const visitLine =
  (older: ReadonlyMap<string, Visit>) =>
  ({ id, clinic, person, reach, starts, stands }: Visit): string => {
    const before = older.get(id)
    const was = before && (before.stands ? `in the backup: ${before.starts}` : 'in the backup: cancelled')
    return `${starts}  ${stands ? 'booked' : 'cancelled'}, ${was ?? 'not in the backup'}  ${person}, ${reach}  (${clinic})`
  }

async function peopleLines(now: pg.Client, then: pg.Client): Promise<readonly string[]> {
  const ids = async (client: pg.Client, text: string) =>
    (await client.query<{ id: string }>(text)).rows.map(({ id }) => id)
  const left = `select member_id as id from clinic.members where left_at is not null`
  const { rows: back } = await then.query<{ line: string }>(
    `select m.name || ', ' || m.email || '  (' || c.name || ')' as line from clinic.members m join clinic.clinics c using (clinic_id)
     where m.left_at is null and m.joined_at is not null and m.member_id = any ($1) order by 1`,
    [await ids(now, left)],
  )
  const other = await otherRoles(now, then)
  const forgotten = await ids(now, 'select person_id as id from clinic.erasures')
  const { rows: known } = await then.query<{ line: string }>(
    `select p.name || '  (' || c.name || ')' as line from clinic.persons p join clinic.clinics c using (clinic_id)
     where p.person_id = any ($1) and not exists (select from clinic.erasures e where e.clinic_id = p.clinic_id
       and e.person_id = p.person_id) order by 1`,
    [forgotten],
  )
  const old = await oldWaysIn(now, then)
  return [
    ...named('A password or second step was set anew since the backup, and the old one counts again. Tell them:', old),
    ...named(
      'Let go since the backup, and in the team again. Let them go again:',
      back.map(({ line }) => line),
    ),
    ...named('Another role since the backup, and the old one again. Change it again:', other),
    ...named(
      'Forgotten since the backup, and back with it. Erase them again:',
      known.map(({ line }) => line),
    ),
  ]
}

/** Who of a team may do other things in the backup than now. */
async function otherRoles(now: pg.Client, then: pg.Client): Promise<readonly string[]> {
  const { rows: newer } = await now.query<{ id: string; role: string }>(
    'select member_id as id, role from clinic.members where left_at is null',
  )
  const roleNow = new Map(newer.map(({ id, role }) => [id, role]))
  const { rows } = await then.query<{ id: string; role: string; line: string }>(
    `select m.member_id as id, m.role, concat_ws(', ', m.name, m.email) || '  (' || c.name || ')' as line
     from clinic.members m join clinic.clinics c using (clinic_id) where m.left_at is null order by 3`,
  )
  const changed = rows.filter(({ id, role }) => (roleNow.get(id) ?? role) !== role)
  return changed.map(({ id, role, line }) => `${roleNow.get(id)}, in the backup: ${role}  ${line}`)
}

/** Whose password or second step stands in the backup as it was before: neither is taken over, since nobody knows who set it anew. */
async function oldWaysIn(now: pg.Client, then: pg.Client): Promise<readonly string[]> {
  const read = async (client: pg.Client) => {
    const { rows } = await client.query<{ id: string; line: string; mark: string }>(
      `select u.id, concat_ws(', ', nullif(u.name, ''), u.email) as line, md5(concat_ws(' ', c.password, f.secret)) as mark
       from auth.users u left join auth.credentials c on c.user_id = u.id and c.password is not null
       left join auth.two_factors f on f.user_id = u.id where c.id is not null or f.id is not null order by u.email`,
    )
    return rows
  }
  const newer = new Map((await read(now)).map(({ id, mark }) => [id, mark]))
  return (await read(then)).filter(({ id, mark }) => newer.has(id) && newer.get(id) !== mark).map(({ line }) => line)
}
