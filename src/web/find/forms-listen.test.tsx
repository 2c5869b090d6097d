/**
 * Every form that somebody without an account of the staff posts to the clinic half listens for danger, or says here why not.
 * The doors of accounts take an address, a code and the name of a key, and are not looked at.
 */
import { describe, expect, test } from 'vitest'
import { createBookingApp } from './booking/booking-app.tsx'
import { createFindApp } from './find-app.tsx'
import { frame } from './find.fixtures.ts'
import { letterRoutes } from './letters/letter-routes.tsx'

const away = { frame, data: () => undefined, addressOf: () => undefined }
const apps = [
  createFindApp({ frame, databases: () => null, now: () => Temporal.Now.instant() }),
  createBookingApp(away),
  letterRoutes({ ...away, lettersFolder: '' }),
]
const app = (path: string) =>
  apps.find(({ routes }) => routes.some((one) => one.method === 'POST' && one.path === path))

const lines = ['referredBy', 'insurer', 'membership', 'authorisation', 'package', 'offer'] as const

/** What each reads that somebody types: the fields that listen, or why none has to. */
const forms: Readonly<Record<string, readonly string[] | string>> = {
  '/find': ['place', 'pays'],
  '/book/hold/:token': [...lines, 'note'],
  '/waiting/join/:slug': lines,
  '/therapists/:slug/assessment': ['note'],
  '/visits/:token/cancel': ['reason'],
  '/reviews/:token': ['words'],
  '/ask': ['words'],
  '/comments/:page': ['words'],
  '/comments/mine/:token': ['words'],
  '/book/:slug': 'chosen: a time',
  '/book/:slug/course': 'chosen: times',
  '/visits/again/:token': 'a telephone number',
  '/visits/:token/check': 'what is shared is a result, which is read for its level',
  '/visits/:token/move': 'chosen: a time',
  '/visits/:token/later/cancel': 'a button',
  '/visits/:token/later/move': 'chosen: times',
  '/visits/:token/earlier': 'ticks',
  '/visits/:token/calendar': 'a button',
  '/waiting/:token': 'a button',
  '/offers/:token': 'a button',
  '/reviews/:token/stop': 'a button',
  '/therapists/:slug/reviews/:id/report': 'chosen: one of the reasons',
  '/ask/:token/erase': 'a button',
  '/comments/mine/:token/erase': 'a button',
  '/letters': 'an address, and the name of a clinic chosen from a list',
  '/letters/yes/:token': 'a button',
  '/letters/mine/:token': 'ticks',
  '/letters/leave/:token': 'a button',
}

const posts = [
  ...new Set(apps.flatMap(({ routes }) => routes.filter(({ method }) => method === 'POST').map(({ path }) => path))),
]

describe('each form that is posted to the clinic half', () => {
  test('stands in the list, and nothing else does', () => {
    expect(posts.length).toBeGreaterThan(20)
    expect(posts.toSorted()).toEqual(Object.keys(forms).toSorted())
  })

  const listening = Object.entries(forms).flatMap(([path, fields]) =>
    typeof fields === 'string' ? [] : fields.map((field) => [path, field] as const),
  )

  test.each(listening)('%s hears danger in %s, were the database away', async (path, field) => {
    for (const words of ['I cannot feel my legs and wet myself', 'he is having a seizure']) {
      const response = await app(path)?.request(path.replace(':page', 'ice').replaceAll(/:\w+/g, 'x'), {
        method: 'POST',
        body: new URLSearchParams({ [field]: words }),
      })
      expect(await response?.text()).toContain('href="tel:999"')
    }
  })
})
