/**
 * What every command needs before it can do its work: packages, Node 26, a build, a browser.
 * Plain Node 20 and its own modules only, since it runs before anything is installed.
 * Expected failures print one line that says what to do, and end with exit code 1.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const programs = join(modules, '.bin')
const neededMajor = 26
/** The hash of the sources that `dist` was built from. */
const stamp = join(root, 'dist', '.sources')

const here = `${process.platform}-${process.arch}`
/** How the server ends when it has said why in words. */
export const saidWhy = 2
/** Whether npm has a Node for this machine. */
const served = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'].includes(here)
/** Whether the Node that runs this would do. */
const recent = Number(process.versions.node.split('.')[0]) >= neededMajor

/** Prints one line and ends. For what the person can put right; a bug throws. */
export function fail(line) {
  console.error(line)
  process.exit(1)
}

/** Packages, then Node 26. Returns the path of the Node to use, and the environment to run our tools in. */
export function prepare() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Unclench needs Node 20 or newer to start; this is Node ${process.versions.node}.`)
  if (!served && !recent)
    fail(`There is no Node ${neededMajor} from npm for ${here}. Install Node ${neededMajor} yourself, then try again.`)
  installPackages()
  const node = findNode()
  return { node, env: { ...process.env, PATH: [programs, process.env.PATH].join(delimiter) } }
}

/**
 * Brings `node_modules` of a folder in step with its package-lock.json. Quick when it already is.
 * @param folder the project, or a folder with packages of its own
 * @param how npm's arguments; `ci` refuses a lock that does not list every platform's optional packages
 */
export function installPackages(folder = root, how = ['ci', '--include=dev']) {
  if (!whatIsStale(folder)) return
  // Another start in this folder may be installing: look again once it is this one's turn.
  oneAtATime(folder, () => {
    const stale = whatIsStale(folder)
    if (stale) install(folder, how, stale)
  })
}

/** Installs everything again, whatever npm's record says: for packages that have lost files. */
export function reinstallPackages() {
  oneAtATime(root, () => install(root, ['ci', '--include=dev'], 'some of their files are missing or damaged'))
}

function install(folder, how, stale) {
  // npm would empty the folder that it leads to, which is somebody else's.
  const installed = join(folder, 'node_modules')
  if (existsSync(installed) && lstatSync(installed).isSymbolicLink())
    fail(`The packages need to be installed (${stale}), but node_modules is a link. Install them where it leads.`)
  const where = folder === root ? '' : ` of ${relative(root, folder)}`
  console.log(`Installing packages${where} (${stale}). This takes about a minute the first time.`)
  const { status, error, stderr } = npm(folder, [...how, '--no-audit', '--no-fund', '--loglevel=error'])
  if (error) fail(`npm could not be run (${error.message}). Unclench needs npm 10 or newer beside Node.`)
  if (status !== 0)
    fail(`The packages could not be installed: ${firstReason(stderr)}. Check the network, then try: npm ci`)
  const left = whatIsStale(folder)
  if (left) fail(`The packages are not as package-lock.json says, even after npm ${how[0]} (${left}). Try: npm ci`)
}

/** Why an install is needed, or `undefined`. Compares the lock with npm's own record of what it installed. */
function whatIsStale(folder) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages
  if (!wanted) return fail('package-lock.json is damaged. Try: git checkout package-lock.json')
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'none are here yet'
  const present = readJson(record)?.packages
  if (!present) return 'the list of what is here is damaged'
  const changed = Object.keys(wanted).find((path) => {
    if (path === '') return false
    if (!present[path]) return !wanted[path].optional && !wanted[path].peer
    return present[path].version !== wanted[path].version
  })
  return changed && `${changed.replace(/^.*node_modules\//, '')} is missing or not the version that is wanted`
}

/** Where npm puts the Node for this machine: a package of its own for each platform, held by package-lock.json to its hash. */
const nodePackage = `node${here === 'darwin-arm64' ? '-bin' : ''}-${here.replace('win32', 'win')}`
const broughtNode = join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** A Node of the version we need: the one that npm brought, or the one that runs this. */
function findNode() {
  if (majorOf(broughtNode) === neededMajor) return broughtNode
  if (recent) return process.execPath
  return fail(`Node ${neededMajor} could not be set up. Try: npm ci (or install Node ${neededMajor} yourself).`)
}

/** The major version of a Node program; `undefined` when it does not run. */
function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.match(/^v(\d+)/)?.[1]) : undefined
}

