/** What a test file leaves to the whole form (scripts/short-form.ts), read from its text. */
import { parseSync, Visitor } from 'oxc-parser'

/** The calls of `test` or `describe` that bear the mark, each as it is written, title and all. @param file its name, for its kind */
export function markedCalls(file: string, source: string): readonly string[] {
  if (!source.includes('wholeFormOnly')) return []
  const marked: string[] = []
  const visitor = new Visitor({
    CallExpression({ start, end, arguments: given }) {
      const bears = given.some(
        (one) =>
          (one.type === 'Identifier' || one.type === 'ObjectExpression') &&
          /\bwholeFormOnly\b/.test(source.slice(one.start, one.end)),
      )
      if (bears) marked.push(source.slice(start, end))
    },
  })
  visitor.visit(parseSync(file, source).program)
  return marked
}
