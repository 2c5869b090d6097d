/** A check about somebody else on a device that holds a record: neither opens or closes anything for the other. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { checkEvent, decoded, finishedAnswers, trailOf } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId, momentAt } from '../programme/programme.fixtures.ts'
import { writeTrail } from './trail.ts'

type Home = ReturnType<typeof device>

/** The result of such a check, with these answers. */
const apart = (home: Home, told: Answers = {}) =>
  home.post('/check', {
    trail: writeTrail({ ...trailOf({ ...finishedAnswers(told).answers, who: 'other' }), apart: true }),
    do: 'on',
  })
/** What the first form that holds a trail carries along. */
const carried = (html: string) => {
  const form = html.split('<form').find((part) => part.includes('name="trail"')) ?? ''
  const fields = form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? []
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, decoded(value)]))
}
/** The check of an open screen, all of it answered. */
const finished = (html: string) => ({
  trail: JSON.stringify({
    ...JSON.parse(carried(html).trail ?? ''),
    steps: [{ answers: finishedAnswers().answers, single: [] }],
  }),
  do: 'on',
})
const stopped = async () => {
  const home = await begunOn()
  await home.post('/programme/stop', { sign: 'fever' })
  return home
}

const told = async (home: Home, hour: number, who: string) => {
  const event = checkEvent({}, momentAt(0, hour))
  if (event.kind !== 'checkFinished') throw new Error('no check')
  await home.notebook.append({ ...event, id: freshId(), check: freshId(), answers: { ...event.answers, who } })
  return home
}
const theirs = async () => told(await begunOn(), 8, 'other')

describe('"For someone else?"', () => {
  test('asks about whom, where the device holds a record, and keeps what was ticked', async () => {
    const home = await begunOn()
    const first = await home.get('/check')
    const asked = await home.post('/check', { ...carried(first.html), 'q.A1': 'yes', do: 'other' })
    expect(asked.heading).toBe('Who is this check about?')
    for (const which of ['apart', 'them']) {
      const page = await home.post('/check', { ...carried(asked.html), do: which })
      expect(page.html, which).toMatch(/name="q\.A1" value="yes" checked/)
      expect(page.text, which).toContain('Ask them each question if you can')
    }
  })
  test('stands beside whose record the check counts in', async () => {
    const home = await begunOn()
    const first = await home.get('/check')
    expect(first.text).toContain('For someone else? This check counts in the record on this phone.')
    const other = await home.post('/check', { ...carried(first.html), do: 'apart' })
    expect(other.text).not.toContain('counts in the record')
  })
  test('asks nothing more on a device that holds none', async () => {
    const home = device()
    const first = await home.get('/check')
    expect(first.text).not.toContain('counts in the record')
    const page = await home.post('/check', { ...carried(first.html), do: 'other' })
    expect(page.text).toContain('Ask them each question if you can')
  })
})

describe('a clear check about another person', () => {
  test('opens nothing that was closed for the person of the record, and keeps nothing', async () => {
    const home = await stopped()
    const before = (await home.notebook.all()).length
    const result = await apart(home)
    expect(result.heading).toBe('They can start this at home')
    expect(result.text).toContain('This was about somebody else. Nothing of this check is kept here')
    expect((await home.notebook.all()).length).toBe(before)
    expect((await home.get('/session')).heading).toBe('No session now')
    expect((await home.get('/plan')).heading).toBe('Check again first')
  })
  test('gets its own result after the person’s own emergency, which stays', async () => {
    const home = await (await begunOn()).check(3, 7, { A1: 'yes', 'A1.when': 'new' })
    expect((await apart(home)).heading).toBe('They can start this at home')
    expect((await home.get('/plan')).heading).toBe('Get help first')
  })
  test('gets a plan of its own from its form, whatever the record closes', async () => {
    const home = await stopped()
    const result = await apart(home)
    const plan = await home.post('/plan', carried(result.html))
    expect(plan.heading).not.toBe('Check again first')
    expect(plan.html).toContain('name="trail"')
    expect(await home.of('planMade')).toHaveLength((await (await begunOn()).of('planMade')).length)
  })
})

