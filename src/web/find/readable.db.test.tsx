/**
 * The public pages about clinics can be read at eleven, as the care pages are (src/readability.test.ts): every kind of page that
 * links lead to from the search, over the demonstration. Names of people, clinics, places, languages, insurers and registers
 * are names; what is said around them is measured.
 */
import { tmpdir } from 'node:os'
import { beforeAll, expect, test } from 'vitest'
import { measure, sentencesOf } from '../../../scripts/readability/measure.ts'
import { type Shown, shownInPage } from '../../../scripts/readability/shown.ts'
import { asEpochMs } from '../../care/evidence/time.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { demoClinics } from '../../clinic/directory/demo-clinics.ts'
import { insurers } from '../../clinic/directory/insurers.ts'
import { places } from '../../clinic/directory/places.ts'
import { registers } from '../../clinic/directory/professions.ts'
import { seedDemo } from '../../clinic/directory/seed-demo.ts'
import { clinicPages } from '../../server/clinic-pages.ts'
import { languageWords } from './words.ts'

const db = testDatabase({ withoutNeighbours: 'the demonstration, which is put into an empty database' })
const now = Date.parse('2026-11-27T08:00:00Z')
const asked: { where: string; html: string }[] = []

const first = [
  ...[
    '/find',
    '/find?place=E2',
    '/find?place=zzz',
    '/find?place=&pays=nobody',
    '/find?place=E2&evenings=yes&language=pl',
  ],
  ...[
    '/find?place=E2&sort=rating',
    '/find/compare',
    '/ask',
    '/letters',
    '/comments/heat-or-ice',
    '/therapists/nobody-here',
  ],
]
const ours = /^\/(find|therapists|clinics|book|ask|letters|comments|wait|assess|visit|course)/
/** Pages that differ only in whom or when they are about are one kind. */
const kindOf = (href: string) => {
  const { pathname, searchParams } = new URL(href, 'http://x')
  return `${pathname.replace(/^\/(therapists|clinics|book)\/[^/]+/, '/$1/:one')} ${[...searchParams.keys()].sort().join(' ')}`
}

beforeAll(async () => {
  await seedDemo(db.app, '2026-11-27')
  const app = clinicPages({
    home: {
      kind: 'server',
      notebook: null,
      now: () => asEpochMs(now),
      newId: () => crypto.randomUUID(),
      assets: { css: '/site.css', islands: {} },
      buildId: 'test',
    },
    css: '/find.css',
    consoleCss: '/console.css',
    clinic: () => ({
      state: 'ready',
      ...{ app: db.app, directory: db.directory, auth: db.auth, secret: db.secret, isDemonstration: true },
    }),
    lettersFolder: tmpdir(),
    origin: () => 'http://localhost',
    mail: { from: 'bookings@unclench.test', deliver: () => Promise.resolve({ ok: true }) },
  })
  const open = [...first]
  const seen = new Set(open.map(kindOf))
  for (const where of open) {
    const html = await (await app.request(where)).text()
    if (!html.includes('<main')) continue
    asked.push({ where: kindOf(where), html })
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (!ours.test(link) || seen.has(kindOf(link)) || seen.size > 60) continue
      seen.add(kindOf(link))
      open.push(link)
    }
  }
})

const named = [
  // Names of things, as letters, doors and insurers write them; and what this installation is.
  ...['demonstration', 'Osteopathy', 'Authorisation number', 'Accessible toilet'],
  ...demoClinics.flatMap(({ name, locations, therapists }) => [
    name,
    ...locations.map((location) => location.name),
    ...therapists.map((therapist) => therapist.name),
  ]),
  ...Object.values(insurers).map(({ name }) => name),
  ...Object.values(registers).map(({ name }) => name),
  ...places.flatMap(({ label, name }) => [label, name]),
  ...['en', 'pl', 'uk', 'gu', 'hi', 'es', 'it', 'bfi', 'fr', 'pt', 'ar', 'bn', 'ur', 'so', 'tr', 'yo'].map(
    languageWords,
  ),
]
const names = new RegExp(
  named
    .sort((one, other) => other.length - one.length)
    .map((name) => `(?<!\\w)${RegExp.escape(name)}(?!\\w)`)
    .join('|'),
  'g',
)
/** "Saturday 28 November, 11:50 (London time)": a day and a time have the words they have. */
const moment = /\b\w+day \d{1,2} \w+(?: \d{4})?(?:, \d\d:\d\d(?: to \d\d:\d\d)?)?(?: \(\w+ time\))?/g
const withoutNames = (text: string) =>
  text
    .replace(/[\w.-]+@[\w.-]+|0[\d ]{9,}\d/g, 'name')
    .replace(moment, 'name')
    .replace(names, 'name')

test('every kind of page was read', () => {
  const kinds = new Set(asked.map(({ where }) => where.split(' ')[0]))
  for (const kind of [
    '/find',
    '/therapists/:one',
    '/clinics/:one',
    '/clinics/:one/times',
    '/book/:one',
    '/therapists/:one/times',
    '/find/compare',
    '/ask',
    '/letters',
  ])
    expect([kind, kinds.has(kind)]).toEqual([kind, true])
  expect(asked.length).toBeGreaterThan(12)
})

test('the pages about clinics can be read at eleven', () => {
  const shown: readonly Shown[] = asked.flatMap(({ where, html }) => shownInPage(where, html))
  const hard = shown.flatMap(({ text, where }) =>
    sentencesOf(withoutNames(text))
      .map(measure)
      .filter(({ easy }) => !easy)
      .map(({ sentence, age, syllables }) => `${age?.toFixed(1) ?? `${syllables} syllables`}, ${where}: ${sentence}`),
  )
  expect([...new Map(hard.map((line) => [line.replace(/^.*?: /, ''), line])).values()]).toEqual([])
})
