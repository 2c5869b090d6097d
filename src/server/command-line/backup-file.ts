/**
 * The file of a backup, and how it is read and checked.
 *
 *   unclench-backup 1⏎
 *   packed by gzip:  a line of JSON that says what it is (`Head`), then for each table a line of JSON (`TableHead`), its
 *                    rows as COPY writes them, and a line `\.`; at the end a line of JSON with all that was counted (`Foot`)
 *   sha256 … ⏎       over every byte before this line
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { codeOf, type Result, wordsOf } from '../postgres/result.ts'

/** The first line of every backup. */
export const firstLine = 'unclench-backup 1\n'
/** The last line is always as long as this. */
const lastLineLength = 'sha256 '.length + 64 + 1
/** The line that ends a table's rows; COPY never writes it as a row. */
export const endOfRows = '\\.'

/** What a backup says of itself first. `secret`: tells which secret it was made under; older backups do not say. */
export const headSchema = z.object({
  schema: z.number().int().min(0),
  at: z.string(),
  secret: z.string().optional(),
})
export type Head = z.infer<typeof headSchema>

const name = z.string().min(1).max(63)
/** What stands before the rows of a table. */
export const tableSchema = z.object({ schema: name, table: name, columns: z.array(name).max(1600) })
export type TableHead = z.infer<typeof tableSchema>

/** What a backup says at its end: rows of each table by its full name, and where each sequence stands. */
export const footSchema = z.object({
  rows: z.record(z.string(), z.number().int().min(0)),
  sequences: z.record(z.string(), z.string().regex(/^-?\d+$/)),
})
export type Foot = z.infer<typeof footSchema>

/** The last line for a file whose bytes have this hash. */
export const lastLine = (hash: string): string => `sha256 ${hash}\n`

/** Sees that a file is a backup and that not one bit of it has changed. */
export async function checkFile(path: string): Promise<Result<{ readonly bytes: number }>> {
  try {
    const { size } = await stat(path)
    const smallest = firstLine.length + lastLineLength
    if (size < smallest || (await readAt(path, 0, firstLine.length)) !== firstLine)
      return { ok: false, why: `${path} is no backup of Unclench.` }
    const hash = createHash('sha256')
    for await (const piece of createReadStream(path, { end: size - lastLineLength - 1 })) hash.update(piece)
    const written = await readAt(path, size - lastLineLength, lastLineLength)
    if (written !== lastLine(hash.digest('hex')))
      return { ok: false, why: `${path} is damaged: it is not as it was written. Use another copy.` }
    return { ok: true, bytes: size }
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'There is no such file' : `The file cannot be read (${wordsOf(error)})`
    return { ok: false, why: `${why}: ${path}` }
  }
}

async function readAt(path: string, position: number, length: number): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await file.close()
  }
}

/** Reads a backup that has been checked, line by line. Lines come without their end. */
export async function* linesOf(path: string, bytes: number): AsyncGenerator<Buffer, void, undefined> {
  const packed = createReadStream(path, { start: firstLine.length, end: bytes - lastLineLength - 1 })
  const unpacked = createGunzip()
  packed.once('error', (error) => unpacked.destroy(error))
  packed.pipe(unpacked)
  let kept: Buffer[] = []
  try {
    // No encoding was set, so each piece is a Buffer; the type of a stream says any.
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
        yield Buffer.concat([...kept, piece.subarray(from, at)])
        kept = []
        from = at + 1
      }
      if (from < piece.length) kept.push(piece.subarray(from))
    }
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}

/** What a checked backup says of itself first. */
export async function readHead(path: string, bytes: number): Promise<Head> {
  for await (const line of linesOf(path, bytes)) return headSchema.parse(JSON.parse(line.toString()))
  throw new Error('The backup is empty.')
}
