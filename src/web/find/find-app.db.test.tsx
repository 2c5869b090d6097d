/** The public pages about clinics, over the demonstration in a real database. */
import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { findPlace } from '../../clinic/directory/places.ts'
import { districtRows } from '../../clinic/town/postcode-districts.ts'
import { seedDemo } from '../../clinic/directory/seed-demo.ts'
import { createFindApp, type FindHome } from './find-app.tsx'
import { frame } from './find.fixtures.ts'

const db = testDatabase({ withoutNeighbours: 'the demonstration, which is put into an empty database' })
const now = Temporal.Instant.from('2037-11-27T08:00:00Z')
const homeWith = (more: Partial<FindHome> = {}): FindHome => ({
  frame,
  databases: () => ({ app: db.app, directory: db.directory }),
  now: () => now,
  ...more,
})
let app: Hono
beforeAll(async () => {
  await seedDemo(db.app, '2037-11-27')
  app = createFindApp(homeWith())
})

async function page(address: string, init?: RequestInit) {
  const response = await app.request(address, init)
  const html = await response.text()
  return { status: response.status, headers: response.headers, html, text: textOf(html) }
}
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the search', () => {
  test('asks for a place before it has been used, and lists nobody', async () => {
    const { status, text, html } = await page('/find')
    expect(status).toBe(200)
    expect(text).toContain('Type where you are')
    expect(html).not.toContain('class="who"')
    // Only of orders that can be chosen: the marks of reviews are no order before there is a list.
    expect(text).toContain('How this order is made')
    expect(text).not.toContain('Best reviewed first')
    expect((await page('/find?place=E2')).text).toContain('Best reviewed first goes by the marks')
  })

  test('lists who is near, each with price, proof, register and a time that can be taken', async () => {
    const { html, text } = await page('/find?place=E2')
    expect(text).toContain('Ines Quillfeather')
    expect(text).toContain('£62')
    expect(text).toContain('Weak evidence')
    expect(html).toMatch(/href="\/book\/ines-quillfeather\?service=[0-9a-f-]{36}&amp;at=2037-11-2\d[^"]*Z"/)
    expect(text).toContain('Nobody pays for a place in this list')
  })

  test('offers to use where somebody is, hidden until a script can, with a list that holds every district and no position', async () => {
    const { html, headers } = await page('/find')
    const [part = ''] = /<div class="near-me"[\s\S]*?<\/div>/.exec(html) ?? []
    expect(part).toContain('data-near-me="/find/districts.json" hidden')
    expect(part).toContain('type="button"')
    expect(html).not.toMatch(/name="(lat|lon|position)/)
    expect(headers.get('Permissions-Policy')).toContain('geolocation=(self)')
    const list: unknown = await (await app.request('/find/districts.json')).json()
    expect(list).toEqual(districtRows)
    // Whatever is put into the box is found by the search.
    for (const [outward] of districtRows) expect(findPlace(outward)).toMatchObject({ ok: true, place: { outward } })
  })

  test('says on every page that this is a demonstration', async () => {
    for (const address of [
      '/find',
      '/find?place=E2',
      '/therapists/ines-quillfeather',
      '/clinics/lantern-physio',
      '/find/compare',
    ])
      expect((await page(address)).text).toContain('Every clinic, person and price here is made up')
  })

  test('a place with a slip is found; one that is not known is an error at the field, and keeps what was typed', async () => {
    expect((await page('/find?place=Bethnl+Green')).text).toContain('Ines Quillfeather')
    const lost = await page('/find?place=Qwertyzzz')
    expect(lost.status).toBe(422)
    expect(lost.html).toContain('<title>Error: Find a physio')
    expect(lost.html).toMatch(/<a href="#place">/)
    expect(lost.html).toMatch(
      /id="place" name="place" value="Qwertyzzz"[^>]*aria-invalid="true"[^>]*aria-describedby="place-error"/,
    )
  })

  test('the plan says on which day the first free time is, in its list and on its flags', async () => {
    const { html: body } = await page('/find?place=E2&service=physiotherapy-first')
    const said = [...body.matchAll(/, first free time ([^<]*)</g)].map(([, when = '']) => when)
    expect(said.length).toBeGreaterThan(3)
    for (const when of said) expect(when).toMatch(/^(Today|[A-Z][a-z]{2} \d{1,2}) \d\d:\d\d$/)
    const flags = [...body.matchAll(/<g class="flag"[^>]*>.*?<text[^>]*>([^<]*)</g)].map(([, flag = '']) => flag)
    for (const flag of flags)
      expect(said.some((when) => (when.startsWith('Today') ? when.endsWith(flag) : when.startsWith(flag)))).toBe(true)
  })

  test('every filter narrows the list, alone and together', async () => {
    const count = async (query: string) => {
      const { text } = await page(`/find?place=E2&miles=25&${query}`)
      return Number(/(\d+) therapists?, soonest first/.exec(text)?.[1] ?? 0)
    }
    const all = await count('')
    for (const query of [
      'evenings=yes',
      'weekends=yes',
      'stepfree=yes',
      'gender=man',
      'language=pl',
      'pays=healix',
      'within=0',
    ])
      expect.soft(await count(query), query).toSatisfy((less: number) => less > 0 && less < all)
  })

  test('nobody left: each choice that can be loosened is a link, and gives what it says', async () => {
    const { html, text } = await page('/find?place=E2&language=cy&gender=man')
    expect(text).toContain('Nobody fits all of this')
    const links = [...html.matchAll(/<a href="([^"]+)">Without [^<]+: (\d+) therapist/g)]
    expect(links.length).toBe(2)
    for (const [, address = '', count] of links) {
      const { text: loosened } = await page(address.replaceAll('&amp;', '&'))
      expect(loosened).toContain(`${count} therapist`)
    }
  })

  test('nobody left: two choices together, and the next longer time, are links too, and give what they say', async () => {
    const seen = { pair: 0, longer: 0 }
    for (const query of [
      'language=cy&gender=man&stepfree=yes&pays=healix',
      'language=cy&gender=man&video=yes&evenings=yes',
      'language=cy&gender=man&weekends=yes&within=0',
      'service=acupuncture&language=pl&gender=man&within=0',
      'language=pl&gender=man&evenings=yes&within=0',
      'gender=man&weekends=yes&within=0',
      'language=cy&weekends=yes&within=0',
    ]) {
      const { html } = await page(`/find?place=E2&${query}`)
      for (const [, address = '', words = '', count] of html.matchAll(
        /<a href="([^"]+)">(With[^<]+): (\d+) therapist/g,
      )) {
        seen.pair += Number(/^Without .* and /.test(words))
        seen.longer += Number(words.startsWith('With a first free time within'))
        expect.soft((await page(address.replaceAll('&amp;', '&'))).text, words).toContain(`${count} therapist`)
      }
    }
    expect(seen.pair).toBeGreaterThan(0)
    expect(seen.longer).toBeGreaterThan(0)
  })

  test('a thin area: the list goes out to the nearest and says how far', async () => {
    const { text } = await page('/find?place=UB9&miles=1')
    expect(text).toMatch(/Nobody is within 1 mile. The nearest is \d+ miles away/)
  })

  test('what somebody wants help with goes by form and stands in no address of the page', async () => {
    const body = new URLSearchParams({ place: 'E2', miles: '25', need: 'pregnancy' })
    const { text, html } = await page('/find', { method: 'POST', body })
    expect(text).toContain('Ines Quillfeather')
    expect(text).not.toContain('Tobias Marlowick')
    expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address).join(' ')).not.toContain(
      'pregnancy',
    )
    expect((await page('/find?place=E2&miles=25&need=pregnancy')).text).toContain('Tobias Marlowick')
  })

  test('an insurer that we do not know hides nobody, and says to ask the clinic', async () => {
    const { text } = await page('/find?place=E2&pays=Acme+Mutual')
    expect(text).toContain('We do not know “Acme Mutual”')
    expect(text).toContain('Ines Quillfeather')
  })

  test('another name of an insurer is that insurer', async () => {
    const [one, other] = [await page('/find?place=E2&pays=axa-ppp'), await page('/find?place=E2&pays=AXA+Health')]
    const names = ({ html }: { html: string }) =>
      [...html.matchAll(/href="(\/therapists\/[a-z-]+)"/g)].map(([, to]) => to)
    expect(names(other)).toEqual(names(one))
    expect(names(one).length).toBeGreaterThan(0)
  })
})

