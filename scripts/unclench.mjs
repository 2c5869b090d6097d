/** `npm run unclench -- COMMAND`: what an installation is looked after with. Plain Node 20 and its own modules only. */
import { buildIfStale, prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
buildIfStale(tools)
// From where it was called, so that `backup FILE` means the file that was meant; data and build are the project's.
const env = { ...tools.env, UNCLENCH_FROM: process.env.INIT_CWD ?? process.cwd() }
const { code } = await runToEnd(tools.node, ['dist/server/unclench.js', ...process.argv.slice(2)], { cwd: root, env })
process.exitCode = code
