/**
 * `npm run check`: types, lint, walls, unit tests and what older browsers cannot read, side by side: the look before each
 * commit. Whole lives and tables (`wide`), proofs and browsers are in `npm test`. Plain Node 20 and its own modules only; the tools run on Node 26.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale, prepare, root, typesEnv } from './toolchain.mjs'

const tools = prepare()
// What counts for older browsers is what is built.
buildIfStale(tools)

/** One tool, heard to its end, so that what two of them say does not mix. */
function check(name, tool, args) {
  return new Promise((resolve) => {
    const child = spawn(tools.node, [join(root, tool), ...args], {
      cwd: root,
      env: { ...tools.env, ...typesEnv },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('close', (code) => {
      console.log(code === 0 ? `${name}: passed` : `${said}\n${name}: FAILED`)
      resolve(code === 0)
    })
  })
}

const outcomes = await Promise.all([
  check('Types', 'node_modules/typescript/bin/tsc', ['-b']),
  check('Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  check('Older browsers', 'scripts/check-browsers.ts', []),
  check('Walls and units', 'node_modules/vitest/vitest.mjs', [
    'run',
    '--project=unit',
    '--maxWorkers=100%',
    '--reporter=dot',
  ]),
])
process.exitCode = outcomes.every(Boolean) ? 0 : 1
