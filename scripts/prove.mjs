/**
 * `npm run prove`: builds, then runs the proofs of booking whole on the built server and the long tests whole, and writes
 * docs/proofs.md. What there is and what it takes is in prove/main.ts. Plain Node 20 and its own modules only.
 */
import { buildIfStale, findChromium, prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
buildIfStale(tools)
const parts = process.argv.slice(2)
const opensBrowser = parts.includes('pages') || parts.every((part) => part.startsWith('-'))
const env = { ...tools.env, ...(opensBrowser && { CHROMIUM: findChromium(tools) }) }
const { code } = await runToEnd(tools.node, ['prove/main.ts', ...parts], { cwd: root, env })
process.exitCode = code
