/**
 * The printed guides as files, made once for each version and kept. The name of a file is the hash of all that it is made
 * of, so a changed claim has another name, and what lies there under a name is what belongs there.
 * Two requests, or two servers on one data folder, make one file. Nobody is ever given half of one.
 * Never: fails for want of a folder. What cannot be kept is made again by the next server.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PdfSource } from '../../interop/pdf/booklet-source.ts'
import { pause } from '../postgres/result.ts'
import { isWholePdf, type PdfMade } from './make-pdf.ts'
import type { PdfJob } from './pdf-job.ts'

/** A guide as it is given out. */
export interface KeptPdf {
  readonly pdf: Uint8Array<ArrayBuffer>
  /** Printed on each page: the first eight signs of the hash of its content. */
  readonly version: string
  readonly pages: number
}
/** A guide, or why not. */
export type PdfFound =
  | ({ readonly ok: true } & KeptPdf)
  | { readonly ok: false; readonly why: 'never' | 'failed'; readonly said: string }

/** What the store is given. */
export interface PdfStoreParts {
  /** Where files are kept; made when it is needed. */
  readonly folder: string
  readonly make: (job: PdfJob) => Promise<PdfMade>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** After a failure nobody tries again for so long, in milliseconds: a page that is asked for often must not start a program each time. */
const restMs = 60_000
/** A lock that is older was left behind by a server that died, in milliseconds. */
const staleMs = 90_000
const lookMs = 100
/** Files of versions that nobody has used for so long are deleted, in milliseconds: 60 days. */
const forgottenMs = 60 * 24 * 3_600_000

/** The store of one server. */
export function createPdfStore(parts: PdfStoreParts) {
  const known = new Map<string, { readonly key: string; readonly found: Promise<PdfFound>; failedAt?: number }>()
  /** One program at a time. */
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** The guide of this name from this source, made now if need be. Never rejects. */
    get: (name: string, source: PdfSource): Promise<PdfFound> => {
      const key = keyOf(source)
      const before = known.get(name)
      const rests = before?.failedAt !== undefined && parts.now() - before.failedAt < restMs
      if (before?.key === key && (before.failedAt === undefined || rests)) return before.found
      const found = last.then(() => findOrMake(parts, name, key, source)).catch(failure)
      last = found
      const entry: { key: string; found: Promise<PdfFound>; failedAt?: number } = { key, found }
      known.set(name, entry)
      void found.then(({ ok }) => {
        if (!ok) entry.failedAt = parts.now()
      })
      return found
    },
  }
}
/** See `createPdfStore`. */
export type PdfStore = ReturnType<typeof createPdfStore>

const failure = (error: unknown): PdfFound => ({ ok: false, why: 'failed', said: String(error).slice(0, 500) })

/** The hash of everything that a PDF is made of; `format` changes when the compiler or the letters do. */
const format = 'typst-0.14.2 ua-1 atkinson'
const keyOf = ({ main, files }: PdfSource): string =>
  createHash('sha256')
    .update(JSON.stringify([format, main, files]))
    .digest('hex')
    .slice(0, 32)

/** The version as it is printed. */
const versionOf = (key: string) => key.slice(0, 8)

async function findOrMake(parts: PdfStoreParts, name: string, key: string, source: PdfSource): Promise<PdfFound> {
  const file = join(parts.folder, `${name}-${key}.pdf`)
  const canKeep = await mkdir(parts.folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  const kept = await keptAt(file)
  if (kept) return { ok: true, ...describe(kept, key) }
  const lock = canKeep ? await lockOrWait(parts, `${file}.lock`, file) : 'free'
  try {
    // Another server may have made it between our look and our lock.
    const others = await keptAt(file)
    if (others) return { ok: true, ...describe(others, key) }
    const made = await parts.make({ main: source.main, files: source.files, version: versionOf(key) })
    if (!made.ok) return made
    if (canKeep) await keep(parts, name, file, made.pdf)
    return { ok: true, ...describe(made.pdf, key) }
  } finally {
    if (lock === 'ours') await rm(`${file}.lock`, { force: true }).catch(() => undefined)
  }
}

const describe = (pdf: Uint8Array<ArrayBuffer>, key: string): KeptPdf => ({
  pdf,
  version: versionOf(key),
  pages: pagesOf(pdf),
})

/** The number of pages, as the file says of itself. */
const pagesOf = (pdf: Uint8Array): number =>
  Number(
    /<xmpTPg:NPages>(\d+)</.exec(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'))?.[1] ?? 0,
  )

/** The file if it is there and whole. */
async function keptAt(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pdf = await readFile(file).catch(() => undefined)
  return pdf && isWholePdf(pdf) ? new Uint8Array(pdf) : undefined
}

/** Ours to make; or made meanwhile by another server; or nobody's to say, after waiting as long as a lock may be old. */
async function lockOrWait(parts: PdfStoreParts, lock: string, file: string): Promise<'ours' | 'made' | 'free'> {
  for (let waited = 0; waited < staleMs; waited += lookMs) {
    const opened = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => error)
    if (!(opened instanceof Error)) {
      await opened.close()
      return 'ours'
    }
    if (opened.code !== 'EEXIST') return 'free'
    if (await keptAt(file)) return 'made'
    const age = await stat(lock).then(
      ({ mtimeMs }) => parts.now() - mtimeMs,
      () => 0,
    )
    if (age > staleMs) await rm(lock, { force: true }).catch(() => undefined)
    await pause(lookMs)
  }
  return 'free'
}

/** Written beside its place and then moved there in one step, so that nobody reads half. A full disk keeps nothing. */
async function keep(parts: PdfStoreParts, name: string, file: string, pdf: Uint8Array): Promise<void> {
  const draft = `${file}.${randomUUID()}.part`
  try {
    await writeFile(draft, pdf, { flush: true })
    await rename(draft, file)
    await dropForgotten(parts, name, file)
  } catch {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Deletes files of this guide that belong to versions long past, and drafts of servers that died. */
async function dropForgotten({ folder, now }: PdfStoreParts, name: string, file: string): Promise<void> {
  const others = (await readdir(folder)).filter((other) => other.startsWith(`${name}-`) && join(folder, other) !== file)
  for (const other of others) {
    const { mtimeMs } = await stat(join(folder, other))
    if (now() - mtimeMs > forgottenMs) await rm(join(folder, other), { force: true })
  }
}
