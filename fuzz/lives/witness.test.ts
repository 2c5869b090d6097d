/** What the watcher of lives lets stand open of medicines at urgent: paracetamol alone, where it is OK, temperature first (§4.3). */
import { expect, test } from 'vitest'
import { Faults } from '../faults.ts'
import { type Level, Witness } from './witness.ts'

const card = (medicine: string, words: string) =>
  `<section class="card medicine" aria-labelledby="m-${medicine}"><h2>${medicine}</h2>${words}</section>`
const ok = 'You can take this if you want to'
const first = 'Take your temperature first, and write it down.'
const may = (...of: readonly string[]) =>
  `<h1>Yes, this fits now</h1>${of.map((one) => `<li>Then wait at least 4 hours before more ${one}.</li>`).join('')}`

function found(html: string, level: Level, stopped = false): readonly string[] {
  const faults = new Faults()
  const witness = new Witness(faults, new Map())
  witness.dangers.set('check', { level, atMs: 0, clock: 0, told: 'told' })
  witness.stopped = stopped
  const page = { path: '/medicines', asked: '/medicines', ledTo: null, status: 200, type: 'text/html', html }
  witness.saw(page, 'well', null, 'story', 1)
  return faults.all.map(({ what }) => what)
}
const dose = ['a dose is open at /medicines after a danger']

test.each([
  ['its card', card('paracetamol', `${ok} ${first}`) + card('ibuprofen', 'Not offered')],
  ['the answer that it fits', may('paracetamol') + first],
])('paracetamol alone may be taken at urgent: %s', (_, html) => {
  expect(found(html, 'urgent')).toEqual([])
  expect(found(html, 'emergency')).toEqual(dose)
  expect(found(html, 'urgent', true)).toEqual(dose)
  expect(found(html.replace(first, ''), 'urgent')).toEqual(dose)
})

test.each([
  ['another card', card('paracetamol', `${ok} ${first}`) + card('ibuprofen', ok)],
  ['words outside every card', card('paracetamol', `${ok} ${first}`) + ok],
  ['a product that holds another too', may('paracetamol', 'ibuprofen') + first],
  ['no name at all', may() + first],
])('nothing else may: %s', (_, html) => {
  expect(found(html, 'urgent')).toEqual(dose)
})
