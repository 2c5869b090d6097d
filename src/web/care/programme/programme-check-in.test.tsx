/** The card that calls for help says what the person said, can be put right where it speaks, and opens nothing. */
import { describe, expect, test } from 'vitest'
import type { CheckInDone } from '../../../care/programme/events.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { begunOn, freshId, hidden, momentAt } from './programme.fixtures.ts'

const answers = {
  'q.trend': 'better',
  'q.painNow': '2',
  'q.toilet': 'yes',
  'q.stand': 'yes',
  'q.medicine': 'yes',
  'q.normal': 'no',
  'q.leg': 'no',
}
const plain = {
  kind: 'checkInDone',
  pain0to10: 2,
  trend: 'better',
  toiletAndDrink: 'yes',
  canStand10Minutes: 'yes',
  medicineFor24Hours: 'yes',
  backToNormal: 'no',
  severeLegPain: 'no',
} as const
/** Day 3, the short check of the day done, and this check-in told. */
async function told(part: Partial<CheckInDone>) {
  const home = (await begunOn()).at(2, 10)
  await home.morning(2, 2)
  await home.mini(2)
  await home.write(momentAt(2, 9), { ...plain, ...part })
  return home
}

describe('the card that calls for help today', () => {
  test('quotes the answer that it stands on, and says nothing that was not said', async () => {
    const { text } = await (await told({ toiletAndDrink: 'no' })).get('/today')
    expect(text).toContain('You said you cannot get to the toilet or a drink.')
    expect(text).not.toMatch(/very bad|worse than on the first day/)
    const worse = await (await told({ trend: 'worse', canStand10Minutes: 'no' })).get('/today')
    expect(worse.text).toContain(
      'You said it is worse than on the first day. You said you cannot stand for 10 minutes.',
    )
    const unsure = await (await told({ trend: 'worse', canStand10Minutes: 'notSure' })).get('/today')
    expect(unsure.text).toContain('You were not sure if you can stand for 10 minutes.')
  })
  test('has nothing of a session beneath it, and no session behind it either', async () => {
    const home = await told({ toiletAndDrink: 'no' })
    const { text } = await home.get('/today')
    expect(text).not.toMatch(/Your movements|It is the last thing before|Tell us your pain now/)
    expect((await home.get('/session')).text).not.toContain('How many minutes')
  })
  test('says as much of a call that stands on numbers alone', async () => {
    const home = (await begunOn()).at(4, 10)
    await home.morning(4, 7)
    const { text, html } = await home.get('/today')
    expect(text).toContain('You said 6 on the first day, and 7 now.')
    expect(html).toContain('<a href="/programme/morning">I answered that wrongly: change it</a>')
  })
})

