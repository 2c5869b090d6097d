/** The national list of postcodes: whole or not at all, and what the search makes of it. */
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { readPlaces } from '../../clinic/directory/import-places.ts'
import { findPlace } from '../../clinic/directory/places.ts'
import { placeInList } from '../../clinic/directory/postcode-list.ts'
import { replacePlaces } from './import-places.ts'

const db = testDatabase()
const heads = 'pcds,doterm,lat,long'
const sample = fileURLToPath(new URL('../../clinic/directory/places-sample.csv', import.meta.url))

async function* pieces(text: string) {
  yield text
}

/** Brings in these lines, and says how it went and what was said. */
async function bringIn(source: string | AsyncIterable<Uint8Array | string>, mayBeFewer = false) {
  const said: string[] = []
  const client = await db.admin.connect()
  try {
    const lines = readPlaces(typeof source === 'string' ? pieces(source) : source)
    const outcome = await replacePlaces(client, lines, (line) => said.push(line), mayBeFewer)
    return { outcome, said: said.join('\n') }
  } finally {
    client.release()
  }
}
const list = (...lines: readonly string[]) => [heads, ...lines, ''].join('\n')
const kept = async () =>
  (await db.admin.query<{ postcode: string }>('select postcode from clinic.postcodes order by 1')).rows.map(
    ({ postcode }) => postcode,
  )
const leicester = list('LE5 2EL,,52.65,-1.08', 'LE5 2EN,,52.67,-1.06')

beforeEach(async () => {
  expect((await bringIn(leicester, true)).outcome).toEqual({ ok: true, postcodes: 2 })
})

describe('the list', () => {
  test('that we ship as a sample is taken whole, but for what has ended or lies nowhere', async () => {
    const { outcome, said } = await bringIn(createReadStream(sample))
    expect(outcome).toEqual({ ok: true, postcodes: 14 })
    expect(said).toContain('2 postcodes are no longer in use')
    expect(await kept()).not.toContain('LE5 2EL')
  })

  test.each([
    ['without heads', 'LE5 2EL,52.65,-1.08\n', 'The first line must name the columns'],
    ['that is empty', '', 'The file is empty'],
    ['with heads alone', list(), 'There is no postcode in this file'],
    ['cut short in a line', `${list('M1 1AA,,53.48,-2.24')}M1 1AB,,53.`, 'may be cut short'],
    ['with nothing but nonsense', list('hello,,1,2'), 'There is no postcode in this file'],
  ])('%s leaves the old one as it was, and says why', async (_what, text, why) => {
    const { outcome } = await bringIn(text)
    expect(outcome).toMatchObject({ ok: false, why: expect.stringContaining(why) })
    expect(await kept()).toEqual(['LE5 2EL', 'LE5 2EN'])
  })

  test('that breaks off in the middle leaves the old one as it was', async () => {
    async function* broken() {
      yield list('M1 1AA,,53.48,-2.24')
      throw new Error('the disk is gone')
    }
    const { outcome } = await bringIn(broken())
    expect(outcome).toMatchObject({ ok: false, why: expect.stringContaining('the disk is gone') })
    expect(await kept()).toEqual(['LE5 2EL', 'LE5 2EN'])
  })

  test('with fewer than half of what is there is asked about; with half it is taken', async () => {
    await bringIn(list('A1 1AA,,52,0', 'A1 1AB,,52,0', 'A1 1AD,,52,0'), true)
    expect((await bringIn(list('B1 1AA,,52,0'))).outcome).toMatchObject({ why: expect.stringContaining('--fewer') })
    expect((await bringIn(list('B1 1AA,,52,0'), true)).outcome).toMatchObject({ ok: true })
    await bringIn(list('A1 1AA,,52,0', 'A1 1AB,,52,0'), true)
    expect((await bringIn(list('B1 1AA,,52,0'))).outcome).toMatchObject({ ok: true })
  })

  test('with a postcode twice keeps the first, and says which lines it could not use', async () => {
    const { outcome, said } = await bringIn(
      list('M1 1AA,,53.48,-2.24', 'm1-1aa,,50,0', 'M1 1AB,,12,99', 'M1 1AD,,53.48,-2.24'),
    )
    expect(outcome).toEqual({ ok: true, postcodes: 2 })
    expect(said).toContain('Line 4: M1 1AB does not lie in the United Kingdom')
    const { rows } = await db.admin.query(`select latitude from clinic.postcodes where postcode = 'M1 1AA'`)
    expect(rows).toEqual([{ latitude: 53.48 }])
  })

  test('longer than one batch comes in whole, and the search finds the old one meanwhile', async () => {
    const lines = Array.from({ length: 12_345 }, (_, at) => {
      const letters = [10, 100, 1000].map((by) => 'ABDEFGHJLN'[Math.floor(at / by) % 10]).join('')
      return `M${1 + Math.floor(at / 10_000)} ${at % 10}${letters.slice(0, 2)},,53.4,-2.${letters.charCodeAt(2)}`
    })
    let during: unknown
    async function* watched() {
      yield list(...lines)
      during = await placeInList(db.directory, findPlace('LE5 2EL'))
    }
    const { outcome } = await bringIn(watched())
    expect(outcome).toMatchObject({ ok: true })
    expect(during).toMatchObject({ ok: true, place: { name: 'LE5 2EL' } })
    expect(await placeInList(db.directory, findPlace('LE5 2EL'))).toMatchObject({ ok: false })
  })

  test('is one import at a time: the second is told, and changes nothing', async () => {
    const client = await db.admin.connect()
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(4270020)')
    expect((await bringIn(list('M1 1AA,,53.48,-2.24'))).outcome).toMatchObject({
      why: expect.stringContaining('Another import is running'),
    })
    await client.query('rollback')
    client.release()
  })
})

describe('a postcode typed in any habit', () => {
  const looked = (typed: string) => placeInList(db.directory, findPlace(typed))

  test.each(['le52el', 'LE5 2EL', 'le5-2el', ' Le5  2eL ', 'LE52EL, UK'])('“%s” is where it lies', async (typed) => {
    expect(await looked(typed)).toMatchObject({
      ok: true,
      place: { latitude: 52.65, longitude: -1.08, label: 'LE5 2EL' },
    })
  })

  test('of which only the first part is typed, or which is not in the list, is the middle of its district, and says so', async () => {
    for (const typed of ['LE5', 'le5 9zz']) {
      const answer = await looked(typed)
      expect(answer).toMatchObject({ ok: true, place: { name: 'LE5' } })
      expect(answer.ok && answer.place.latitude).toBeCloseTo(52.66)
    }
    expect((await looked('le5 9zz')).says).toBe('Near LE5. We do not know LE5 9ZZ itself.')
  })

  test('of London is sharpened to where it lies, and stays the district where the list does not have it', async () => {
    await bringIn(list('E2 9PA,,51.5291,-0.0551'), true)
    expect(await looked('e29pa')).toMatchObject({ place: { latitude: 51.5291, longitude: -0.0551, outward: 'E2' } })
    expect(await looked('E2 9ZZ')).toEqual(findPlace('E2 9ZZ'))
    expect(await looked('Bethnal Green')).toEqual(findPlace('Bethnal Green'))
  })

  test('of nowhere stays an error at the field', async () => {
    expect(await looked('ZZ1 1AA')).toEqual(findPlace('ZZ1 1AA'))
    expect(await looked('nowhere at all')).toMatchObject({ ok: false, why: 'unknown' })
  })
})
