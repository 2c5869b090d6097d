/** For tests: readers, a member who writes, and a letter that is due. */
import type { MailClinic } from '../mail/mail.fixtures.ts'

/** As much of a connection of the superuser as is needed here. */
interface Admin {
  query(text: string, values: unknown[]): Promise<{ rows: { id: string }[] }>
}

const one = async (admin: Admin, text: string, values: unknown[]): Promise<string> =>
  (await admin.query(text, values)).rows[0]?.id ?? ''

/** Readers who said yes to one small thing a month: reader0@…, reader1@… */
export async function makeReaders(admin: Admin, { clinicId }: MailClinic, count: number, host = 'readers.example') {
  await admin.query(
    `insert into clinic.letter_subscribers (clinic_id, address, topics, asked_topics, confirmed_at)
     select $1, 'reader' || n || '@' || $3, '{keep-away}', '{keep-away}', now() from generate_series(0, $2::int - 1) n`,
    [clinicId, count, host],
  )
}

/** A member of the clinic, made once. @returns the id */
async function makeWriter(admin: Admin, { clinicId }: MailClinic): Promise<string> {
  const of = 'select member_id as id from clinic.members where clinic_id = $1'
  const known = await one(admin, of, [clinicId])
  if (known) return known
  return one(
    admin,
    `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
     values ($1, 'Wren Holly', 'wren@lantern.example', 'owner', gen_random_uuid(), now()) returning member_id as id`,
    [clinicId],
  )
}

/** A letter whose time has come. @returns its id */
export const makeDueLetter = async (admin: Admin, clinic: MailClinic, perMinute = 60_000) =>
  one(
    admin,
    `insert into clinic.letters (clinic_id, state, subject, opening, topic, pages, pieces, send_at, per_minute, made_by)
     values ($1, 'scheduled', 'Three small things', 'Cold mornings and heavy bags.', 'keep-away', '{guide/heat-or-ice}',
       '[{"page":"guide/heat-or-ice","title":"Heat or ice?","short":"Whichever feels good."}]', now(), $3, $2)
     returning letter_id as id`,
    [clinic.clinicId, await makeWriter(admin, clinic), perMinute],
  )
