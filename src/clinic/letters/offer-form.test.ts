/** What staff may write in an offer: a service and a price, no promise, and nobody's health. */
import { describe, expect, test } from 'vitest'
import { readOfferForm, type TypedOffer } from './offer-form.ts'
import { offerWords } from './offer-words.ts'

const spring: TypedOffer = {
  ...{ code: 'Spring-10', words: 'Ten percent off a first visit', kind: 'percent', percent: '10', pounds: '' },
  ...{ services: ['a', 'x'], firstDay: '2027-03-01', lastDay: '2027-03-31', mostUses: '50' },
}
const read = (more: Partial<TypedOffer> = {}) => readOfferForm({ ...spring, ...more }, ['a', 'b'], '2027-03-31')
const fields = (more: Partial<TypedOffer>) => {
  const outcome = read(more)
  return outcome.ok ? [] : outcome.problems.map(({ field }) => field)
}

test('an offer names its code, its services, what it takes off, its days and its uses', () => {
  expect(read()).toEqual({
    ok: true,
    offer: {
      ...{ code: 'SPRING10', words: 'Ten percent off a first visit', takes: { kind: 'percent', off: 10 } },
      ...{ services: ['a'], firstDay: '2027-03-01', lastDay: '2027-03-31', mostUses: 50 },
    },
  })
  expect(read({ kind: 'amount', pounds: '£7.50' })).toMatchObject({ offer: { takes: { kind: 'amount', off: 750 } } })
  expect(read({ kind: 'free' })).toMatchObject({ offer: { takes: { kind: 'free', off: null } } })
})

test.each([
  ['code', { code: 'abc' }],
  ['code', { code: 'x'.repeat(100_000) }],
  ['code', { code: '– – – –' }],
  ['code', { code: '<b>AA</b>' }],
  ['code', { code: 'ＳＰＲＩＮＧ１０' }],
  ['code', { code: 'STRAßE' }],
  ['code', { code: 'ﬁrst10' }],
  ['code', { code: 'ſpring' }],
  ['code', { code: 'NEW10%' }],
  ['code', { code: 'x'.repeat(21) }],
  ['words', { words: ' ' }],
  ['words', { words: 'x'.repeat(201) }],
  ['kind', { kind: 'constructor' }],
  ['percent', { percent: '0' }],
  ['percent', { percent: '100' }],
  ['percent', { percent: '1e1' }],
  ['pounds', { kind: 'amount', pounds: '0' }],
  ['pounds', { kind: 'amount', pounds: '-5' }],
  ['services', { services: ['x'] }],
  ['firstDay', { firstDay: '2027-02-30' }],
  ['lastDay', { lastDay: '2027-02-28' }],
  ['lastDay', { lastDay: '2027-03-30' }],
  ['mostUses', { mostUses: '0' }],
  ['mostUses', { mostUses: '10001' }],
] as const)('%s is said when it cannot be (%o)', (field, more) => {
  expect(fields(more)).toEqual([field])
})

test.each([
  ['sp ace 1', 'SPACE1'],
  [' new–10 ', 'NEW10'],
  ['abcd', 'ABCD'],
  ['x'.repeat(20), 'X'.repeat(20)],
])('of a code “%s” the letters and digits are kept, as booking compares them', (code, kept) => {
  expect(read({ code })).toMatchObject({ ok: true, offer: { code: kept } })
})

describe('words of an offer', () => {
  test.each([
    'The best physio in London',
    'Guaranteed cure in one visit',
    'For everybody with sciatica',
    'Ten pounds off if your back aches',
    'Pregnant? Half price',
    'A gift for patients with arthritis',
    'Cannot feel your legs? Come now',
    'For anyone who is in agony',
    'Agonising week? Ten pounds off',
    'If you suffer, come to us',
    'Feeling low? Half price',
    'For tired mothers',
    'Can’t sleep? Come in March',
    'A treat for stressed people',
    'Massage that heals, at half price',
    'It fixes slipped discs',
  ])('“%s” are refused', (words) => {
    expect(fields({ words })).toEqual(['words'])
  })

  test.each(['SCIATICA10', 'BackPain-20', 'AGONY10', 'No-Stress', 'SUFFER20', 'best-10', 'CURE 20'])(
    'a code “%s” is refused as words are',
    (code) => {
      expect(fields({ code })).toEqual(['code'])
    },
  )

  test.each([
    'Ten percent off a first visit',
    'Bring a friend in March',
    'Feel free to bring a friend',
    'A free talk of fifteen minutes',
  ])('“%s” may be said', (words) => {
    expect(fields({ words })).toEqual([])
  })
})

test('a letter says what it is, what for, how to use it, until when and how often', () => {
  const { title, lines } = offerWords({
    ...{ offerId: 'o', code: 'SPRING10', words: 'A first visit in spring', takes: { kind: 'amount', off: 750 } },
    ...{ services: ['First visit', 'Massage'], firstDay: '2027-03-01', lastDay: '2027-03-31' },
    ...{ mostUses: 50, used: 0, hasEnded: false },
  })
  expect([title, ...lines].join(' ')).toBe(
    'A first visit in spring £7.50 off: First visit, Massage. Type the code SPRING10 when you book and pay yourself. Book from 1 March 2027 to 31 March 2027. 50 people can use it, once for each email address.',
  )
})
