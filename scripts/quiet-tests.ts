/**
 * Runs before every file of tests: a `console.error` during it fails it, since an error that is only printed is one
 * that nobody acts on. A test that expects one replaces `console.error` itself and puts it back.
 */
import { afterAll, afterEach } from 'vitest'

const real = console.error
let said: string[] = []
console.error = (...parts: unknown[]) => {
  said.push(parts.map(String).join(' '))
  real(...parts)
}

function expectQuiet() {
  const heard = said
  said = []
  if (heard.length > 0) throw new Error(`console.error was called:\n${heard.join('\n')}`)
}

afterEach(expectQuiet)
afterAll(() => {
  console.error = real
  expectQuiet()
})
