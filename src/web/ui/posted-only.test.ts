import { expect, test } from 'vitest'
import { pageAbove } from './posted-only.ts'

const routes = [
  { method: 'ALL', path: '/*' },
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/record' },
  { method: 'POST', path: '/record/import' },
  { method: 'GET', path: '/visits/:token' },
  { method: 'POST', path: '/visits/:token/later/undo' },
  { method: 'GET', path: '/medicines' },
  { method: 'POST', path: '/medicines' },
  { method: 'POST', path: '/leave' },
]

test.each([
  ['/record/import', '/record'],
  ['/visits/a-token/later/undo', '/visits/a-token'],
  ['/medicines', undefined],
  ['/visits/a-token', undefined],
  ['/nowhere/at/all', undefined],
  ['/leave', undefined],
  ['', undefined],
])('the page above %s is %s', (path, page) => {
  expect(pageAbove(routes, path)).toBe(page)
})
