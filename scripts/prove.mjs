/**
 * `npm run prove`: builds, then runs the proofs of booking whole on the built server, and writes docs/proofs.md. What there
 * is and what it takes is in prove/main.ts. Plain Node 20 and its own modules only.
 */
import { buildIfStale, prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
buildIfStale(tools)
const { code } = await runToEnd(tools.node, ['prove/main.ts', ...process.argv.slice(2)], { cwd: root, env: tools.env })
process.exitCode = code
