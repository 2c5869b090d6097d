/**
 * Who works at a clinic, and what each role may do there. The roles are rows of the clinic's own; who signs in is another
 * matter (accounts). A page asks `mayDo`; none decides by the name of a role.
 */
import type { ClinicTransaction } from '../db/connection.ts'

/** What somebody is in a clinic. */
export type Role = 'owner' | 'manager' | 'therapist' | 'reception'

/** Somebody who works at a clinic and has joined it. */
export interface Member {
  readonly clinicId: string
  readonly memberId: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Whose column of the calendar is theirs; `null` for those who treat nobody. */
  readonly therapistId: string | null
}

/**
 * What staff do. `see-day`: names, times and phones of the visits. `see-clinical`: the shared check and the note to the
 * therapist. `change-visits`: book, move, arrive, cancel. `change-times`: closures, absences, hours and blocks of anybody;
 * a therapist may change their own. `moderate`: reviews. `write-letters`: letters, and who asked for them. `change-clinic`:
 * places, services, prices. `change-team`: invite, remove, roles. `let-in-again`: ask that a colleague who lost every way in
 * may begin anew, or agree to it.
 */
export type Act =
  | 'see-day'
  | 'see-clinical'
  | 'change-visits'
  | 'change-times'
  | 'moderate'
  | 'write-letters'
  | 'change-clinic'
  | 'change-team'
  | 'let-in-again'

const everybody: readonly Act[] = ['see-day', 'change-visits']
const managing: readonly Act[] = [
  ...everybody,
  'change-times',
  'moderate',
  'write-letters',
  'change-clinic',
  'let-in-again',
]

/** The one table of what each role may do. */
const acts: Readonly<Record<Role, readonly Act[]>> = {
  owner: [...managing, 'change-team'],
  manager: managing,
  therapist: [...everybody, 'see-clinical'],
  reception: [...everybody, 'change-times'],
}

/** May this member do that? Somebody who treats sees what is clinical, whatever else they are. */
export const mayDo = ({ role, therapistId }: Pick<Member, 'role' | 'therapistId'>, act: Act): boolean =>
  acts[role].includes(act) || (act === 'see-clinical' && therapistId !== null)

/** The member of the transaction's clinic who signs in with this account; `undefined` for nobody, or somebody who left. */
export async function memberOfAccount(trx: ClinicTransaction, accountId: string): Promise<Member | undefined> {
  const row = await trx
    .selectFrom('members')
    .select(['clinic_id', 'member_id', 'name', 'email', 'role', 'therapist_id'])
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      clinicId: row.clinic_id,
      memberId: row.member_id,
      accountId,
      name: row.name,
      email: row.email,
      // The column's own check allows these four.
      role: row.role as Role,
      therapistId: row.therapist_id,
    }
  )
}
