/**
 * `npm test`: everything that must hold, from a clean clone. Installs what is missing, Chromium included, runs every step
 * even after one has failed, and ends with a summary. Plain Node 20 and its own modules only; the tools run on Node 26.
 *
 * The tests with a database come first, shown as they go. The browser is fetched, and types, lint, build and the like are made,
 * beside them, so that no core waits; what they said is shown after them. A browser often waits: units and the wide ones fill
 * that, behind it, and are shown when it is done.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, setPriority, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { checkSafetyCase } from './safety-case.mjs'
import { findChromium, prepare, root, tryBuild, typesEnv } from './toolchain.mjs'
import { leftToWholeForm } from './whole-form.mjs'

const tools = prepare()
const reports = mkdtempSync(join(tmpdir(), 'unclench-reports-'))
const secondTries = join(reports, 'second-tries.txt')
const env = { ...tools.env, NODE_ENV: 'test', SECOND_TRIES: secondTries }
/** What runs beside us. */
const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill()
  rmSync(reports, { recursive: true, force: true })
})

/** How a tool of ours (a package's, or with `null` a script of our own) is called on Node 26. */
const call = (tool, args) => [tools.node, [...(tool ? [join(root, 'node_modules', tool)] : []), ...args]]

/** What one thing that passes or fails as a whole counts for. */
const asOne = (ok, said) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, said })

/** A check that passes or fails as a whole. `proof` must be found in what it says: that it read files. `more` joins its environment. */
function check(tool, args, proof, more = {}) {
  const { status, stdout, stderr } = spawnSync(...call(tool, args), {
    cwd: root,
    env: { ...env, ...more },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const looked = proof === undefined || proof.test(stdout)
  const doubt = looked ? '' : 'It did not say that it read any file, so it proves nothing.\n'
  return asOne(status === 0 && looked, `${stdout}${stderr}${doubt}`)
}

/** The reports of the runs so far, as Vitest wrote them. */
const told = []

/** How the files of the projects are named that no other project's are: one of which none was read proves nothing. */
const fileOf = { database: /\.db\.test\.tsx?$/, proof: /\.proof\.test\.ts$/ }

/** Those of some projects that told of no file. */
function unread(projects, { testResults }) {
  const read = (project) => testResults.some(({ name }) => (fileOf[project] ?? /./).test(name))
  const missing = projects.filter((project) => !read(project))
  for (const project of missing) console.log(`No file of the project “${project}” was read, so it proves nothing.`)
  return missing.length
}

/** Runs a tool of ours to its end. What it says is shown at once, or, of one that stands behind another, given back. */
function runBeside(asked, isBehind) {
  const out = isBehind ? 'pipe' : 'inherit'
  return new Promise((resolve) => {
    const child = spawn(...asked, { cwd: root, env, stdio: ['ignore', out, out] })
    if (isBehind && child.pid) setPriority(child.pid, 10)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
    running.add(child)
    child.once('error', () => resolve({ ok: false, said })).once('close', (code) => resolve({ ok: code === 0, said }))
    child.once('close', () => running.delete(child))
  })
}

/**
 * Some projects in one run, counted by test. A file that cannot be loaded, or no test, is a failure too.
 * @param isBehind whether the run gives way to another
 */
async function tests(workers, projects, isBehind) {
  const report = join(reports, `${projects.join('-')}.json`)
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/second-tries.mjs',
    `--outputFile.json=${report}`,
  ]
  const chosen = projects.map((project) => `--project=${project}`)
  const asked = call('vitest/vitest.mjs', ['run', `--maxWorkers=${workers}`, ...chosen, ...reporters])
  const { ok, said } = await runBeside(asked, isBehind)
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'))
    told.push(read)
    const { numPassedTests: passed, numFailedTests, testResults } = read
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
    )
    const failed = numFailedTests + unloaded.length + unread(projects, read)
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed, said }
  } catch {
    return { passed: 0, failed: 1, said }
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

/** What looks at the sources, or builds them: each is over in seconds. */
const looks = [
  // One at a time: side by side they do the same work twice, and the tests want the other core.
  ['Types', () => check('typescript/bin/tsc', ['-b', '--builders', '1', '--checkers', '1'], undefined, typesEnv)],
  [
    'Lint and format',
    () =>
      check('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.'], /Checked [1-9]\d* files/),
  ],
  ['Shape', () => check(null, ['scripts/report-shape.ts'], /read [1-9]\d* files/)],
  ['Dead code', () => check('knip/bin/knip.js', knipArgs(), /read [1-9]\d* files/)],
  ['Build', buildAll],
  ['Older browsers', () => check(null, ['scripts/check-browsers.ts'], /read [1-9]\d* files/)],
]

function buildAll() {
  const { ok, said } = tryBuild(tools)
  return asOne(ok, said)
}

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
  const said = faults.length > 0 ? faults : [`All ${named} tests named in docs/safety/hazards.md passed.`]
  return asOne(faults.length === 0, `${said.join('\n')}\n`)
}

function knipArgs() {
  return ['--reporter', 'symbols', '--reporter', './scripts/knip-count.mjs', '--treat-config-hints-as-errors']
}

const rows = []
const printHead = (name) => console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 76 - name.length))}`)

/** One step and its seconds. */
async function timed([name, step]) {
  const start = performance.now()
  const counts = await step()
  return { name, ...counts, seconds: (performance.now() - start) / 1000 }
}

/** Tests, which show themselves. */
async function run(name, workers, ...projects) {
  printHead(name)
  rows.push(await timed([name, () => tests(workers, projects, false)]))
}

/** A look, or a run behind another, that is over: what it said, under its name. */
function show(row) {
  printHead(row.name)
  process.stdout.write(row.said)
  rows.push(row)
}

// One worker more than there are cores: whoever asks a database waits while it works. A browser that must share a core stalls.
const cores = availableParallelism()
const withDatabase = run('Proofs, real database', cores + 1, 'proof', 'database')
// Fetching and unpacking it mostly waits.
env.CHROMIUM = findChromium(tools)
const looked = []
for (const look of looks) looked.push(await timed(look))
await withDatabase
looked.forEach(show)
const behind = timed(['Walls, units, properties', () => tests(cores, ['unit', 'wide'], true)])
await run('Real browser', cores, 'e2e')
show(await behind)
show(await timed(['Safety case', safetyCase]))

printSlowest()
printSecondTries()
console.log(`\n── Summary ${'─'.repeat(69)}`)
for (const { name, passed, failed, seconds } of rows) {
  const outcome = failed > 0 ? `FAILED   ${failed} of ${passed + failed}` : `passed   ${passed}`
  console.log(`${name.padEnd(44)} ${outcome.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`)
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
console.log(leftToWholeForm(told))
process.exitCode = sum('failed') > 0 ? 1 : 0
