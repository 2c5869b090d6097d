/**
 * `npm run fuzz`: bundles the fuzz, since Node alone reads no pages, and runs it on Node 26. What it does and takes is in
 * fuzz/main.ts. Plain Node 20 and its own modules only.
 */
import { join } from 'node:path'
import { prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
const run = (args) => runToEnd(tools.node, args, { cwd: root, env: tools.env })
const vite = join(root, 'node_modules/vite/bin/vite.js')
const bundled = await run([vite, 'build', '--config', 'fuzz/vite.config.ts'])
process.exitCode =
  bundled.code !== 0 ? bundled.code : (await run(['node_modules/.cache/fuzz/main.js', ...process.argv.slice(2)])).code
