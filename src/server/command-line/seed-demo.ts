/** The command `seed-demo`. A first start on a database of our own does the same by itself. */
import { connect } from '../../clinic/db/connection.ts'
import { rolePassword } from '../../clinic/db/roles.ts'
import { bringUpToDate } from '../clinic.ts'
import { demonstrate } from '../demonstration.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withDatabase } from './with-database.ts'

const refusals = {
  'there-already': 'The demonstration is there already. Nothing was changed.',
  'not-empty': 'There are clinics of your own in this database. The demonstration is only for an empty one.',
} as const

/** Fills the database, and says with what. */
export const seedDemonstration = ({ config, say }: Call): Promise<Result<object>> =>
  withDatabase(config, async ({ settings, secret }) => {
    const migrated = await bringUpToDate(settings, secret)
    if (!migrated.ok) return migrated
    const app = connect(settings, 'unclench_app', rolePassword(Buffer.from(secret), 'unclench_app'), 1)
    try {
      const seeded = await demonstrate(app, Buffer.from(secret))
      if (!seeded.ok) return { ok: false, why: refusals[seeded.why] }
      const { clinics, therapists, visits } = seeded
      say(`Done: ${clinics} clinics, ${therapists} therapists and ${visits} visits, all of them invented.`)
      return seeded
    } finally {
      await app.destroy()
    }
  })
