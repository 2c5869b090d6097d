/**
 * `npm start`: installs what is missing, builds what has changed, and runs the server on PORT, or 3000.
 * The server itself prints its address once it listens. Plain Node 20 and its own modules only.
 */
import { createServer } from 'node:net'
import { serverFlags } from './server-flags.mjs'
import { buildIfStale, fail, prepare, reinstallPackages, root, runToEnd, saidWhy } from './toolchain.mjs'

const port = parsePort(process.env.PORT ?? '3000')
await claim(port)
const tools = prepare()
const seconds = buildIfStale(tools)
if (seconds > 0) console.log(`Built in ${seconds.toFixed(1)} s.`)
// Once more: an install takes long enough for somebody else to come first.
await claim(port)
process.exitCode = await serve()

/** Runs the server. If it cannot even begin, a package has lost a file: they are installed again, once. */
async function serve() {
  const first = await run()
  if (first.listening || first.code === 0 || first.code === saidWhy || first.code > 128) return first.code
  console.log('The server could not begin.')
  reinstallPackages()
  const second = await run()
  if (!second.listening && second.code !== saidWhy)
    fail('The server cannot begin, even with packages installed anew. Try a fresh clone, and tell us what it says.')
  return second.code
}

function run() {
  return runToEnd(tools.node, [...serverFlags, 'dist/server/main.js'], {
    cwd: root,
    env: { ...tools.env, PORT: String(port), NODE_ENV: process.env.NODE_ENV ?? 'production' },
    holdErrors: true,
  })
}

/** A port as people write it. 0 asks the system for any free one. */
function parsePort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  return fail(`PORT must be a whole number from 0 to 65535, not "${text}". Try: PORT=3001 npm start`)
}

/** Ends with one line when the port cannot be had. */
function claim(wanted) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const other = wanted < 1024 || wanted === 65_535 ? 3000 : wanted + 1
      if (error.code === 'EADDRINUSE') fail(`Port ${wanted} is taken. Try: PORT=${other} npm start`)
      if (error.code === 'EACCES') fail(`Port ${wanted} is not open to you. Try: PORT=${other} npm start`)
      fail(`Port ${wanted} cannot be used (${error.message}). Try: PORT=${other} npm start`)
    })
    probe.listen(wanted, () => probe.close(resolve))
  })
}
