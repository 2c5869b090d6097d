/**
 * `npm run check`: types, lint, walls and unit tests, side by side: the look before each commit. Whole lives and tables (`wide`),
 * proofs and browsers are in `npm test`. Plain Node 20 and its own modules only; the tools run on Node 26.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root, typesEnv } from './toolchain.mjs'

const tools = prepare()

/** One tool, heard to its end, so that what two of them say does not mix. */
function check(name, tool, args) {
  return new Promise((resolve) => {
    const child = spawn(tools.node, [join(root, 'node_modules', tool), ...args], {
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
  check('Types', 'typescript/bin/tsc', ['-b']),
  check('Lint and format', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  check('Walls and units', 'vitest/vitest.mjs', ['run', '--project=unit', '--maxWorkers=100%', '--reporter=dot']),
])
process.exitCode = outcomes.every(Boolean) ? 0 : 1
