/** Two records with an account each are made one: one sign-in goes on, the other's sessions end. */
import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { comparePersons } from '../../clinic/booking/persons/compare-persons.ts'
import { mergePersons } from '../../clinic/booking/persons/merge-persons.ts'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { bookedVisit, makeMember } from '../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import type { Deliver, Delivery } from '../../clinic/mail/deliver.ts'
import { personSignIns } from './person-sign-ins.ts'
import { makeBrowser, makeHouse, origin } from './test-house.ts'

const db = testDatabase()
const posted: Delivery[] = []
const deliver: Deliver = (mail) => {
  posted.push(mail)
  return Promise.resolve({ ok: true })
}
beforeEach(async () => {
  await db.admin.query('delete from auth.attempts')
})

/** A browser that is signed in with this address. */
async function signedIn(email: string) {
  const browser = makeBrowser(makeHouse(db, origin, deliver))
  await browser.post('/account/sign-in', { email })
  const { text = '' } = await simpleParser(posted.at(-1)?.message ?? Buffer.alloc(0))
  await browser.post(/http:\/\/localhost:4300(\/account\/sign-in\/link\/\S+)/.exec(text)?.[1] ?? '')
  return browser
}
const page = async (browser: ReturnType<typeof makeBrowser>) => {
  const answer = await browser.get('/account')
  return { isIn: answer.status === 200, visits: (await answer.text()).split('Bethnal Green').length - 1 }
}

describe('two records with an account each', () => {
  test('are one sign-in afterwards, which opens all visits, and the other is out and opens none', async () => {
    const clinic = await makeTestClinic(db)
    const visits = [
      await bookedVisit(db, clinic, '10:00', { personName: 'Robin Fleet', email: 'Robin@work.example' }),
      await bookedVisit(db, clinic, '12:00', { personName: 'Robin Fleet', email: 'robin@home.example' }),
    ]
    const [work, home] = [await signedIn('robin@work.example'), await signedIn('robin@home.example')]
    expect([await page(work), await page(home)]).toEqual([
      { isIn: true, visits: 1 },
      { isIn: true, visits: 1 },
    ])
    const { rows } = await db.admin.query<{ person_id: string }>(
      'select person_id from clinic.appointments where appointment_id = any($1) order by person_id',
      [visits],
    )
    const [one = '', other = ''] = rows.map(({ person_id }) => person_id)
    const doer = { clinicId: clinic.clinicId, memberId: await makeMember(db, clinic.clinicId, 'reception') }
    const signIns = personSignIns(db.auth)
    expect((await signIns.known(['Robin@Work.example', 'robin@home.example', 'x@x.example'])).toSorted()).toEqual([
      ...['robin@home.example', 'robin@work.example'],
    ])
    const { seen = '' } = (await comparePersons(db.app, doer, one, other)) ?? {}
    const choice = { name: one, contact: other, phone: one, bornOn: one }
    expect(await mergePersons(db.app, doer, { one, other, seen, choice }, signIns.end)).toMatchObject({ ok: true })
    expect(await page(home)).toEqual({ isIn: true, visits: 2 })
    expect((await page(work)).isIn).toBe(false)
    expect(await page(await signedIn('robin@work.example'))).toEqual({ isIn: true, visits: 0 })
  })

  test('end no session of staff: no clinic can put out those of another', async () => {
    const browser = await signedIn('sol@work.example')
    await db.admin.query(
      `update auth.sessions set second_factor_at = now()
       where user_id = (select id from auth.users where email = 'sol@work.example')`,
    )
    await personSignIns(db.auth).end('sol@work.example')
    expect((await page(browser)).isIn).toBe(true)
  })
})
