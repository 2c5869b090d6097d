/** docs/cases.md held to its word: no number is missing or twice, and every test that a row names exists and is in `npm test`. */
import { markedCalls } from './whole-marks.ts'

/** How a case stands: held, held but for something that is said, or not here with the reason. */
const words = ['held', 'in part', 'not here'] as const

/** One row of a table: its number, its tests, and the honest word. */
interface CaseRow {
  readonly number: number
  readonly tests: readonly { readonly file: string; readonly name: string }[]
  readonly word: string
}

const rowsOf = (document: string): readonly CaseRow[] =>
  [...document.matchAll(/^\| (\d+) \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(([, number, tests = '', word = '']) => ({
    number: Number(number),
    tests: [...tests.matchAll(/`([^`]+?) :: ([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name })),
    word: word.trim(),
  }))

/** A title as a test file writes it. */
const isTitle = (source: string, name: string) => ["'", '"', '`'].some((quote) => source.includes(quote + name + quote))

/**
 * What is wrong with the document, in sentences; none where nothing is.
 * @param document docs/cases.md
 * @param read the text of a file by its path in the repository; undefined where there is none
 */
export function checkCases(document: string, read: (file: string) => string | undefined): readonly string[] {
  const rows = rowsOf(document)
  const wanted = [...document.matchAll(/^Numbers: ([\d ]+)\.$/gm)].flatMap(([, list = '']) =>
    list.trim().split(/ +/).map(Number),
  )
  const told = rows.map(({ number }) => number)
  return [
    ...(wanted.length === 0 ? ['the document lists no number at all'] : []),
    ...wanted.filter((number) => !told.includes(number)).map((number) => `${number} has no row`),
    ...told.filter((number) => !wanted.includes(number)).map((number) => `${number} is in no list of numbers`),
    ...told.filter((number, at) => told.indexOf(number) !== at).map((number) => `${number} stands twice`),
    ...rows.flatMap((row) => faultsOf(row, read)),
  ]
}

function faultsOf({ number, tests, word }: CaseRow, read: (file: string) => string | undefined): readonly string[] {
  const start = words.find((one) => word === one || word.startsWith(`${one}: `))
  return [
    ...(start ? [] : [`${number} does not say "held", "in part: …" or "not here: …"`]),
    ...(start !== 'held' && word === start ? [`${number} does not say why it is ${start}`] : []),
    ...(start !== 'not here' && tests.length === 0 ? [`${number} names no test`] : []),
    ...tests.flatMap(({ file, name }) => {
      const source = read(file)
      if (source === undefined) return [`${number}: there is no file ${file}`]
      if (!isTitle(source, name)) return [`${number}: ${file} has no test by the name "${name}"`]
      const isLeft = markedCalls(file, source).some((call) => isTitle(call, name))
      return isLeft ? [`${number}: "${name}" of ${file} is left to the whole form`] : []
    }),
  ]
}
