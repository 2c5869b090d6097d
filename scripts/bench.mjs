/**
 * `npm run bench`: builds, then measures side by side with peers. What is measured is in bench/main.ts.
 * Plain Node 20 and its own modules only.
 */
import { buildIfStale, prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
buildIfStale(tools)
process.exitCode = await runToEnd(tools.node, ['bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: tools.env,
})