describe('whatever stands in an address', () => {
  const hostile = [
    ...[
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; drop table clinic.clinics; --",
      '%00',
      '\u0000',
    ],
    ...[
      '../../etc/passwd',
      'x'.repeat(5000),
      '\ud800',
      '🦴'.repeat(300),
      '-1',
      '1e999',
      'NaN',
      '__proto__',
      'constructor',
    ],
    ...['{{7*7}}', '\r\nSet-Cookie: a=b', '\u202eevil'],
  ]
  const fields = [
    'place',
    'miles',
    'service',
    'pays',
    'language',
    'gender',
    'within',
    'sort',
    'need',
    'evenings',
    'video',
    'with',
    'from',
  ]

  test('it is read as text or left out: an answer in words, no error, nothing alive in the page', async () => {
    for (const [index, value] of hostile.entries()) {
      const one = new URLSearchParams({ place: 'E2', [fields[index % fields.length] ?? '']: value })
      const all = new URLSearchParams(fields.map((field) => [field, value]))
      for (const path of [
        '/find',
        '/find/compare',
        '/therapists/ines-quillfeather',
        '/therapists/ines-quillfeather/times',
        '/clinics/lantern-physio/times',
      ])
        for (const query of [one, all]) {
          const { status, html, headers } = await page(`${path}?${query}`)
          expect([200, 422], `${path} ${value.slice(0, 20)}`).toContain(status)
          expect(html).not.toMatch(/<script>alert|<img/)
          expect(headers.get('Set-Cookie')).toBeNull()
        }
    }
  }, 120_000)

  test('and as the name of a therapist or clinic it is nobody', async () => {
    for (const value of hostile) {
      const name = encodeURIComponent(value.toWellFormed())
      for (const path of [`/therapists/${name}`, `/clinics/${name}`, `/clinics/${name}/times`]) {
        const { status, html } = await page(path)
        expect(status, path.slice(0, 60)).toBe(404)
        expect(html).not.toContain('<script>alert')
      }
    }
  })

  test('a form that is too large is told so, and what is no form asks for nothing', async () => {
    const large = await page('/find', {
      method: 'POST',
      body: new URLSearchParams({ place: 'E2', x: 'y'.repeat(30_000) }),
    })
    expect(large.status).toBe(413)
    expect(large.text).toContain('too much for us to read')
    expect(
      (await page('/find', { method: 'POST', body: '{"place":"E2"}', headers: { 'Content-Type': 'application/json' } }))
        .status,
    ).toBe(200)
  })
})

