/**
 * `npm run dev`: as `npm start`, and builds again and restarts the server whenever a source changes.
 * A build that fails leaves the last good server running. Plain Node 20 and its own modules only.
 */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, prepare, root } from './toolchain.mjs'

const tools = prepare()
const env = { ...tools.env, NODE_ENV: 'development' }
/** Editors write a file in several steps; wait until they are done. */
const settleMs = 80
let server
let waiting

function rebuild() {
  const start = performance.now()
  if (!build(tools)) return console.log('Not built. The last good version goes on; waiting for the next change.')
  console.log(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
  if (server?.exitCode !== null) return run()
  server.once('exit', run)
  server.kill('SIGTERM')
}

function run() {
  server = spawn(tools.node, ['dist/server/main.js'], { cwd: root, env, stdio: 'inherit' })
}

watch(join(root, 'src'), { recursive: true }, (_event, file) => {
  if (!file || /\.(test|proof)\.tsx?$/.test(file)) return
  clearTimeout(waiting)
  waiting = setTimeout(rebuild, settleMs)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    if (server?.exitCode !== null) process.exit(0)
    server.removeAllListeners('exit').once('exit', () => process.exit(0))
    server.kill('SIGTERM')
  })
rebuild()
