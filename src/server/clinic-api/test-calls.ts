/** What tests of the calls for machines share: asking one, and a clinic of their own with how to hold and book there. */
import { dayAfterTomorrow, makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import type { TestDatabase } from '../../clinic/db/test-database.ts'
import { createApi } from '../api.ts'
import type { ClinicApiHome } from './call.ts'

const json = { 'Content-Type': 'application/json' }

/** A wall time of the day after tomorrow, as a moment. */
export const isoAt = (wall: string) => Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow(wall)).toString()

/** Who books. */
export const robin = { name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self' }

/** The calls on a database of a test. */
export function callsOn(db: TestDatabase) {
  const secret = new Uint8Array(32).fill(7)
  const home: ClinicApiHome = {
    data: () => ({ app: db.app, directory: db.directory, secret }),
    now: () => Temporal.Now.instant(),
    addressOf: () => '192.0.2.1',
  }
  const api = createApi(home)

  async function ask(method: string, path: string, body?: unknown, app = api) {
    const answer = await app.request(path, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body), headers: json }),
    })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }

  /** A clinic of its own, and how to hold a time there. */
  async function lantern(wish: Parameters<typeof makeTestClinic>[1] = {}) {
    const clinic = await makeTestClinic(db, wish)
    const slug = `therapist-${clinic.therapists[0]}`
    const call = (wall: string) => ({ therapist: slug, service: clinic.serviceId, start: isoAt(wall) })
    const hold = async (wall = '10:00'): Promise<string> => (await ask('POST', '/api/v1/holds', call(wall))).body.hold
    const book = async (wall = '10:00', more = {}): Promise<string> =>
      (await ask('POST', `/api/v1/holds/${await hold(wall)}/visit`, { ...robin, ...more })).body.visit
    return { ...clinic, slug, call, hold, book }
  }

  return { home, secret, ask, lantern }
}
