/** The page about the last whole run, docs/fuzz.md. */
import { readFileSync } from 'node:fs'
import type { Tried } from './faults.ts'

/** Written by people, and kept from run to run. */
const mended = '## What was found and mended'

/** The page: what ran, from which seed, what it found; then what the page said before of what was mended. */
export function asDocument(seed: number, at: Date, tried: readonly Tried[], before = asItIs()): string {
  const rows = tried.map(
    ({ what, count, seconds, notes, faults }) =>
      `| ${count.toLocaleString('en-GB')} ${what} | ${Math.round(seconds / 6) / 10} min | ${notes.join('; ')} | ${faults.length === 0 ? 'none' : faults.map((fault) => `${fault.what} (${fault.times})`).join('; ')} |`,
  )
  const [, kept = '\n\nNothing yet.\n'] = before.split(mended)
  return `# Fuzz

Texts into the net for free text, answers through the public interface, and whole lives with the app as the worker runs it:
checks, plans, sessions, entries, doses, wrong clocks, refused and hanging stores, files, two tabs, two phones. Each page is
judged by rules stated anew from the clinical brief (\`fuzz/lives/witness.ts\`), not by the code's own functions.

\`npm run fuzz\` runs all of it; \`npm run fuzz -- --lives 100 --texts 0 --sets 0 --seed 7\` a part. \`npm test\` runs a short form
of some seconds with a fixed seed (\`fuzz/short.test.ts\`).

## The last whole run

${at.toISOString().slice(0, 10)}, seed ${seed}.

| What | How long | Of it | Faults |
|---|---|---|---|
${rows.join('\n')}

${mended}${kept}`
}

function asItIs(): string {
  try {
    return readFileSync('docs/fuzz.md', 'utf8')
  } catch {
    return ''
  }
}
