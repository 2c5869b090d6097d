/**
 * `npm run mutate`: installs Stryker (scripts/mutate/package.json), then changes the code in small ways, one at a time, and says
 * which changes no test noticed. For all of it that takes many hours; `npm run mutate -- FILE…` changes these files alone and asks
 * only the tests of their own folders, which is minutes. What it covers and what it cannot see is in docs/mutation.md.
 * Plain Node 20 and its own modules only; Stryker runs on Node 26.
 */
import { dirname, join } from 'node:path'
import { installPackages, prepare, root, runToEnd } from './toolchain.mjs'

const tools = prepare()
const folder = join(root, 'scripts/mutate')
// Vitest is the project's own, which npm would install here once more.
installPackages(folder, ['ci', '--ignore-scripts', '--legacy-peer-deps'])
const files = process.argv.slice(2)
const env = { ...tools.env, MUTATE_TESTS: files.map((file) => dirname(file)).join(',') }
const only = files.length > 0 ? ['--mutate', files.join(',')] : []
const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')
process.exitCode = (await runToEnd(tools.node, [stryker, 'run', ...only], { cwd: root, env })).code
