/**
 * All free times of a whole clinic over 35 days, from the question to PostgreSQL, as the role of the server, to the list; and how
 * that grows. Beside it stands the list alone, from plain data.
 */
import { withServers } from '../../prove/two-servers.ts'
import { loadAvailability } from '../../src/clinic/availability/load-availability.ts'
import { listSlots } from '../../src/clinic/availability/slots.ts'
import { connect, type Database, inClinic } from '../../src/clinic/db/connection.ts'
import { rolePassword } from '../../src/clinic/db/roles.ts'
import { median, type Report, type Row, times } from '../table.ts'
import { addressOf } from './address.ts'
import { writeTown } from './town.ts'

/** So many times each, or as often as there is time for. */
const [rounds, mostMs] = [100, 45_000]
const days = 35
const clinics = [
  { therapistsEach: 12, limitMs: 50 },
  { therapistsEach: 50, limitMs: undefined },
  { therapistsEach: 200, limitMs: 250 },
] as const

export function clinicTimes(): Promise<Report> {
  return withServers(1, async ({ databaseUrl, secret, admin }) => {
    const app = connect(addressOf(databaseUrl), 'unclench_app', rolePassword(Buffer.from(secret), 'unclench_app'))
    const [rows, wrong]: [Row[], string[]] = [[], []]
    for (const [at, { therapistsEach, limitMs }] of clinics.entries()) {
      await writeTown(admin, { from: at + 1, clinics: 1, therapistsEach, busyDays: days })
      const { rows: found } = await admin.query<{ clinic: string; service: string }>(
        'select clinic_id as clinic, service_id as service from clinic.services where clinic_id = (select clinic_id from clinic.clinics where name = $1)',
        [`Clinic ${at + 1}`],
      )
      const { clinic = '', service = '' } = found[0] ?? {}
      const { whole, list, free } = await measure(app, clinic, service)
      if (free === 0) wrong.push(`There is no free time in the clinic of ${therapistsEach}.`)
      rows.push({
        what: `Free times, ${therapistsEach} therapists × ${days} days, from PostgreSQL to the list, ${whole.length} times`,
        ours: `median ${ms(median(whole))}, p99 ${ms(p99(whole))}`,
        against: `${limitMs === undefined ? '' : `p99 under ${limitMs} ms; `}the list alone ${ms(median(list))}`,
        ratio: times(median(whole), median(list)),
        ...(limitMs !== undefined && { met: p99(whole) < limitMs }),
      })
    }
    await app.destroy()
    return { rows, wrong }
  })
}

/** The first five of each do not count. */
async function measure(app: Database, clinic: string, service: string) {
  const now = Temporal.Now.instant()
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const span = { firstDay: today.toString(), lastDay: today.add({ days: days - 1 }).toString() }
  const [whole, list]: [number[], number[]] = [[], []]
  const ends = performance.now() + mostMs
  let free = 0
  for (let round = -5; round < rounds && (round < 1 || performance.now() < ends); round += 1) {
    const start = performance.now()
    const input = await inClinic(app, clinic, (trx) => loadAvailability(trx, { now, ...span, service }))
    const loaded = performance.now()
    free = listSlots(input, { service }).slots.length
    if (round < 0) continue
    whole.push(performance.now() - start)
    list.push(performance.now() - loaded)
  }
  return { whole, list, free }
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0
