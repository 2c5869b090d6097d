/** Whose neck, buttock or leg hurts reads of no back pain, wherever their record says whom to call and what to say. */
import { expect, test } from 'vitest'
import { ofOwnPart } from '../../care/check/own-words.ts'
import type { Answers } from '../../care/check/types.ts'
import { everyAddress } from './every-address.fixtures.ts'
import { device, freshId, momentAt } from './programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>
const places = { neck: 'neck pain', buttock: 'buttock pain', leg: 'leg pain' } as const
type Place = keyof typeof places

const begun = async (place: Place, more: Answers = {}) => {
  const home = device()
  await home.check(0, 7, { place: [place], ...more })
  await home.plan(0)
  await home.start(0)
  return home.at(0, 9)
}
/** To read, the same for everybody. */
const reads = /^\/(?:guide|treatments|evidence|about|safety|licences|offline|emergency|movements|prevent)(?:\/|$)/
const backPain = /(?:your|about|with) back pain|a sore back\b/

const tells: readonly (readonly [
  what: string,
  tell: (home: Device) => Promise<{ readonly text: string } | undefined>,
])[] = [
  ['a stop for fever', async (home) => home.post('/programme/stop', { form: freshId(), sign: 'fever' })],
  ['a numb part that grows', async (home) => home.post('/programme/stop', { form: freshId(), sign: 'numb' })],
  ['a short check with fever', async (home) => home.post('/programme/mini-check', { 'list.mini': ['B2'] })],
  ['a diary sign', async (home) => home.post('/diary/entry', { form: freshId(), pain: '3', signs: 'fever' })],
  [
    'thoughts of ending their life',
    async (home) => home.post('/programme/feelings', { do: 'life', 'q.I3': 'thoughts', entry: freshId() }),
  ],
  [
    'a check that found fever',
    async (home) => {
      await home.check(0, 8, { B2: 'yes', place: (await home.of('checkFinished'))[0]?.answers.place ?? [] })
      return undefined
    },
  ],
  [
    'a look back that calls for help',
    async (home) => {
      await home.write(momentAt(0, 8.5), {
        ...{ kind: 'checkInDone', pain0to10: 4, trend: 'same', toiletAndDrink: 'no', canStand10Minutes: 'yes' },
        ...{ medicineFor24Hours: 'no', backToNormal: 'no', severeLegPain: 'no' },
      })
      return undefined
    },
  ],
]

test.each(Object.keys(places) as Place[])(
  'a sore %s is called by its name on every page, whatever was told',
  async (place) => {
    const found: string[] = []
    for (const [what, tell] of tells) {
      const home = await begun(place)
      const said = (await tell(home))?.text ?? ''
      if (backPain.test(said)) found.push(`${what}, at once: ${backPain.exec(said)?.[0]}`)
      for (const at of await everyAddress(home, { some: () => [] })) {
        if (reads.test(at)) continue
        const { text } = await home.get(at)
        if (backPain.test(text))
          found.push(`${what}, ${at}: ${text.slice(Math.max(0, text.search(backPain) - 40)).slice(0, 90)}`)
      }
    }
    expect(found).toEqual([])
  },
)

/** Speaks of the back itself: what is done with it, what is seen or felt on it. */
const saysBack = [
  /(?:Skip|on|of|in|round|arch|put|knock|down from) (?:your|my|their) back\b/gi,
  /(?:your|their) back, close up/gi,
]
/** Steps, courses and questions of the check, which are about backs. */
const ofTheBack = /^\/(?:plan\/step|relax|check)\/|^\/(?:check|programme\/full-check)$/
const ownBack = /\b(?:your|my|their) back\b/gi
/** Who answered stands in a button of the check's first screen, and so in none of its questions. */
const answeredBy = async (home: Device, who: 'me' | 'other') => {
  const [check] = await home.of('checkFinished')
  if (check) Object.assign(check.answers, { who })
}

test.each([
  ['neck', 'other'],
  ['buttock', 'me'],
  ['leg', 'other'],
] as const)('nobody whose %s hurts is asked of a back on any page, told by %s', async (place, who) => {
  const home = await begun(place)
  await answeredBy(home, who)
  await home.morning(0, 3)
  await home.post('/programme/mini-check', { 'list.mini': 'none' })
  const found: string[] = []
  for (const at of await everyAddress(home, { some: () => [] })) {
    if (reads.test(at) || ofTheBack.test(at)) continue
    const { text } = await home.get(at)
    const asked = saysBack.reduce((rest, words) => rest.replaceAll(words, ''), text)
    for (const { index } of asked.matchAll(ownBack)) found.push(`${at}: ${asked.slice(index - 40, index + 30)}`)
  }
  expect(found).toEqual([])
})

test.each([
  ['neck', 'me', 'How is your neck now?', 'How sore is your neck now?'],
  ['leg', 'other', 'How is their leg now?', 'How sore is their leg now?'],
  ['lowBack', 'other', 'How is their back now?', 'How sore is their back now?'],
] as const)('diary and session ask of a sore %s, told by %s, in its words', async (place, who, entry, session) => {
  const home = device()
  await home.check(0, 7, { place: [place] })
  await answeredBy(home, who)
  await home.plan(0)
  await home.start(0)
  await home.at(0, 9).morning(0, 3)
  await home.post('/programme/mini-check', { 'list.mini': 'none' })
  expect((await home.get('/diary/entry')).heading).toBe(entry)
  expect((await home.get('/session')).text).toContain(session)
})

test('of two places, neither the back, it is their pain that is asked about', () => {
  const said = (text: string) => ofOwnPart(text, { place: ['neck', 'leg'] })
  expect(said('How is your back now?')).toBe('How is your pain now?')
  expect(said('How sore is your back now?')).toBe('How bad is your pain now?')
  expect(said('My back has gone again')).toBe('My pain is bad again')
  expect(said('My back has just gone')).toBe('My pain is bad again')
  expect(said('Has your back gone again?')).toBe('Is your pain bad again?')
  expect(said('that moving will damage your back?')).toBe('that moving will damage your body?')
  expect(ofOwnPart('Has your back gone again?', { place: ['neck', 'lowBack'] })).toBe('Has your back gone again?')
  expect(ofOwnPart('How is your back now?', {})).toBe('How is your back now?')
})

test.each(Object.entries(places))('whose %s hurts is given it to say to the GP', async (place, pain) => {
  const home = await begun(place as Place)
  const { text } = await home.post('/programme/stop', { form: freshId(), sign: 'fever' })
  expect(text).toContain(`“I need to speak to someone today about ${pain}.”`)
  expect(text).toContain(`You may have a fever with your ${pain}.`)
  const { text: today } = await home.get('/today')
  expect(today).toContain(`You may have a fever with your ${pain}.`)
})
