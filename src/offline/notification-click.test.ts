import { expect, test } from 'vitest'
import { openFromNote, pageOf } from './notification-click.ts'

test('a note leads to its own page, and never away from ours', () => {
  expect(pageOf({ href: '/prevent/walking' })).toBe('/prevent/walking')
  for (const data of [
    null,
    undefined,
    3,
    {},
    { href: 3 },
    { href: '//evil.example' },
    { href: 'https://evil.example/' },
  ])
    expect(pageOf(data)).toBe('/')
  expect(pageOf({ href: '/\\evil.example' })).toBe('/')
})

test('a press closes the note, goes to a tab that shows the page already, else opens one', async () => {
  const done: string[] = []
  const note = (href: string) => ({ close: () => void done.push('closed'), data: { href } })
  const tabs = {
    matchAll: async () => [
      { url: 'https://unclench.example/prevent/walking?x', focus: async () => void done.push('to the tab') },
    ],
    openWindow: async (page: string) => void done.push(`opened ${page}`),
  }
  await openFromNote(note('/prevent/walking'), tabs)
  await openFromNote(note('/today'), tabs)
  expect(done).toEqual(['closed', 'to the tab', 'closed', 'opened /today'])
})
