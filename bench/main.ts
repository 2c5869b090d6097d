/**
 * `npm run bench [availability] [booking] [engine] [pages] [record] [search] [lighthouse] [server] [player]`: what is named,
 * or everything. Prints a table.
 * Ends with 1 only when something is wrong (different answers, a page that fails), never because of a time: times
 * depend on the machine and on what else it does.
 */
import { availableParallelism } from 'node:os'
import { freeTimes } from './availability/free-times.ts'
import { bookings } from './booking/bookings.ts'
import { clinicTimes } from './booking/clinic-times.ts'
import { searches } from './booking/searches.ts'
import { bundleSize } from './engine/bundle-size.ts'
import { engineContest } from './engine/contest.ts'
import { lighthouse } from './lighthouse/lighthouse.ts'
import { lighthouseOfLearning } from './lighthouse/learning.ts'
import { pages } from './pages/pages.ts'
import { record } from './record/record.ts'
import { guideSearch } from './search/search.ts'
import { coldStart } from './server/cold-start.ts'
import { idleMemory } from './server/idle-memory.ts'
import { throughput } from './server/throughput.ts'
import { playerDrift } from './player/player.ts'
import { type Report, table } from './table.ts'

const parts: Readonly<Record<string, readonly (() => Promise<Report>)[]>> = {
  availability: [freeTimes],
  booking: [clinicTimes, searches, bookings],
  engine: [engineContest, bundleSize],
  pages: [pages],
  record: [record],
  search: [guideSearch],
  lighthouse: [lighthouse, lighthouseOfLearning],
  server: [coldStart, idleMemory, throughput],
  player: [playerDrift],
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(' or ')}. There are: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const chosen = named.length > 0 ? named : Object.keys(parts)
const reports: Report[] = []
for (const name of chosen) {
  console.error(`Measuring: ${name}`)
  for (const part of parts[name] ?? []) reports.push(await part())
}
console.log(`\nNode ${process.versions.node}, ${availableParallelism()} cores\n`)
console.log(table(reports.flatMap(({ rows }) => rows)))
const wrong = reports.flatMap((report) => report.wrong)
for (const line of wrong) console.error(`\nWRONG: ${line}`)
process.exitCode = wrong.length > 0 ? 1 : 0
