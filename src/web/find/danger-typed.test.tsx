/** Danger that is written where a place or a number is asked for is answered before all else, and carried on nowhere. */
import { describe, expect, test } from 'vitest'
import { DangerSearched } from '../care/guide/danger-searched.tsx'
import { renderPage } from '../ui/render.ts'
import { places } from '../../clinic/directory/places.ts'
import { dangerPhrases } from '../../care/check/free-text/danger-phrases.ts'
import { listenedTo, readBooking, wordsIn } from './booking/booking-form.ts'
import { isOtherUntold, notOfTheBackIn } from './danger-first.tsx'
import { createFindApp } from './find-app.tsx'
import { frame } from './find.fixtures.ts'
import { readSearch, unknownWords } from './read-search.ts'

const app = createFindApp({ frame, databases: () => null, now: () => Temporal.Now.instant() })
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const asked = async (fields: Readonly<Record<string, string>>) => {
  const response = await app.request(`/find?${new URLSearchParams(fields)}`)
  return { status: response.status, html: await response.text() }
}

const saddle = 'I cannot feel my legs and wet myself'
const seizure = 'he is having a seizure'
const chest = "chest pain and can't breathe"

describe('words of danger in the search for a place', () => {
  test.each([
    ['a sign of the back', { place: saddle }, 'Get help first', 'href="/check"'],
    ['another emergency too', { place: chest }, 'Get help first', 'href="tel:999"'],
    ['another emergency alone', { place: seizure }, 'Read this first', 'href="tel:999"'],
    ['where an insurer is named', { place: 'E2', pays: saddle }, 'Get help first', 'href="tel:999"'],
    ['where a choice is made', { place: 'E2', language: saddle }, 'Get help first', 'href="tel:999"'],
  ])('are answered first, were the database away: %s', async (_what, fields, title, way) => {
    const { status, html } = await asked(fields)
    expect(status).toBe(200)
    expect(/<h1[^>]*>([^<]*)/.exec(html)?.[1]).toBe(title)
    expect(html).toContain(way)
    expect(textOf(html)).toContain('We looked for nobody.')
    expect(html).not.toContain('Type a part of London')
  })

  test('stand in no link, title or field of the answer', async () => {
    for (const place of [saddle, chest]) {
      const { html } = await asked({ place, evenings: 'yes' })
      const carried = [...html.matchAll(/(?:href|value|action|content|title)="([^"]*)"|<title>([^<]*)/g)].map(
        ([all]) => all,
      )
      expect(carried.length).toBeGreaterThan(3)
      expect(carried.filter((one) => /feel|wet|chest|breathe/i.test(one))).toEqual([])
    }
  })

  test('are heard in a posted search too', async () => {
    const response = await app.request('/find', { method: 'POST', body: new URLSearchParams({ place: saddle }) })
    expect(await response.text()).toContain('Get help first')
  })

  test.each(['Bethnal Green', 'Qwertyzzz', 'AB1 2CD', ''])('are none in %j', async (place) => {
    const { status, html } = await asked({ place })
    expect([status, html.includes('Find is not available right now')]).toEqual([503, true])
  })

  test('are none in the name of any place that we know, in the search or in a note', () => {
    const isHeard = (place: string) => {
      const words = unknownWords(readSearch(new URLSearchParams({ place })))
      return dangerPhrases(words).length > 0 || notOfTheBackIn(words) !== undefined
    }
    expect(places.flatMap(({ name, label }) => [name, label]).filter(isHeard)).toEqual([])
    expect(places.flatMap(({ label }) => dangerPhrases(`I live in ${label}`).map(() => label))).toEqual([])
    expect(dangerPhrases('Tottenham Hale, numb')).not.toEqual([])
    expect(isHeard('Tottenham Hale, numb')).toBe(false)
    expect(isHeard(`Brixton, ${saddle}`)).toBe(true)
  })
})

describe('words of danger in the form of a booking', () => {
  test.each(listenedTo)('are heard in the field %s, whoever pays', (field) => {
    const { heard } = readBooking({ payer: 'self', [field]: saddle })
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.map(({ question }) => question)).toEqual(dangerPhrases(saddle).map(({ question }) => question))
    expect(isOtherUntold(wordsIn({ [field]: chest }), undefined)).toBe(true)
    expect(isOtherUntold(wordsIn({ [field]: chest }), 'yes')).toBe(false)
  })

  test('are not made of two fields, and each sign is asked of once', () => {
    expect(readBooking({ membership: 'I cannot feel', note: 'my legs' }).heard).toEqual([])
    const once = readBooking({ referredBy: saddle, note: saddle }).heard.map(({ question }) => question)
    expect(once).toEqual([...new Set(once)])
  })

  test('are none in a name, or in what these fields are for', () => {
    expect(readBooking({ name: 'Chester Paine', personName: 'Numa Legge' }).heard).toEqual([])
    const plain = {
      referredBy: 'Dr Shah, Brixton Chest and Heart Clinic, Chancery Lane',
      insurer: 'AXA Health',
      membership: 'BU 123-456',
      package: 'P-0042',
    }
    expect(readBooking(plain).heard).toEqual([])
    expect(notOfTheBackIn(wordsIn(plain))).toBeUndefined()
  })
})

describe('whom to call', () => {
  const leads = (html: string) => html.slice(html.indexOf('<h1')).search(/href="\/check"/)
  const calls = (html: string) => html.slice(html.indexOf('<h1')).search(/href="tel:999"/)

  test.each([saddle, chest, 'I want to end my life'])('stands before the check, and stands out: %s', async (place) => {
    const { html } = await asked({ place })
    expect(calls(html)).toBeGreaterThan(0)
    expect(calls(html)).toBeLessThan(leads(html))
    expect(html).not.toMatch(/class="button go[^"]*" href="\/check"/)
  })

  test('is in the same box as the guide’s search says it in', async () => {
    const guide = renderPage(<DangerSearched words={chest} />)
    const { html } = await asked({ place: chest })
    for (const one of [guide, html]) {
      expect(one).toMatch(
        /<section class="callout warn"><h2>This first<\/h2><p><strong>New or worse\? Go to A&amp;E or call 999 now/,
      )
      expect(one).toMatch(/class="button go[^"]*" href="tel:999"/)
    }
  })

  test('is not said of a fact of a life alone: the check is', async () => {
    const { html } = await asked({ place: 'I am pregnant' })
    expect(textOf(html)).toContain('Do the check first')
    expect(html).toMatch(/class="button go" href="\/check"/)
  })
})