/** Builds when a source has changed since the last build, or what was built is not as it was left. Returns the seconds it took. */
export function buildIfStale(tools) {
  if (isBuilt()) return 0
  const start = performance.now()
  const first = oneAtATime(root, () => (isBuilt() ? builtWell : tryBuild(tools)))
  if (first.harmed) reinstallPackages()
  const { ok, said } = first.harmed ? oneAtATime(root, () => tryBuild(tools)) : first
  process.stderr.write(said)
  if (!ok) fail('The build failed: the lines above say where.')
  return (performance.now() - start) / 1000
}

/** Is `dist` whole, and made from the sources as they are now? */
const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === stampNow()

/** Builds, and notes of which sources. Returns whether that went well; Vite has then said why not. */
export function build(tools) {
  const { ok, said } = tryBuild(tools)
  process.stderr.write(said)
  return ok
}

const builtWell = { ok: true, said: '', harmed: false }

/** Builds and prints nothing. Returns whether that went well, what Vite said, and whether it was a package that had lost a file. */
export function tryBuild({ node, env }) {
  rmSync(stamp, { force: true })
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--app', '--logLevel', 'warn']
  const options = { cwd: root, env: { ...env, NODE_ENV: 'production' }, encoding: 'utf8' }
  const { status, stdout, stderr } = spawnSync(node, args, options)
  if (status === 0) writeFileSync(stamp, stampNow())
  const said = `${stdout}${stderr}`
  const harmed =
    status !== 0 && /ERR_MODULE_NOT_FOUND|Cannot find (module|package)/.test(said) && /node_modules/.test(said)
  return { ok: status === 0, said, harmed }
}

/** What the stamp says of the sources and of the built files. */
const stampNow = () =>
  `${hashOfSources()}\n${hashOfFiles(filesUnder(join(root, 'dist')).filter((file) => file !== stamp))}\n`

/** One hash over everything that a build reads. */
function hashOfSources() {
  const sources = ['src', 'scripts/share-pictures']
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => !/\.(test|proof)\.tsx?$/.test(file))
  return hashOfFiles([...sources, join(root, 'vite.config.ts'), join(root, 'package-lock.json')])
}

/** Every file below a folder, sorted. None when there is no such folder. */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function hashOfFiles(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** How long one start waits for another in the same folder, and how often it looks. */
const turnLimitMs = 300_000
const lookEveryMs = 200

/**
 * Does something that two starts in one folder must not do at once. The one that comes second waits for its turn.
 * The file that says whose turn it is names the process, so that one that was killed holds nobody up.
 */
function oneAtATime(folder, act) {
  const turn = join(folder, '.unclench-turn')
  const deadline = Date.now() + turnLimitMs
  let said = false
  while (!take(turn)) {
    if (Date.now() > deadline) fail(`Another start in this folder does not end. If there is none, delete ${turn}`)
    if (!said) console.log('Another start in this folder is installing or building. Waiting for it.')
    said = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookEveryMs)
  }
  try {
    return act()
  } finally {
    rmSync(turn, { force: true })
  }
}

/** Takes the turn. False while a living process has it. */
function take(turn) {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST')
      return fail(`This folder cannot be written to (${error.code}). Start from one that can.`)
    if (!isAlive(readText(turn))) rmSync(turn, { force: true })
    return false
  }
}

