/** The invented people of the demonstration, as whom a visitor may look round. */
import { type Database, inClinic } from '../db/connection.ts'
import type { Role } from './members.ts'

/** One of them. */
export interface DemoMember {
  readonly clinicId: string
  readonly memberId: string
  readonly name: string
  readonly role: Role
}

/** A clinic and its invented people: the owner first, then by name. */
export interface DemoTeam {
  readonly clinic: string
  readonly members: readonly DemoMember[]
}

const roleOrder: readonly Role[] = ['owner', 'manager', 'therapist', 'reception']

/** @param directory reads the public views: a clinic that has not opened shows nobody */
export async function demoTeams(app: Database, directory: Database): Promise<readonly DemoTeam[]> {
  const clinics = await directory
    .selectFrom('directory.clinics')
    .select(['clinic_id', 'name'])
    .orderBy('name')
    .limit(20)
    .execute()
  const teams: DemoTeam[] = []
  for (const { clinic_id: clinicId, name: clinic } of clinics) {
    // Columns of a view may be null for all that its types know; those of the clinics never are.
    if (clinicId === null || clinic === null) continue
    const members = await inventedMembers(app, clinicId)
    if (members.length > 0) teams.push({ clinic, members: members.toSorted((a, b) => rankOf(a.role) - rankOf(b.role)) })
  }
  return teams
}

async function inventedMembers(app: Database, clinicId: string) {
  const rows = await inClinic(app, clinicId, (trx) =>
    trx
      .selectFrom('members')
      .select(['member_id as memberId', 'name', 'role'])
      .where('demonstration', '=', true)
      .where('left_at', 'is', null)
      .orderBy('name')
      .execute(),
  )
  // The column's own check allows these four roles.
  return rows.map((row) => ({ ...row, clinicId, role: row.role as Role }))
}

const rankOf = (role: Role) => roleOrder.indexOf(role)
