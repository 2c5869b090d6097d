/** What a clinic holds of a person: taken out whole, and forgotten but for what must be kept. */
import { beforeAll, describe, expect, test } from 'vitest'
import { connectAsOwner, type Database, inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { bytesLeftOut, bytesOpened, exportPerson } from './export-person.ts'
import { erasePerson, eraseWhatIsDue, erasureRules } from './erase-person.ts'
import { tablesOfPersons } from './person-rows.ts'
import { seal } from './seal.ts'

const db = testDatabase()
let owner: Database
let clinicId = ''
let memberId = ''
const ids = { england: '', scotland: '', therapist: '', service: '' }

const one = async (text: string, values: readonly unknown[] = []): Promise<string> =>
  (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''

beforeAll(async () => {
  owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
  clinicId = await one(
    `insert into clinic.clinics (name, email, phone) values ('Lantern Physio', 'a@lantern.example', '020') returning clinic_id as id`,
  )
  const location = (name: string, country: string) =>
    one(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, $2, '1 Row', 'Town', 'E2', 51, 0, 'Europe/London', $3) returning location_id as id`,
      [clinicId, name, country],
    )
  ids.england = await location('Bethnal Green', 'england')
  ids.scotland = await location('Leith', 'scotland')
  ids.service = await one(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence)
     values ($1, 'physiotherapy-first', 'First visit', 45, 6200) returning service_id as id`,
    [clinicId],
  )
  ids.therapist = await one(
    `insert into clinic.resources (clinic_id, kind) values ($1, 'therapist') returning resource_id as id`,
    [clinicId],
  )
  await one(
    `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession) values ($1, $2, 'Wren Holly', 'wren holly', 'physiotherapist')`,
    [clinicId, ids.therapist],
  )
  await one('insert into clinic.service_therapists values ($1, $2, $3)', [clinicId, ids.service, ids.therapist])
  memberId = await one(
    `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Ash Reed', 'ash@lantern.example', 'reception') returning member_id as id`,
    [clinicId],
  )
  return () => owner.destroy()
})

interface Visit {
  readonly name: string
  readonly email: string
  readonly state?: string
  /** Added to now, such as "-1 year". */
  readonly when?: string
  readonly where?: 'england' | 'scotland'
  readonly contact?: string
  readonly bornOn?: string
}

/** A visit with everything that may hang on one. */
async function makeVisit({
  name,
  email,
  state = 'finished',
  when = '-1 year',
  where = 'england',
  contact,
  bornOn,
}: Visit) {
  const person = await one(
    `insert into clinic.persons (clinic_id, name, born_on) values ($1, $2, $3) returning person_id as id`,
    [clinicId, name, bornOn ?? null],
  )
  const contactId =
    contact ??
    (await one(
      `insert into clinic.contacts (clinic_id, name, email, phone) values ($1, $2, $3, '020 7946 0911') returning contact_id as id`,
      [clinicId, name, email],
    ))
  const visit = await one(
    `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
       pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, insurer, membership_number, booking_key)
     values ($1, $2, $3, $4, $5, now() + $6::interval, now() + $6::interval + interval '45 minutes', 0, 0, 6200, now(), 0, $7, $8,
       'insurer', 'Bupa', 'M-77123', uuidv7()) returning appointment_id as id`,
    [clinicId, state, ids.service, ids.therapist, ids[where], when, person, contactId],
  )
  const sealed = (kind: 'note' | 'shared-check', text: string) =>
    seal(db.secret, { kind, clinicId, appointmentId: visit }, text)
  await one('update clinic.appointments set note_sealed = $1 where appointment_id = $2', [
    sealed('note', `Note of ${name}`),
    visit,
  ])
  await one('insert into clinic.shared_checks values ($1, $2, $3)', [
    clinicId,
    visit,
    sealed('shared-check', `Check of ${name}`),
  ])
  await one(
    `insert into clinic.appointment_events (clinic_id, appointment_id, version, what, by_whom, starts_at, reason)
     values ($1, $2, 0, 'confirmed', 'person', now(), $3)`,
    [clinicId, visit, `Because ${name} said so`],
  )
  await one(
    `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, useless_after) values ($1, $2, 0, 'confirmation', $3, now())`,
    [clinicId, visit, email],
  )
  await one(
    `insert into clinic.reads (clinic_id, member_id, person_id, what, appointment_id) values ($1, $2, $3, 'visit', $4)`,
    [clinicId, memberId, person, visit],
  )
  return { person, visit, contactId }
}

/** Every row of every table of the clinic as text. */
async function everything(): Promise<string> {
  const { rows } = await db.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'clinic'::regnamespace and relkind = 'r' order by 1`,
  )
  const tables = await Promise.all(
    rows.map(
      async ({ name }) =>
        (await db.admin.query(`select to_jsonb(t) as row from clinic.${name} t order by t::text`)).rows,
    ),
  )
  return JSON.stringify(tables)
}

const adult = { wasAdult: true }
const yearsFromNow = async (years: number, when: string) =>
  one(`select ((now() + $1::interval) at time zone 'Europe/London')::date + make_interval(years => $2) as id`, [
    when,
    years,
  ]).then((at) => new Date(at).toISOString().slice(0, 10))

describe('the catalogue', () => {
  test('every table is about persons and has a rule for being forgotten, or is said to be about nobody who is treated', async () => {
    const aboutNobody = new Set([
      ...[
        'absences',
        'account_clinics',
        'blocks',
        'clinics',
        'closures',
        'commands',
        'holiday_answers',
        'hours',
        'installation',
      ],
      ...['locations', 'machines', 'members', 'postcodes', 'registrations', 'resources', 'rooms', 'service_insurers'],
      ...['service_therapists', 'services', 'slugs', 'therapists', 'invitations'],
      ...['new_starts', 'new_start_mails'],
      ...[
        'courses',
        'freed_times',
        'letters',
        'letter_acts',
        'letter_asks',
        'opening_hours',
        'guide_mails',
        'guide_mail_stops',
        'talk_settings',
        'price_offers',
        'price_offer_services',
      ],
    ])
    const reached = await inClinic(owner, clinicId, tablesOfPersons)
    const { rows } = await db.admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'clinic'::regnamespace and relkind = 'r'`,
    )
    expect(rows.map(({ name }) => name).filter((name) => !reached.includes(name) && !aboutNobody.has(name))).toEqual([])
    expect(reached.filter((name) => !(name in erasureRules))).toEqual([])
  })

  test('bytes of those tables are opened by the export, or are said to say nothing', async () => {
    const reached = await inClinic(owner, clinicId, tablesOfPersons)
    const { rows } = await db.admin.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'clinic' and data_type = 'bytea' and table_name = any ($1)`,
      [reached],
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(
      rows.map(({ place }) => place).filter((place) => ![...bytesLeftOut, ...bytesOpened].includes(place)),
    ).toEqual([])
  })

  test('a table that somebody adds and links to a visit is taken out with the rest, and cannot be forgotten by the rules', async () => {
    await db.admin.query(
      `create table clinic.forgotten (clinic_id uuid, forgotten_id uuid default uuidv7(), appointment_id uuid, words text,
         primary key (clinic_id, forgotten_id), foreign key (clinic_id, appointment_id) references clinic.appointments)`,
    )
    const { visit } = await makeVisit({ name: 'Added Later', email: 'later@example.org' })
    await one(`insert into clinic.forgotten (clinic_id, appointment_id, words) values ($1, $2, 'of Added Later')`, [
      clinicId,
      visit,
    ])
    const who = { name: 'Added Later', reach: 'later@example.org' }
    const taken = await exportPerson(owner, db.secret, clinicId, who)
    expect(taken?.tables.forgotten).toEqual([expect.objectContaining({ words: 'of Added Later' })])
    await expect(erasePerson(owner, clinicId, who, adult)).rejects.toThrow('no rule for what becomes of forgotten')
    await db.admin.query('drop table clinic.forgotten')
  })
})

describe('an export', () => {
  test('holds everything of one person, opened, with who looked, and nothing of another at the same address', async () => {
    const { contactId } = await makeVisit({ name: 'Robin Ashdown', email: 'family@example.org' })
    await makeVisit({ name: 'Robin Ashdown', email: 'FAMILY@example.org', state: 'cancelled' })
    await makeVisit({ name: 'Kit Ashdown', email: 'family@example.org', contact: contactId })
    const taken = await exportPerson(owner, db.secret, clinicId, {
      name: 'robin ashdown',
      reach: ' family@EXAMPLE.org',
    })
    const text = JSON.stringify(taken)
    for (const words of [
      'Note of Robin Ashdown',
      'Check of Robin Ashdown',
      'Bethnal Green',
      'Wren Holly',
      'M-77123',
      'Ash Reed (reception)',
    ])
      expect(text).toContain(words)
    expect(taken?.tables.appointments).toHaveLength(2)
    expect(text).not.toContain('Kit')
    expect(text).not.toContain('\\\\x')
  })

  test('finds nobody by an address alone, and nobody of another clinic', async () => {
    expect(await exportPerson(owner, db.secret, clinicId, { name: '', reach: 'family@example.org' })).toBeUndefined()
    const other = await one(
      `insert into clinic.clinics (name, email, phone) values ('Other', 'o@o.example', '1') returning clinic_id as id`,
    )
    expect(
      await exportPerson(owner, db.secret, other, { name: 'Robin Ashdown', reach: 'family@example.org' }),
    ).toBeUndefined()
  })

  test('holds what names somebody in words alone, and being forgotten takes that too', async () => {
    await one(
      `insert into clinic.mail_stops (clinic_id, purpose, address) values ($1, 'review-invitation', 'stopped@example.org')`,
      [clinicId],
    )
    const who = { name: 'Stopped', reach: 'stopped@example.org' }
    expect((await exportPerson(owner, db.secret, clinicId, who))?.tables).toMatchObject({
      mail_stops: [{ address: 'stopped@example.org' }],
    })
    expect(await erasePerson(owner, clinicId, who)).toMatchObject({ ok: true, kept: [] })
    expect(await everything()).not.toContain('stopped@example.org')
  })

  test.each(['zoë o’hara', "Zoe O'Hara", ' ZOË  O‘HARA ', 'Zoe\u0308 O’Hara'])(
    'finds by the name in any habit, such as %s, and nobody else of the family',
    async (name) => {
      const who = { name, reach: 'ohara@example.org' }
      await makeVisit({ name: 'Zoë O’Hara', email: who.reach })
      await makeVisit({ name: 'Zoë O’Hare', email: who.reach })
      await makeVisit({ name: 'Z O’Hara', email: who.reach })
      const taken = await exportPerson(owner, db.secret, clinicId, who)
      expect(new Set(taken?.tables.persons?.map((row) => row.name))).toEqual(new Set(['Zoë O’Hara']))
    },
  )

  test.each([
    ['राम शर्मा', 'रमा शर्मा'],
    ['Mori ハル', 'Mori バル'],
    ['สุดา', 'สิดา'],
  ])(
    'tells %s from %s of one family, whose names differ by a vowel or a mark that is no accent',
    async (one, other) => {
      const who = { name: one, reach: `kin${one.length}${other.length}${one.charCodeAt(0)}@example.org` }
      await makeVisit({ name: one, email: who.reach, state: 'cancelled' })
      await makeVisit({ name: other, email: who.reach, state: 'cancelled' })
      const names = async (name: string) =>
        (await exportPerson(owner, db.secret, clinicId, { ...who, name }))?.tables.persons?.map((row) => row.name)
      expect(new Set(await names(` ${one.normalize('NFD')} `))).toEqual(new Set([one]))
      expect(new Set(await names(other))).toEqual(new Set([other]))
    },
  )

  test.each([
    ['مُحَمَّد علي', 'محمد علي'],
    ['שָׂרָה לוי', 'שרה לוי'],
    ['Андрей', 'АНДРЕИ'],
    ['Łódź-Smith', 'lodz smith'],
  ])('finds %s typed as %s: there people leave marks out', async (name, typed) => {
    const reach = `marks${name.length}${name.charCodeAt(0)}@example.org`
    await makeVisit({ name, email: reach })
    expect(await exportPerson(owner, db.secret, clinicId, { name: typed, reach })).toBeDefined()
  })

  test.each(['(020) 7946-0911', '+44 20 7946 0911', '0044 20 79460911', '+44 (0)20 7946 0911'])(
    'finds by a phone number in any habit, such as %s',
    async (reach) => {
      await makeVisit({ name: 'Phone Only', email: 'ph@example.org' })
      expect(await exportPerson(owner, db.secret, clinicId, { name: 'Phone Only', reach })).toBeDefined()
      expect(await exportPerson(owner, db.secret, clinicId, { name: 'Phone Only', reach: '0911' })).toBeUndefined()
    },
  )
})

describe('being forgotten', () => {
  test('is refused while a visit is ahead, says when, and changes nothing', async () => {
    await makeVisit({ name: 'Still Coming', email: 'coming@example.org', state: 'confirmed', when: '2 days' })
    const before = await everything()
    expect(
      await erasePerson(owner, clinicId, { name: 'Still Coming', reach: 'coming@example.org' }, adult),
    ).toMatchObject({
      ok: false,
      why: 'visitAhead',
      zone: 'Europe/London',
    })
    expect(await everything()).toBe(before)
  })

  test('of somebody who was never treated leaves no word of them anywhere, only that it was asked and who had looked', async () => {
    await makeVisit({ name: 'Never Treated', email: 'never@example.org', state: 'cancelled' })
    await makeVisit({ name: 'Never Treated', email: 'never@example.org', state: 'no-show' })
    const who = { name: 'Never Treated', reach: 'never@example.org' }
    const erased = await erasePerson(owner, clinicId, who)
    expect(erased).toMatchObject({ ok: true, kept: [] })
    expect(erased.ok && erased.mails).toHaveLength(2)
    expect(await everything()).not.toMatch(/Never Treated|never@example/)
    const { rows } = await db.admin.query(
      `select from clinic.erasures where done_at is not null and kept_until is null`,
    )
    expect(rows).toHaveLength(2)
    expect(await erasePerson(owner, clinicId, who)).toEqual({ ok: false, why: 'nobody' })
  })

  test('of somebody treated keeps the record of those visits until the day that is said, and nothing else', async () => {
    const treated = await makeVisit({ name: 'Treated Twice', email: 'twice@example.org', when: '-2 years' })
    await makeVisit({ name: 'Treated Twice', email: 'twice@example.org', when: '-1 year', where: 'scotland' })
    await makeVisit({ name: 'Treated Twice', email: 'twice@example.org', state: 'cancelled' })
    const erased = await erasePerson(owner, clinicId, { name: 'Treated Twice', reach: 'twice@example.org' }, adult)
    expect(erased).toMatchObject({
      ok: true,
      kept: [
        { location: 'Bethnal Green', visits: 1, until: await yearsFromNow(8, '-1 year') },
        { location: 'Leith', visits: 1, until: await yearsFromNow(6, '-1 year') },
      ],
    })
    const left = await everything()
    expect(left).not.toContain('twice@example.org')
    expect(left.match(/"Treated Twice"/g)).toHaveLength(2)
    const { rows } = await db.admin.query(`select note_sealed from clinic.appointments where appointment_id = $1`, [
      treated.visit,
    ])
    expect(rows[0]?.note_sealed).not.toBeNull()
    const checks = await db.admin.query(`select from clinic.shared_checks where appointment_id = $1`, [treated.visit])
    expect(checks.rows).toHaveLength(0)
    const reads = await db.admin.query(`select from clinic.reads where person_id = $1`, [treated.person])
    expect(reads.rows).toHaveLength(1)
  })

  test('asks for the age where a record must be kept and no birthday is known, and keeps a child’s to the 25th birthday', async () => {
    await makeVisit({ name: 'Age Unknown', email: 'age@example.org' })
    const who = { name: 'Age Unknown', reach: 'age@example.org' }
    const before = await everything()
    expect(await erasePerson(owner, clinicId, who)).toEqual({ ok: false, why: 'ageUnknown' })
    expect(await everything()).toBe(before)
    expect(await erasePerson(owner, clinicId, who, { bornOn: '2016-05-06' })).toMatchObject({
      kept: [{ until: '2041-05-06' }],
    })
  })

  test('leaves the address of somebody else of the family, whose visit has the same', async () => {
    const { contactId } = await makeVisit({ name: 'One Of Two', email: 'two@example.org', state: 'cancelled' })
    await makeVisit({ name: 'Two Of Two', email: 'two@example.org', contact: contactId })
    const first = await erasePerson(owner, clinicId, { name: 'One Of Two', reach: 'two@example.org' })
    // Whoever erases is told that it stays.
    expect(first).toMatchObject({ ok: true, reachesOthers: true })
    const other = await exportPerson(owner, db.secret, clinicId, { name: 'Two Of Two', reach: 'two@example.org' })
    expect(other?.tables.appointments).toHaveLength(1)
    // Once nobody else is reached by it, it goes with the last of them.
    const who = { name: 'Two Of Two', reach: 'two@example.org' }
    expect(await erasePerson(owner, clinicId, who, { wasAdult: true })).toMatchObject({
      ok: true,
      reachesOthers: false,
    })
    const { rows } = await db.admin.query(`select from clinic.contacts where email ilike 'two@example.org'`)
    expect(rows).toEqual([])
  })

  test('says for whom they stay as contact, in whatever habit the booking named them, and not for whom somebody else is', async () => {
    const who = { name: 'Ina Parent', reach: '020 7555 0177' }
    const { contactId } = await makeVisit({ name: who.name, email: 'ina@example.org', state: 'cancelled' })
    const contactOf = (name: string, email: string | null, phone: string | null) =>
      one(
        'insert into clinic.contacts (clinic_id, name, email, phone) values ($1, $2, $3, $4) returning contact_id as id',
        [clinicId, name, email, phone],
      )
    await one('update clinic.contacts set phone = $1 where contact_id = $2', [who.reach, contactId])
    const byMail = await contactOf('INA PARENT', 'Ina@Example.org', null)
    const byPhone = await contactOf('Ina Parent', null, '+44 20 7555 0177')
    const another = await contactOf('Ola Parent', 'ina@example.org', who.reach)
    const namesake = await contactOf('Ina Parent', 'other@example.org', '020 7555 0178')
    const child = await makeVisit({ name: 'Bo Parent', email: 'to@example.org', contact: byMail })
    await makeVisit({ name: 'Bo Parent', email: 'to@example.org', contact: another, when: '-2 years' })
    const second = await makeVisit({ name: 'Cy Parent', email: 'to@example.org', contact: byPhone })
    await makeVisit({ name: 'Ola Parent', email: 'to@example.org', contact: another })
    await makeVisit({ name: 'Di Namesake', email: 'to@example.org', contact: namesake })
    expect(await erasePerson(owner, clinicId, who)).toMatchObject({
      contactFor: [
        { personId: child.person, name: 'Bo Parent' },
        { personId: second.person, name: 'Cy Parent' },
      ],
    })
  })

  test('of two of a family whose insurer gave them one number, one after the other, leaves neither name nor number', async () => {
    const who = ['Ada Oneplan', 'Ben Oneplan'].map((name) => ({ name, reach: `${name.slice(0, 3)}@oneplan.example` }))
    for (const { name, reach } of who) {
      const { visit } = await makeVisit({ name, email: reach, state: 'cancelled' })
      const grant = await one(
        `insert into clinic.grants (clinic_id, payer, insurer, reference, folded_reference, person_name, folded_name, visits, used)
         values ($1, 'insurer', 'Bupa', 'ONEPLAN 12', 'ONEPLAN12', $2, lower($2), 6, 1) returning grant_id as id`,
        [clinicId, name],
      )
      await one('insert into clinic.grant_draws values ($1, $2, $3)', [clinicId, visit, grant])
    }
    for (const one of who) expect(await erasePerson(owner, clinicId, one)).toMatchObject({ ok: true })
    expect(await everything()).not.toMatch(/oneplan/i)
  })

  test('takes out of what staff could take back why they bent a rule', async () => {
    const who = { name: 'Bent Rule', reach: 'bent@example.org' }
    const { visit } = await makeVisit({ name: who.name, email: who.reach, state: 'cancelled' })
    const before = { therapist_id: ids.therapist, bent_rule: 'taken', bent_reason: 'Bent Rule limps.', claims: [] }
    await one(
      `insert into clinic.commands (clinic_id, member_id, what, subject_id, version, before)
       values ($1, $2, 'cancel', $3, 1, $4)`,
      [clinicId, memberId, visit, JSON.stringify(before)],
    )
    expect(await erasePerson(owner, clinicId, who)).toMatchObject({ ok: true })
    expect(await everything()).not.toContain('limps')
  })

  test('lets the kept record go once its day is past, and not on that day', async () => {
    const { visit } = await makeVisit({ name: 'Long Ago', email: 'ago@example.org', when: '-7 years' })
    await erasePerson(owner, clinicId, { name: 'Long Ago', reach: 'ago@example.org' }, adult)
    const endsToday = `update clinic.appointments set starts_at = (now() at time zone 'Europe/London')::date - interval '8 years' + interval '12 hours',
      ends_at = (now() at time zone 'Europe/London')::date - interval '8 years' + interval '13 hours' where appointment_id = $1`
    await db.admin.query(endsToday, [visit])
    await eraseWhatIsDue(owner, clinicId)
    expect(await everything()).toContain('Long Ago')
    await db.admin.query(
      `update clinic.appointments set starts_at = starts_at - interval '1 day' where appointment_id = $1`,
      [visit],
    )
    expect(await eraseWhatIsDue(owner, clinicId)).toBe(1)
    expect(await everything()).not.toMatch(/Long Ago/)
    expect(await eraseWhatIsDue(owner, clinicId)).toBe(0)
  })
})
