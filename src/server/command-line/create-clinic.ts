/** The command `create-clinic`: how the first clinic of somebody's own begins. */
import { connect, type Database } from '../../clinic/db/connection.ts'
import { rolePassword } from '../../clinic/db/roles.ts'
import { findPlace } from '../../clinic/directory/places.ts'
import { placeInList } from '../../clinic/directory/postcode-list.ts'
import { addressFaultWords, parseAddress } from '../../clinic/people/email-address.ts'
import { type Created, createClinic, type NewClinic } from '../../clinic/setup/create-clinic.ts'
import { bringUpToDate } from '../clinic.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withDatabase } from './with-database.ts'

/** Makes the clinic and its owner's invitation, and says how they get in. */
export async function createOwnClinic({ config, say, arguments: words }: Call): Promise<Result<object>> {
  const [name = '', place = '', email = '', ownerName = ''] = words.map(oneLine)
  const address = parseAddress(email)
  if (!address.ok) return { ok: false, why: `The email address: ${addressFaultWords[address.why]}` }
  return withDatabase(config, async ({ settings, secret }) => {
    const migrated = await bringUpToDate(settings, secret)
    if (!migrated.ok) return migrated
    const as = (role: 'unclench_app' | 'unclench_directory') =>
      connect(settings, role, rolePassword(Buffer.from(secret), role), 1)
    const [app, directory] = [as('unclench_app'), as('unclench_directory')]
    try {
      const where = await placeOf(directory, place)
      if (!where.ok) return where
      const owner = ownerName || (address.address.split('@')[0] ?? '')
      const created = await createClinic(app, { name, place: where.place, email: address.address, ownerName: owner })
      if (!created.ok) return { ok: false, why: refusal(created, name) }
      say(`Done: ${name} at ${where.place.name}. Nobody finds it before it is set up and opened.`)
      if (address.hint) say(`Is the address right? ${address.hint} would be more common.`)
      say(
        `An invitation goes to ${address.address} while Unclench runs. Without a mail server it lies in the data folder.`,
      )
      return created
    } finally {
      await Promise.all([app.destroy(), directory.destroy()])
    }
  })
}

async function placeOf(directory: Database, typed: string): Promise<Result<{ place: NewClinic['place'] }>> {
  const answer = await placeInList(directory, findPlace(typed))
  if (answer.ok) {
    const { name, latitude, longitude, outward } = answer.place
    return { ok: true, place: { name, latitude, longitude, postcode: answer.postcode?.full ?? outward } }
  }
  const choices = answer.choices.map(({ label }) => label).join('; ')
  const national = answer.why === 'elsewhere' ? ' For the whole country, run import-places first.' : ''
  return { ok: false, why: `The place: ${answer.says}${choices && ` Did you mean: ${choices}?`}${national}` }
}

function refusal(created: Extract<Created, { ok: false }>, name: string): string {
  if (created.why === 'thereAlready')
    return `${name} is there already, with that owner, at /clinics/${created.slug}. Nothing was changed.`
  if (created.why === 'words') return `The name: ${created.says}`
  if (created.why === 'name') return 'The name: use 1 to 120 characters.'
  return 'This database holds the demonstration, and every page in it says that all is invented. Use another data folder (UNCLENCH_DATA) or a database of your own (DATABASE_URL), before the first start.'
}

const oneLine = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
