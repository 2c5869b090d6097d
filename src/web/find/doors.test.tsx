/** Every page of booking says on the device that help comes first, or why it need not: no new one can be forgotten. */
import { describe, expect, test } from 'vitest'
import { renderPage } from '../ui/render.ts'
import { createBookingApp } from './booking/booking-app.tsx'
import { MessagePage } from './booking/message-pages.tsx'
import { type Door, doorOf, doors } from './doors.ts'
import { createFindApp } from './find-app.tsx'
import { frame } from './find.fixtures.ts'
import { FindPage } from './frame.tsx'

const home = { frame, data: () => undefined, addressOf: () => undefined }
const apps = [
  createBookingApp(home),
  createFindApp({ frame, databases: () => null, now: () => Temporal.Now.instant() }),
]
const looked = [
  ...new Set(apps.flatMap(({ routes }) => routes.filter(({ method }) => method === 'GET')).map(({ path }) => path)),
]
/** The address that a route of this name answers. */
const addressOf = (pattern: string) => pattern.replaceAll(/:[a-z]+/g, 'abc-123')

describe('the doors to a visit', () => {
  test('are all that the routes of booking and of search answer, and no other', () => {
    expect(Object.keys(doors).toSorted()).toEqual(looked.toSorted())
    expect(looked.length).toBeGreaterThan(30)
  })

  test.each(looked.map((pattern) => [pattern, doors[pattern]] as const))('%s is %s by its address', (pattern, door) => {
    expect(doorOf(addressOf(pattern))).toBe(door)
  })

  test('stand behind help wherever a form of them books, moves or asks for a time', () => {
    const posted = new Set(
      apps.flatMap(({ routes }) => routes.filter(({ method }) => method === 'POST')).map(({ path }) => path),
    )
    const ways = looked.filter((path) => posted.has(path) && doors[path] !== 'before')
    // Where something is posted and no visit comes of it.
    expect(ways.toSorted()).toEqual([
      '/ask',
      '/comments/:page',
      '/comments/mine/:token',
      '/find',
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

describe('a page of booking', () => {
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
    ['/reviews/abc', 'none'],
    ['/nowhere', 'none'],
  ])('%s has the part for help %s, hidden, and the script that asks', (path, door) => {
    expect(kindOf(page(path))).toEqual({ part: door, script: door !== 'none' })
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
