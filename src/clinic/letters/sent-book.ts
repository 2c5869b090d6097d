/**
 * What was handed over, written beside the database: so that a database which is put back from the night before cannot send
 * a letter again. One file for each letter, one line for each reader: a keyed hash, never an address.
 */
import { isUuid } from '../../care/evidence/ids.ts'
import { createHmac } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names one letter to one reader, whatever ids their rows have. */
export interface SentKey {
  readonly clinicId: string
  readonly letterId: string
  readonly address: string
}

/** The book of an installation. */
export interface SentBook {
  readonly has: (key: SentKey) => Promise<boolean>
  /** On disk when this resolves. Added twice it is there once. */
  readonly add: (key: SentKey) => Promise<void>
}

const lineShape = /^[\da-f]{32}$/
/** How many letters' lines are held in memory at a time. */
const mostHeld = 20

/** @param folder made when the first letter goes; readable by its owner only */
export function openSentBook(folder: string, secret: Uint8Array): SentBook {
  const held = new Map<string, Set<string>>()
  const lineOf = ({ clinicId, letterId, address }: SentKey) =>
    createHmac('sha256', secret)
      .update(`letter sent ${clinicId} ${letterId} ${address.toLowerCase()}`)
      .digest('hex')
      .slice(0, 32)
  const fileOf = (letterId: string) => {
    if (!isUuid(letterId)) throw new Error('this is no id of a letter')
    return join(folder, `${letterId}.txt`)
  }
  const linesOf = async (letterId: string) => {
    const known = held.get(letterId)
    if (known) return known
    const text = await readFile(fileOf(letterId), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    })
    // A line that was cut short by a crash is none.
    const lines = new Set(text.split('\n').filter((line) => lineShape.test(line)))
    if (held.size >= mostHeld) held.clear()
    held.set(letterId, lines)
    return lines
  }
  return {
    has: async (key) => (await linesOf(key.letterId)).has(lineOf(key)),
    add: async (key) => {
      const lines = await linesOf(key.letterId)
      const line = lineOf(key)
      if (lines.has(line)) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(fileOf(key.letterId), 'a', 0o600)
      try {
        // The line end before it ends whatever was cut short.
        await file.write(`\n${line}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      lines.add(line)
    },
  }
}
