/**
 * `npm test`: everything that must hold, from a clean clone. Installs what is missing, Chromium included, runs every step
 * even after one has failed, and ends with a summary. Plain Node 20 and its own modules only; the tools run on Node 26.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { checkSafetyCase } from './safety-case.mjs'
import { build, findChromium, prepare, root } from './toolchain.mjs'

const tools = prepare()
const reports = mkdtempSync(join(tmpdir(), 'unclench-reports-'))
const secondTries = join(reports, 'second-tries.txt')
const env = { ...tools.env, CHROMIUM: findChromium(tools), NODE_ENV: 'test', SECOND_TRIES: secondTries }
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** Runs one of our tools (a package's, or with `null` a script of ours) on Node 26, shows what it says, and returns how it ended. */
function run(tool, args, keep = false) {
  const { status, stdout } = spawnSync(tools.node, [...(tool ? [join(root, 'node_modules', tool)] : []), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'],
  })
  if (keep) process.stdout.write(stdout ?? '')
  return { ok: status === 0, said: stdout ?? '' }
}

/** A check that passes or fails as a whole, counted as one. `proof` must be found in what it says: that it read files. */
function check(tool, args, proof) {
  const { ok, said } = run(tool, args, proof !== undefined)
  const looked = proof === undefined || proof.test(said)
  if (!looked) console.log('It did not say that it read any file, so it proves nothing.')
  return ok && looked ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The reports of the runs so far, as Vitest wrote them. */
const told = []

/** Some projects in one run, on every core, counted by test. A file that cannot be loaded, or no test, is a failure too. */
function tests(...projects) {
  const report = join(reports, `${projects.join('-')}.json`)
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/second-tries.mjs',
    `--outputFile.json=${report}`,
  ]
  const chosen = projects.map((project) => `--project=${project}`)
  const { ok } = run('vitest/vitest.mjs', ['run', '--maxWorkers=100%', ...chosen, ...reporters])
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'))
    told.push(read)
    const { numPassedTests: passed, numFailedTests, testResults } = read
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
    )
    const failed = numFailedTests + unloaded.length
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** The files that took longest: where a minute can be won. */
function printSlowest(most = 10) {
  const files = told
    .flatMap(({ testResults }) => testResults)
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
  console.log(`\n── The ${most} slowest files ${'─'.repeat(56)}`)
  for (const { name, seconds } of files.slice(0, most)) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
}

const steps = [
  ['Types', () => check('typescript/bin/tsc', ['-b'])],
  [
    'Lint and format',
    () =>
      check('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.'], /Checked [1-9]\d* files/),
  ],
  ['Shape', () => check(null, ['scripts/report-shape.ts'], /read [1-9]\d* files/)],
  ['Import walls, units, properties and proofs', () => tests('unit', 'wide', 'proof')],
  ['Real database', () => tests('database')],
  ['Dead code', () => check('knip/bin/knip.js', knipArgs(), /read [1-9]\d* files/)],
  ['Build', () => (build(tools) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })],
  ['Older browsers', () => check(null, ['scripts/check-browsers.ts'], /read [1-9]\d* files/)],
  ['Real browser', () => tests('e2e')],
  ['Safety case', safetyCase],
]

/** A browser test gets a second try where the machine stalls. It is named here: more than once is a fault of ours. */
function printSecondTries() {
  if (!existsSync(secondTries)) return
  console.log(`\n── Passed only at the second try ${'─'.repeat(47)}`)
  process.stdout.write(readFileSync(secondTries, 'utf8'))
}

/** Every hazard's tests are among those that passed above. Counted as one. */
function safetyCase() {
  const log = readFileSync(join(root, 'docs/safety/hazards.md'), 'utf8')
  const { named, faults } = checkSafetyCase(log, told)
  for (const fault of faults) console.log(fault)
  if (faults.length === 0) console.log(`All ${named} tests named in docs/safety/hazards.md passed.`)
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function knipArgs() {
  return ['--reporter', 'symbols', '--reporter', './scripts/knip-count.mjs', '--treat-config-hints-as-errors']
}

const rows = []
for (const [name, step] of steps) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 76 - name.length))}`)
  const start = performance.now()
  const counts = step()
  rows.push({ name, ...counts, seconds: (performance.now() - start) / 1000 })
}

printSlowest()
printSecondTries()
console.log(`\n── Summary ${'─'.repeat(69)}`)
for (const { name, passed, failed, seconds } of rows) {
  const outcome = failed > 0 ? `FAILED   ${failed} of ${passed + failed}` : `passed   ${passed}`
  console.log(`${name.padEnd(44)} ${outcome.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`)
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
