/** The demonstration can be entered with one press, and nothing else can. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { seedDemo } from '../../clinic/directory/seed-demo.ts'
import { makeBrowser, makeHouse, makeStaff, password } from './test-house.ts'

const db = testDatabase({ withoutNeighbours: 'the demonstration, which is put into an empty database' })

describe('where nothing is invented', () => {
  test('nobody can be looked round as, and the page offers nobody', async () => {
    const { clinicId } = await makeTestClinic(db)
    await makeStaff(db, 'wren@lantern.example', [{ clinicId }])
    const { rows } = await db.admin.query<{ member_id: string }>('select member_id from clinic.members')
    const browser = makeBrowser(makeHouse(db))
    expect(await (await browser.get('/console/sign-in')).text()).not.toContain('Look round')
    await browser.post('/console/sign-in/look-round', { clinic: clinicId, member: rows[0]?.member_id ?? '' })
    expect(await browser.whoAmI()).toBe('nobody')
    // Not even where every row says so: the installation itself must be the demonstration.
    await db.admin.query('update clinic.members set demonstration = true')
    await db.admin.query('update auth.users set demonstration = true')
    await browser.post('/console/sign-in/look-round', { clinic: clinicId, member: rows[0]?.member_id ?? '' })
    expect(await browser.whoAmI()).toBe('nobody')
    await db.admin.query('delete from clinic.account_clinics')
    await db.admin.query('delete from clinic.members')
    await db.admin.query(`delete from clinic.slugs`)
  })
})

describe('in the demonstration', () => {
  beforeAll(async () => {
    await seedDemo(db.app, '2026-11-27')
  })

  test('each clinic has an owner, a manager, a desk and its therapists', async () => {
    const { rows } = await db.admin.query<{ roles: string; n: string }>(
      `select string_agg(distinct role, ' ' order by role) as roles, count(*) as n from clinic.members group by clinic_id`,
    )
    expect(rows).toHaveLength(8)
    for (const { roles } of rows) expect(roles).toBe('manager owner reception therapist')
  })

  test('one press leads into the console as the person on the button, every one of them', async () => {
    const browser = makeBrowser(makeHouse(db))
    const page = await (await browser.get('/console/sign-in')).text()
    const forms = [
      ...page.matchAll(/name="clinic" value="([^"]+)".*?name="member" value="([^"]+)".*?Look round as ([^<,]+),/gs),
    ]
    expect(forms.length).toBe(8 * 3 + 24)
    for (const [, clinic = '', member = '', name = ''] of forms) {
      const answer = await browser.post('/console/sign-in/look-round', { clinic, member })
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/console'])
      expect(await browser.whoAmI()).toBe(name.trim())
    }
  })

  test('looking at the page signs nobody in, and makes nothing', async () => {
    const browser = makeBrowser(makeHouse(db))
    await browser.get('/console/sign-in')
    await browser.get('/console/sign-in/look-round')
    expect(browser.set).toEqual([])
    expect(await browser.whoAmI()).toBe('nobody')
  })

  test('somebody real in the same database cannot be entered, and nor can an invented one of another clinic’s address', async () => {
    const own = await makeTestClinic(db)
    const real = await makeStaff(db, 'real@lantern.example', [own])
    const { rows } = await db.admin.query<{ member_id: string; clinic_id: string; demonstration: boolean }>(
      'select member_id, clinic_id, demonstration from clinic.members',
    )
    const browser = makeBrowser(makeHouse(db))
    const mine = rows.find(({ clinic_id }) => clinic_id === own.clinicId)
    const invented = rows.find(({ demonstration }) => demonstration)
    for (const [clinic, member] of [
      [own.clinicId, mine?.member_id],
      [own.clinicId, invented?.member_id],
      [invented?.clinic_id, mine?.member_id],
      ["' or 1=1", "'"],
    ])
      await browser.post('/console/sign-in/look-round', { clinic: clinic ?? '', member: member ?? '' })
    // Not even if somebody had marked the row: the account itself is not invented.
    await db.admin.query('update clinic.members set demonstration = true where member_id = $1', [mine?.member_id])
    await browser.post('/console/sign-in/look-round', { clinic: own.clinicId, member: mine?.member_id ?? '' })
    expect(await browser.whoAmI()).toBe('nobody')
    expect(real.accountId).not.toBe('')
  })

  test('the invented have no password', async () => {
    const { rows } = await db.admin.query<{ email: string }>(
      'select email from clinic.members where demonstration limit 1',
    )
    const browser = makeBrowser(makeHouse(db))
    for (const typed of ['', password, 'undefined'])
      expect((await browser.post('/console/sign-in', { email: rows[0]?.email ?? '', password: typed })).status).toBe(
        422,
      )
  })
})
