/** A backup that is put back whole, over a PostgreSQL of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLeftBook } from '../../clinic/letters/left-book.ts'
import { makeReaders } from '../../clinic/letters/letters.fixtures.ts'
import { makeMailClinic, makeVisit } from '../../clinic/mail/mail.fixtures.ts'
import { bringUpToDate } from '../clinic.ts'
import { lettersFolderIn } from '../letters.ts'
import { startLocalServer } from '../postgres/local-server.ts'
import { runCommand } from './commands.ts'
import { endAgain } from './ended-since.ts'

const dayMs = 24 * 60 * 60_000

const shared: { installation?: Awaited<ReturnType<typeof install>> } = {}
const installation = () => {
  if (!shared.installation) throw new Error('not installed yet')
  return shared.installation
}

/** An installation over a PostgreSQL of its own, for commands. */
async function install() {
  const folder = await mkdtemp(join(tmpdir(), 'restore-'))
  const started = await startLocalServer({ folder, port: 0 })
  if (!started.ok) throw new Error(started.why)
  const { settings, secret, stop } = started.server
  expect((await bringUpToDate(settings, secret)).ok).toBe(true)
  const { user, password, host, port, database } = settings
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
  const env = { UNCLENCH_DATA: folder, UNCLENCH_SECRET: secret, DATABASE_URL: url }
  /** @returns what it said */
  const run = async (...words: string[]) => {
    const said: string[] = []
    expect([words[0], await runCommand(words, env, (line) => said.push(line)), said]).toEqual([words[0], 0, said])
    return said.join('\n')
  }
  /** Nobody may be connected while a backup is put in place. */
  const withAdmin = async <T>(work: (admin: pg.Client) => Promise<T>): Promise<T> => {
    const admin = new pg.Client(settings)
    await admin.connect()
    try {
      return await work(admin)
    } finally {
      await admin.end()
    }
  }
  const remove = async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, secret, run, withAdmin, remove }
}

beforeAll(async () => {
  shared.installation = await install()
}, 120_000)
afterAll(() => shared.installation?.remove())

test('whoever left the letters since the backup has left in what is put back, nobody else, no new start stands, and what it does not know is named', async () => {
  const { folder, secret, run, withAdmin } = installation()
  const { clinic, kept } = await withAdmin(async (before) => {
    const clinic = await makeMailClinic(before)
    await makeReaders(before, clinic, 2)
    await before.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Sol', 'sol@lantern.example', 'reception', uuidv7(), now())`,
      [clinic.clinicId],
    )
    await before.query(
      `with one as (insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
         values ($1, 'Priya', 'priya@lantern.example', 'owner', uuidv7(), now()) returning member_id)
       insert into clinic.new_starts (clinic_id, member_id, by_installation) select $1, member_id, true from one`,
      [clinic.clinicId],
    )
    await before.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Ivo', 'ivo@lantern.example', 'owner', uuidv7(), now())`,
      [clinic.clinicId],
    )
    await before.query(
      `insert into auth.way_in_notices (email, what, for_staff) values ('x@x.example', 'set up', true)`,
    )
    const kept = await makeVisit(before, clinic, { startsAt: Date.now() + dayMs, personName: 'Nadia' })
    await makeVisit(before, clinic, { startsAt: Date.now() + 2 * dayMs, personName: 'Ash' })
    return { clinic, kept }
  })
  await run('backup', join(folder, 'night'))
  await withAdmin(async (before) => {
    await makeVisit(before, clinic, { startsAt: Date.now() + 3 * dayMs, personName: 'Wren\u202eHolly' })
    await before.query(
      `update clinic.appointments set state = 'cancelled', version = version + 1 where appointment_id = $1`,
      [kept],
    )
    await before.query(`update clinic.members set left_at = now(), role = 'manager' where name = 'Sol'`)
    await before.query(`update clinic.members set role = 'reception' where name = 'Ivo'`)
    await before.query(
      `insert into clinic.erasures (clinic_id, person_id, done_at) select clinic_id, person_id, now() from clinic.persons where name = 'Ash'`,
    )
  })
  const leaver = { clinicId: clinic.clinicId, address: 'reader0@readers.example' }
  await openLeftBook(lettersFolderIn(folder), Buffer.from(secret)).note(leaver, Date.now())
  const named = await run('restore', join(folder, 'night'), '--replace')
  expect(named).toContain('booked, not in the backup  Wren Holly, ')
  expect(named).toMatch(/cancelled, in the backup: \S+ \S+ {2}Nadia, /)
  expect(named).not.toMatch(/booked, .*Ash/)
  expect(named).toMatch(/Let go since the backup, and in the team again.*\n {2}Sol, sol@lantern.example/)
  expect(named).toMatch(
    /Change it again:\n {2}reception, in the backup: owner {2}Ivo, ivo@lantern.example {2}\(.*\n(?! {2})/,
  )
  expect(named).toMatch(/Forgotten since the backup, and back with it.*\n {2}Ash /)
  await withAdmin(async (after) => {
    const { rows } = await after.query(
      'select address, left_at is not null as has_left from clinic.letter_subscribers order by address',
    )
    // A new start may have been stopped since, and what was told of a way in is told already.
    const { rows: stands } = await after.query(
      `select (select count(*)::int from clinic.new_starts where ends_at > now()) as starts,
         (select count(*)::int from clinic.new_starts) as kept, (select count(*)::int from auth.way_in_notices) as notices`,
    )
    expect(stands).toEqual([{ starts: 0, kept: 1, notices: 0 }])
    expect(rows).toEqual([
      { address: 'reader0@readers.example', has_left: true },
      { address: 'reader1@readers.example', has_left: false },
    ])
  })
}, 120_000)

