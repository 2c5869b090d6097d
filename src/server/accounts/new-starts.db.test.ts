/** Somebody of the team has lost every way in: two others let them begin anew, and never one alone. */
import { CompiledQuery } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { connectAsOwner, type Database, inClinic } from '../../clinic/db/connection.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import type { Delivery } from '../../clinic/mail/deliver.ts'
import { beginAsInstallation } from '../../clinic/people/new-starts.ts'
import { createAuth } from './better-auth.ts'
import { sessionTokenOf } from './cookies.ts'
import { sendInvitations } from './send-invitations.ts'
import { sendNewStartMails } from './new-start-mails.ts'
import { markAsStaff } from './staff-session.ts'
import { appCode, fromBase32, makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'
import { sendWayInNotices } from './way-in-notices.ts'

const db = testDatabase({ withoutNeighbours: 'Counts who of a team may agree.' })
const path = '/console/new-starts'
const posted: Delivery[] = []
type Staff = Awaited<ReturnType<typeof makeStaff>>
type Browser = ReturnType<typeof makeBrowser>
let clinicId = ''
let round = 0
/** An owner, a manager, another manager, and somebody at the desk who has lost everything. */
let team: { owner: Staff; manager: Staff; second: Staff; desk: Staff }

let installation: Database
/** Somebody with a password and an app. Everybody else is a copy with the same: hashing is slow, and meant to be. */
let pattern: Staff
beforeAll(async () => {
  installation = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
  pattern = await makeStaff(db, 'pattern@lantern.example', [])
})
afterAll(() => installation.destroy())

async function copied(name: string, role: string, clinic = clinicId): Promise<Staff> {
  const email = `${name}${round}@lantern.example`
  const { rows } = await db.admin.query(
    `with one as (insert into auth.users (name, email, email_verified, two_factor_enabled) values ($1, $2, true, true) returning id),
       way as (insert into auth.credentials (user_id, account_id, provider_id, password)
         select one.id, one.id, 'credential', c.password from one, auth.credentials c where c.user_id = $3),
       step as (insert into auth.two_factors (user_id, secret, backup_codes)
         select one.id, t.secret, t.backup_codes from one, auth.two_factors t where t.user_id = $3),
       place as (insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
         select $4, $1, $2, $5, id, now() from one)
     insert into clinic.account_clinics select id, $4 from one returning account_id as id`,
    [`${name}${round}`, email, pattern.accountId, clinic, role],
  )
  return { ...pattern, accountId: rows[0].id, email }
}

beforeEach(async () => {
  round += 1
  posted.length = 0
  clinicId = (await makeTestClinic(db)).clinicId
  team = {
    owner: await copied('wren', 'owner'),
    manager: await copied('sol', 'manager'),
    second: await copied('kit', 'manager'),
    desk: await copied('priya', 'reception'),
  }
  // What the test before left unsent is of no concern here.
  for (const table of ['auth.attempts', 'auth.way_in_notices', 'clinic.new_start_mails'])
    await db.admin.query(`delete from ${table}`)
  await db.admin.query('update clinic.invitations set sent_at = now()')
})

/** Signed in with both steps, a moment ago. */
async function signIn({ accountId }: Staff): Promise<Browser> {
  const browser = makeBrowser(makeHouse(db))
  const auth = createAuth(db.auth, db.secret, origin)
  const opened = await auth.api.openSession({
    ...{ body: { userId: accountId, remember: false }, headers: new Headers(), asResponse: true },
  })
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(opened.headers.getSetCookie()[0] ?? '') ?? []
  browser.jar.set(name, value)
  await markAsStaff(db.auth, sessionTokenOf(opened.headers.getSetCookie()))
  return browser
}
const getsIn = async ({ email, code }: Staff) => {
  const browser = makeBrowser(makeHouse(db))
  await browser.post('/console/sign-in', { email, password })
  await db.admin.query('delete from auth.used_codes')
  await browser.post('/console/sign-in/code', { code: await code() })
  return browser.whoAmI()
}
const memberOf = async ({ email }: Staff) =>
  (await db.admin.query('select member_id as id from clinic.members where email = $1 and left_at is null', [email]))
    .rows[0]?.id
const idIn = (page: string) => /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
const asText = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const look = async (browser: Browser) => (await browser.get(path)).text()

const ask = async (browser: Browser, whom = team.desk) =>
  browser.post(path, { do: 'ask', member: await memberOf(whom) })
const agree = async (browser: Browser, id?: string) =>
  browser.post(path, { do: 'agree', id: id ?? idIn(await look(browser)) })
const stop = async (browser: Browser) => browser.post(path, { do: 'stop', id: idIn(await look(browser)) })

/** Everything that is due, handed over. @returns who was told what, and the link where one went out */
async function sweep() {
  posted.length = 0
  const deliver = (mail: Delivery) => {
    posted.push(mail)
    return Promise.resolve({ ok: true } as const)
  }
  const mailer = { ...db, mail: { from: 'hello@unclench.example', deliver }, origin }
  for (const send of [sendInvitations, sendNewStartMails, sendWayInNotices])
    await send(mailer, new AbortController().signal)
  const mails = await Promise.all(posted.map(async ({ to, message }) => ({ to, ...(await simpleParser(message)) })))
  const link = mails.map(({ text }) => /(\/console\/invite\/\S+)/.exec(text ?? '')?.[1]).find(Boolean) ?? ''
  return { told: mails.map(({ subject }, at) => `${posted[at]?.to}: ${subject}`).sort(), link, mails }
}
const keyIn = (page: string) => fromBase32(/secret=([A-Z2-7]+)/.exec(page)?.[1] ?? '')
const newPassword = 'eight-lanterns-in-a-row'
async function beginAnew(link: string, browser = makeBrowser(makeHouse(db))) {
  const key = keyIn(await (await browser.post(link, { password: newPassword })).text())
  await db.admin.query('delete from auth.used_codes')
  return { browser, key, answer: await browser.post(`${link}/code`, { code: appCode(key) }) }
}
async function agreedLink() {
  await ask(await signIn(team.owner))
  await agree(await signIn(team.manager))
  return (await sweep()).link
}

describe('a new start', () => {
  test('asked for by one and agreed to by another leads back in by a link that works once, and is written down', async () => {
    const [desk, old] = [team.desk, await signIn(team.desk)]
    await ask(await signIn(team.owner))
    expect((await sweep()).link).toBe('')
    const manager = await signIn(team.manager)
    expect((await agree(manager)).status).toBe(303)
    const { link } = await sweep()
    const { browser, answer } = await beginAnew(link)
    expect(answer.headers.get('Location')).toBe('/console')
    expect(await browser.whoAmI()).toContain('priya')
    expect(await old.whoAmI()).toBe('nobody')
    expect((await beginAnew(link)).answer.status).toBe(404)
    const again = makeBrowser(makeHouse(db))
    expect((await again.post('/console/sign-in', { email: desk.email, password })).status).toBe(422)
    expect((await again.post('/console/sign-in', { email: desk.email, password: newPassword })).status).toBe(303)
    const said = asText(await look(manager))
    expect(said).toMatch(/priya\d+: wren\d+ asked on .* sol\d+ agreed on .* The link was used on/)
    expect(said).toContain('Nothing is open')
  })

  test('ends nothing before the new app is proved: the old ways in work until then, and a scanner changes nothing', async () => {
    const [link, old] = [await agreedLink(), await signIn(team.desk)]
    const house = makeHouse(db)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) await house.request(`${origin}${link}`, { method })
    const stranger = makeBrowser(house)
    await stranger.post(link, { password: 'a-strangers-password' })
    await stranger.post(`${link}/code`, { code: '000000' })
    expect(await old.whoAmI()).toContain('priya')
    expect(await getsIn(team.desk)).toContain('priya')
    expect(await stranger.whoAmI()).toBe('nobody')
    expect((await stranger.get('/account')).status).not.toBe(200)
    expect((await beginAnew(link)).answer.status).toBe(303)
  })

  test('tells the one it is for and every owner, at each step, without a name in a subject', async () => {
    const { desk, owner } = team
    await ask(await signIn(team.manager))
    expect((await sweep()).told).toEqual([
      `${desk.email}: A new start for a sign-in was asked for`,
      `${owner.email}: A new start for a sign-in was asked for`,
    ])
    await agree(await signIn(owner))
    const agreed = await sweep()
    expect(agreed.told).toEqual([
      `${desk.email}: Set up your sign-in again`,
      `${owner.email}: A new start for a sign-in was agreed to`,
    ])
    expect(agreed.mails.map(({ text }) => text).join()).toMatch(/The link is good for 24 hours/)
    await beginAnew(agreed.link)
    expect((await sweep()).told).toEqual([
      `${desk.email}: A sign-in was set up anew`,
      `${desk.email}: Your sign-in was set up anew`,
      `${owner.email}: A sign-in was set up anew`,
    ])
    expect((await sweep()).told).toEqual([])
  })

  test('is not agreed to by whoever asked, nor by the one it is for, nor by a therapist or the desk', async () => {
    const owner = await signIn(team.owner)
    await ask(owner)
    const id = idIn(await look(owner))
    expect(asText(await (await agree(owner, id)).text())).toContain('You cannot be both')
    expect((await agree(await signIn(team.desk), id)).status).toBe(422)
    await db.admin.query(`update clinic.members set role = 'therapist' where email = $1`, [team.second.email])
    const therapist = await signIn(team.second)
    expect((await agree(therapist, id)).status).toBe(422)
    expect((await therapist.post(path, { do: 'stop', id })).status).toBe(422)
    expect(asText(await look(therapist))).toContain('Nothing is open for you')
    expect(await look(therapist)).not.toContain('priya')
    await db.admin.query(`update clinic.members set role = 'manager' where email = $1`, [team.second.email])
    await ask(owner, team.manager)
    const own = (
      await db.admin.query('select new_start_id as id from clinic.new_starts order by new_start_id desc limit 1')
    ).rows[0].id
    expect(asText(await (await agree(await signIn(team.manager), own)).text())).toContain(
      'Nobody can do this for themselves',
    )
    expect((await sweep()).link).toBe('')
  })

  test('wants each of the two to have signed in within ten minutes', async () => {
    const age = (minutes: number) =>
      db.admin.query(
        `update auth.sessions set second_factor_at = now() - make_interval(secs => $1), touched_at = now()`,
        [minutes * 60],
      )
    const [owner, manager] = [await signIn(team.owner), await signIn(team.manager)]
    await age(10.1)
    expect(asText(await (await ask(owner)).text())).toContain('Sign in once more')
    expect((await db.admin.query('select from clinic.new_starts where clinic_id = $1', [clinicId])).rowCount).toBe(0)
    await age(9.8)
    expect((await ask(owner)).status).toBe(303)
    await age(10.1)
    expect(asText(await look(manager))).toContain('sign in once more')
    expect((await agree(manager)).status).toBe(422)
    expect((await sweep()).link).toBe('')
    // Stopping takes nothing from anybody.
    expect((await stop(manager)).status).toBe(303)
  })

  test('stopped, by an owner or the one it is for, leads nowhere, though its link had gone out', async () => {
    for (const by of [team.owner, team.desk]) {
      const link = await agreedLink()
      expect((await stop(await signIn(by))).status).toBe(303)
      expect((await beginAnew(link)).answer.status).toBe(404)
      expect((await sweep()).told.filter((line) => line.includes('was stopped'))).toHaveLength(2)
    }
    expect(await getsIn(team.desk)).toContain('priya')
  })

  test('stopped at the moment in which its link is used is one of both, and no fault', async () => {
    const [link, owner, house] = [await agreedLink(), await signIn(team.owner), makeHouse(db)]
    const browser = makeBrowser(house)
    const key = keyIn(await (await browser.post(link, { password: newPassword })).text())
    await db.admin.query('delete from auth.used_codes')
    const id = idIn(await look(owner))
    const [used, stopped] = await Promise.all([
      browser.post(`${link}/code`, { code: appCode(key) }),
      owner.post(path, { do: 'stop', id }),
    ])
    expect([`${used.status} ${stopped.status}`]).toContainEqual(expect.stringMatching(/^(303 422|404 303)$/))
  })

  test('is over after 24 hours, before it was agreed to and after', async () => {
    await ask(await signIn(team.owner))
    const late = (more = '') =>
      db.admin.query(`update clinic.new_starts set ends_at = now() ${more} where clinic_id = $1`, [clinicId])
    await late()
    expect((await agree(await signIn(team.manager))).status).toBe(422)
    const link = await agreedLink()
    const { rows } = await db.admin.query(
      `select extract(epoch from i.ends_at - s.agreed_at)::int as seconds from clinic.invitations i
       join clinic.new_starts s using (clinic_id, new_start_id) where clinic_id = $1`,
      [clinicId],
    )
    expect(rows).toEqual([{ seconds: 86_400 }])
    await db.admin.query(`update clinic.invitations set ends_at = now() where clinic_id = $1`, [clinicId])
    expect((await beginAnew(link)).answer.status).toBe(404)
  })

  test('asked for twice is one, and after three in a day no more is asked', async () => {
    const owner = await signIn(team.owner)
    await Promise.all([ask(owner), ask(owner)])
    const count = async () =>
      (await db.admin.query('select from clinic.new_starts where clinic_id = $1', [clinicId])).rowCount
    expect(await count()).toBe(1)
    for (let time = 0; time < 2; time += 1) {
      await stop(owner)
      expect((await ask(owner)).status).toBe(303)
    }
    await stop(owner)
    expect(asText(await (await ask(owner)).text())).toContain('three times today')
    expect(await count()).toBe(3)
  })

  test('where there are not two others says who can help, and whoever runs the installation can', async () => {
    await db.admin.query(`update clinic.members set role = 'reception' where email = $1`, [team.second.email])
    const owner = await signIn(team.owner)
    expect(asText(await look(owner))).toMatch(/For sol\d+ there are not two other owners or managers/)
    expect(asText(await (await ask(owner, team.manager)).text())).toContain('there are not two')
    expect(
      await inClinic(installation, clinicId, (trx) => beginAsInstallation(trx, clinicId, 'nobody@x.example')),
    ).toBe(false)
    expect(
      await inClinic(installation, clinicId, (trx) =>
        beginAsInstallation(trx, clinicId, team.owner.email.toUpperCase()),
      ),
    ).toBe(true)
    const { link, told } = await sweep()
    expect(told).toEqual([`${team.owner.email}: Set up your sign-in again`])
    expect((await beginAnew(link)).answer.status).toBe(303)
  })

  test('of another clinic is not seen, agreed to or stopped', async () => {
    await ask(await signIn(team.owner))
    const id = idIn(await look(await signIn(team.owner)))
    const { clinicId: other } = await makeTestClinic(db)
    const stranger = await signIn(await copied('far', 'owner', other))
    expect(asText(await look(stranger))).not.toContain('priya')
    expect((await agree(stranger, id)).status).toBe(422)
    expect((await stranger.post(path, { do: 'stop', id })).status).toBe(422)
    expect((await ask(stranger)).status).toBe(422)
  })

  test.each([{}, { do: 'ask' }, { do: 'agree', id: "'" }, { do: 'x'.repeat(100_000) }, { do: 'ask', member: '<b>' }])(
    'of nonsense is refused, and nothing is written: %#',
    async (fields) => {
      expect((await (await signIn(team.owner)).post(path, fields as Record<string, string>)).status).toBe(422)
      expect((await db.admin.query('select from clinic.new_starts where clinic_id = $1', [clinicId])).rowCount).toBe(0)
    },
  )
})

