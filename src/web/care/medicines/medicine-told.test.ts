/** What a form told of too much is written down once, and again where it says anything else or somebody has seen to it since. */
import { expect, test } from 'vitest'
import { idBeside } from '../../../care/evidence/ids.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { TooMuchTold } from '../../../care/programme/events.ts'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import type { MedicinesNow } from './medicine-now.tsx'
import { isUnwritten } from './medicine-told.ts'

const form = '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e00'
const when = { at: asEpochMs(noon), day: '2027-01-15' } as const
const told = (part: Partial<TooMuchTold> = {}): TooMuchTold => ({
  ...{ v: 1, id: '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9eff', ...when, kind: 'tooMuchTold', facts: { onPurpose: 'no' } },
  ...part,
})
const seen = { v: 1, id: 'visit', ...when, kind: 'clinicianCleared', who: 'GP' } as const satisfies NotebookEvent

/** Sends these one after another from the same form; what the record holds of them then. */
async function sent(forms: readonly (TooMuchTold | typeof seen)[], act: string | undefined = form) {
  const notebook = memoryNotebook()
  const home = { kind: 'server', notebook, now: () => noon } as unknown as MedicinesNow['home']
  for (const event of forms) {
    if (event.kind === 'clinicianCleared') await notebook.append(event)
    else {
      const fields = new Map(act === undefined ? [] : [['act', [act]]])
      expect(await isUnwritten({ kept: 'yes', home, fields } as unknown as MedicinesNow, event)).toBe(false)
    }
  }
  return notebook.events.filter(({ kind }) => kind === 'tooMuchTold')
}

test('the same told twice by one form is written once, under the id of the form', async () => {
  const events = await sent([told(), told()])
  expect(events.map(({ id }) => id)).toEqual([idBeside(form, 'version', 0)])
})
test.each<[string, Partial<TooMuchTold>]>([
  ['an answer', { facts: { onPurpose: 'yes' } }],
  ['an answer more', { facts: { onPurpose: 'no', liverDisease: 'no' } }],
  ['a weight', { weightKg: 48 }],
  ['an emergency', { emergency: true }],
])('%s that the form tells after that is written too, and the first again after it', async (_what, part) => {
  const events = await sent([told(), told(part), told(part), told()])
  expect(events.map(({ id }) => id)).toEqual([0, 1, 2].map((version) => idBeside(form, 'version', version)))
  expect(events[1]).toMatchObject(part)
})
test('the same said after a visit is told anew', async () => {
  expect(await sent([told(), seen, told()])).toHaveLength(2)
})
test('another form that tells the same writes it under its own id', async () => {
  const other = form.replace('2a6b', '3c7d')
  const notebook = memoryNotebook()
  const home = { kind: 'server', notebook, now: () => noon } as unknown as MedicinesNow['home']
  for (const act of [form, other])
    await isUnwritten({ kept: 'yes', home, fields: new Map([['act', [act]]]) } as unknown as MedicinesNow, told())
  expect(notebook.events.map(({ id }) => id)).toEqual([form, other].map((act) => idBeside(act, 'version', 0)))
})
test('a form with no id of its own writes what it tells', async () => {
  expect((await sent([told()], 'nonsense')).map(({ id }) => id)).toEqual([told().id])
})
test('where nothing is kept nothing is unwritten; where the device refuses it is', async () => {
  const home = {
    kind: 'server',
    notebook: { all: async () => [], appendAll: () => Promise.reject(new Error('full')) },
    now: () => noon,
  }
  const now = (kept: string) => ({ kept, home, fields: new Map() }) as unknown as MedicinesNow
  expect(await isUnwritten(now('no'), told())).toBe(false)
  expect(await isUnwritten(now('yes'), told())).toBe(true)
})
