/**
 * Lets Node load our sources by itself, TypeScript, JSX and `?raw` texts, as Vite does for the build. Tests without a
 * browser run so (vitest.config.ts): what Vitest's own loader makes of them is slower to make, and slower to run.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

const options = { jsx: { runtime: 'automatic', importSource: 'preact' }, sourcemap: true }

/** What a source is without its types, and where each part of it came from, so that a failure names the line that we wrote. */
function withoutTypes(file) {
  const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), options)
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map(({ message }) => message).join('\n')}`)
  const origin = Buffer.from(JSON.stringify({ ...map, sources: [file] })).toString('base64')
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${origin}`
}

registerHooks({
  load(url, context, next) {
    const { protocol, pathname, search } = new URL(url)
    if (protocol !== 'file:' || pathname.includes('/node_modules/')) return next(url, context)
    const file = fileURLToPath(url)
    if (search === '?raw') {
      const source = `export default ${JSON.stringify(readFileSync(file, 'utf8'))}`
      return { format: 'module', source, shortCircuit: true }
    }
    if (!/\.tsx?$/.test(pathname)) return next(url, context)
    return { format: 'module', source: withoutTypes(file), shortCircuit: true }
  },
})
