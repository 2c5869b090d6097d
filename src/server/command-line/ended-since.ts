/**
 * What ended since a backup stays ended when the backup takes the database's place: links, ways in and calendars that were ended,
 * what people took back or erased, and mails that have gone.
 * Where what was there was put back itself and its mail is held still, only what says of itself that it ended: nobody can say then
 * whether what it lacks was deleted since the backup or made after what it was put back from.
 * Never: opens anything that was shut, but where an address was put right: there its links had ended with it.
 */
import type pg from 'pg'
import { named } from './named-lines.ts'

/** Said of a mail that waits in the backup and had gone by then. */
const sentBefore = 'It was sent before the backup was put back.'

interface Ending {
  /** What it was, as it is told to whoever puts the backup back, before their number. */
  readonly what: string
  /** Asks the newer database; $1, where it stands, is the moment of the backup. */
  readonly read: string
  /** One after the other in the copy, $1 the rows that were read. The last one counts. */
  readonly end: readonly string[]
  /** It ended by being deleted: that the newer database does not have it is all that tells of it. */
  readonly isAbsent?: true
}

/** The rows that were read, with these columns, as n. */
const rowsOf = (columns: string) => `jsonb_to_recordset($1::jsonb) as n(${columns})`
/** Not among the rows that were read. */
const isGone = (columns: string, same: string) => `not exists (select from ${rowsOf(columns)} where ${same})`

const isSentSince = `state in ('handed-over', 'bounced') and next_try_at > $1::timestamptz - interval '1 hour'`
const sentColumns = 'clinic_id uuid, id uuid, state text, why text, at timestamptz'

const mailsThatWent: readonly Ending[] = [
  ...(['mails', 'letter_mails'] as const).map((table) => ({
    what: table === 'mails' ? 'mails that have gone' : 'letters that have gone',
    read: `select clinic_id, ${table.slice(0, -1)}_id as id, state, why, handed_over_at as at from clinic.${table} where ${isSentSince}`,
    end: [
      `update clinic.${table} m set state = n.state, handed_over_at = n.at, next_try_at = greatest(m.next_try_at, now()),
         why = case n.state when 'bounced' then n.why else '${sentBefore}' end
       from ${rowsOf(sentColumns)}
       where m.clinic_id = n.clinic_id and m.${table.slice(0, -1)}_id = n.id and m.state in ('queued', 'sending')`,
    ],
  })),
  {
    what: 'guides that have gone by mail',
    isAbsent: true,
    read: 'select guide_mail_id as id from clinic.guide_mails where sealed is not null',
    end: [
      `update clinic.guide_mails m set sealed = null where sealed is not null and ${isGone('id uuid', 'n.id = m.guide_mail_id')}`,
    ],
  },
  ...(['invitations', 'new_start_mails'] as const).map((table) => ({
    what: table === 'invitations' ? 'invitations that have gone' : 'mails to a team that have gone',
    read: `select clinic_id, ${table.slice(0, -1)}_id as id, sent_at as at from clinic.${table} where sent_at is not null`,
    end: [
      `update clinic.${table} m set sent_at = n.at from ${rowsOf('clinic_id uuid, id uuid, at timestamptz')}
       where m.clinic_id = n.clinic_id and m.${table.slice(0, -1)}_id = n.id and m.sent_at is null`,
    ],
  })),
]

const contactColumns = 'clinic_id uuid, contact_id uuid, email text, link_round integer'

const linksThatEnded: readonly Ending[] = [
  {
    what: 'addresses put right, with the links that ended then',
    read: 'select clinic_id, contact_id, email, link_round from clinic.contacts where link_round > 0',
    end: [
      `update clinic.mails m set address = n.email
       from ${rowsOf(contactColumns)} join clinic.contacts k on k.clinic_id = n.clinic_id and k.contact_id = n.contact_id
       join clinic.appointments a on a.clinic_id = k.clinic_id and a.contact_id = k.contact_id
       where k.link_round < n.link_round and n.email is not null and m.clinic_id = a.clinic_id and m.state = 'queued'
         and m.appointment_id = a.appointment_id and lower(m.address) = lower(k.email)
         and not exists (select from clinic.mails o where o.clinic_id = m.clinic_id and o.appointment_id = m.appointment_id
           and o.version = m.version and o.kind = m.kind and o.address = n.email)`,
      `update clinic.contacts k set link_round = n.link_round,
         email = case when n.email is null and k.phone is null then k.email else n.email end
       from ${rowsOf(contactColumns)}
       where k.clinic_id = n.clinic_id and k.contact_id = n.contact_id and k.link_round < n.link_round`,
    ],
  },
  {
    what: 'addresses of a calendar that were ended',
    isAbsent: true,
    read: `select clinic_id, encode(token_hash, 'hex') as hash from clinic.calendar_feeds`,
    end: [
      `delete from clinic.calendar_feeds f
       where ${isGone('clinic_id uuid, hash text', `n.clinic_id = f.clinic_id and n.hash = encode(f.token_hash, 'hex')`)}`,
    ],
  },
]

