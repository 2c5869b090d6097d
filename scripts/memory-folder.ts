/**
 * Folders for tests that start a PostgreSQL as the product does, which writes through to the disk: in memory where the machine
 * has room there for many of them and runs programs from there, as root's database may need; else where the system keeps such
 * folders. What a run that was killed left in memory is removed by the next.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../src/server/postgres/running.ts'

const memory = '/dev/shm'
const enough = 4 * 2 ** 30

/** Has this machine room in memory, as said above? */
export function hasMemory(): boolean {
  try {
    const options = /^\S+ \/dev\/shm tmpfs (\S+)/m.exec(readFileSync('/proc/mounts', 'utf8'))?.[1]?.split(',')
    const { bavail, bsize } = statfsSync(memory)
    return options?.includes('rw') === true && !options.includes('noexec') && bavail * bsize > enough
  } catch {
    return false
  }
}

function sweep(): void {
  for (const name of readdirSync(memory)) {
    const pid = /^unclench-test-(\d+)-\w+$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(memory, name), { recursive: true, force: true })
  }
}

let parent: string | undefined
function chosen(): string {
  if (parent !== undefined) return parent
  parent = hasMemory() ? memory : tmpdir()
  if (parent === memory) sweep()
  return parent
}

/** Makes one that an ordinary user can reach. Whoever asked removes it. */
export function newMemoryFolder(): string {
  const folder = mkdtempSync(join(chosen(), `unclench-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}
