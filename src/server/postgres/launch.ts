/**
 * How the server program is launched: where it listens, where it writes what it has to say, and its settings.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, fstatSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { giveTo, type Home } from './home.ts'
import type { Programs } from './programs.ts'
import { asUser, plainEnvironment } from './run-program.ts'

/** The longest path of a Unix socket is about 104 bytes, and its name takes 20. */
const longestSocketFolder = 80
/** Bytes. A log that has grown past this is put aside at the next start. */
const largestLog = 5_000_000

/** Where a server listens: a folder for its Unix socket, or an address of this machine alone. */
export type Address = { readonly host: string; readonly port: number; readonly socket: boolean }

/** A Unix socket beside the data, or below /tmp where that path is too long; a free port where there are none. */
export async function chooseAddress(home: Home, port: number | undefined): Promise<Address> {
  if (port !== undefined || process.platform === 'win32')
    return { host: '127.0.0.1', port: port || (await freePort()), socket: false }
  const short = createHash('sha256').update(home.data).digest('hex').slice(0, 12)
  const host = Buffer.byteLength(home.data) <= longestSocketFolder ? home.data : `/tmp/unclench-${short}`
  if (host !== home.data && !existsSync(host)) {
    mkdirSync(host, { mode: 0o700 })
    giveTo(home.user, host)
  }
  return { host, port: 5432, socket: true }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Our part of the log begins where earlier starts ended. One that has grown large is put aside first. */
export function openLog(home: Home): { readonly path: string; readonly descriptor: number; readonly from: number } {
  const path = join(home.folder, 'postgres.log')
  if (existsSync(path) && statSync(path).size > largestLog) renameSync(path, `${path}.old`)
  const descriptor = openSync(path, 'a', 0o600)
  return { path, descriptor, from: fstatSync(descriptor).size }
}

/** Starts the program; it is not ready yet. `log` is an open file. */
export function launch(home: Home, programs: Programs, address: Address, log: number): ChildProcess {
  const settings = Object.entries({ ...steady, ...listenOn(address) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // In a group of its own, so that Ctrl-C in a terminal reaches Unclench first.
  const options = { cwd: '/', env: plainEnvironment(), detached: true, ...asUser(home.user) }
  return spawn(programs.postgres, ['-D', home.data, ...settings], { ...options, stdio: ['ignore', log, log] })
}

const listenOn = ({ host, port, socket }: Address) =>
  socket
    ? { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port }
    : { listen_addresses: host, unix_socket_directories: '', port }

/** Safe before quick, and small: one clinic or a town of them, on the machine that also serves the pages. */
const steady = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // A server takes about thirty. Two over one database, or one that starts while another ends, both get theirs.
  max_connections: 100,
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  io_method: 'sync',
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  autovacuum_max_workers: 1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The supervisor starts it again whole, so that nobody goes on with a lock that is lost.
  restart_after_crash: 'off',
  client_connection_check_interval: '2s',
  // What people typed never reaches the log: no statements, no values, no details.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
} as const
