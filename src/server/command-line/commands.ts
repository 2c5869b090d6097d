/**
 * The commands, their words and their arguments. A new one is one more row of the table.
 * Exit codes: 0 done, 1 not done and why has been said, 2 called wrongly.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type Result, wordsOf } from '../postgres/result.ts'
import { backUp } from './backup.ts'
import type { Call, Say } from './call.ts'
import { printDay } from './day.ts'
import { createOwnClinic } from './create-clinic.ts'
import { doctor } from './doctor.ts'
import { importPlaces } from './import-places.ts'
import { letInAgain } from './let-in-again.ts'
import { eraseDue, erasePersonOf } from './erase-person.ts'
import { exportPersonTo } from './export-person.ts'
import { runMigrations } from './migrate.ts'
import { readBouncesFrom } from './read-bounces.ts'
import { releaseMail } from './release-mail.ts'
import { restore } from './restore.ts'
import { seedDemonstration } from './seed-demo.ts'

interface Command {
  /** Names of the arguments, as they stand in the help; those in brackets may be left out. */
  readonly takes: readonly string[]
  readonly switches: readonly string[]
  readonly does: string
  readonly run: (call: Call) => Promise<Result<object>>
}

const file = (call: Call) => call.arguments[0] ?? ''

const commands: Readonly<Record<string, Command>> = {
  migrate: { takes: [], switches: [], does: 'bring the database up to date', run: runMigrations },
  'seed-demo': {
    ...{ takes: [], switches: [] },
    does: 'fill an empty database with an invented London, to look around in',
    run: seedDemonstration,
  },
  'create-clinic': {
    takes: ['NAME', 'PLACE', 'EMAIL', '[OWNER]'],
    switches: [],
    does: 'begin a clinic and invite its owner, such as: create-clinic "Lantern Physio" "LE5 2EL" wren@lantern.example "Wren Holly"',
    run: createOwnClinic,
  },
  'import-places': {
    takes: ['FILE'],
    switches: ['fewer'],
    does: 'bring in the national list of postcodes (ONS, as CSV). --fewer: also where it has not half as many as are there',
    run: (call) => importPlaces(call, file(call)),
  },
  doctor: {
    takes: ['[FILE]'],
    switches: [],
    does: 'say what is wrong with this installation, or with the backup in a file',
    run: (call) => doctor(call, call.arguments[0]),
  },
  day: {
    takes: ['CLINIC', 'DAY'],
    switches: [],
    does: 'list the visits of a clinic on a day, such as: day lantern-physio 2026-12-01',
    run: (call) => printDay(call, call.arguments[0] ?? '', call.arguments[1] ?? ''),
  },
  'export-person': {
    takes: ['CLINIC', 'NAME', 'EMAIL-OR-PHONE', 'FILE'],
    switches: [],
    does: 'write all that a clinic holds of a person to FILE, and beside it as text to read',
    run: exportPersonTo,
  },
  'erase-person': {
    takes: ['CLINIC', 'NAME', 'EMAIL-OR-PHONE', '[BORN]'],
    switches: ['adult'],
    does: 'forget a person but for what must be kept, and say until when. BORN: 1980-05-06. --adult: they were at their last visit',
    run: erasePersonOf,
  },
  'erase-due': {
    takes: [],
    switches: [],
    does: 'let go what had to be kept of those who asked to be forgotten, and has not to be any more',
    run: eraseDue,
  },
  'let-in-again': {
    takes: ['CLINIC', 'EMAIL'],
    switches: [],
    does: 'send somebody of a team who lost every way in a link to begin anew, where no two colleagues can agree: let-in-again lantern-physio wren@lantern.example',
    run: letInAgain,
  },
  'read-bounces': {
    takes: ['FILE'],
    switches: [],
    does: 'read mails that came back, from a file, a mailbox or a folder. Dead addresses get no more letters; nothing is deleted',
    run: (call) => readBouncesFrom(call, file(call)),
  },
  'release-mail': {
    takes: [],
    switches: [],
    does: 'let mail leave again after a restore',
    run: releaseMail,
  },
  backup: {
    takes: ['FILE'],
    switches: [],
    does: 'write the whole database to a file, and prove that it can be put back',
    run: (call) => backUp(call, file(call)),
  },
  restore: {
    takes: ['FILE'],
    switches: ['replace', 'other-secret'],
    does: 'put a backup back; no mail leaves until it is released. --replace: over what is there. --other-secret: though the secret that it was made under is lost',
    run: (call) => restore(call, file(call)),
  },
}

const isFile = (taken: string | undefined) => taken === 'FILE' || taken === '[FILE]'

/** Runs what the arguments ask for. Resolves to the exit code. */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  say: Say,
): Promise<number> {
  const read = readWords(words)
  if (!read.ok) {
    say(read.why)
    return 2
  }
  const settings = readConfig(env)
  if (!settings.ok) {
    say(settings.why)
    return 1
  }
  const from = env.UNCLENCH_FROM ?? '.'
  const call = {
    config: settings.config,
    arguments: read.arguments.map((word, at) => (isFile(read.command.takes[at]) ? resolve(from, word) : word)),
    switches: read.switches,
    say,
  }
  const outcome = await read.command.run(call).catch((error) => ({ ok: false as const, why: wordsOf(error) }))
  if (!outcome.ok) say(outcome.why)
  return outcome.ok ? 0 : 1
}

function readWords(
  words: readonly string[],
): Result<{ command: Command; arguments: readonly string[]; switches: ReadonlySet<string> }> {
  const [name = '', ...rest] = words
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { ok: false, why: help(name) }
  const options = Object.fromEntries(command.switches.map((option) => [option, { type: 'boolean' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true })
    const needed = command.takes.filter((word) => !word.startsWith('['))
    if (positionals.length < needed.length || positionals.length > command.takes.length)
      return { ok: false, why: `Try: ${usage(name, command)}` }
    return { ok: true, command, arguments: positionals, switches: new Set(Object.keys(values)) }
  } catch {
    return { ok: false, why: `Try: ${usage(name, command)}` }
  }
}

const usage = (name: string, { takes, switches }: Command) =>
  ['npm run unclench --', name, ...takes, ...switches.map((option) => `[--${option}]`)].join(' ')

const help = (name: string) =>
  [
    ...(name === '' ? [] : [`There is no command "${name.slice(0, 40)}".`]),
    'Commands:',
    ...Object.entries(commands).map(([known, command]) => `  ${usage(known, command)}\n      ${command.does}`),
  ].join('\n')
