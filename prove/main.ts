/**
 * `npm run prove`: everything that is claimed of booking under load and under faults, run whole on the built server, then the
 * long tests whole, without a browser (`tests`) and in one (`pages`), all written to docs/proofs.md. `npm run prove -- races
 * storms` runs these parts alone; `--share=0.1` a tenth of the rounds; `--seed=7` other chances; the long tests know no share
 * and no seed. Ends with 1 when anything is wrong.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { browseAndBook } from './crowd.ts'
import { sendThroughKills } from './letters.ts'
import { raceForOneTime, raceForOverlappingTimes, type RaceReport } from './races.ts'
import { inScratchFolder } from './scratch-folder.ts'
import { type Measure, rounds, type Section } from './section.ts'
import { rideStorms } from './storms.ts'
import { withServers } from './two-servers.ts'
import { rideFullDisks, sufferAll } from './whole-faults.ts'
import { runWhole } from './whole-tests.ts'

const parts: Readonly<Record<string, (measure: Measure) => Promise<Section>>> = {
  races: proveRaces,
  storms: proveStorms,
  faults: proveFaults,
  letters: proveLetters,
  crowd: proveCrowd,
  tests: async () => runWhole('tests'),
  pages: async () => runWhole('pages'),
}

function proveRaces(measure: Measure): Promise<Section> {
  return withServers(2, async (ground) => {
    const reports: [string, RaceReport][] = []
    for (const people of [2, 4, 16])
      reports.push([`${people} people on one time`, await raceForOneTime(ground, people, rounds(measure, 500))])
    reports.push([
      '64 people over overlapping times of four therapists, two rooms and three machines',
      await raceForOverlappingTimes(ground, rounds(measure, 50)),
    ])
    return {
      title: 'Races, through HTTP, on two servers over one PostgreSQL',
      lines: [
        'In each fifth round everybody has had the time held until the hold ended, and presses Book at once; in the others they press the time at once. The time is pressed at one server and the form sent to the other. After each race: exactly one visit for each round, alternatives for everybody who lost, no hold left, no claim without its visit, one confirmation for each visit.',
        ...reports.map(
          ([what, { rounds: done, booked, lost, again, seconds }]) =>
            `- ${what}, ${done} rounds in ${seconds.toFixed(0)} s: ${booked} visits, ${lost} people shown other times; ${again} times somebody was told that booking does not work just now, and pressed again.`,
        ),
      ],
      wrong: reports.flatMap(([what, { wrong }]) => wrong.map((one) => `${what}: ${one}`)),
    }
  })
}

function proveCrowd(measure: Measure): Promise<Section> {
  return withServers(1, async (servers) => {
    const [people, seconds] = [50, rounds(measure, 300)]
    const told = await browseAndBook(servers, people, seconds)
    return {
      title: 'A crowd: fifty people who look around and book at an ordinary pace',
      lines: [
        'Each searches, opens a therapist and a week of times, takes a time, fills in the form and looks at the visit, reading each page for two to eight seconds; then a new person does the same. They come one after the other over the first 25 seconds, as people do, and not all at one instant. One server, one PostgreSQL with durability on, and the program that plays the people, share the cores. Nothing may fail; a time that somebody else took first is no failure.',
        `- ${people} people for ${seconds} s: ${told.requests} requests, about ${(told.requests / seconds).toFixed(0)} a second, ${told.booked} visits; median ${told.medianMs.toFixed(0)} ms, p99 ${told.p99Ms.toFixed(0)} ms (aim under 300 ms); memory of the server ${told.memoryAfterFirstFifth.toFixed(0)} MB after a fifth of the time, ${told.memoryAtEnd.toFixed(0)} MB at the end.`,
      ],
      wrong: told.wrong,
    }
  })
}

async function proveLetters(measure: Measure): Promise<Section> {
  const { readers, kills, twice, named, seconds, wrong } = await sendThroughKills(
    rounds(measure, 10_000),
    rounds(measure, 10),
    measure.seed,
  )
  return {
    title: 'Letters: one letter to many readers, with SIGKILL on the way, and from last night’s rows',
    lines: [
      'The built server sends over SMTP to a real mail server beside it and is killed with SIGKILL at moments spread over the run. Then each reader has the letter once, at most one for each kill has it twice, and each of those is named in the result. After that the rows are put back as they were the night before: nothing goes while all mail is held, and nothing after it is released, since everybody had it.',
      `- ${readers} readers, ${kills} kills, ${seconds.toFixed(0)} s with the restarts: ${twice} had it twice, ${named} were named as in doubt.`,
    ],
    wrong,
  }
}

function proveStorms(measure: Measure): Promise<Section> {
  return inScratchFolder(async (folder) => {
    const storm = await rideStorms(folder, rounds(measure, 200), measure.seed)
    const { server, database, both } = storm.struck
    return {
      title: 'Storms: SIGKILL at random moments while twelve people book',
      lines: [
        'After each storm the server is started again, and whoever had no answer sends the same form once more. Then: every acknowledged visit opens from its link, nobody has two, nobody has one that they were never told of, each visit has its claims and one confirmation, and the mails in the outbox are those that count as handed over.',
        `- ${storm.storms} storms in ${storm.seconds.toFixed(0)} s: the server was killed ${server} times, its database ${database} times, both at once ${both} times.`,
        `- ${storm.acknowledged} visits acknowledged, ${storm.sentAgain} forms sent again after a storm, ${storm.lost} people told that a time was taken, ${storm.mails} mails.`,
        `- The longest until Find answered again: ${(storm.longestRestartMs / 1000).toFixed(1)} s.`,
      ],
      wrong: storm.wrong,
    }
  })
}

async function proveFaults(measure: Measure): Promise<Section> {
  const reports = await sufferAll(rounds(measure, 20))
  const disk = await rideFullDisks(rounds(measure, 20), measure.seed)
  return {
    title: 'Faults: a mail server that misbehaves, lost answers, a clock that steps, a full disk',
    lines: [
      'So many people have the form open when the fault begins, and press Book while it lasts. Then it ends, the waits between tries are let pass, and whoever had no answer sends the same form once more. Every acknowledged visit opens from its link, nobody has two, nobody has one that they were never told of, and each has its claims. Each confirmation arrived once, or was refused for good and says why; twice only where the mail server had taken it whole and never said so: both have one Message-ID, and staff who look at the visit read that it may have come twice. The mail server is a real one on this machine. The clock is stepped for the server and its database alike; mail that was written down while it was ahead is not made to wait for that time. The disk is a small one of its own, with database and outbox on it, full to the last page for three to six seconds in each storm, while twelve people book.',
      ...reports.map(
        ({ fault, harm, acknowledged, sentAgain, mails, twice, refused }) =>
          `- ${fault} (seen ${harm} times): ${acknowledged} visits acknowledged, ${sentAgain} forms sent again, ${mails} mails arrived, ${refused} refused for good, ${twice.length} twice${twice.length > 0 ? ` (${twice.join(', ')})` : ''}.`,
      ),
      ...(reports.some(({ fault }) => fault.startsWith('the clock'))
        ? []
        : ['- The clock was not stepped: there is no C compiler here.']),
      disk
        ? `- the disk is full, ${disk.storms} times in ${disk.seconds.toFixed(0)} s: ${disk.acknowledged} visits acknowledged, ${disk.sentAgain} forms sent again, ${disk.lost} people told that a time was taken, ${disk.mails} mails; the longest until Find answered again: ${(disk.longestRestartMs / 1000).toFixed(1)} s.`
        : '- The disk was not filled: no disk may be mounted here.',
    ],
    wrong: [
      ...reports.flatMap(({ fault, wrong }) => wrong.map((one) => `${fault}: ${one}`)),
      ...(disk?.wrong ?? []).map((one) => `the disk is full: ${one}`),
    ],
  }
}

const path = join(import.meta.dirname, '../docs/proofs.md')

/** What an earlier run wrote of the parts that are not run now is kept, with its own date. */
function write(sections: ReadonlyMap<string, string>): void {
  const kept = new Map<string, string>()
  try {
    for (const [, name = '', text = ''] of readFileSync(path, 'utf8').matchAll(
      /<!-- (\w+) -->\n([\s\S]*?)(?=<!-- |$)/g,
    ))
      kept.set(name, text)
  } catch {
    // The first run.
  }
  const all = Object.keys(parts).flatMap((name) => {
    const text = sections.get(name) ?? kept.get(name)
    return text === undefined ? [] : [`<!-- ${name} -->\n${text.trim()}\n`]
  })
  const head = '# Proofs\n\nWritten by `npm run prove`. Each part says when it was run, how much of it, and on what.\n'
  writeFileSync(path, [head, ...all].join('\n'))
}

