/**
 * The engine against its peers: the same 30 rules and 2,000 people, level and explanation included.
 * First every engine judges everybody, and any difference of level or of fired rules is an error. Then they are timed in
 * turn, round by round, so that a busy moment of the machine falls on all of them.
 * The figure is evaluations per second of processor time (user and system, all threads of the process): what one core
 * does, also while other programs share it. One evaluation is awaited at a time.
 */
import { count, median, type Report, type Row, times } from '../table.ts'
import { caseSet } from './case-set.ts'
import type { Contestant } from './contestant.ts'
import { ours } from './ours.ts'
import { cqlExecution } from './peers/cql.ts'
import { jsonLogicJs } from './peers/json-logic.ts'
import { jsonRulesEngine } from './peers/json-rules-engine.ts'
import { zen } from './peers/zen.ts'

const people = 2000
const seed = 20261123
const rounds = 7
const roundSeconds = 0.5
/** The aims of the brief: evaluations a second on a core, and times the fastest peer that explains. */
const aimPerSecond = 100_000
const aimTimes = 10

export async function engineContest(): Promise<Report> {
  const set = caseSet(people, seed)
  const own = ours(set)
  const explaining = [jsonRulesEngine(set), zen(set, true), cqlExecution(set, true)]
  const bare = [jsonLogicJs(set), zen(set, false), cqlExecution(set, false)]
  const all = [own, ...explaining, ...bare]
  const wrong = await differences(own, [...explaining, ...bare])
  const speeds = new Map<Contestant, number[]>(all.map((contestant) => [contestant, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const contestant of all) speeds.get(contestant)?.push(await perCpuSecond(contestant))
  for (const { close } of all) close?.()
  const speed = (contestant: Contestant) => median(speeds.get(contestant) ?? [])
  const fastest = Math.max(...explaining.map(speed))
  const row = (peer: Contestant): Row => ({
    what: `Evaluations/s on a core, explained, against ${peer.name}`,
    ours: count(speed(own)),
    against: `${count(speed(peer))} (${peer.explanation})`,
    ratio: times(speed(own), speed(peer)),
  })
  return {
    wrong,
    rows: [
      {
        what: `Evaluations/s on a core: ${set.definition.rules.length} rules, ${count(people)} people, explained`,
        ours: count(speed(own)),
        against: `at least ${count(aimPerSecond)}`,
        met: speed(own) >= aimPerSecond,
      },
      ...explaining.map((peer) => ({
        ...row(peer),
        ...(speed(peer) === fastest && { met: speed(own) >= aimTimes * fastest }),
      })),
      ...bare.map(row),
    ],
  }
}

/** Where a peer's level or fired rules are not ours. At most one line a peer. */
async function differences(own: Contestant, peers: readonly Contestant[]): Promise<readonly string[]> {
  const wrong: string[] = []
  const inOrder = (ids: readonly string[]) => [...ids].sort().join(' ') || 'none'
  for (const peer of peers) {
    let differ = 0
    let first = ''
    for (let index = 0; index < people; index += 1) {
      const we = await own.judge(index)
      const they = await peer.judge(index)
      if (we.level === they.level && inOrder(we.fired) === inOrder(they.fired)) continue
      differ += 1
      first ||= `case ${index}: we say ${we.level} (${inOrder(we.fired)}), it says ${they.level} (${inOrder(they.fired)})`
    }
    if (differ > 0) wrong.push(`${peer.name} differs in ${differ} of ${people} cases; ${first}`)
  }
  return wrong
}

let next = 0
async function perCpuSecond({ judge }: Contestant): Promise<number> {
  const before = process.cpuUsage()
  const end = performance.now() + roundSeconds * 1000
  let done = 0
  while (performance.now() < end) {
    // A look at the clock costs as much as a small evaluation: ten between looks.
    for (let repeat = 0; repeat < 10; repeat += 1) {
      const verdict = judge(next++ % people)
      if (verdict instanceof Promise) await verdict
    }
    done += 10
  }
  const { user, system } = process.cpuUsage(before)
  return done / ((user + system) / 1e6)
}
