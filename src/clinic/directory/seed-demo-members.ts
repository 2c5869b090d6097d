/** Who works at the clinics of the demonstration. Each is invented, marked so, and can be looked round as; none has a password. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { DemoClinic } from './demo-clinics.ts'
import { slugOf } from './slug.ts'

/** By clinic, in the order of the demonstration: its owner, its manager, and who is at the desk. */
const teams: readonly (readonly [owner: string, manager: string, desk: string])[] = [
  ['Wren Holloway', 'Tobias Fenn', 'Priya Marsh'],
  ['Sol Abernathy', 'Greta Lund', 'Owen Pike'],
  ['Maud Ferris', 'Idris Vale', 'Lena Quist'],
  ['Caspar Rowe', 'Nadia Brook', 'Hugh Tamsin'],
  ['Odette Lark', 'Ravi Thorne', 'Bea Sallow'],
  ['Femi Ashdown', 'Clara Nettle', 'Jonah Wick'],
  ['Ingrid Moss', 'Dev Harrow', 'Tilly Crane'],
  ['Bram Sorrel', 'Amina Dale', 'Kit Larch'],
]

/**
 * Writes them, in the transaction that makes the clinic.
 * @param ids of the clinic and of its therapists, in the order of its data
 */
export async function seedDemoMembers(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  ids: { readonly clinic: string; readonly therapists: readonly string[] },
  index: number,
): Promise<void> {
  const [owner, manager, desk] = teams[index % teams.length] ?? ['', '', '']
  const team: readonly { name: string; role: string; therapist_id?: string | undefined }[] = [
    { name: owner, role: 'owner' },
    { name: manager, role: 'manager' },
    { name: desk, role: 'reception' },
    ...clinic.therapists.map(({ name }, at) => ({ name, role: 'therapist', therapist_id: ids.therapists[at] })),
  ]
  const members = await trx
    .insertInto('members')
    .values(
      team.map((member) => ({
        ...member,
        clinic_id: ids.clinic,
        email: `${slugOf(member.name)}@${clinic.slug}.example`,
        account_id: sql<string>`uuidv7()`,
        joined_at: sql<Date>`now()`,
        demonstration: true,
      })),
    )
    .returning(['account_id', 'clinic_id'])
    .execute()
  const accounts = members.flatMap(({ account_id, clinic_id }) => (account_id ? [{ account_id, clinic_id }] : []))
  await trx.insertInto('account_clinics').values(accounts).execute()
}
