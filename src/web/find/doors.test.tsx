/** Every page of booking says on the device that help comes first, or why it need not: no new one can be forgotten. */
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import { clinicPages } from '../../server/clinic-pages.ts'
import type { PersonPagesHome } from '../account/person-home.ts'
import { DeletePage, OwnAccountPage } from '../account/person-pages.tsx'
import { renderPage } from '../ui/render.ts'
import { MessagePage } from './booking/message-pages.tsx'
import { type Door, doorOf, doors } from './doors.ts'
import { frame } from './find.fixtures.ts'
import { FindPage } from './frame.tsx'

const home = { frame, data: () => undefined, addressOf: () => undefined }
/** Every page of the clinic half, as the server answers them while its database is away. */
const house = clinicPages({
  home: {
    kind: 'server',
    notebook: null,
    now: () => asEpochMs(0),
    newId: () => '00000000-0000-4000-8000-000000000000',
    assets: { css: '/site.css', islands: {} },
    buildId: 'test',
  },
  css: '/find.css',
  consoleCss: '/console.css',
  clinic: () => ({ state: 'starting' }),
  lettersFolder: tmpdir(),
  origin: () => 'http://localhost',
  mail: { from: 'bookings@unclench.test', deliver: () => Promise.resolve({ ok: true }) },
})
/** Pages for whoever works in a clinic are no doors of a person's; nor is what answers any address. */
const isPersons = (path: string) => !path.startsWith('/console') && !path.includes('*')
const routesOf = (how: 'GET' | 'POST') => [
  ...new Set(house.routes.filter(({ method }) => method === how).map(({ path }) => path)),
]
const looked = routesOf('GET').filter(isPersons)
/** The address that a route of this name answers. */
const addressOf = (pattern: string) => pattern.replaceAll(/:[a-z]+/g, 'abc-123')

describe('the doors to a visit', () => {
  test('are all that a person can look at in the clinic half and in their account, and no other', () => {
    expect(Object.keys(doors).toSorted()).toEqual(looked.toSorted())
    expect(looked.length).toBeGreaterThan(30)
  })

  test.each(looked.map((pattern) => [pattern, doors[pattern]] as const))('%s is %s by its address', (pattern, door) => {
    expect(doorOf(addressOf(pattern))).toBe(door)
  })

  test('stand behind help wherever a form of them books, moves or asks for a time', () => {
    const posted = new Set(routesOf('POST'))
    const ways = looked.filter((path) => posted.has(path) && doors[path] !== 'before')
    // Where something is posted and no visit comes of it.
    expect(ways.toSorted()).toEqual([
      '/account/delete',
      '/account/passkeys',
      '/account/sign-in',
      '/account/sign-in/link/:token',
      '/account/sign-in/sent',
      '/ask',
      '/comments/:page',
      '/comments/mine/:token',
      '/find',
      '/letters',
      '/letters/leave/:token',
      '/letters/mine/:token',
      '/letters/yes/:token',
      '/reviews/:token',
      '/reviews/:token/stop',
      '/therapists/:slug/reviews/:id/report',
      '/visits/:token/calendar',
      '/visits/:token/cancel',
      '/visits/:token/later/cancel',
      '/waiting/:token',
    ])
  })
})

describe('a page of booking or of an account', () => {
  const kindOf = (html: string) => ({
    part: /data-help-first="([a-z]+)" hidden/.exec(html)?.[1] ?? 'none',
    script: html.includes('/islands/help-first.js'),
  })
  const withScript = { ...frame, assets: { ...frame.assets, islands: { 'help-first': '/islands/help-first.js' } } }
  const page = (path: string) =>
    renderPage(
      <FindPage frame={withScript} title="A page" path={path}>
        Words
      </FindPage>,
    )

  test.each<[string, Door]>([
    ['/visits/abc/move', 'before'],
    ['/waiting/join/ana', 'before'],
    ['/visits/abc', 'above'],
    ['/ask', 'above'],
    ['/account', 'above'],
    ['/account/sign-in', 'none'],
    ['/reviews/abc', 'none'],
    ['/nowhere', 'none'],
  ])('%s has the part for help %s, hidden, and the script that asks', (path, door) => {
    expect(kindOf(page(path))).toEqual({ part: door, script: door !== 'none' })
  })

  test('the account itself is above its visits, and the question before it is deleted is not', () => {
    const nobody: PersonPagesHome = {
      frame: withScript,
      css: '/console.css',
      data: () => undefined,
      now: () => Temporal.Instant.fromEpochMilliseconds(0),
      origin: () => 'http://localhost',
      signedIn: async () => ({ ok: false, why: 'nobody' }),
      persons: () => undefined,
      addressOf: () => undefined,
    }
    const account = {
      email: 'ana@people.example',
      createdAt: 0,
      isStaff: false,
      sessions: [],
      passkeys: [],
      visits: [],
    }
    expect(kindOf(renderPage(<OwnAccountPage home={nobody} account={account} />))).toEqual({
      part: 'above',
      script: true,
    })
    expect(kindOf(renderPage(<DeletePage home={nobody} account={account} />))).toEqual({ part: 'none', script: false })
  })

  test('that says what could not be done is not hidden behind it', () => {
    const message = (
      <MessagePage home={{ ...home, frame: withScript }} path="/book/ana" title="Not booked">
        Words
      </MessagePage>
    )
    expect(kindOf(renderPage(message)).part).toBe('above')
  })
})
