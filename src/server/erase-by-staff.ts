/**
 * Forgetting somebody from the clinic's pages. Only the owner of the database may delete, so this little goes by a connection of
 * its own, opened for the one act and closed again.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { connectAsOwner, type Database } from '../clinic/db/connection.ts'
import { forgetGuideMails } from '../clinic/letters/guide-mails.ts'
import { erasePerson, lookAtErasure } from '../clinic/people/erase-person.ts'
import type { Erasing } from '../web/console/console-home.ts'
import type { Beside } from './clinic.ts'
import type { ConnectionSettings } from './postgres/local-server.ts'

/** What runs beside the pages, and what the pages are given: nothing while the database is away. */
export function eraseByStaff(dataFolder: string): {
  readonly beside: Beside
  readonly erasing: () => Erasing | undefined
} {
  let ready: Erasing | undefined
  const beside: Beside = ({ secret }, settings) => {
    ready = erasingOver(settings, secret, dataFolder)
    return {
      stop: () => {
        ready = undefined
        return Promise.resolve()
      },
    }
  }
  return { beside, erasing: () => ready }
}

function erasingOver(settings: ConnectionSettings, secret: Uint8Array, dataFolder: string): Erasing {
  const asOwner = async <T>(work: (owner: Database) => Promise<T>): Promise<T> => {
    const owner = connectAsOwner(settings)
    try {
      return await work(owner)
    } finally {
      await owner.destroy()
    }
  }
  return {
    look: (clinicId, who, age) => asOwner((owner) => lookAtErasure(owner, clinicId, who, age)),
    erase: (clinicId, memberId, who, age) =>
      asOwner(async (owner) => {
        const erased = await erasePerson(owner, clinicId, who, age, memberId)
        if (!erased.ok) return erased
        await forgetGuideMails(owner, secret, who.reach.trim())
        // Where no mail server is named, mails lie in the outbox as files.
        for (const mail of erased.mails) rmSync(join(dataFolder, 'outbox', `${mail}.eml`), { force: true })
        return erased
      }),
  }
}