/** Of each thing two, of which one ends after the backup. */
async function makeEnding(admin: pg.Client) {
  const clinic = await makeMailClinic(admin, 'Harbour Physio')
  const { clinicId, serviceId } = clinic
  await admin.query(
    `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Wren', 'wren@harbour.example', 'owner')`,
    [clinicId],
  )
  const wren = `(select member_id from clinic.members where clinic_id = $1)`
  const visits: string[] = []
  for (const name of ['Ends', 'Stays']) {
    const visit = await makeVisit(admin, clinic, { startsAt: Date.now() + dayMs, address: `${name}@wrong.example` })
    visits.push(visit)
    const byVisit = (text: string) => admin.query(text, [clinicId, visit])
    await byVisit(`insert into clinic.appointment_events (clinic_id, appointment_id, version, what, by_whom, starts_at)
      select clinic_id, appointment_id, 0, 'confirmed', 'person', starts_at from clinic.appointments
      where clinic_id = $1 and appointment_id = $2`)
    await byVisit(`insert into clinic.mails (clinic_id, appointment_id, version, kind, address, useless_after)
      select $1, $2, 0, kind, '${name}@wrong.example', now() + interval '1 day'
      from unnest(array['confirmation', 'reminder-48h', 'reminder-2h']) kind`)
    // It waited long, as mail does that is held.
    await byVisit(`update clinic.mails set next_try_at = now() - interval '3 hours'
      where clinic_id = $1 and appointment_id = $2 and kind = 'confirmation'`)
    await byVisit(`insert into clinic.shared_checks (clinic_id, appointment_id, sealed) values ($1, $2, 'sealed')`)
    await byVisit(`insert into clinic.calendar_feeds (clinic_id, person_id, token_hash)
      select $1, person_id, sha256('${name}') from clinic.appointments where appointment_id = $2`)
    const inClinic = (text: string) => admin.query(text, [clinicId])
    await inClinic(`insert into clinic.comments (clinic_id, write_key, page, words, shown_name, written_from, state)
      values ($1, uuidv7(), 'heat-or-ice', '${name}', '${name}', sha256('here'), 'shown')`)
    await inClinic(`insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, email, asked_from, due_at)
      values ($1, uuidv7(), '${name}', true, '${name}@home.example', sha256('here'), now())`)
    await admin.query(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day, last_day,
         person_name, contact_name, email, payer)
       values ($1, uuidv7(), $2, '{1}', '08:00', '12:00', current_date, current_date + 9, '${name}', '${name}',
         '${name}@home.example', 'self')`,
      [clinicId, serviceId],
    )
    await admin.query(
      `with one as (insert into auth.users (name, email) values ('${name}', lower('${name}') || '@home.example') returning id),
         other as (insert into auth.users (name, email) values ('', lower('${name}') || '@gone.example') returning id),
         copies as (insert into auth.locked_copies (user_id, version, locked) select id, 1, 'locked' from one),
         words as (insert into auth.credentials (account_id, provider_id, user_id, password)
           select id::text, 'credential', id, 'old' from one),
         keys as (insert into auth.passkeys (user_id, for_staff, credential_id, public_key, counter, may_be_copied, was_copied, name)
           select id, true, '${name} ' || which, 'key', 0, false, false, which
           from one, unnest(array['deleted', 'stopped']) which)
       insert into auth.passkeys (user_id, for_staff, credential_id, public_key, counter, may_be_copied, was_copied, name)
       select id, false, '${name} own', 'key', 0, false, false, 'own' from other`,
    )
    for (const state of ['scheduled', 'running'])
      await admin.query(
        `insert into clinic.letters (clinic_id, state, subject, topic, pieces, send_at, started_at, made_by)
         values ($1, $2, '${name} ' || $2, 'keep-away', '[]', now(), case $2 when 'running' then now() end, ${wren})`,
        [clinicId, state],
      )
    await inClinic(`insert into clinic.price_offers (clinic_id, code, folded_code, words, kind, first_day, last_day, most_uses, made_by)
      values ($1, '${name}', upper('${name}'), 'Free', 'free', current_date, current_date, 9, ${wren})`)
    await admin.query(
      `insert into clinic.guide_mails (asked_of, asked_by, sealed) values (sha256('${name}'), sha256('x'), '${name}')`,
    )
  }
  return { clinicId, visits }
}

/** One of each ends, as the product ends it. */
async function endOne(admin: pg.Client, clinicId: string, visit: string): Promise<void> {
  const byVisit = (text: string) => admin.query(text, [visit])
  await byVisit(`update clinic.contacts set email = 'right@home.example', link_round = 1
    where contact_id = (select contact_id from clinic.appointments where appointment_id = $1)`)
  await byVisit(`update clinic.mails set state = 'handed-over', handed_over_at = now(), next_try_at = now() + interval '3 min'
    where kind = 'confirmation' and appointment_id = $1`)
  await byVisit(`update clinic.mails set state = 'bounced', why = 'Nobody is there.', next_try_at = now() + interval '3 min'
    where kind = 'reminder-48h' and appointment_id = $1`)
  await endByDeleting(admin, visit)
  await admin.query(`
    update clinic.comments set state = 'erased', words = null, shown_name = null where words = 'Ends';
    update clinic.questions set state = 'erased', words_sealed = null, email = null where words_sealed = 'Ends';
    update clinic.waiting_entries set state = 'left' where person_name = 'Ends';
    update auth.passkeys set stopped_at = now() where credential_id = 'Ends stopped';
    update auth.credentials set password = 'new' where user_id = (select id from auth.users where name = 'Ends');
    update clinic.letters set state = 'draft', send_at = null, pieces = null where subject = 'Ends scheduled';
    update clinic.letters set state = 'stopped' where subject = 'Ends running';
    update clinic.price_offers set ended_at = now() where code = 'Ends';
    insert into clinic.guide_mail_stops (asked_of, why, until) values (sha256('Ends'), 'not-me', now() + interval '1 year')`)
  await admin.query(
    `insert into clinic.mail_stops (clinic_id, purpose, address) values ($1, 'review-invitation', 'ends@home.example')`,
    [clinicId],
  )
}

/** What ends by not being there any more. */
async function endByDeleting(admin: pg.Client, visit: string): Promise<void> {
  await admin.query('delete from clinic.shared_checks where appointment_id = $1', [visit])
  await admin.query(`
    delete from clinic.calendar_feeds where token_hash = sha256('Ends');
    delete from auth.passkeys where name = 'own' and credential_id = 'Ends own';
    delete from auth.users where email = 'ends@gone.example';
    delete from auth.passkeys where credential_id = 'Ends deleted';
    delete from auth.locked_copies where user_id = (select id from auth.users where name = 'Ends');
    update clinic.guide_mails set sealed = null where sealed = 'Ends'`)
}

/** What of it there is, each as one line. */
async function standing(admin: pg.Client, clinicId: string): Promise<readonly string[]> {
  const { rows } = await admin.query<{ line: string }>(
    `select line from (
       select concat_ws(' ', 'contact', email, link_round) as line from clinic.contacts where clinic_id = $1
       union all select concat_ws(' ', 'mail', kind, address, state, why) from clinic.mails where clinic_id = $1
       union all select 'check of ' || k.email from clinic.shared_checks s join clinic.appointments a using (clinic_id, appointment_id)
         join clinic.contacts k using (clinic_id, contact_id) where s.clinic_id = $1
       union all select concat_ws(' ', 'letter', subject, 'is', state) from clinic.letters where clinic_id = $1
       union all select concat_ws(' ', 'code', code, case when ended_at is not null then 'ended' end)
         from clinic.price_offers where clinic_id = $1
       union all select 'feed' from clinic.calendar_feeds where clinic_id = $1
       union all select concat_ws(' ', 'comment', state, words, shown_name) from clinic.comments where clinic_id = $1
       union all select concat_ws(' ', 'question', state, convert_from(words_sealed, 'UTF8'), email) from clinic.questions where clinic_id = $1
       union all select concat_ws(' ', 'waiting', person_name, state) from clinic.waiting_entries where clinic_id = $1
       union all select concat_ws(' ', 'stop', purpose, address) from clinic.mail_stops where clinic_id = $1
       union all select concat_ws(' ', 'account', email, (select password from auth.credentials c where c.user_id = u.id),
         (select 'with copy' from auth.locked_copies c where c.user_id = u.id)) from auth.users u where email ~ '(home|gone).example'
       union all select concat_ws(' ', 'key', credential_id, case when stopped_at is not null then 'stopped' end) from auth.passkeys
       union all select 'guide to send ' || convert_from(sealed, 'UTF8') from clinic.guide_mails where sealed is not null
       union all select 'no guides ' || why from clinic.guide_mail_stops) as all_lines order by line collate "C"`,
    [clinicId],
  )
  return rows.map(({ line }) => line)
}

const ended = [
  'account ends@home.example old',
  'account stays@gone.example',
  'account stays@home.example old with copy',
  'check of Stays@wrong.example',
  'code Ends ended',
  'code Stays',
  'comment erased',
  'comment shown Stays Stays',
  'contact Stays@wrong.example 0',
  'contact right@home.example 1',
  'feed',
  'guide to send Stays',
  'key Ends stopped stopped',
  'key Stays deleted',
  'key Stays own',
  'key Stays stopped',
  'letter Ends running is stopped',
  'letter Ends scheduled is draft',
  'letter Stays running is running',
  'letter Stays scheduled is scheduled',
  'mail confirmation Ends@wrong.example handed-over It was sent before the backup was put back.',
  'mail confirmation Stays@wrong.example queued',
  'mail reminder-2h Stays@wrong.example queued',
  'mail reminder-2h right@home.example queued',
  'mail reminder-48h Ends@wrong.example bounced Nobody is there.',
  'mail reminder-48h Stays@wrong.example queued',
  'no guides not-me',
  'question erased',
  'question open Stays Stays@home.example',
  'stop review-invitation ends@home.example',
  'waiting Ends left',
  'waiting Stays waiting',
]

/** What comes back where the same backup is put back once more before its mail leaves again: nobody can say that it ended. */
const backWhileHeld = [
  'account ends@gone.example',
  'account ends@home.example old with copy',
  'check of right@home.example',
  'feed',
  'guide to send Ends',
  'key Ends deleted',
  'key Ends own',
]

test('what ended since the backup has ended in what is put back, and no mail that went goes again; only over what came after it', async () => {
  const { folder, run, withAdmin } = installation()
  await run('release-mail')
  const { clinicId, visits } = await withAdmin(makeEnding)
  await run('backup', join(folder, 'evening'))
  await withAdmin((admin) => endOne(admin, clinicId, visits[0] ?? ''))
  const said = await run('restore', join(folder, 'evening'), '--replace')
  expect(await withAdmin((admin) => standing(admin, clinicId))).toEqual(ended)
  expect(said).toContain('\n  addresses put right, with the links that ended then: 1\n')
  expect(said).toMatch(/the old one counts again. Tell them:\n {2}Ends, ends@home.example\n/)
  expect(said).not.toContain('Nobody can say')
  // Put back once more: what is deleted in what was put back itself may have been made after what that was put back from.
  const again = await run('restore', join(folder, 'evening'), '--replace')
  expect(again).toContain('\n  comments that were erased or kept back: 1\n')
  expect(again).toMatch(
    /Nobody can say what of these.*\n {2}guides that have gone by mail\n {2}addresses of a calendar/,
  )
  const whileHeld = [...ended.filter((line) => line !== 'account ends@home.example old'), ...backWhileHeld].toSorted()
  expect(await withAdmin((admin) => standing(admin, clinicId))).toEqual(whileHeld)
  // Once its mail leaves again it tells of all that ended in it.
  await run('release-mail')
  await withAdmin((admin) => endByDeleting(admin, visits[0] ?? ''))
  await run('restore', join(folder, 'evening'), '--replace')
  expect(await withAdmin((admin) => standing(admin, clinicId))).toEqual(ended)
  // What knows nothing of the backup says nothing of what ended since.
  await withAdmin(async (admin) => {
    await admin.query('update clinic.installation set mail_held_since = null')
    const now = new Date().toISOString()
    expect(await endAgain(admin, admin, now)).toEqual([])
    await admin.query('truncate clinic.appointment_events')
    expect(await endAgain(admin, admin, now)).toEqual([expect.stringContaining('did not come after')])
  })
}, 120_000)
