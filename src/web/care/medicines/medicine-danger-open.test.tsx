/** A danger that was told and that no whole check has settled: no dose fits, whatever the list of doses says (H-08, H-12). */
import { expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { checkEvent, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { homeWith, portion, press, throughGate } from './medicine.fixtures.ts'

const form = '0f5c1d4e-5b7a-4f3e-8d1c-00000000aaaa'
const overdose = [
  ['form', form],
  ['pain', '2'],
  ['note', 'I took an overdose of 20 paracetamol'],
] as const

test.each([
  ['where no check was ever done', false],
  ['where the whole gate is answered and paracetamol was OK', true],
] as const)(
  'after a note of an overdose, %s, a dose is not said to fit: the check comes first',
  async (_, answered) => {
    const notebook = memoryNotebook(answered ? [checkEvent()] : [])
    const home = homeWith(notebook)
    if (answered) await throughGate(home, await home.get('/medicines'))
    const asks = async () =>
      press(home, await home.get('/medicines/tally'), [...portion('paracetamol500', '1'), ['do', 'may']])
    expect((await asks()).heading).toBe(answered ? 'Yes, this fits now' : 'Answer a few questions first')
    home.later(hourMs)
    await home.post('/diary/entry', overdose)
    const tally = await home.get('/medicines/tally')
    expect(tally.text).toContain('Take none yet. First, do the check.')
    const may = await asks()
    expect(may.heading).toBe('Do the check first')
    expect(may.text).toContain('This may need help now')
    expect(may.html).toContain('href="/check"')
    expect(may.text).not.toMatch(/this fits now|overdose/)
  },
)

test('a whole check that was done since settles it, and the list asks its own questions again', async () => {
  const notebook = memoryNotebook([])
  const home = homeWith(notebook)
  await home.post('/diary/entry', overdose)
  const since = { ...checkEvent({}, asEpochMs(noon + hourMs)), id: form.replace('aaaa', 'bbbb') }
  await notebook.append(since as NotebookEvent)
  home.later(2 * hourMs)
  const tally = await home.get('/medicines/tally')
  expect(tally.text).not.toMatch(/First, do the check|may need help now/)
})
