/**
 * The pages of one's own record, line by line, in each state that it can stand in: what is said first, where each link and form
 * leads. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { describe, test } from 'vitest'
import { looked, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId } from '../programme/programme.fixtures.ts'
import type { NotebookStore } from '../home.ts'

type Device = ReturnType<typeof device>
const withStore = (part: Partial<NotebookStore>): Device => device(Object.assign(memoryNotebook(), part))
const withEntries = async (many: number, home = device()): Promise<Device> => {
  for (let day = 0; day < many; day += 1) await home.morning(day, day % 5)
  return home.at(many)
}
const no = async (): Promise<never> => {
  throw new Error('no')
}
const record = ['/record', '/record/erase']
const one: NotebookEvent = { v: 1, id: freshId(), at: noon, kind: 'stepDone', step: 'walk' }

const states: readonly (readonly [name: string, addresses: readonly string[], make: () => Promise<Device>])[] = [
  ['empty', record, async () => device()],
  ['one entry', record, async () => withEntries(1)],
  ['a programme', ['/record'], async () => begunOn()],
  ['many entries', ['/record?page=2', '/record?page=9'], async () => withEntries(52)],
  ['one entry that cannot be read', record, async () => withStore({ setAside: async () => ['{'] })],
  ['two entries that cannot be read', record, async () => withStore({ setAside: async () => ['{', '['] })],
  ['what cannot be read cannot be counted', record, async () => withStore({ setAside: no })],
  ['thrown away by the browser', ['/record'], async () => withStore({ isLost: async () => true })],
  ['not all taken by the device', ['/record'], async () => withStore({ heldBack: async () => [one] })],
  ['with a locked copy', ['/record'], async () => withStore({ hasLockedCopy: async () => true })],
  ['not to be opened', record, async () => withStore({ all: no })],
  ['with a danger', record, async () => device().check(0, 8, { A1: 'yes', 'A1.when': 'new' })],
]

const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  [
    'erased',
    async () => withEntries(2),
    [
      ['/record/erase', {}],
      ['/record/erase', { sure: 'yes' }],
    ],
  ],
  ['erased, which the device refuses', async () => withStore({ erase: no }), [['/record/erase', { sure: 'yes' }]]],
]

const reviewed = reviewedOutlines(new URL('./record-outline.txt', import.meta.url))

describe('the pages of the record, line by line', () => {
  test.each(states)('%s', async (name, addresses, make) => {
    reviewed.check(name, await looked(await make(), addresses))
  })
  test.each(posts)('sent: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })
  test('and the file has no state that is not looked at', reviewed.end)
})
