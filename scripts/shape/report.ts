/**
 * What the measured shape comes to: the lines of the report, and what breaks a limit.
 * Pure: it is given the shapes. Never: judges a test by its length.
 */
import { goals, longestFunction, mostFileLines, mostFunctionLines } from './limits.ts'
import { type FileShape, quantile } from './measure.ts'

/** Everything above the limit, as sentences. Empty when all is well. */
export function shapeFaults(shapes: readonly FileShape[]): readonly string[] {
  const tooLong = shapes.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines }) => lines > longestFunction)
      .map(({ name, lines }) => `${path}: ${name} has ${lines} lines, and ${longestFunction} is the most`),
  )
  const untold = shapes
    .filter(({ path }) => path.startsWith('src/care/'))
    .flatMap(({ path, undocumented }) => undocumented.map((name) => `${path}: ${name} is exported without a docstring`))
  const unexplained = shapes.flatMap((shape) =>
    shape.unexplained.map((line) => `${shape.path}:${line} asserts a type without a comment that says why it is so`),
  )
  return [...tooLong, ...longOnTheWhole(shapes), ...untold, ...unexplained]
}

/** Where more than one function or file in ten is long. */
function longOnTheWhole(shapes: readonly FileShape[]): readonly string[] {
  const ofFunctions = quantile(
    shapes.flatMap(({ functions }) => functions.map(({ lines }) => lines)),
    0.9,
  )
  const ofFiles = quantile(
    shapes.map(({ logicLines }) => logicLines),
    0.9,
  )
  return [
    ...(ofFunctions > mostFunctionLines
      ? [`nine functions in ten have up to ${ofFunctions} lines, and ${mostFunctionLines} is the most`]
      : []),
    ...(ofFiles > mostFileLines
      ? [`nine files in ten have up to ${ofFiles} lines without their tables, and ${mostFileLines} is the most`]
      : []),
  ]
}

/** The report: files, functions, casts and docstrings, each in a line. */
export function shapeReport(shapes: readonly FileShape[]): readonly string[] {
  const functions = shapes.flatMap((shape) => shape.functions.map(({ lines }) => lines))
  const logic = shapes.map(({ logicLines }) => logicLines)
  const lines = sum(shapes.map((shape) => shape.lines))
  const casts = sum(shapes.map((shape) => shape.casts.length))
  const care = shapes.filter(({ path }) => path.startsWith('src/care/'))
  return [
    `Shape: read ${shapes.length} files with ${lines} lines.`,
    `functions   half up to ${quantile(functions, 0.5)} lines, nine in ten up to ${quantile(functions, 0.9)} (limit ${mostFunctionLines}), longest ${Math.max(0, ...functions)} (limit ${longestFunction})`,
    `files       half up to ${quantile(logic, 0.5)} lines without their tables, nine in ten up to ${quantile(logic, 0.9)} (limit ${mostFileLines})`,
    `casts       ${casts}, ${((1000 * casts) / Math.max(1, lines)).toFixed(1)} in 1,000 lines (goal ${goals.castsPer1000})`,
    `docstrings  on ${documentedShare(shapes)} % of what is exported, in care on ${documentedShare(care)} % (limit 100)`,
  ]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function documentedShare(shapes: readonly FileShape[]): number {
  const exported = sum(shapes.map((shape) => shape.exported.length))
  const undocumented = sum(shapes.map((shape) => shape.undocumented.length))
  return exported === 0 ? 100 : Math.floor((100 * (exported - undocumented)) / exported)
}