describe('a therapist', () => {
  test('the registration comes first, and says that its number is invented', async () => {
    const { text } = await page('/therapists/ines-quillfeather')
    expect(text.indexOf('Registration checked')).toBeGreaterThan(0)
    expect(text.indexOf('Registration checked')).toBeLessThan(text.indexOf('Services, prices and evidence'))
    expect(text).toContain('Number PH-DEMO-01 . This number is invented')
    expect(text).toContain('Health and Care Professions Council (HCPC)')
  })

  test('each service has its price, its minutes and the grade of the guide', async () => {
    const { text } = await page('/therapists/mei-thornbury-wu')
    expect(text).toMatch(/Acupuncture 30 minutes £45 Evidence against in UK guidance for backs/)
  })

  test.each(['jory-penhallowby', 'petra-windlesome', 'nobody-at-all'])('%s is not here, in words', async (slug) => {
    const { status, text } = await page(`/therapists/${slug}`)
    expect(status).toBe(404)
    expect(text).toContain('Nobody is here under this name')
    expect(text).toContain('In an emergency call 999')
  })

  test('an old name leads to the present one, with what follows it', async () => {
    await db.admin.query(
      `insert into clinic.slugs (kind, slug, clinic_id, subject_id, is_current)
       select kind, 'ines-before', clinic_id, subject_id, false from clinic.slugs where slug = 'ines-quillfeather'`,
    )
    const response = await app.request('/therapists/ines-before')
    expect([response.status, response.headers.get('Location')]).toEqual([301, '/therapists/ines-quillfeather'])
  })

  test('all times: week by week, forward and back to today, and no further', async () => {
    const first = await page('/therapists/ines-quillfeather/times')
    expect(first.text).toContain('27 Nov to 3 Dec')
    expect(first.html).not.toContain('The week before')
    expect(first.text).toMatch(/First free: (today|[A-Z][a-z]{2} \d+ [A-Z][a-z]+), \d\d:\d\d/)
    const next = /href="([^"]+)" aria-label="The week after"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await page(next)
    expect(second.text).toContain('4 Dec to 10 Dec')
    const back = /href="([^"]+)" aria-label="The week before"/.exec(second.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(second.text).not.toContain('First free')
    expect((await page(back)).text).toContain('27 Nov to 3 Dec')
    const last = await page('/therapists/ines-quillfeather/times?from=2099-01-01')
    expect(last.html).not.toContain('The week after')
    // Past the last free time one way leads back to the first.
    expect(last.text).toMatch(
      /These days cannot be booked yet\. You can book until [A-Z][a-z]+ \d+ [A-Z][a-z]+( \d{4})?\. Go to the first free time/,
    )
    expect(last.text).not.toContain('There is no free time')
    const fromTheEnd =
      /href="([^"]+)">\s*Go to the first free time/.exec(last.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await page(fromTheEnd)).text).toContain('First free')
    expect((await page('/therapists/ines-quillfeather/times?from=2001-01-01')).text).toContain('27 Nov to 3 Dec')
  })
})