function words({ title, lines, wrong }: Section, measure: Measure, load: string): string {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const said = wrong.length === 0 ? 'Nothing was wrong.' : `**${wrong.length} things were wrong:**`
  return [
    `## ${title}`,
    '',
    `${when} UTC, commit ${commit()}, share ${measure.share} of the whole, seed ${measure.seed}; ${machine}; ${load}.`,
    '',
    ...lines.flatMap((line, at) =>
      line.startsWith('- ') && lines[at - 1]?.startsWith('- ') ? [line] : at === 0 ? [line] : ['', line],
    ),
    '',
    said,
    ...wrong.slice(0, 20).map((one) => `- ${one}`),
    '',
  ].join('\n')
}

const commit = () => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const loadNow = () => `load before it ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string', default: '20261127' } },
})
const measure = { share: Number(values.share), seed: Number(values.seed) }
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0 || !(measure.share > 0) || !Number.isSafeInteger(measure.seed)) {
  console.error(`Try: npm run prove -- [--share=0.1] [--seed=7] [${Object.keys(parts).join('] [')}]`)
  process.exit(2)
}
const written = new Map<string, string>()
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  console.log(`Proving: ${name}`)
  const load = process.platform === 'linux' ? loadNow() : 'load not known'
  const section = await parts[name]?.(measure)
  if (!section) continue
  written.set(name, words(section, measure, load))
  console.log(written.get(name))
  if (section.wrong.length > 0) process.exitCode = 1
  write(written)
}
