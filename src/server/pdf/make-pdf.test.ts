/** The program beside the server: whatever it does, the server goes on and has an answer. */
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isWholePdf, makePdf } from './make-pdf.ts'

const job = { main: 'text', files: {}, version: 'abc' }
/** A program of these words. */
function program(words: string): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'unclench-maker-')), 'maker.mjs')
  writeFileSync(file, words)
  return pathToFileURL(file)
}

test('one that never ends is ended', async () => {
  const made = await makePdf(program('setInterval(() => {}, 1000)'), job, 500)
  expect(made).toEqual({ ok: false, why: 'failed', said: 'took longer than 500 ms' })
})

test('one that falls over says why', async () => {
  const made = await makePdf(program('throw new Error("out of luck")'), job)
  expect(made).toMatchObject({ ok: false, why: 'failed', said: expect.stringContaining('out of luck') })
})

test('one that is killed, as by a computer without memory, is a failure and no more', async () => {
  expect(await makePdf(program('process.kill(process.pid, "SIGKILL")'), job)).toMatchObject({
    ok: false,
    why: 'failed',
  })
})

test('one that is not there is a failure and no more', async () => {
  expect(await makePdf(new URL('file:///no/such/maker.mjs'), job)).toMatchObject({ ok: false, why: 'failed' })
})

test('where the compiler does not load, it is said that there will be none', async () => {
  const made = await makePdf(program('console.error("no compiler here"); process.exit(4)'), job)
  expect(made).toMatchObject({ ok: false, why: 'never', said: expect.stringContaining('no compiler here') })
})

test('half a file is no file', async () => {
  const made = await makePdf(program(`process.stdout.write('%PDF-1.7 ${'x'.repeat(200)}')`), job)
  expect(made.ok).toBe(false)
})

test('one that ends without reading its job, however long that is, is a failure and no more', async () => {
  const made = await makePdf(program('process.exit(1)'), { ...job, main: 'x'.repeat(5_000_000) })
  expect(made.ok).toBe(false)
})

test('no secret of the server reaches it', async () => {
  process.env.UNCLENCH_SECRET_OF_TEST = 'secret'
  const made = await makePdf(program('console.error(JSON.stringify(process.env)); process.exit(1)'), job)
  delete process.env.UNCLENCH_SECRET_OF_TEST
  expect(made).toMatchObject({ ok: false, said: expect.not.stringContaining('secret') })
})

test('a whole PDF begins and ends as one', () => {
  const whole = `%PDF-1.7\n${' '.repeat(100)}\n%%EOF\n`
  const is = (text: string) => isWholePdf(new Uint8Array(Buffer.from(text)))
  expect([is(whole), is(whole.slice(0, -7)), is(whole.slice(1)), is('')]).toEqual([true, false, false, false])
})

test('our own program, on a computer for which there is no compiler, says that there will be none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unclench-maker-'))
  for (const file of ['pdf-maker.ts', 'pdf-job.ts'])
    copyFileSync(new URL(`./${file}`, import.meta.url), join(folder, file))
  // What the package does where its part for this computer was not installed: it throws as it is loaded.
  const empty = join(folder, 'node_modules/@myriaddreamin/typst-ts-node-compiler')
  mkdirSync(empty, { recursive: true })
  writeFileSync(join(empty, 'index.js'), 'throw new Error("Cannot find native binding")')
  const made = await makePdf(pathToFileURL(join(folder, 'pdf-maker.ts')), job)
  expect(made).toMatchObject({ ok: false, why: 'never', said: expect.stringContaining('does not load here') })
})
