/** The faults whole: on the built server, with a machine's clock that steps under its database too, and a disk that is full. */
import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeTestClinic } from '../src/clinic/booking/test-clinic.ts'
import { startLocalServer } from '../src/server/postgres/local-server.ts'
import { breakableWay } from './breakable-way.ts'
import { allFaults, type FaultReport, suffer } from './faults.ts'
import { poolOf, startServer } from './installation.ts'
import { openMailSink } from './mail-sink.ts'
import { inScratchFolder } from './scratch-folder.ts'
import { rideStorms, type StormReport } from './storms.ts'

/** A mail server's answer is waited for 20 s at most, and a mail is tried for 45 s. */
const inHandMs = 50_000

/** A clock for the processes that are started with its surroundings. */
interface SteppedClock {
  readonly surroundings: Readonly<Record<string, string>>
  readonly step: (ms: number) => void
}

/** Without a C compiler there is none. */
function steppedClock(folder: string): SteppedClock | undefined {
  const [library, offset] = [join(folder, 'stepped-clock.so'), join(folder, 'stepped-clock')]
  const source = join(import.meta.dirname, 'stepped-clock.c')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const step = (ms: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64LE(BigInt(ms))
    // Written in place: the processes look at this file through their memory.
    const file = openSync(offset, existsSync(offset) ? 'r+' : 'w')
    writeSync(file, bytes, 0, 8, 0)
    closeSync(file)
  }
  step(0)
  for (const path of [library, offset]) chmodSync(path, 0o644)
  return { surroundings: { LD_PRELOAD: library, STEPPED_CLOCK: offset }, step }
}

/** @param count how many people book during each fault */
export function sufferAll(count: number): Promise<readonly FaultReport[]> {
  return inScratchFolder(async (folder) => {
    const clock = steppedClock(folder)
    // The database is started from here, with what surrounds this process.
    Object.assign(process.env, clock?.surroundings)
    const started = await startLocalServer({ folder, port: 0 })
    if (!started.ok) throw new Error(started.why)
    const { settings, secret, stop } = started.server
    const { user, password, host, port, database } = settings
    const way = await breakableWay({ host, port })
    const sink = await openMailSink(1500)
    const admin = poolOf(settings)
    const server = await startServer({
      DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${way.port}/${database}`,
      ...{ UNCLENCH_SECRET: secret, UNCLENCH_DATA: folder },
      ...{ SMTP_URL: sink.url, UNCLENCH_MAIL_FROM: 'bookings@unclench.example', UNCLENCH_URL: 'http://localhost:3000' },
    })
    try {
      const clinic = await makeTestClinic({ admin }, { therapists: 1, rooms: 1 })
      const stepClock = async (ms: number) => {
        clock?.step(ms)
        const { rows } = await admin.query<{ now: Date }>('select clock_timestamp() as now')
        const off = (rows[0]?.now.getTime() ?? 0) - Date.now() - ms
        if (Math.abs(off) > 60_000) throw new Error(`the clock of the database is ${off} ms from where it was set`)
      }
      const ground = { origin: () => server.origin, admin, clinic, sink, way, stepClock, inHandMs }
      const reports: FaultReport[] = []
      for (const fault of allFaults())
        if (clock || !fault.name.startsWith('the clock')) reports.push(await suffer(ground, fault, count))
      return reports
    } finally {
      for (const name of Object.keys(clock?.surroundings ?? {})) delete process.env[name]
      await server.kill('SIGKILL')
      await Promise.all([admin.end(), way.stop(), sink.close()])
      await stop()
    }
  })
}

/** Enough for a database, its log and the mail; it is the fill that takes the rest. */
const diskSize = '400m'

/** Storms on a small disk of its own, which is full for a while in each. @returns `undefined` where none may be mounted */
export function rideFullDisks(storms: number, seed: number): Promise<StormReport | undefined> {
  return inScratchFolder(async (outer) => {
    const folder = join(outer, 'disk')
    try {
      execFileSync(
        'sh',
        ['-c', 'mkdir "$1" && mount -t tmpfs -o mode=711,size="$2" tmpfs "$1"', 'sh', folder, diskSize],
        {
          stdio: 'ignore',
        },
      )
    } catch {
      return undefined
    }
    try {
      return await rideStorms(folder, storms, seed, ['disk'])
    } finally {
      execFileSync('umount', ['-l', folder])
    }
  })
}
