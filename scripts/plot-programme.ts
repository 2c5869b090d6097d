/**
 * Draws what the programme does with made-up people: writes docs/programme-simulation.svg and .md.
 * Run by hand after the rules or the movements change: `npx node scripts/plot-programme.ts`. The numbers come from a seeded
 * generator, so a second run writes the same files.
 * Never: says anything about how real people recover. The curves are made to try the rules.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Course, type Kind, kinds, live } from '../src/care/programme/simulated-people.proof.ts'

const perKind = 250
const days = 98
const names: Readonly<Record<Kind, string>> = {
  fast: 'Fast recovery',
  slow: 'Slow recovery',
  fluctuating: 'Up and down',
  persistent: 'Persistent',
  overload: 'Flare after overload',
  silentWorsening: 'Silent worsening',
  underReporter: 'Says less pain than there is',
  skipper: 'Skips days and answers',
}

/** What is kept of one course: small, so that thousands fit. */
interface Row {
  readonly pain: readonly number[]
  readonly phase: readonly number[]
  readonly help: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly lockedDay: number | null
}

function rowOf({ evenings, final, events, served }: Course): Row {
  const count = (kind: string) => final.decisions.filter((one) => one.kind === kind).length
  const locked = events.find((event) => event.kind === 'fullCheckDone' && event.lock === 'locked')
  const first = events[0]
  return {
    pain: evenings.map(({ truePain }) => truePain),
    phase: evenings.map(({ phase }) => phase),
    help: evenings.map(({ help }) => help),
    counts: {
      sessions: served.length,
      advance: count('advance'),
      regress: count('regress'),
      stop: count('stop'),
      phaseUp: count('phaseUp'),
      restart: count('restart'),
      fullChecks: events.filter(({ kind }) => kind === 'fullCheckDone').length,
    },
    lockedDay: locked && first ? Math.floor((locked.at - first.at) / 86_400_000) : null,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const perDay = (rows: readonly Row[], of: (row: Row, day: number) => number) =>
  Array.from({ length: days }, (_, day) => mean(rows.map((row) => of(row, day))))
const wantsHelp = (row: Row, day: number) => (row.help[day] === 'soon' || row.help[day] === 'today' ? 1 : 0)

const width = 430
const height = 150
const left = 40
const x = (day: number) => left + (day / (days - 1)) * (width - left - 12)
const y = (share: number) => 26 + (1 - share) * (height - 56)
const line = (values: readonly number[], most: number) =>
  values.map((value, day) => `${day === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(value / most).toFixed(1)}`).join('')

function panel(kind: Kind, rows: readonly Row[], index: number): string {
  const [column, row] = [index % 2, Math.floor(index / 2)]
  const pain = perDay(rows, (one, day) => one.pain[day] ?? 0)
  const phase = perDay(rows, (one, day) => one.phase[day] ?? 1)
  const help = perDay(rows, wantsHelp)
  const ticks = [0, 14, 28, 42, 84]
  return `<g transform="translate(${column * width} ${40 + row * height})">
<text class="name" x="${left}" y="16">${names[kind]}</text>
${ticks.map((day) => `<path class="grid" d="M${x(day).toFixed(1)} ${y(1)}V${y(0)}"/><text class="tick" x="${x(day).toFixed(1)}" y="${y(0) + 14}">${day === 0 ? 'day 0' : `${day / 7} wk`}</text>`).join('\n')}
<path class="axis" d="M${left} ${y(0)}H${width - 12}"/>
<path class="help" d="${line(help, 1)}L${x(days - 1).toFixed(1)} ${y(0)}L${left} ${y(0)}Z"/>
<path class="pain" d="${line(pain, 10)}"/>
<path class="phase" d="${line(
    phase.map((value) => value - 1),
    3,
  )}"/>
</g>`
}

function svgOf(all: ReadonlyMap<Kind, readonly Row[]>): string {
  const panels = [...all].map(([kind, rows], index) => panel(kind, rows, index))
  const total = 40 + Math.ceil(all.size / 2) * height + 10
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 2} ${total}" role="img" aria-labelledby="t d">
<title id="t">What the programme does with made-up people</title>
<desc id="d">Eight kinds of made-up course over 14 weeks. For each: mean pain, mean phase, and the share of people who are advised to be seen. The numbers are in the table of programme-simulation.md.</desc>
<style>text{font:12px sans-serif;fill:#1d2a2a}.name{font-weight:700}.tick{font-size:10px;text-anchor:middle}.axis,.grid{stroke:#9aa7a7;fill:none}.grid{stroke-opacity:.4}.pain{stroke:#a8321f;stroke-width:2;fill:none}.phase{stroke:#12615a;stroke-width:2;fill:none;stroke-dasharray:5 3}.help{fill:#e3b23c;fill-opacity:.35}rect{fill:#fff}</style>
<rect width="100%" height="100%"/>
<text x="${left}" y="24">Red: pain 0–10. Green, dashed: phase 1–4. Yellow: share of people advised to be seen, 0–100 %.</text>
${panels.join('\n')}
</svg>
`
}

const percent = (share: number) => `${Math.round(share * 100)} %`

const table = (all: ReadonlyMap<Kind, readonly Row[]>): string =>
  [...all].map(([kind, list]) => `| ${[names[kind], ...cellsOf(list)].join(' | ')} |`).join('\n')

/** What became of one kind of person, cell by cell: what happened to them, their phase on three days, who wanted help. */
function cellsOf(list: readonly Row[]): readonly string[] {
  const each = (id: string) => mean(list.map(({ counts }) => counts[id] ?? 0)).toFixed(1)
  const phaseAt = (day: number) => mean(list.map(({ phase }) => phase[day] ?? 1)).toFixed(1)
  const helpAt = (day: number) => percent(mean(list.map((row) => wantsHelp(row, day))))
  const locked = list.flatMap(({ lockedDay }) => lockedDay ?? [])
  return [
    ...['sessions', 'advance', 'regress', 'stop', 'restart', 'fullChecks'].map(each),
    ...[14, 42, days - 1].map(phaseAt),
    ...[14, 42, 84].map(helpAt),
    percent(locked.length / list.length),
  ]
}

const all = new Map<Kind, readonly Row[]>()
for (const [index, kind] of kinds.entries())
  all.set(
    kind,
    Array.from({ length: perKind }, (_, seed) => rowOf(live(kind, index * 1_000_000 + seed, days))),
  )

const text = `# The programme, tried on made-up people

Written by \`npx node scripts/plot-programme.ts\`; do not edit by hand. The generator is seeded: a second run writes the same.

${perKind * kinds.length} courses of ${days} days, ${perKind} of each kind, lived day by day through the rules of \`src/care/programme\`: pain told
in the morning, checks, sessions, answers left out. **The curves are made up to try the rules. They are no forecast, and
no number here comes from patients.**

![Pain, phase and help over 14 weeks for each kind of course](programme-simulation.svg)

Means for one person. *Help*: share of people who are advised to be seen (physio, GP or 111) on that day.

| Kind | Sessions | Steps up | Steps back | Stops | Returns | Full checks | Phase, week 2 | Phase, week 6 | Phase, end | Help, week 2 | Help, week 6 | Help, week 12 | Locked at least once |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${table(all)}

## What is proved on them

\`src/care/programme/simulation.proof.test.ts\` looks at every moment of the same courses. In none of them:

- is a blocked, locked or switched-off movement shown, or a dose above its card;
- is a session shown without a clear check of the same day and of the last 24 hours, or past a full check of weeks 2, 4, 6 or 12;
- does anything get harder in a flare, on a morning 2 points or more above the week before, in a lock, or while a check is due;
- do two things get harder at once, or does a phase jump;
- does a course that is slow by its own entries pass 2, 6 or 12 weeks without the advice to be seen;
- does a session happen between a lock and a clinician's word.

## Reading it

- *Says less pain than there is*: the rules see only what is told, so these people are helped later. The full checks, which
  ask about nerves and fever and not about a score, do not depend on it.
- *Skips days and answers*: two weeks without a number count as "not easing", so help is advised although nothing bad was told.
- *Silent worsening*: locked from the first unsure answer about a weak leg on, until a clinician has cleared it.
`
const docs = fileURLToPath(new URL('../docs/', import.meta.url))
await writeFile(`${docs}programme-simulation.svg`, svgOf(all))
await writeFile(`${docs}programme-simulation.md`, text)
console.log(`${perKind * kinds.length} courses; wrote docs/programme-simulation.svg and .md`)
