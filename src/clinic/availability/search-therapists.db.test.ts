/** The search of the directory, in the demonstration’s London on a Friday morning. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { seedDemo } from '../directory/seed-demo.ts'
import { acceptSlot } from './accept-slot.ts'
import { loadAvailability } from './load-availability.ts'
import { type Found, type Search, searchTherapists } from './search-therapists.ts'

const db = testDatabase({ withoutNeighbours: 'the demonstration, which is put into an empty database' })
const now = Temporal.Instant.from('2037-11-27T08:00:00Z')
const bethnalGreen = { latitude: 51.527, longitude: -0.0549 }
const inverness = { latitude: 57.4778, longitude: -4.2247 }

const ask = (more: Partial<Search> = {}) =>
  searchTherapists(
    db,
    { treatment: 'physiotherapy-first', from: bethnalGreen, radiusMiles: 3, sort: 'nearest', ...more },
    now,
  )
const names = (found: readonly Found[]) => found.map(({ name }) => name)
const local = ({ start }: { readonly start: number }) =>
  Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/London')

beforeAll(async () => {
  await seedDemo(db.app, '2037-11-27')
})

describe('whom the search shows', () => {
  test('everybody near who gives the treatment, nearest first, each once', async () => {
    const { found, grew, loosen } = await ask()
    expect(names(found).slice(0, 3).sort()).toEqual(['Ines Quillfeather', 'Noor Saffronwell', 'Rafe Underlinden'])
    expect(new Set(names(found)).size).toBe(found.length)
    const far = found.map(({ km }) => km ?? 0)
    expect(far).toEqual([...far].sort((one, other) => one - other))
    expect({ grew, loosen }).toEqual({ grew: false, loosen: [] })
  })

  test('nobody who was never looked up in a register, and nobody whose registration has ended', async () => {
    const everywhere = { radiusMiles: 13_000 }
    expect(names((await ask(everywhere)).found)).not.toContain('Jory Penhallowby')
    expect(names((await ask({ ...everywhere, treatment: 'osteopathy' })).found)).toEqual(['Corin Ashgrovely'])
  })

  test('up to the last day of a registration, and not on the day after it', async () => {
    const on = async (day: string) => {
      const search: Search = { treatment: 'physiotherapy-first', radiusMiles: 3, sort: 'nearest', from: bethnalGreen }
      return names((await searchTherapists(db, search, Temporal.Instant.from(`${day}T09:00:00Z`))).found)
    }
    expect(await on('2037-12-13')).toContain('Noor Saffronwell')
    expect(await on('2037-12-14')).not.toContain('Noor Saffronwell')
  })

  test('nobody of a clinic that has not opened', async () => {
    const open = (opened: string) =>
      db.admin.query(`update clinic.clinics set opened_at = ${opened} where name = 'Lantern Physio'`)
    await open('null')
    expect(names((await ask()).found)).not.toContain('Ines Quillfeather')
    await open('now()')
    expect(names((await ask()).found)).toContain('Ines Quillfeather')
  })
})

describe('each filter', () => {
  const anywhere = { radiusMiles: 13_000 }

  test('insurer: those whose clinic takes it for this treatment', async () => {
    const { found } = await ask({ ...anywhere, insurer: 'healix' })
    expect(new Set(found.map(({ clinicName }) => clinicName))).toEqual(new Set(['Kiteway Clinic']))
  })

  test('language', async () => {
    expect(names((await ask({ ...anywhere, language: 'cy' })).found)).toEqual(['Siân Merrowdale'])
  })

  test('gender', async () => {
    const women = names((await ask({ ...anywhere, gender: 'woman' })).found)
    const men = names((await ask({ ...anywhere, gender: 'man' })).found)
    expect(women).toContain('Ines Quillfeather')
    expect(men).toContain('Tobias Marlowick')
    expect(women.filter((name) => men.includes(name))).toEqual([])
  })

  test('what they help with', async () => {
    expect(names((await ask({ ...anywhere, need: 'after-operation' })).found).sort()).toEqual([
      'Leopold Staithe',
      'Philippa Nettlestone',
    ])
  })

  test('step-free: only places that are; of somebody with two places, the one that is', async () => {
    const { found } = await ask({ ...anywhere, stepFree: true })
    expect(found.every(({ stepFree }) => stepFree)).toBe(true)
    expect(found.find(({ name }) => name === 'Comfort Adderstone')?.locationName).toBe('Brixton')
    expect(names(found)).not.toContain('Tobias Marlowick')
  })

  test('video: from any distance', async () => {
    const { found, grew } = await ask({ treatment: 'video-call', video: true, radiusMiles: 1, from: inverness })
    expect(names(found)).toContain('Kwame Silverdene')
    expect(grew).toBe(false)
  })

  test('evenings: every time that is shown starts at five or later', async () => {
    const { found } = await ask({ ...anywhere, evenings: true })
    expect(found.length).toBeGreaterThan(2)
    for (const one of found) for (const time of one.list().times) expect(local(time).hour).toBeGreaterThanOrEqual(17)
  })

  test('weekends: every time that is shown is on Saturday or Sunday', async () => {
    const { found } = await ask({ ...anywhere, weekends: true })
    expect(found.length).toBeGreaterThan(1)
    for (const one of found)
      for (const time of one.list().times) expect(local(time).dayOfWeek).toBeGreaterThanOrEqual(6)
  })

  test('first free time: within so many days, today being none', async () => {
    const { found } = await ask({ ...anywhere, withinDays: 0 })
    expect(found.length).toBeGreaterThan(0)
    for (const one of found)
      for (const time of one.list().times) expect(local(time).toPlainDate().toString()).toBe('2037-11-27')
  })
})

describe('the order', () => {
  test('soonest: by the first free time, who has none comes last', async () => {
    const { found } = await ask({ radiusMiles: 13_000, sort: 'soonest' })
    const starts = found.map((one) => one.list().times[0]?.start ?? Infinity)
    expect(starts).toEqual([...starts].sort((one, other) => one - other))
  })

  test.each([{}, { evenings: true }, { weekends: true, withinDays: 6 }])(
    '%o: the first time is the first of those listed',
    async (wish) => {
      const { found } = await ask({ radiusMiles: 13_000, ...wish })
      for (const { first, list } of found) expect(first).toEqual(list().times[0])
      expect(found.filter(({ first }) => first).length).toBeGreaterThan(2)
    },
  )
})

describe('every time that is shown', () => {
  test('is taken by the function that accepts', async () => {
    const { found } = await ask({ radiusMiles: 13_000 })
    let tried = 0
    for (const { clinicId, therapistId, list } of found) {
      const question = { now, firstDay: '2037-11-26', lastDay: '2037-12-12', therapists: [therapistId] }
      const input = await inClinic(db.app, clinicId, (trx) => loadAvailability(trx, question))
      for (const { service, therapist, location, start } of list().times) {
        tried += 1
        expect(acceptSlot(input, { service, therapist, location, start }).ok).toBe(true)
      }
    }
    expect(tried).toBeGreaterThan(20)
  })

  test('is free of the visits that are booked: the database takes a claim for it', async () => {
    const { found } = await ask()
    const [first] = found
    const [time] = first?.list().times ?? []
    if (!first || !time) throw new Error('Nobody is free.')
    const { rows } = await db.admin.query(
      `select count(*)::int as clashes from clinic.claims
       where resource_id = any ($1) and during && tstzrange(to_timestamp($2), to_timestamp($3))`,
      [time.resources, time.claimFrom / 1000, time.claimTo / 1000],
    )
    expect(rows).toEqual([{ clashes: 0 }])
  })
})

describe('where nobody is near', () => {
  test('the radius grows to the nearest and says how far', async () => {
    const { found, grew, radiusMiles } = await ask({ from: inverness })
    expect(found.length).toBeGreaterThan(0)
    expect({ grew, radiusMiles }).toEqual({ grew: true, radiusMiles: 13_000 })
  })

  test('each filter that stands in the way is named with what there would be without it, and that is so', async () => {
    const search = { language: 'cy', gender: 'man' } as const
    const { found, loosen } = await ask(search)
    expect(found).toEqual([])
    expect(loosen.map(({ filter }) => filter).sort()).toEqual(['gender', 'language'])
    for (const { filter, count } of loosen)
      expect((await ask({ ...search, [filter]: undefined })).found).toHaveLength(count)
  })

  test('so it is with filters of time: each count is that of the search without it', async () => {
    for (const search of [
      { gender: 'man', language: 'cy', evenings: true, withinDays: 6 },
      { gender: 'man', language: 'cy', weekends: true, evenings: true },
      { language: 'cy', weekends: true, withinDays: 1 },
      { withinDays: -1, evenings: true },
    ] as const) {
      const { found, loosen } = await ask(search)
      expect([search, names(found)]).toEqual([search, []])
      for (const filter of ['language', 'gender', 'evenings', 'weekends', 'withinDays'] as const) {
        if (!(filter in search)) continue
        const looser = loosen.find((one) => one.filter === filter)
        const { length } = (await ask({ ...search, [filter]: looser?.withinDays })).found
        const offered = looser?.count ?? 0
        expect({ search, filter, offered }).toEqual({ search, filter, offered: length })
      }
    }
  })

  test('of a first free time that is too soon the next longer one that has somebody is named, with how many', async () => {
    const { loosen } = await ask({ withinDays: -1 })
    const [looser] = loosen
    expect(loosen).toHaveLength(1)
    for (const shorter of [0, 2, 7].filter((step) => step < (looser?.withinDays ?? Infinity)))
      expect((await ask({ withinDays: shorter })).found).toEqual([])
    expect((await ask({ withinDays: looser?.withinDays })).found).toHaveLength(looser?.count ?? 0)
    expect(looser?.withinDays).toBeDefined()
  })

  test('where none alone helps, two together are named, with how many, and that is so', async () => {
    const search = { language: 'xx', gender: 'man', withinDays: -1 } as const
    const { found, loosen } = await ask(search)
    expect(found).toEqual([])
    expect(loosen.length).toBeGreaterThan(0)
    for (const { filter, and, count } of loosen) {
      expect(and).toBeDefined()
      const without = { ...search, [filter]: undefined, ...(and && { [and]: undefined }) }
      expect((await ask(without)).found).toHaveLength(count)
    }
  })

  test('a filter that helps nobody is not offered', async () => {
    const { loosen } = await ask({ language: 'xx', stepFree: true })
    expect(loosen.map(({ filter }) => filter)).toEqual(['language'])
  })
})

test('what is asked is never read as a statement', async () => {
  for (const language of [
    "'; drop table clinic.clinics; --",
    "en' or '1'='1",
    '\\',
    '{en,pl}',
    '%',
    'x'.repeat(10_000),
  ])
    expect((await ask({ language, radiusMiles: 13_000 })).found).toEqual([])
})
