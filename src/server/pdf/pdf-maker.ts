/**
 * Makes one PDF and ends: a program of its own, so that the server never waits for it and no fault in it is the server's.
 * Reads a job as JSON from standard input, writes the PDF to standard output. What it says of a fault goes to standard error.
 * Never: reads a file that the job names, or anything of the network; a source has its pictures with it.
 */
import { readFileSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { cannotCompile, type PdfJob } from './pdf-job.ts'

/** Nothing lies there: the compiler wants a folder, and every file it may see is given to it. */
const nowhere = join(tmpdir(), 'unclench-no-such-folder')

try {
  setPriority(10)
} catch {
  // Then it works beside everything else as an equal.
}
// The one that calls us wrote it, so it is not doubted.
const job: PdfJob = JSON.parse(await text(process.stdin))
const compilers = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: unknown) => error)
if (typeof compilers !== 'object' || compilers === null || !('NodeCompiler' in compilers)) {
  console.error(`The compiler does not load here: ${String(compilers).slice(0, 500)}`)
  process.exit(cannotCompile)
}
process.stdout.write(await pdfOf(job))

async function pdfOf({ main, files, version }: PdfJob): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = ['400', '700'].map((weight) =>
    readFileSync(new URL(`./fonts/atkinson-${weight}.ttf`, import.meta.url)),
  )
  const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs }] })
  for (const [path, content] of Object.entries(files)) compiler.mapShadow(join(nowhere, path), Buffer.from(content))
  const compiled = compiler.compile({ mainFileContent: main, inputs: { version } })
  const found = compiled.takeDiagnostics()
  if (!compiled.result) throw new Error(JSON.stringify(found && compiler.fetchDiagnostics(found)).slice(0, 2000))
  // Throws where the file would not keep to PDF/UA-1: a picture without words, a letter that the font has not got.
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
}
