/**
 * Who left, written beside the database: so that a database which is put back from the night before does not write to somebody
 * who has left since. One line for each time somebody leaves: a keyed hash, never an address, and the moment.
 */
import { createHmac } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whose letters, and whose they were. */
interface Leaver {
  readonly clinicId: string
  readonly address: string
}

/** The book of an installation. Moments are milliseconds since 1970, by the database's clock. */
export interface LeftBook {
  /** On disk when this resolves. */
  readonly note: (who: Leaver, at: number) => Promise<void>
  /** Reads it anew. @returns when somebody last left, and how many lines there are @throws where it cannot be read */
  readonly read: () => Promise<{ readonly lines: number; readonly leftAt: (who: Leaver) => number | undefined }>
}

const lineShape = /^([\da-f]{32}) (\d{1,15})$/

/** @param folder made when the first reader leaves; readable by its owner only */
export function openLeftBook(folder: string, secret: Uint8Array): LeftBook {
  const file = join(folder, 'left.txt')
  const hashOf = ({ clinicId, address }: Leaver) =>
    createHmac('sha256', secret).update(`letters left ${clinicId} ${address.toLowerCase()}`).digest('hex').slice(0, 32)
  return {
    note: async (who, at) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const handle = await open(file, 'a', 0o600)
      try {
        // The line end before it ends whatever was cut short by a crash.
        await handle.write(`\n${hashOf(who)} ${at}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    read: async () => {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
        throw error
      })
      const last = new Map<string, number>()
      for (const line of text.split('\n')) {
        const [, hash, at] = lineShape.exec(line) ?? []
        if (hash !== undefined) last.set(hash, Math.max(last.get(hash) ?? 0, Number(at)))
      }
      return { lines: last.size, leftAt: (who) => last.get(hashOf(who)) }
    },
  }
}
