/** What a role is called on a page. */
import type { Role } from '../../clinic/people/members.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'owner',
  manager: 'manager',
  therapist: 'therapist',
  reception: 'reception',
}
