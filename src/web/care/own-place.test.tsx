/** Whose neck, buttock or leg hurts reads of no back pain, wherever their record says whom to call and what to say. */
import { expect, test } from 'vitest'
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

test.each(Object.entries(places))('whose %s hurts is given it to say to the GP', async (place, pain) => {
  const home = await begun(place as Place)
  const { text } = await home.post('/programme/stop', { form: freshId(), sign: 'fever' })
  expect(text).toContain(`“I need to speak to someone today about ${pain}.”`)
  expect(text).toContain(`You may have a fever with your ${pain}.`)
  const { text: today } = await home.get('/today')
  expect(today).toContain(`You may have a fever with your ${pain}.`)
})
