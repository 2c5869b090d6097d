/** How long the store is waited for, and when it is asked again. */
import { expect, test } from 'vitest'
import { waitedFor } from '../../scripts/passing-clock.ts'
import { RecordConnection } from './record-connection.ts'

test('a store that did not answer is asked again at once when its answer comes after all, and given more time for more', async () => {
  const connection = new RecordConnection()
  let answer: (value: string) => void = () => undefined
  const slow = new Promise<string>((resolve) => {
    answer = resolve
  })
  const { result, ms } = await waitedFor(async () => {
    await expect(connection.answered(slow, 3000)).rejects.toThrow()
    await expect(connection.answered(Promise.resolve('no'))).rejects.toThrow()
    answer('late')
    await slow
    return await connection.answered(Promise.resolve('again'))
  })
  expect([result, ms > 4400, ms < 4700]).toEqual(['again', true, true])
})