const isOfAccount = (column: string) =>
  `${isGone('id uuid', `n.id = ${column}`)} and not exists (select from clinic.members m where m.account_id = ${column})`

const waysInThatEnded: readonly Ending[] = [
  {
    what: 'accounts that were deleted',
    isAbsent: true,
    read: 'select id from auth.users',
    end: [
      ...['sessions', 'credentials', 'two_factors', 'used_codes', 'passkeys', 'locked_copies'].map(
        (table) => `delete from auth.${table} o where ${isOfAccount('o.user_id')}`,
      ),
      `delete from auth.users u where ${isOfAccount('u.id')}`,
    ],
  },
  {
    what: 'passkeys that were deleted',
    isAbsent: true,
    read: 'select passkey_id as id from auth.passkeys',
    end: [`delete from auth.passkeys k where ${isGone('id uuid', 'n.id = k.passkey_id')}`],
  },
  {
    what: 'passkeys that were stopped',
    read: 'select passkey_id as id, stopped_at as at from auth.passkeys where stopped_at is not null',
    end: [
      `update auth.passkeys k set stopped_at = n.at from ${rowsOf('id uuid, at timestamptz')}
       where n.id = k.passkey_id and k.stopped_at is null`,
    ],
  },
  {
    what: 'locked copies that were deleted',
    isAbsent: true,
    read: 'select user_id as id from auth.locked_copies',
    end: [`delete from auth.locked_copies c where ${isGone('id uuid', 'n.id = c.user_id')}`],
  },
]

const idColumns = 'clinic_id uuid, id uuid'
const commentColumns = `${idColumns}, state text, kept_why text`

const wordsTakenBack: readonly Ending[] = [
  {
    what: 'checks that were taken back',
    isAbsent: true,
    read: 'select clinic_id, appointment_id as id from clinic.shared_checks',
    end: [
      `delete from clinic.shared_checks c where ${isGone(idColumns, 'n.clinic_id = c.clinic_id and n.id = c.appointment_id')}`,
    ],
  },
  {
    what: 'comments that were erased or kept back',
    read: `select clinic_id, comment_id as id, state, kept_why from clinic.comments where state in ('erased', 'kept-back')`,
    end: [
      `delete from clinic.mails m using ${rowsOf(commentColumns)}
       where m.clinic_id = n.clinic_id and m.comment_id = n.id and n.state = 'erased'`,
      `update clinic.comments c set state = n.state, kept_why = n.kept_why, state_at = now(),
         words = case n.state when 'erased' then null else c.words end,
         shown_name = case n.state when 'erased' then null else c.shown_name end,
         email = case n.state when 'erased' then null else c.email end
       from ${rowsOf(commentColumns)}
       where c.clinic_id = n.clinic_id and c.comment_id = n.id and c.state <> n.state`,
    ],
  },
  {
    what: 'questions that were erased',
    read: `select clinic_id, question_id as id from clinic.questions where state = 'erased'`,
    end: [
      ...['published_answers', 'question_answers', 'mails'].map(
        (table) =>
          `delete from clinic.${table} o using ${rowsOf(idColumns)} where o.clinic_id = n.clinic_id and o.question_id = n.id`,
      ),
      `update clinic.questions q set state = 'erased', words_sealed = null, email = null from ${rowsOf(idColumns)}
       where q.clinic_id = n.clinic_id and q.question_id = n.id and q.state <> 'erased'`,
    ],
  },
  {
    what: 'published answers that were withdrawn',
    read: 'select clinic_id, published_id as id, withdrawn_at as at from clinic.published_answers where withdrawn_at is not null',
    end: [
      `update clinic.published_answers p set withdrawn_at = n.at from ${rowsOf(`${idColumns}, at timestamptz`)}
       where p.clinic_id = n.clinic_id and p.published_id = n.id and p.withdrawn_at is null`,
    ],
  },
  {
    what: 'reviews that were hidden',
    read: 'select clinic_id, review_id as id, hidden_at as at, hidden_why as why from clinic.reviews where hidden_at is not null',
    end: [
      `update clinic.reviews r set hidden_at = n.at, hidden_why = n.why from ${rowsOf(`${idColumns}, at timestamptz, why text`)}
       where r.clinic_id = n.clinic_id and r.review_id = n.id and r.hidden_at is null`,
    ],
  },
]

const clinicStopped: readonly Ending[] = [
  {
    what: 'letters that were stopped',
    read: `select clinic_id, letter_id as id from clinic.letters where state = 'stopped'`,
    end: [
      `update clinic.letters l set state = 'stopped', started_at = coalesce(l.started_at, now()) from ${rowsOf(idColumns)}
       where l.clinic_id = n.clinic_id and l.letter_id = n.id and l.state in ('scheduled', 'running')`,
    ],
  },
  {
    what: 'letters that were taken back before they went',
    read: `select clinic_id, letter_id as id from clinic.letters where state = 'draft'`,
    end: [
      `update clinic.letters l set state = 'draft', send_at = null, pieces = null, offer_words = null from ${rowsOf(idColumns)}
       where l.clinic_id = n.clinic_id and l.letter_id = n.id and l.state = 'scheduled'`,
    ],
  },
  {
    what: 'offers with a code that were ended',
    read: 'select clinic_id, price_offer_id as id, ended_at as at from clinic.price_offers where ended_at is not null',
    end: [
      `update clinic.price_offers o set ended_at = n.at from ${rowsOf(`${idColumns}, at timestamptz`)}
       where o.clinic_id = n.clinic_id and o.price_offer_id = n.id and o.ended_at is null`,
    ],
  },
]