/** Is this the number of a process that runs? A file that is still empty belongs to one that is just writing it. */
function isAlive(text) {
  if (text === '') return true
  try {
    process.kill(Number(text), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/**
 * A program from Debian's packages: found by one of its names, or installed as root with apt-get, or one line that says how.
 * @param names what it may be called; an absolute path is looked for as it is
 * @param debianPackage the package that brings it
 */
export function findOrInstall(what, names, debianPackage) {
  const found = findProgram(names)
  if (found) return found
  const how = `${what} was not found. Install it (on Debian or Ubuntu: apt-get install ${debianPackage}), then try again.`
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) return fail(how)
  console.log(`Installing ${what} from Debian's packages.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' })
    if (status !== 0) fail(`${how}\napt-get ${args[0]} said: ${(stderr || stdout).trim().split('\n').at(-1)}`)
  }
  return findProgram(names) ?? fail(how)
}

/**
 * The Chromium that the browser tests drive: `CHROMIUM` if it is set, else npm's where it has one for this machine, else
 * whichever is here, else Debian's.
 */
export function findChromium(tools) {
  const chosen = process.env.CHROMIUM
  if (chosen) return findProgram([chosen]) ?? fail(`CHROMIUM is set to ${chosen}, which cannot be run.`)
  const brought = here === 'linux-x64' ? unpackChromium(tools) : undefined
  if (brought) return brought
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return findOrInstall(
    'Chromium',
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', mac],
    'chromium',
  )
}

/** Installs and unpacks npm's Chromium. `undefined` where it does not run, as without the C library that it was built for. */
function unpackChromium({ node, env }) {
  const folder = join(root, 'scripts', 'chromium')
  installPackages(folder, ['ci', '--ignore-scripts'])
  const unpacked = join(folder, 'node_modules', '.unpacked')
  mkdirSync(unpacked, { recursive: true })
  const unpack = () =>
    spawnSync(node, [join(folder, 'unpack.mjs')], { env: { ...env, TMPDIR: unpacked }, encoding: 'utf8' })
  const { status, stdout } = oneAtATime(folder, unpack)
  const program = stdout?.trim()
  return status === 0 && spawnSync(program, ['--version']).status === 0 ? program : undefined
}

/** The path of the first of these programs that can be run. */
function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))))
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * What the look at the types is told besides: it is a Go program that lives for seconds, and a fourth of its work was to free
 * memory again. It does so from two gigabytes on.
 */
export const typesEnv = { GOGC: 'off', GOMEMLIMIT: '2GiB' }

/**
 * Runs a program until it ends and passes the signals on that end us. It is put in its own process group, so that
 * Ctrl-C reaches it once, through us, and it can close what it has open. A second Ctrl-C ends it at once.
 * @param holdErrors what it says of errors before it listens is kept back, and shown only if it ends with `saidWhy`
 * Returns its exit code (128 + n after a signal), and whether it ever said that it listens.
 */
export function runToEnd(program, args, { holdErrors = false, ...options } = {}) {
  const detached = process.platform !== 'win32'
  const stdio = ['inherit', 'inherit', holdErrors ? 'pipe' : 'inherit', 'ipc']
  const child = spawn(program, args, { cwd: root, stdio, detached, ...options })
  let listening = false
  let held = ''
  child.stderr?.on('data', (chunk) => {
    if (listening) process.stderr.write(chunk)
    else held += chunk
  })
  child.on('message', (message) => {
    listening ||= message === 'listening'
  })
  passSignalsOn(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (listening || code === saidWhy) process.stderr.write(held)
      resolve({ code: code ?? 128 + system.signals[signal], listening })
    })
  })
}

function passSignalsOn(child) {
  let asked = false
  const stop = (signal) => {
    child.kill(asked ? 'SIGKILL' : signal)
    asked = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // A signal to npm alone ends npm and the shell between us, which passes nothing on: notice that they are gone.
  const parent = process.ppid
  const lookForParent = () => process.ppid !== parent && !asked && stop('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(lookForParent, 250).unref()
}

function npm(folder, args) {
  return spawnSync('npm', args, {
    cwd: folder,
    env: outsideEnv(),
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
}

/** npm's own reason in a few words: its lines without the prefix, its code and its advice. */
function firstReason(said) {
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, ''))
  const code = lines.find((line) => line.startsWith('code '))?.slice(5)
  const reason = lines.find((line) => line && !/^(code|errno|syscall|path|npm) /.test(line))
  return [code, reason].filter(Boolean).join(', ').replace(/\.$/, '') || 'npm gave no reason'
}

/**
 * The environment as it was before npm started us: its `npm_…` settings would point a second npm at the wrong folder,
 * and our own programs would come before the system's while they are being replaced.
 */
function outsideEnv() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|config_local_prefix)/.test(name),
  )
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]\.bin$/.test(folder))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) }
}

/** What a JSON file holds; `undefined` when it cannot be read or was cut off. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
