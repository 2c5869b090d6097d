/** The record's store, knowing of its locked copy: whether there is one, and that erasing forgets the key. */
import type { DeviceNotebook } from '../record-store.ts'
import { patienceMs, within } from '../time-limit.ts'
import type { SyncPlace } from './sync-place.ts'

/** The same store. The copy itself stays where it is: only its person can delete it. */
export const withLockedCopy = (notebook: DeviceNotebook, place: SyncPlace): DeviceNotebook => ({
  ...notebook,
  hasLockedCopy: () => within(patienceMs, place.sentCopy()).catch(() => false),
  erase: async () => {
    await notebook.erase()
    await within(patienceMs, place.forget())
  },
})
