/** Whether people sign in with an address, and the end of their sessions. For staff who make one record of two. */
import type { AccountDatabase } from '../../clinic/db/connection.ts'
import type { SignIns } from '../../web/console/console-home.ts'

/** A session in which a second step was given is one of staff, and no clinic may end that of another. */
export const personSignIns = (db: AccountDatabase): SignIns => ({
  known: async (addresses) => {
    const small = addresses.map((address) => address.toLowerCase())
    if (small.length === 0) return []
    const rows = await db.selectFrom('users').select('email').where('email', 'in', small).execute()
    return rows.map(({ email }) => email)
  },
  end: async (address) => {
    await db
      .deleteFrom('sessions')
      .where('secondFactorAt', 'is', null)
      .where('userId', 'in', (eb) => eb.selectFrom('users').select('id').where('email', '=', address.toLowerCase()))
      .execute()
  },
})