describe('where the record cannot be read for a moment', () => {
  /** Fails to read the record until told otherwise. */
  const failing = (home: Home) => {
    const { all } = home.notebook
    let fails = true
    Object.assign(home.notebook, { all: () => (fails ? Promise.reject(new Error('no')) : all.call(home.notebook)) })
    return () => {
      fails = false
    }
  }
  test('"For someone else?" asks about whom all the same, and says what it does not know', async () => {
    const home = await begunOn()
    const first = await home.get('/check')
    failing(home)
    const asked = await home.post('/check', { ...carried(first.html), do: 'other' })
    expect(asked.heading).toBe('Who is this check about?')
    expect(asked.text).toContain('We could not open the record on this phone.')
  })
  test('a check that is begun there is asked about once the record can be read, and says of no record whose it is', async () => {
    const home = await theirs()
    const works = failing(home)
    const first = await home.get('/check')
    expect(first.text).not.toContain('was for someone else')
    works()
    const shown = /name="shown" value="([^"]*)"/.exec(first.html)?.[1] ?? ''
    const asked = await home.post('/check', { ...carried(first.html), shown, 'list.0': 'none' })
    expect(asked.heading).toBe('Who is this check about?')
  })
})

test('painkillers that are closed for another person lead to a list of theirs, not to the one on this phone', async () => {
  const home = await begunOn()
  await home.post('/medicines/tally', {
    ...{ do: 'record', product: 'ibuprofen200', units: '1', when: 'now', act: freshId() },
  })
  expect((await home.get('/medicines/tally')).text).toContain('Ibuprofen 200 mg tablet')
  const { answers } = finishedAnswers()
  const old = { trail: writeTrail({ ...trailOf({ ...answers, who: 'other' }), apart: true }) }
  const closed = await home.post('/medicines', { ...old, checkedAt: String(momentAt(-3, 9)) })
  expect(closed.heading).toBe('Check again first')
  const theirs = await home.post('/medicines/tally', { ...carried(closed.html), do: 'open' })
  expect(closed.html).not.toContain('href="/medicines/tally"')
  expect(theirs.heading).toBe('My painkillers')
  expect(theirs.text).toContain('No doses are written down.')
})

test('an emergency of another person closes nothing of one’s own', async () => {
  const home = await begunOn()
  const result = await apart(home, { A1: 'yes', 'A1.when': 'new' })
  expect(result.text).toContain('999')
  expect((await home.get('/plan')).heading).not.toBe('Get help first')
})

