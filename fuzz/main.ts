/**
 * `npm run fuzz`: texts, answer sets and whole lives, as many as asked for, from one seed. Says how far it is, prints what it
 * found and how to see it again, and ends with 1 if anything was found.
 *
 *   npm run fuzz -- --texts 1000000 --sets 500000 --lives 10000 --seed 1 --minutes 120
 */
import { parseArgs } from 'node:util'
import { callCheck } from './call-check.ts'
import type { Progress, Tried } from './faults.ts'
import { hearTexts } from './hear-texts.ts'
import { liveLives } from './lives/lives.ts'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '1000000' },
    sets: { type: 'string', default: '500000' },
    lives: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    minutes: { type: 'string', default: '600' },
  },
})
const seed = Number(values.seed)
/** The clock as it was before any life moved it. */
const elapsed = performance.now.bind(performance)
const endMs = elapsed() + Number(values.minutes) * 60_000
/** Each part may use what is left of the time. */
const isTime = () => elapsed() < endMs

const saying = (what: string, of: number): Progress => {
  let said = elapsed()
  return (done, notes = []) => {
    if (elapsed() - said < 10_000) return isTime()
    said = elapsed()
    console.log([`${what}: ${done} of ${of}`, ...notes].join('; '))
    return isTime()
  }
}
const found = (what: string, how: string) => console.log(`FOUND: ${what}\n    ${how}`)
const [texts, sets, lives] = [Number(values.texts), Number(values.sets), Number(values.lives)]
console.log(`seed ${seed}: ${texts} texts, ${sets} answer sets, ${lives} lives`)
const parts: readonly (readonly [number, () => Tried | Promise<Tried>])[] = [
  [lives, () => liveLives(lives, seed, saying('lives', lives), found)],
  [sets, () => callCheck(sets, seed, saying('answer sets', sets))],
  [texts, () => hearTexts(texts, seed, saying('texts', texts))],
]
const tried: Tried[] = []
for (const [count, part] of parts) {
  if (count === 0) continue
  const done = await part()
  tried.push(done)
  console.log(`\n${done.count} ${done.what} in ${done.seconds.toFixed(0)} s: ${done.notes.join('; ')}`)
  for (const { what, times, how } of done.faults)
    console.log(`FAULT, ${times} times: ${what}\n    ${how.join('\n    ')}`)
}
const kinds = tried.reduce((sum, { faults }) => sum + faults.length, 0)
console.log(`\n${kinds === 0 ? 'Nothing was found' : `${kinds} kinds of fault were found`} (seed ${seed}).`)
process.exitCode = kinds === 0 ? 0 : 1
