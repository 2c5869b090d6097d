import { expect, test } from 'vitest'
import { checkState } from './check.ts'
import { protocol } from './protocol.ts'
import { switches } from './switches.ts'

test('a check follows the switches unless told otherwise, and its result names which protocol it was', () => {
  const other = { nhsListStrict: !switches.nhsListStrict }
  expect(checkState({}).protocolVersion).toBe(protocol(switches).version)
  expect(checkState({}, other).protocolVersion).toBe(protocol(other).version)
  expect(protocol(other).version).not.toBe(protocol(switches).version)
})