describe('a check that is begun on a device whose record is of somebody who was answered for', () => {
  /** The first screen with nothing ticked, sent on. */
  const sentOn = async (home: Home) => {
    const first = await home.get('/check')
    const shown = /name="shown" value="([^"]*)"/.exec(first.html)?.[1] ?? ''
    return { first, asked: await home.post('/check', { ...carried(first.html), shown, 'list.0': 'none' }) }
  }

  test('says whose record it is on the first screen, with one tap for the same person, whose check counts', async () => {
    const home = await theirs()
    const before = (await home.notebook.all()).length
    const first = await home.get('/check')
    expect(first.text).toContain('The last check on this phone was for someone else')
    const same = await home.post('/check', { ...carried(first.html), do: 'them' })
    expect(same.text).toContain('Ask them each question if you can')
    expect((await home.post('/check', finished(same.html))).text).not.toContain('Nothing of this check is kept')
    expect((await home.notebook.all()).length).toBeGreaterThan(before)
  })
  test('asks whom it is about, before anything of it counts, where nobody said', async () => {
    const home = await theirs()
    const { asked } = await sentOn(home)
    expect(asked.heading).toBe('Who is this check about?')
    expect(asked.text).toContain('Me, and that record is not mine')
    expect(asked.html).toContain('href="/record"')
  })
  test('of whoever holds the phone keeps nothing and leaves that record as it is', async () => {
    const home = await theirs()
    await home.post('/programme/stop', { sign: 'fever' })
    const before = (await home.notebook.all()).length
    const { asked } = await sentOn(home)
    const me = await home.post('/check', { ...carried(asked.html), do: 'apartMe' })
    expect(me.text).toContain('For someone else?')
    const result = await home.post('/check', finished(me.html))
    expect(result.text).toContain('The record on this phone is about somebody else. Nothing of this check is kept here')
    expect((await home.notebook.all()).length).toBe(before)
    expect((await home.get('/plan')).heading).toBe('Check again first')
  })
  test('is asked no more once the person of the record has answered for themselves', async () => {
    const home = await theirs()
    const { asked } = await sentOn(home)
    const own = await home.post('/check', { ...carried(asked.html), do: 'own' })
    expect(own.text).toContain('For someone else?')
    const trail = JSON.parse(carried(own.html).trail ?? '')
    expect(trail.unsaid).toBeUndefined()
    await told(home, 9, 'me')
    expect((await home.get('/check')).text).not.toContain('was for someone else')
  })
  /** The emergency page of a check of which nobody has said whom it is about. */
  const emergencyUnsaid = async (home: Home) => {
    const first = await home.get('/check')
    const { answers } = finishedAnswers({ A1: 'yes', 'A1.when': 'new' })
    const trail = {
      ...trailOf(answers),
      ...JSON.parse(carried(first.html).trail ?? '{}'),
      steps: trailOf(answers).steps,
    }
    return home.post('/check', { trail: writeTrail(trail), do: 'on' })
  }
  test('is answered at once where it is an emergency, and closes that record until somebody has said', async () => {
    const home = await theirs()
    const now = await emergencyUnsaid(home)
    expect(now.text).toContain('999')
    expect((await home.get('/plan')).heading).toBe('Get help first')
  })
  test('which then asks whom it was about, below all that helps; said twice it opens nothing, and a talk does', async () => {
    const home = await theirs()
    const now = await emergencyUnsaid(home)
    expect(now.text.indexOf('Call 999')).toBeGreaterThan(0)
    expect(now.text.indexOf('Who was this about?')).toBeGreaterThan(now.text.lastIndexOf('Call 999'))
    expect(now.html).toContain('href="/programme/mistaken"')
    const asked = await home.get('/programme/mistaken')
    expect(asked.text).toContain('I made a mistake, or it was about somebody else')
    const about = /name="about" value="([^"]*)"/.exec(asked.html)?.[1] ?? ''
    const said = { about, entry: freshId(), mistake: 'wrong' }
    await home.post('/programme/mistaken', said)
    expect(await home.of('dangerMistaken')).toHaveLength(0)
    await home.post('/programme/mistaken', { ...said, sure: 'yes' })
    expect(await home.of('dangerMistaken')).toHaveLength(1)
    expect((await home.get('/plan')).heading).toBe('Get help first')
    await home.write(momentAt(1, 9), { kind: 'clinicianCleared', who: '111', how: 'spoken' })
    expect((await home.at(1, 10).get('/plan')).heading).not.toBe('Get help first')
  })
  test('and does not where something else is closed for the person of that record, or it was said whose check it is', async () => {
    const home = await theirs()
    await home.check(0, 9, { F2: 'yes' })
    await told(home, 9.5, 'other')
    expect((await emergencyUnsaid(home)).text).not.toContain('Who was this about?')
    const own = await begunOn()
    const { answers } = finishedAnswers({ A1: 'yes', 'A1.when': 'new' })
    const now = await own.post('/check', { trail: writeTrail(trailOf(answers)), do: 'on' })
    expect(now.text).toContain('999')
    expect(now.text).not.toContain('Who was this about?')
  })
})

test('whoever answers for themselves after all is asked as the person of the record again', async () => {
  const home = await begunOn()
  const first = await home.get('/check')
  const other = await home.post('/check', { ...carried(first.html), do: 'apart' })
  const me = await home.post('/check', { ...carried(other.html), do: 'me' })
  expect(me.html).not.toContain('&quot;apart&quot;')
  expect(me.text).toContain('For someone else?')
})
