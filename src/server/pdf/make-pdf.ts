/** Has a PDF made by a program beside the server, within bounds of time and size, or says why not. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { codeOf, wordsOf } from '../postgres/result.ts'
import { cannotCompile, type PdfJob } from './pdf-job.ts'

/** `never`: there is no compiler for this computer. `failed`: this time, or this source. */
export type PdfMade =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: 'never' | 'failed'; readonly said: string }

/** Longest that one PDF may take, in milliseconds. They take less than one second each. */
const mostMs = 60_000
/** Largest PDF, in bytes. */
const mostBytes = 20_000_000

/**
 * One PDF. Always ends, within a minute.
 * @param maker the program: pdf-maker.ts, or as it was built
 */
export function makePdf(maker: URL, job: PdfJob, limitMs = mostMs): Promise<PdfMade> {
  return new Promise((resolve) => {
    const failed = (said: string) => resolve({ ok: false, why: 'failed', said })
    // No secret of the server's surroundings reaches it. Windows starts no program without the first.
    const env = { SystemRoot: process.env.SystemRoot, TMPDIR: process.env.TMPDIR, TEMP: process.env.TEMP }
    const child = spawn(process.execPath, [fileURLToPath(maker)], { env, windowsHide: true })
    const [parts, words]: [Buffer[], Buffer[]] = [[], []]
    let size = 0
    const timer = setTimeout(() => {
      failed(`took longer than ${limitMs} ms`)
      child.kill('SIGKILL')
    }, limitMs)
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostBytes) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.stderr.on('data', (part: Buffer) => words.length < 50 && words.push(part))
    child.once('error', (error) => {
      clearTimeout(timer)
      failed(codeOf(error) ?? wordsOf(error))
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      const said = Buffer.concat(words).toString('utf8').slice(0, 3000)
      const pdf = new Uint8Array(Buffer.concat(parts))
      if (code === 0 && isWholePdf(pdf)) resolve({ ok: true, pdf })
      else resolve({ ok: false, why: code === cannotCompile ? 'never' : 'failed', said })
    })
    // A program that has ended reads no more; its end says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(job))
  })
}

/** Does it begin and end as a PDF does? One that was cut off does not end so. */
export const isWholePdf = (pdf: Uint8Array): boolean =>
  pdf.length > 100 && textAt(pdf, 0, 5) === '%PDF-' && textAt(pdf, -16).includes('%%EOF')

const textAt = (pdf: Uint8Array, from: number, to?: number) => new TextDecoder('latin1').decode(pdf.slice(from, to))
