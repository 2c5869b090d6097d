/**
 * Find over HTTP, from request to response, and how its cost grows with the number of therapists in the directory. Beside it
 * stands the front page of the same server, which asks no database.
 */
import { withServers } from '../../prove/two-servers.ts'
import { median, type Report, type Row, times } from '../table.ts'
import { writeTown } from './town.ts'

/** So many times each, or as often as there is time for: on a busy machine the end comes too. */
const [rounds, mostMs] = [100, 45_000]
const sizes = [
  { upTo: 1, busyDays: 35, limitMs: 50 },
  { upTo: 17, busyDays: 35, limitMs: 250 },
  { upTo: 84, busyDays: 7, limitMs: 150 },
  { upTo: 834, busyDays: 1, limitMs: 150 },
] as const
const therapistsEach = 12

export function searches(): Promise<Report> {
  return withServers(1, async ({ origins: [origin = ''], admin }) => {
    const wrong: string[] = []
    const rows: Row[] = []
    let from = 1
    for (const { upTo, busyDays, limitMs } of sizes) {
      await writeTown(admin, { from, clinics: upTo - from + 1, therapistsEach, busyDays })
      from = upTo + 1
      const therapists = (upTo * therapistsEach).toLocaleString('en-GB')
      for (const [what, search] of searched) {
        const { ours, bare, faults } = await compare(`${origin}/find?${search}`, `${origin}/`)
        wrong.push(...faults)
        rows.push({
          what: `Find ${what}, ${therapists} therapists, ${ours.length} times`,
          ours: `median ${ms(median(ours))}, p99 ${ms(p99(ours))}`,
          against: `p99 under ${limitMs} ms; front page ${ms(median(bare))}`,
          ratio: times(median(ours), median(bare)),
          met: p99(ours) < limitMs,
        })
      }
    }
    return { wrong, rows }
  })
}

const searched = [
  ['near E2', 'place=E2&service=physiotherapy-first'],
  [
    'with four filters',
    'place=E2&service=physiotherapy-first&gender=woman&evenings=on&within=7&language=en&sort=nearest',
  ],
] as const

/** Both in turn, so that a busy moment of the machine falls on both. The first five of each do not count. */
async function compare(url: string, bareUrl: string) {
  const taken = { ours: [] as number[], bare: [] as number[] }
  const faults = new Set<string>()
  const ends = performance.now() + mostMs
  for (let round = -5; round < rounds && (round < 1 || performance.now() < ends); round += 1)
    for (const [kind, address] of [
      ['ours', url],
      ['bare', bareUrl],
    ] as const) {
      const start = performance.now()
      const reply = await fetch(address)
      const html = await reply.text()
      if (round >= 0) taken[kind].push(performance.now() - start)
      if (reply.status !== 200) faults.add(`${address} answered ${reply.status}.`)
      if (kind === 'ours' && !html.includes('/therapists/therapist-')) faults.add(`${address} found nobody.`)
    }
  return { ...taken, faults }
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0
