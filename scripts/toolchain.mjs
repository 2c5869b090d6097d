/**
 * What every command needs before it can do its work: packages, Node 26, a build, a browser.
 * Called by the other scripts here. Plain Node 20 and its own modules only, since it runs before anything is installed.
 * Expected failures print one line that says what to do, and end with exit code 1.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const programs = join(modules, '.bin')
const neededMajor = 26
/** The hash of the sources that `dist` was built from. */
const stamp = join(root, 'dist', '.sources')

const here = `${process.platform}-${process.arch}`
/** Whether the npm package `node` has a Node for this machine. */
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
  const stale = whatIsStale(folder)
  if (!stale) return
  console.log(`Installing packages (${stale}). This takes about a minute the first time.`)
  const { status, error, stderr } = npm(folder, [
    ...how,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(served ? [] : ['--ignore-scripts']),
  ])
  if (error) fail(`npm could not be run (${error.message}). Unclench needs npm 10 or newer beside Node.`)
  if (status !== 0)
    fail(`The packages could not be installed: ${firstReason(stderr)}. Check the network, then try: npm ci`)
  const left = whatIsStale(folder)
  if (left) fail(`The packages are not as package-lock.json says, even after npm ${how[0]} (${left}). Try: npm ci`)
}

/** Why an install is needed, or `undefined`. Compares the lock with npm's own record of what it installed. */
function whatIsStale(folder) {
  const wanted = readJson(join(folder, 'package-lock.json')).packages
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'none are here yet'
  const present = readJson(record).packages
  const changed = Object.keys(wanted).find((path) => {
    if (path === '') return false
    if (!present[path]) return !wanted[path].optional && !wanted[path].peer
    return present[path].version !== wanted[path].version
  })
  return changed && `${changed.replace(/^.*node_modules\//, '')} is missing or not the version that is wanted`
}

/** A Node of the version we need: the one from the npm package `node`, or the one that runs this. */
function findNode() {
  const brought = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (majorOf(brought) === neededMajor) return brought
  if (recent) return process.execPath
  // npm may be set up to run no install scripts. This one only links the Node that npm itself fetches.
  console.log(`Setting up Node ${neededMajor}.`)
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(modules, 'node'),
    env: outsideEnv(),
    stdio: 'ignore',
  })
  if (majorOf(brought) === neededMajor) return brought
  return fail(
    `Node ${neededMajor} could not be set up. Try: npm rebuild node (or install Node ${neededMajor} yourself).`,
  )
}

/** The major version of a Node program; `undefined` when it does not run. */
function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.match(/^v(\d+)/)?.[1]) : undefined
}

/** Builds when a source has changed since the last build. Returns the seconds it took; 0 when nothing had. */
export function buildIfStale(tools) {
  const done = ['client/worker.js', 'server/main.js'].every((file) => existsSync(join(root, 'dist', file)))
  if (done && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return 0
  const start = performance.now()
  if (!build(tools)) fail('The build failed: the lines above say where.')
  return (performance.now() - start) / 1000
}

/** Builds, and notes of which sources. Returns whether that went well; Vite has then said why not. */
export function build({ node, env }) {
  const sources = hashOfSources()
  rmSync(stamp, { force: true })
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--app', '--logLevel', 'warn']
  const { status } = spawnSync(node, args, { cwd: root, env: { ...env, NODE_ENV: 'production' }, stdio: 'inherit' })
  if (status === 0) writeFileSync(stamp, sources)
  return status === 0
}

/** One hash over everything that a build reads. */
function hashOfSources() {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|proof)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of [...files, join(root, 'vite.config.ts'), join(root, 'package-lock.json')])
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
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

/** The Chromium that the browser tests drive: `CHROMIUM` if it is set, else whichever is here, else Debian's. */
export function findChromium() {
  const chosen = process.env.CHROMIUM
  if (chosen) return findProgram([chosen]) ?? fail(`CHROMIUM is set to ${chosen}, which cannot be run.`)
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return findOrInstall(
    'Chromium',
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', mac],
    'chromium',
  )
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
 * Runs a program until it ends and passes the signals on that end us. It is put in its own process group, so that
 * Ctrl-C reaches it once, through us, and it can close what it has open. A second Ctrl-C ends it at once.
 * Returns its exit code (128 + n after a signal).
 */
export function runToEnd(program, args, options) {
  const detached = process.platform !== 'win32'
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', detached, ...options })
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
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + system.signals[signal]))
  })
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

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
