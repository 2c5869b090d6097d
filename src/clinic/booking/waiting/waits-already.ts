/** Whether somebody whom staff put on the waiting list waits on it already: by themselves, by staff, or with a visit. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { folded } from '../../directory/folded.ts'
import { waitingRows } from './waiting-rows.ts'
import type { WaitingWish } from './wish.ts'

/** Who would wait for which service, and on which days. */
export interface WouldWait {
  readonly service: string
  readonly personName: string
  readonly email: string
  readonly wish: Pick<WaitingWish, 'firstDay' | 'lastDay'>
}

/**
 * The place of the same person, at the same address, for the same service, of which a day is one of theirs. The database
 * refuses two that staff made whose names have the same letters; here a name is also the same without its accents.
 */
export async function waitsAlready(
  trx: ClinicTransaction,
  { service, personName, email, wish }: WouldWait,
): Promise<string | undefined> {
  const rows = await waitingRows(trx)
    .leftJoin('persons as p', (on) =>
      on.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select((eb) => eb.fn.coalesce('e.person_name', 'p.name', eb.val('')).as('person'))
    .where('e.state', '=', 'waiting')
    .where('e.service_id', '=', service)
    .where((eb) => eb.or([eb('a.starts_at', 'is', null), eb('a.starts_at', '>', sql<Date>`now()`)]))
    .where('e.first_day', '<=', wish.lastDay)
    .where('e.last_day', '>=', wish.firstDay)
    .where((eb) => eb(eb.fn('lower', [eb.fn.coalesce('e.email', 'c.email')]), '=', eb.fn('lower', [eb.val(email)])))
    .orderBy('e.created_at')
    .execute()
  return rows.find(({ person }) => nameOf(person) === nameOf(personName))?.waiting_entry_id
}

/** A name without a letter, in any script, is compared as it stands. */
const nameOf = (name: string) => folded(name) || name