describe('"I answered that wrongly: change it"', () => {
  test('stands on the card, shows what was answered and asks again before it counts', async () => {
    const home = await told({ toiletAndDrink: 'no' })
    expect((await home.get('/today')).html).toContain('href="/programme/check-in/change"')
    const page = await home.get('/programme/check-in/change')
    expect(page.text).toMatch(/get a drink, even slowly or with help\? No/)
    const entry = hidden(page.html, 'entry')
    const sure = await home.post('/programme/check-in/change', { entry, screen: '2', ...answers })
    expect(sure.heading).toBe('Are these answers right?')
    expect(sure.text).toContain('You said: No. Now: Yes .')
    expect(await home.of('checkInDone')).toHaveLength(1)
    const about = hidden(sure.html, 'about')
    const after = await home.post('/programme/check-in/change', { entry, about, do: 'sure', screen: '2', ...answers })
    expect(after.at).toBe('/today')
    const [first, second] = await home.of('checkInDone')
    expect(first).toMatchObject({ toiletAndDrink: 'no' })
    expect(second).toMatchObject({ toiletAndDrink: 'yes', replaces: first?.id })
    expect(after.text).not.toContain('Call 111')
  })
  test('opens nothing: the full check stays due', async () => {
    const home = await told({ toiletAndDrink: 'no' })
    const page = await home.get('/programme/check-in/change')
    const [first] = await home.of('checkInDone')
    const fields = { entry: hidden(page.html, 'entry'), about: first?.id ?? '', do: 'sure', screen: '2', ...answers }
    const after = await home.post('/programme/check-in/change', fields)
    expect(after.text).toMatch(/Next Do the full check/)
    expect((await home.get('/session')).text).toContain('Do the full check')
  })
  test('a change of one that is no longer the last, or of nothing, writes nothing', async () => {
    const home = await told({})
    const fields = { entry: '', screen: '2', ...answers }
    expect((await home.post('/programme/check-in/change', fields)).at).toBe('/today')
    const other = await home.post('/programme/check-in/change', {
      ...{ ...fields, 'q.stand': 'no', do: 'sure', about: 'another' },
    })
    expect(other.heading).toBe('Are these answers right?')
    expect(await home.of('checkInDone')).toHaveLength(1)
  })
  test('the same form sent again with something worse is heard too, once', async () => {
    const home = await told({ toiletAndDrink: 'no' })
    const fields = { entry: freshId(), screen: '2', ...answers }
    const all = async (): Promise<readonly CheckInDone[]> => {
      const events: readonly NotebookEvent[] = await home.notebook.all()
      return events.flatMap((event) => (event.kind === 'checkInDone' ? [event] : []))
    }
    const about = (await all())[0]?.id ?? ''
    await home.post('/programme/check-in/change', { ...fields, about, do: 'sure' })
    expect(await all()).toHaveLength(2)
    for (let press = 0; press < 2; press += 1)
      await home.post('/programme/check-in/change', { ...fields, 'q.toilet': 'no' })
    expect((await all()).map(({ toiletAndDrink }) => toiletAndDrink)).toEqual(['no', 'yes', 'no'])
  })
  test('what turns out worse is heard at once, without asking twice', async () => {
    const home = await told({})
    const after = await home.post('/programme/check-in/change', { screen: '2', ...answers, 'q.toilet': 'no' })
    expect(after.at).toBe('/today')
    expect(after.text).toContain('You said you cannot get to the toilet or a drink.')
  })
})

describe('pain asked again within hours', () => {
  const page = async (hour: number) => {
    const home = (await begunOn()).at(2, hour)
    await home.morning(2, 4)
    return home.get('/programme/check-in')
  }
  test('within the hour it is not asked: it says what was told, with that number chosen and the scale folded', async () => {
    const { text, html } = await page(8.5)
    expect(text).toContain('Pain now: 4 of 10, as you said at 08:00. It has changed')
    expect(text).not.toContain('Still so?')
    expect(html).toMatch(/<details><summary>It has changed<.*name="q.painNow"/)
    expect(html).toMatch(/name="q.painNow" value="4"[^>]*checked/)
  })
  test('from an hour on it is one press away, and not chosen; after four hours it is asked anew', async () => {
    expect((await page(8.99)).html).toMatch(/name="q.painNow" value="4"[^>]*checked/)
    for (const hour of [9, 11.99]) {
      const later = await page(hour)
      expect(later.text).toContain('You said 4 at 08:00. Still so? Then press 4.')
      expect(later.html).toMatch(/class="told"><input type="radio" name="q.painNow" value="4"/)
      expect(later.html).not.toMatch(/name="q.painNow"[^>]*checked/)
    }
    const late = await page(12)
    expect(late.text).not.toContain('Still so?')
    expect(late.html).not.toMatch(/class="told"/)
  })
  test('the morning offers what the diary was told before it, and one press takes it', async () => {
    const home = (await begunOn()).at(2, 7)
    const { html } = await home.get('/diary/entry')
    await home.post('/diary/entry', { form: hidden(html, 'form'), pain: '3' })
    // An entry is that morning's number too, so the morning questions already know it.
    expect((await home.at(2, 7.5).get('/programme/morning')).text).toContain('You told us 3 today')
    const after = (await begunOn()).at(0, 9)
    await after.session(0, 8, { painBefore0to10: 5 })
    const morning = await after.get('/programme/morning')
    expect(morning.text).toContain('You said 5 at 08:00. Still so? Then press 5.')
    expect(morning.html).toMatch(/class="button told"[^>]*value="5"|value="5"[^>]*class="button told"/)
  })
})
