/** Run in a real browser's page by record-store.test.ts: the contract of the store, over the IndexedDB that is there. */
import { asEpochMs } from '../src/care/evidence/time.ts'
import { openNotebook } from '../src/offline/record-store.ts'
import { storeContract } from '../src/offline/record-store.contract.ts'

Object.assign(globalThis, {
  /** One sentence, by its words. Gives what is wrong; empty when it holds. */
  holdsHere: async (says: string): Promise<string> => {
    const store = openNotebook(
      () => crypto.randomUUID(),
      () => asEpochMs(Date.now()),
      'build',
    )
    try {
      await storeContract[says]?.(store)
      return says in storeContract ? '' : 'There is no such sentence.'
    } catch (error) {
      return String(error)
    }
  },
})