const stopColumns = 'clinic_id uuid, purpose text, address text, stopped_at timestamptz, why text, because text'

const askedNoMore: readonly Ending[] = [
  {
    what: 'places on a waiting list that were left',
    read: `select clinic_id, waiting_entry_id as id from clinic.waiting_entries where state = 'left'`,
    end: [
      `update clinic.offers o set state = 'passed', closed_at = now() from ${rowsOf(idColumns)}
       where o.clinic_id = n.clinic_id and o.waiting_entry_id = n.id and o.state = 'open'`,
      `update clinic.waiting_entries e set state = 'left', changed_at = now() from ${rowsOf(idColumns)}
       where e.clinic_id = n.clinic_id and e.waiting_entry_id = n.id and e.state = 'waiting'`,
    ],
  },
  {
    what: 'addresses that asked for no more mail',
    read: 'select clinic_id, purpose, address, stopped_at, why, because from clinic.mail_stops',
    end: [
      `insert into clinic.mail_stops (clinic_id, purpose, address, stopped_at, why, because)
       select n.* from ${rowsOf(stopColumns)} where exists (select from clinic.clinics c where c.clinic_id = n.clinic_id)
       on conflict do nothing`,
    ],
  },
  {
    what: 'addresses that asked for no more guides',
    read: `select encode(asked_of, 'hex') as hash, why, until from clinic.guide_mail_stops`,
    end: [
      `insert into clinic.guide_mail_stops (asked_of, why, until)
       select decode(n.hash, 'hex'), n.why, n.until from ${rowsOf('hash text, why text, until timestamptz')}
       on conflict do nothing`,
    ],
  },
]

const endings = [
  ...mailsThatWent,
  ...linksThatEnded,
  ...waysInThatEnded,
  ...wordsTakenBack,
  ...clinicStopped,
  ...askedNoMore,
]

/** Of so many of the newest changes of visits that the backup has. */
const mostCompared = 20

/**
 * Does it come after the backup, so that what it lacks has ended? Not where it is another installation's. Where it was put back
 * itself and its mail is held still, it does as far as it has every one of those changes. Of somebody who was forgotten since it
 * has no changes any more, so otherwise not each one is asked for.
 */
async function comesAfter(now: pg.Client, then: pg.Client): Promise<'after' | 'put back itself' | 'not'> {
  const { rows } = await then.query<{ id: string }>(
    'select event_id as id from clinic.appointment_events order by at desc, event_id desc limit $1',
    [mostCompared],
  )
  const { rows: found } = await now.query<{ n: number; held: boolean }>(
    `select (select count(*)::int from clinic.appointment_events where event_id = any ($1)) as n,
       exists (select from clinic.installation where mail_held_since is not null) as held`,
    [rows.map(({ id }) => id)],
  )
  const { n = 0, held = true } = found[0] ?? {}
  if (n === 0 || n * 2 < rows.length) return 'not'
  if (!held) return 'after'
  return n === rows.length ? 'put back itself' : 'not'
}

/**
 * Ends it in the copy as well. What cannot be read of an older or broken database is named, and the rest is done.
 * @param now as it is @param then the backup, put back beside it @param at the moment of the backup
 * @returns lines for whoever puts it back
 */
export async function endAgain(now: pg.Client, then: pg.Client, at: string): Promise<readonly string[]> {
  const comes = await comesAfter(now, then)
  if (comes === 'not')
    return ['What was there before did not come after this backup: nothing that ended in it was ended again.']
  const isTold = ({ isAbsent }: Ending) => comes === 'after' || !isAbsent
  const done: string[] = []
  const notDone = endings.filter((ending) => !isTold(ending)).map(({ what }) => what)
  for (const { what, read, end } of endings.filter(isTold))
    try {
      const { rows } = await now.query<object>(read, read.includes('$1') ? [at] : [])
      const found = await inOne(then, end, JSON.stringify(rows))
      if (found > 0) done.push(`${what}: ${found}`)
    } catch {
      notDone.push(what)
    }
  return [
    ...named('Ended since the backup, and ended again:', done),
    ...named('Nobody can say what of these ended since the backup:', notDone),
  ]
}

/** All of it or none. @returns how many the last statement changed */
async function inOne(client: pg.Client, statements: readonly string[], rows: string): Promise<number> {
  await client.query('begin')
  try {
    let count = 0
    for (const statement of statements) count = (await client.query(statement, [rows])).rowCount ?? 0
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
