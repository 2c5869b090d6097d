/**
 * Prints the shape of the code, a part of `npm test`: how long functions and files are, casts and docstrings.
 * Ends with 1 where a limit of scripts/shape/limits.ts is broken, or where no file was read.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMeasured, measureFile } from './shape/measure.ts'
import { shapeFaults, shapeReport } from './shape/report.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const paths = globSync('{src,scripts}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['**/node_modules'] }).map((path) =>
  path.replaceAll('\\', '/'),
)
const shapes = paths.filter(isMeasured).map((path) => measureFile(path, readFileSync(`${root}/${path}`, 'utf8')))
const faults = shapeFaults(shapes)
for (const line of [...shapeReport(shapes), ...faults]) console.log(line)
process.exitCode = faults.length > 0 || shapes.length === 0 ? 1 : 0