describe('the tables themselves', () => {
  const asApp = (sql: string, values: unknown[]) =>
    inClinic(db.app, clinicId, async (trx) => {
      return trx.executeQuery(CompiledQuery.raw(sql, values))
    })
  const insert =
    'insert into clinic.new_starts (clinic_id, member_id, asked_by) values ($1, $2, $3) returning new_start_id'

  test('refuse one person as both, also where they have two rows in the team', async () => {
    const [desk, owner] = [await memberOf(team.desk), await memberOf(team.owner)]
    const { rows } = (await asApp(insert, [clinicId, desk, owner])) as { rows: { new_start_id: string }[] }
    const id = rows[0]?.new_start_id
    const byWhom = (who: unknown) =>
      asApp('update clinic.new_starts set agreed_by = $2, agreed_at = now() where new_start_id = $1', [id, who])
    await expect(byWhom(owner)).rejects.toThrow(/new_starts_by_two|may not agree/)
    await expect(byWhom(desk)).rejects.toThrow(/new_starts_by_two|may not agree/)
    // They left, and were added again under another address: it is the same account.
    await db.admin.query('update clinic.members set left_at = now() where member_id = $1', [
      await memberOf(team.second),
    ])
    await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       select clinic_id, 'Other', 'other@lantern.example', 'owner', gen_random_uuid(), now() from clinic.members where member_id = $1`,
      [owner],
    )
    await db.admin.query('update clinic.members set left_at = now() where member_id = $1', [owner])
    const back = await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Wren', 'again@lantern.example', 'owner', $2, now()) returning member_id as id`,
      [clinicId, team.owner.accountId],
    )
    await expect(byWhom(back.rows[0].id)).rejects.toThrow('may not agree')
  })

  test('refuse an ask by whoever may not, and one in the installation’s name', async () => {
    const [desk, second] = [await memberOf(team.desk), await memberOf(team.second)]
    await expect(asApp(insert, [clinicId, desk, desk])).rejects.toThrow(/may not ask|new_starts_by_two/)
    await expect(asApp(insert, [clinicId, second, desk])).rejects.toThrow('may not ask')
    await expect(
      asApp('insert into clinic.new_starts (clinic_id, member_id, by_installation) values ($1, $2, true)', [
        clinicId,
        desk,
      ]),
    ).rejects.toThrow('permission denied')
  })

  test('refuse a link for whoever has joined, unless two have agreed', async () => {
    const [desk, owner] = [await memberOf(team.desk), await memberOf(team.owner)]
    await expect(
      asApp('insert into clinic.invitations (clinic_id, member_id) values ($1, $2)', [clinicId, desk]),
    ).rejects.toThrow('two have to agree')
    const { rows } = (await asApp(insert, [clinicId, desk, owner])) as { rows: { new_start_id: string }[] }
    await expect(
      asApp('insert into clinic.invitations (clinic_id, member_id, new_start_id) values ($1, $2, $3)', [
        clinicId,
        desk,
        rows[0]?.new_start_id,
      ]),
    ).rejects.toThrow('two have to agree')
  })
})
