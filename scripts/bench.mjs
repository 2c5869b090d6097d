/**
 * `npm run bench`: installs the peers (bench/package.json), builds, then measures side by side. What is measured is in
 * bench/main.ts; names after `--` choose: `npm run bench -- engine`. Plain Node 20 and its own modules only.
 */
import { join } from 'node:path'
import { buildIfStale, findChromium, installPackages, prepare, root, runToEnd } from './toolchain.mjs'

const chosen = process.argv.slice(2)
const looksAtPages =
  chosen.length === 0 || ['pages', 'record', 'search', 'lighthouse', 'player'].some((part) => chosen.includes(part))

const tools = prepare()
// The lock lists only the platforms that ZEN is published for everywhere, which `npm ci` would not take.
installPackages(join(root, 'bench'), ['install', '--no-save', '--ignore-scripts'])
const env = looksAtPages ? { ...tools.env, CHROMIUM: findChromium(tools) } : tools.env
buildIfStale(tools)
const { code } = await runToEnd(tools.node, ['bench/main.ts', ...chosen], { cwd: root, env })
process.exitCode = code
