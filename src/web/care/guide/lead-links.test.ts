/** Where each kind of lead goes, and its words where the guide gives none; and what is left out while a danger holds. */
import { expect, test } from 'vitest'
import type { Lead } from '../../../care/guide/types.ts'
import { linksOf } from './lead-links.ts'

const leads: readonly (readonly [Lead, string])[] = [
  [{ to: 'check' }, '/check Do the check'],
  [{ to: 'plan' }, '/plan My plan'],
  [{ to: 'medicines' }, '/medicines Which painkiller may suit you'],
  [{ to: 'report' }, '/report A page for a doctor or physio'],
  [{ to: 'flarePlan' }, '/programme/flare My flare plan'],
  [{ to: 'relax' }, '/relax Relax with a guide'],
  [{ to: 'movements' }, '/movements All movements'],
  [{ to: 'diary' }, '/diary My diary'],
  [{ to: 'emergency' }, '/emergency Emergency signs'],
  [{ to: 'letters' }, '/letters Letters by email'],
  [{ to: 'ask' }, '/ask Ask a therapist'],
  [{ to: 'pdfs' }, '/guide/pdf Guides to print and keep'],
  [{ to: 'step', step: 'drink' }, '/plan/step/drink Drink as you usually do'],
  [{ to: 'movement', movement: 'M05' }, '/movements/M05 Cat-cow'],
  [{ to: 'prevention', page: 'walking' }, '/prevent/walking A walking plan'],
  [{ to: 'prevention', page: 'strength' }, '/prevent/strength Strength on two days a week'],
  [{ to: 'prevention', page: 'breaks' }, '/prevent/breaks Short breaks from sitting'],
  [{ to: 'prevention', page: 'lifting' }, '/prevent/lifting Practise lifting'],
  [{ to: 'prevention', page: 'warmUp' }, '/prevent/warm-up Warm up'],
  [{ to: 'prevention', page: 'desk' }, '/prevent/desk Your desk'],
  [{ to: 'prevention', page: 'sleep' }, '/prevent/lessons/sleep Sleep'],
  [{ to: 'article', article: 'heat-or-ice' }, '/guide/heat-or-ice Heat or ice?'],
  [{ to: 'treatment', treatment: 'walking' }, '/treatments/walking Walking, kept up'],
]

test.each(leads)('%j', (lead, link) => {
  expect(linksOf([lead]).map(({ href, text }) => `${href} ${text}`)).toEqual([link])
})

test('while a danger holds none leads to a step, a movement, the plan or relaxing; all others do', () => {
  const left = leads.filter(([lead]) => linksOf([lead], true).length === 0).map(([{ to }]) => to)
  expect([...new Set(left)].sort()).toEqual(['movement', 'movements', 'plan', 'relax', 'step'])
})

test('the words of the guide come before our own', () => {
  expect(linksOf([{ to: 'diary', text: 'Write it down' }])).toEqual([{ href: '/diary', text: 'Write it down' }])
})
