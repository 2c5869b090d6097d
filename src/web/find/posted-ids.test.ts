/** Ids in forms and addresses: ours are read, and what is none asks for nobody. */
import { expect, test } from 'vitest'
import { idOrNobody, readId } from './posted-ids.ts'

const id = '0192f0c1-7a2b-7c3d-8e4f-0123456789ab'
const nobody = '00000000-0000-0000-0000-000000000000'

test('an id of ours is read as it is; a form may send it in capitals', () => {
  expect([readId(id), idOrNobody(id), idOrNobody(id.toUpperCase())]).toEqual([id, id, id])
})

test.each([undefined, '', 'x', `${id}0`, id.slice(1), `${id}\n`, "' or true --"])('%j is no id of anybody', (text) => {
  expect(readId(text)).toBeUndefined()
  expect(idOrNobody(text ?? '')).toBe(nobody)
})
