/** Whoever reads what a clinic holds of them meets no name of a table. */
import { expect, test } from 'vitest'
import { erasureRules } from '../../clinic/people/erase-person.ts'
import { exportHeadings } from './export-headings.ts'

test('each table that can hold something of a person has a heading in words, and no other has one', () => {
  // The rules of forgetting name all of them (keeping.db.test.ts).
  expect(Object.keys(exportHeadings).sort()).toEqual(Object.keys(erasureRules).sort())
  for (const words of Object.values(exportHeadings)) expect(words).not.toContain('_')
})
