/** Who would get a letter, what did not arrive, the proof of a yes, and whether very many ask at the moment: for staff. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { ConsentAct } from './letter-consents.ts'
import { mostAnHour } from './subscribe.ts'
import { type Topic, topicsOf } from './topics.ts'

/** Readers of one topic. */
export interface Readers {
  readonly topic: Topic
  /** Said yes to it once. */
  readonly saidYes: number
  readonly left: number
  /** Letters do not arrive at their address. */
  readonly stopped: number
  readonly willGet: number
}

/** For each topic, in the order of the page. */
export const countReaders = (db: Database, clinicId: string): Promise<readonly Readers[]> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ topic: string; said_yes: number; is_out: number; stopped: number }>`
      select t.topic, count(s.subscriber_id)::int as said_yes, count(*) filter (where s.left_at is not null)::int as is_out,
        count(*) filter (where s.left_at is null and m.address is not null)::int as stopped
      from unnest(array['keep-away', 'guide-news', 'clinic-news']) t (topic)
      left join letter_subscribers s on s.clinic_id = ${clinicId} and s.confirmed_at is not null and t.topic = any (s.topics)
      left join mail_stops m on m.clinic_id = s.clinic_id and m.purpose = 'letters' and m.address = s.folded_address
      group by t.topic`.execute(trx)
    return rows
      .flatMap(({ topic, said_yes, is_out, stopped }) =>
        topicsOf([topic]).map((id) => ({
          ...{ topic: id, saidYes: said_yes, left: is_out, stopped },
          willGet: said_yes - is_out - stopped,
        })),
      )
      .toSorted(
        (one, other) =>
          topicsOf([one.topic, other.topic]).indexOf(one.topic) -
          topicsOf([one.topic, other.topic]).indexOf(other.topic),
      )
  })

/** A letter that has not arrived, with enough of the address to know it again. */
export interface NotArrived {
  readonly letterMailId: string
  /** "r•••@example.org" */
  readonly shownAddress: string
  readonly why: string
  /** `stopped`: none goes there any more. `trying`: it is tried again. `not-now`: this one is not. */
  readonly fate: 'stopped' | 'trying' | 'not-now'
}

/** The first hundred of a letter. */
export const notArrived = (db: Database, clinicId: string, letterId: string): Promise<readonly NotArrived[]> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ id: string; address: string; why: string | null; state: string; stopped: boolean }>`
      select m.letter_mail_id as id, m.address, m.why, m.state,
        exists (select from mail_stops t where t.clinic_id = m.clinic_id and t.purpose = 'letters'
          and t.address = lower(m.address)) as stopped
      from letter_mails m where m.clinic_id = ${clinicId} and m.letter_id = ${letterId} and m.kind = 'letter'
        and (m.state in ('bounced', 'given-up') or m.state = 'queued' and m.attempts > 0)
      order by m.letter_mail_id limit 100`.execute(trx)
    return rows.map(({ id, address, why, state, stopped }) => ({
      ...{ letterMailId: id, shownAddress: masked(address), why: why ?? '' },
      fate: stopped ? 'stopped' : state === 'queued' ? 'trying' : 'not-now',
    }))
  })

/** The first letter and the host: enough to know one's own, too little to write to. Pure. */
const masked = (address: string): string => `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`

/** The address of a letter that did not arrive; `undefined` where the clinic has no such letter. */
export const addressOfLetterMail = (
  db: Database,
  clinicId: string,
  letterMailId: string,
): Promise<string | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ address: string }>`select address from letter_mails
      where clinic_id = ${clinicId} and letter_mail_id = ${letterMailId}`.execute(trx)
    return rows[0]?.address
  })

/** One act of somebody about the letters. */
export interface Proof {
  readonly what: ConsentAct
  readonly topics: readonly Topic[]
  readonly shown: string
  /** Who of the clinic; `null` for the person themselves or a machine. */
  readonly member: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Everything that was said and shown, the oldest first; empty for an address that never asked. */
export const proofOf = (db: Database, clinicId: string, address: string): Promise<readonly Proof[]> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ what: ConsentAct; topics: string[]; shown: string; name: string | null; at: Date }>`
      select c.what, c.topics, c.shown, m.name, c.at from letter_consents c
      join letter_subscribers s on s.clinic_id = c.clinic_id and s.subscriber_id = c.subscriber_id
      left join members m on m.clinic_id = c.clinic_id and m.member_id = c.member_id
      where c.clinic_id = ${clinicId} and s.folded_address = lower(${address}) order by c.at, c.consent_id limit 200`.execute(
      trx,
    )
    return rows.map(({ what, topics, shown, name, at }) => ({
      ...{ what, topics: topicsOf(topics), shown, member: name, at: at.getTime() },
    }))
  })

/** How many asked for letters within the hour, where that is so many that it may be a robot; otherwise nothing. */
export const floodOfAsks = (db: Database, clinicId: string): Promise<number | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ asked: number }>`
      select count(*)::int as asked from letter_asks where at > now() - interval '1 hour'`.execute(trx)
    const asked = rows[0]?.asked ?? 0
    return asked >= mostAnHour / 2 ? asked : undefined
  })

/** The zone of the clinic's first place. */
export const zoneOfClinic = (db: Database, clinicId: string): Promise<string> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ zone: string }>`select zone from locations where clinic_id = ${clinicId}
      order by location_id limit 1`.execute(trx)
    return rows[0]?.zone ?? 'Europe/London'
  })