describe('a clinic', () => {
  test('shows who can be booked there, where it is and what it offers', async () => {
    const { text } = await page('/clinics/millrace-physio')
    expect(text).toContain('Tobias Marlowick')
    expect(text).not.toContain('Jory Penhallowby')
    expect(text).toContain('3 Millrace Wharf, London E3')
    expect(text).toContain('There are steps')
    expect(text).toContain('020 7946 0101')
  })

  /** The times on a page: each address, with its service left out, which is one for the whole page. */
  const timesIn = (html: string) =>
    [...html.matchAll(/class="time" href="\/book\/([a-z-]+)\?service=[^"&]+&amp;at=([^"]+)"/g)].map(([, slug, at]) => ({
      slug,
      at,
    }))

  test('lists the times of all who give a service, each once and with one of them', async () => {
    const { html, text } = await page('/clinics/lantern-physio')
    const [href = ''] = /\/clinics\/lantern-physio\/times\?service=[^"]+/.exec(html) ?? []
    expect(text).toMatch(/Free times for [A-Z]/)
    const all = await page(href)
    const service = href.split('=')[1] ?? ''
    const people = [...html.matchAll(/href="\/therapists\/([a-z-]+)"/g)].map(([, slug]) => slug ?? '')
    const theirs = await Promise.all(
      people.map(async (slug) => {
        const own = await page(`/therapists/${slug}/times?service=${service}`)
        // Whoever does not give it has another service on their page.
        return own.html.includes(`value="${service}" selected`) ? timesIn(own.html) : []
      }),
    )
    expect(theirs.filter((times) => times.length > 0).length).toBeGreaterThan(1)
    const offered = timesIn(all.html)
    expect(new Set(offered.map(({ at }) => at)).size).toBe(offered.length)
    expect(new Set(offered.map(({ at }) => at))).toEqual(new Set(theirs.flat().map(({ at }) => at)))
    for (const one of offered) expect(theirs.flat()).toContainEqual(one)
    expect(new Set(theirs.flat().map(({ at }) => at)).size).toBeLessThan(theirs.flat().length)
    expect(all.text).toContain('Where several are free, that is whoever has most time left in this week.')
    expect(all.text).toMatch(/First free: [^,]+, \d\d:\d\d/)
  })

  test('has nobody in its times whom the public may not book, and says what to do where there is none', async () => {
    const { html, text } = await page('/clinics/millrace-physio/times')
    expect(text).toContain('Tobias Marlowick')
    expect(html).not.toContain('jory-penhallowby')
    const far = await page('/clinics/millrace-physio/times?from=2099-01-01')
    expect(far.text).toMatch(/These days cannot be booked yet\. .* Go to the first free time/)
  })

  test('says of an empty week no more than was looked at, as a therapist’s own page does', async () => {
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       select clinic_id, therapist_id, d.from_day::date, d.to_day::date from clinic.therapists,
         (values ('2037-12-10', '2038-01-20')) d (from_day, to_day) where name in ('Tobias Marlowick', 'Halina Brightmoor')`,
    )
    const pages = (from: string) =>
      Promise.all(
        ['/clinics/millrace-physio', '/therapists/tobias-marlowick'].map((of) => page(`${of}/times?from=${from}`)),
      )
    // A time is free only later than that.
    for (const { text } of await pages('2037-12-11')) {
      expect(text).toContain('There is no free time in this week, nor in the four after it.')
      expect(text).not.toContain('none after it')
    }
    for (const { text } of await pages('2038-01-14')) expect(text).toContain('Next free: ')
    await db.admin.query(`update clinic.absences set last_day = '2038-12-31' where first_day = '2037-12-10'`)
    for (const { text } of await pages('2038-01-14'))
      expect(text).toContain('There is no free time in this week, and none after it that can be booked yet.')
    await db.admin.query(`update clinic.absences set first_day = '2037-11-01' where last_day = '2038-12-31'`)
    for (const { text } of await pages('2037-11-27')) expect(text).toMatch(/nor in the four after it\. Ring 0[\d ]+\./)
    await db.admin.query(`delete from clinic.absences where last_day = '2038-12-31'`)
  })

  test('an old name leads to the times of the present one', async () => {
    await db.admin.query(
      `insert into clinic.slugs (kind, slug, clinic_id, subject_id, is_current)
       select kind, 'lantern-before', clinic_id, subject_id, false from clinic.slugs where slug = 'lantern-physio'`,
    )
    const response = await app.request('/clinics/lantern-before/times')
    expect([response.status, response.headers.get('Location')]).toEqual([301, '/clinics/lantern-physio/times'])
  })
})

describe('side by side', () => {
  test('the same lines for each, three at most, and a fourth is told', async () => {
    const query = 'with=ines-quillfeather&with=tobias-marlowick&with=amara-fennimore&with=dev-larkspurne'
    const { html, text } = await page(`/find/compare?${query}`)
    expect([...html.matchAll(/<th scope="col">/g)]).toHaveLength(3)
    expect(text).toContain('Only three fit side by side')
    for (const name of ['Price', 'Evidence', 'First free time', 'Languages', 'Insurers']) expect(text).toContain(name)
  })

  test('somebody who is gone is told, nobody at all has a way on', async () => {
    expect((await page('/find/compare?with=ines-quillfeather&with=gone')).text).toContain('is not here any more')
    expect((await page('/find/compare')).text).toContain('Nobody is chosen yet')
  })
})

test('HTML in every field of the directory is text on every page', async () => {
  const evil = '<b onmouseover=alert(1)>"\'&amp;</b>'
  await db.admin.query('update clinic.clinics set name = $1, phone = $1, email = $1 where name = $2', [
    evil.slice(0, 38),
    'Kiteway Clinic',
  ])
  await db.admin.query(
    `update clinic.locations set name = $1, street = $1, town = $1, postcode = '<i>NW1</i>', way_there = $1 where name = 'Kiteway'`,
    [evil],
  )
  await db.admin.query(`update clinic.services set name = $1 where name = 'First visit, back pain' and minutes = 60`, [
    evil,
  ])
  await db.admin.query(
    `update clinic.therapists set about = $1, name = $1, languages = $2, conditions = $2, profession = $3 where name = 'Leopold Staithe'`,
    [evil, ['en', evil], evil.slice(0, 40)],
  )
  for (const address of [
    '/find?place=NW1',
    '/therapists/leopold-staithe',
    '/therapists/leopold-staithe/times',
    '/clinics/kiteway-clinic',
    '/clinics/kiteway-clinic/times',
    '/find/compare?with=leopold-staithe',
  ]) {
    const { status, html } = await page(address)
    expect(status, address).toBe(200)
    expect(html).not.toMatch(/<b onmouseover|<i>NW1/)
    expect(html).toContain('&lt;b onmouseover')
  }
})

describe('while the database is away', () => {
  test('the page says so, keeps what was typed and shows what works without it', async () => {
    const away = createFindApp(homeWith({ databases: () => null }))
    const response = await away.request('/find?place=Bethnal+Green&evenings=yes')
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('Find is not available right now')
    expect(html).toContain('value="Bethnal Green"')
    expect(html).toContain('name="evenings" value="yes"')
    for (const address of ['/check', '/plan', 'tel:111']) expect(html).toContain(`href="${address}"`)
    for (const path of ['/therapists/ines-quillfeather', '/clinics/lantern-physio', '/find/compare'])
      expect((await away.request(path)).status).toBe(503)
  })

  test('also when it goes in the middle of an answer; a mistake of ours is not hidden behind it', async () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const failing = (error: Error) =>
      createFindApp(
        homeWith({
          databases: () => {
            const directory = new Proxy(db.directory, {
              get: () => {
                throw error
              },
            })
            return { app: db.app, directory }
          },
        }),
      )
    expect((await failing(lost).request('/find?place=E2')).status).toBe(503)
    const app = failing(new Error('a mistake'))
    app.onError((error, c) => c.text(error.message, 500))
    expect((await app.request('/find?place=E2')).status).toBe(500)
  })
})

describe('a place outside the built-in list', () => {
  beforeAll(async () => {
    await db.admin.query(`insert into clinic.postcodes values
      ('RM13 8AA', 'RM13', 51.52, 0.19), ('IV1 1AA', 'IV1', 57.48, -4.224), ('E2 9PA', 'E2', 51.529, -0.055)`)
  })

  test('is found once the national list is there, and keeps the place in the address', async () => {
    const { status, text, html } = await page('/find?place=iv11aa')
    expect(status).toBe(200)
    expect(text).not.toContain('not among our London postcodes')
    expect(html).toContain('value="iv11aa"')
  })

  test('far from everybody, lists the nearest with their distance and says that it looked further', async () => {
    const { text } = await page('/find?place=IV1')
    expect(text).toMatch(/\d{3} miles/)
    expect(text).toContain('Ines Quillfeather')
  })

  test('that no list knows is an error at the field', async () => {
    const { status, text } = await page('/find?place=AB1+2CD')
    expect(status).toBe(422)
    expect(text).toContain('not among our London postcodes')
  })
})
