/** Somebody is asked into a team, joins by the link of a mail, is given another role, and is let go. */
import { simpleParser } from 'mailparser'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { inClinic } from '../../clinic/db/connection.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import type { Deliver, Delivery } from '../../clinic/mail/deliver.ts'
import { changeRole, inviteAgain, removeMember } from '../../clinic/people/invitations.ts'
import { lookAtClinic } from '../../clinic/setup/picture.ts'
import { addMember } from '../../clinic/setup/team.ts'
import type { Member, Role } from '../../clinic/people/members.ts'
import { readPicture } from '../../../scripts/pictures/read-picture.ts'
import { sendInvitations } from './send-invitations.ts'
import { appCode, fromBase32, makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'

const db = testDatabase()
const posted: Delivery[] = []
let clinicId = ''
let owner: Member

beforeAll(async () => {
  clinicId = (await makeTestClinic(db)).clinicId
  const { accountId, email } = await makeStaff(db, 'wren@lantern.example', [{ clinicId }])
  const { rows } = await db.admin.query<{ member_id: string }>(
    'select member_id from clinic.members where email = $1',
    [email],
  )
  owner = {
    clinicId,
    memberId: rows[0]?.member_id ?? '',
    accountId,
    name: 'Wren',
    email,
    role: 'owner',
    therapistId: null,
  }
})
beforeEach(() => {
  posted.length = 0
})

const sweep = (
  deliver: Deliver = (mail) => {
    posted.push(mail)
    return Promise.resolve({ ok: true })
  },
) =>
  sendInvitations(
    { app: db.app, secret: db.secret, mail: { from: 'hello@unclench.example', deliver }, origin },
    new AbortController().signal,
  )

/** Writes somebody down, as the page of the team or the command line does, and reads the link that they are sent. */
async function invited(email: string, role: Role = 'reception', clinic = clinicId) {
  const { rows } = await db.admin.query<{ member_id: string }>(
    `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Priya', $2, $3) returning member_id`,
    [clinic, email, role],
  )
  await sweep()
  return { memberId: rows[0]?.member_id ?? '', link: await linkIn(posted.findLast(({ to }) => to === email)) }
}

async function linkIn(mail: Delivery | undefined) {
  const { text = '' } = await simpleParser(mail?.message ?? Buffer.alloc(0))
  return /http:\/\/localhost:4300(\/console\/invite\/\S+)/.exec(text)?.[1] ?? ''
}

const asText = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
/** The key of the page, as an app reads it. */
const keyIn = (page: string) => fromBase32(/secret=([A-Z2-7]+)/.exec(page)?.[1] ?? '')

/** Sets a password and types the code, as one person does. */
async function joinBy(link: string, browser = makeBrowser(makeHouse(db))) {
  const page = await (await browser.post(link, { password })).text()
  await db.admin.query('delete from auth.used_codes')
  const answer = await browser.post(`${link}/code`, { code: appCode(keyIn(page)) })
  return { browser, page, answer }
}

describe('an invitation', () => {
  test('that the mail server refuses is not sent again, and why is shown to the owner until one arrives', async () => {
    const { rows } = await db.admin.query<{ member_id: string }>(
      `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Odo', 'odo@lantern.example', 'reception') returning member_id`,
      [clinicId],
    )
    let tries = 0
    const refuse: Deliver = () => {
      tries += 1
      return Promise.resolve({ ok: false, why: 'bounced', because: '550 No such user' })
    }
    const cameBack = async () =>
      (await lookAtClinic(db.app, clinicId, Temporal.Now.instant())).members.find(({ id }) => id === rows[0]?.member_id)
        ?.cameBack
    expect(await cameBack()).toBeNull()
    await sweep(refuse)
    expect([tries, await cameBack()]).toEqual([1, '550 No such user'])
    await db.admin.query(`update clinic.invitations set next_try_at = now() where member_id = $1`, [rows[0]?.member_id])
    await sweep(refuse)
    expect(tries).toBe(1)
    await inClinic(db.app, clinicId, (trx) => inviteAgain(trx, owner, rows[0]?.member_id ?? ''))
    await sweep()
    expect(await cameBack()).toBeNull()
  })

  test('that could not be handed over comes back only once it was tried for the last time', async () => {
    const { rows } = await db.admin.query<{ member_id: string }>(
      `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Ida', 'ida@lantern.example', 'reception') returning member_id`,
      [clinicId],
    )
    const busy: Deliver = () => Promise.resolve({ ok: false, why: 'tryAgain', because: '451 Later' })
    const state = async () =>
      (await db.admin.query('select came_back from clinic.invitations where member_id = $1', [rows[0]?.member_id])).rows
    await sweep(busy)
    expect(await state()).toEqual([{ came_back: null }])
    await db.admin.query(`update clinic.invitations set next_try_at = now(), tries = 11 where member_id = $1`, [
      rows[0]?.member_id,
    ])
    await sweep(busy)
    expect(await state()).toEqual([{ came_back: '451 Later' }])
  })

  test('is sent once to whoever is on the team without an account, and leads into the console', async () => {
    const { link } = await invited('priya@lantern.example')
    expect(await sweep()).toBe(0)
    const [mail] = posted
    const message = await simpleParser(mail?.message ?? Buffer.alloc(0))
    expect([mail?.to, message.subject]).toEqual(['priya@lantern.example', 'Your invitation to a team'])
    expect(message.text).toContain('Lantern Physio asks you to join its team, as somebody at the desk.')
    expect(message.html).toContain(link)
    const { browser, page, answer } = await joinBy(link)
    expect(asText(page)).toContain('Write these recovery codes on paper')
    const opens = /href="(otpauth:[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await readPicture(page, 240)).toBe(opens)
    expect(new URL(opens).pathname).toBe('/Unclench:priya%40lantern.example')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/console'])
    expect(await browser.whoAmI()).toBe('Priya')
  })

  test('opened three times by a scanner changes nothing, sets no cookie, and still works', async () => {
    const { link } = await invited('scanned@lantern.example')
    const house = makeHouse(db)
    const before = await everything()
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET', 'HEAD', 'OPTIONS', 'GET', 'HEAD', 'OPTIONS'])
      for (const path of [link, `${link}/code`, `${link}/join`])
        expect((await house.request(`${origin}${path}`, { method })).headers.getSetCookie()).toEqual([])
    expect(await everything()).toBe(before)
    const { browser } = await joinBy(link)
    expect(await browser.whoAmI()).toBe('Priya')
  })

  test('is sent anew five times in a day and no more; a new clinic’s owner is not held up by another’s', async () => {
    const { memberId } = await invited('again-and-again@lantern.example')
    const again = () => inClinic(db.app, clinicId, (trx) => inviteAgain(trx, owner, memberId))
    // The first went out when they were written down.
    const answers = []
    for (let time = 0; time < 6; time += 1) answers.push(await again())
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false])
    expect(answers.at(-1)).toEqual({ ok: false, why: 'too-many' })
    await db.admin.query(
      `update clinic.invitations set created_at = now() - interval '25 hours' where member_id = $1`,
      [memberId],
    )
    expect((await again()).ok).toBe(true)
  })

  test('goes to fifty people of a clinic at most who have not joined yet', async () => {
    const { clinicId: busy } = await makeTestClinic(db)
    const add = async (email: string) => {
      const picture = await lookAtClinic(db.app, busy, Temporal.Now.instant())
      const details = { name: 'Priya', email, role: 'reception', therapistId: null } as const
      return inClinic(db.app, busy, (trx) => addMember(trx, picture, crypto.randomUUID(), details))
    }
    await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role)
       select $1, 'Sam', 'sam' || n || '@busy.example', 'reception' from generate_series(1, 49) n`,
      [busy],
    )
    expect((await add('fiftieth@busy.example')).ok).toBe(true)
    const refused = await add('next@busy.example')
    expect(JSON.stringify(refused)).toContain('50 people are invited and have not joined yet')
    await db.admin.query(`update clinic.members set left_at = now() where email = 'sam1@busy.example'`)
    expect((await add('next@busy.example')).ok).toBe(true)
  })

  test('with a new password ends what came before, and leaves a locked copy of a record as it was', async () => {
    const { link } = await invited('keeps@lantern.example')
    await db.admin.query(`
      with one as (insert into auth.users (name, email, email_verified) values ('', 'keeps@lantern.example', true) returning id)
      insert into auth.locked_copies (user_id, version, locked) select id, 3, '\\x0102' from one`)
    await joinBy(link)
    const { rows } = await db.admin.query(
      `select c.version, c.locked from auth.locked_copies c join auth.users u on u.id = c.user_id where u.email = 'keeps@lantern.example'`,
    )
    expect(rows).toMatchObject([{ version: 3, locked: Buffer.from([1, 2]) }])
  })

  test('joins once: used, changed by a letter, too old or replaced, it opens nothing', async () => {
    const { link } = await invited('once@lantern.example')
    await joinBy(link)
    const house = makeHouse(db)
    expect(asText(await (await house.request(`${origin}${link}`)).text())).toContain('You have joined already')
    expect((await joinBy(link)).answer.status).toBe(404)
    const { link: other, memberId } = await invited('twice@lantern.example')
    const changed = `${other.slice(0, -1)}${other.endsWith('A') ? 'B' : 'A'}`
    expect((await house.request(`${origin}${changed}`)).status).toBe(404)
    await inClinic(db.app, clinicId, (trx) => inviteAgain(trx, owner, memberId))
    await sweep()
    expect((await house.request(`${origin}${other}`)).status).toBe(404)
    const newest = await linkIn(posted.at(-1))
    expect((await house.request(`${origin}${newest}`)).status).toBe(200)
    await db.admin.query(`update clinic.invitations set ends_at = now() where used_at is null`)
    expect((await joinBy(newest)).answer.status).toBe(404)
  })

  test('with a wrong code nobody has joined, and the right one then does', async () => {
    const { link } = await invited('slow@lantern.example')
    const browser = makeBrowser(makeHouse(db))
    const page = await (await browser.post(link, { password })).text()
    const right = appCode(keyIn(page))
    const wrong = right === '000000' ? '000001' : '000000'
    expect((await browser.post(`${link}/code`, { code: wrong })).status).toBe(422)
    expect(await browser.whoAmI()).toBe('nobody')
    await browser.post(`${link}/code`, { code: right })
    expect(await browser.whoAmI()).toBe('Priya')
  })

  test('joined by a double tap is joined once, and no answer says that it failed', async () => {
    for (let tries = 0; tries < 4; tries += 1) {
      const { link } = await invited(`tap${tries}@lantern.example`)
      const browser = makeBrowser(makeHouse(db))
      const page = await (await browser.post(link, { password })).text()
      await db.admin.query('delete from auth.used_codes')
      const code = appCode(keyIn(page))
      const press = () => browser.post(`${link}/code`, { code })
      const answers = [...(await Promise.all([press(), press()])), await press()]
      const told = await Promise.all(
        answers.map(
          async (answer) => answer.headers.get('Location') ?? /<h1[^>]*>([^<]*)/.exec(await answer.text())?.[1],
        ),
      )
      expect(told.toSorted()).toEqual(['/console', 'You have joined already', 'You have joined already'])
    }
  })

  test('half set up leaves no account and no session, and what was begun is gone some hours later', async () => {
    const { link } = await invited('half@lantern.example')
    const browser = makeBrowser(makeHouse(db))
    const page = await (await browser.post(link, { password })).text()
    const count = async (what: string) =>
      Number((await db.admin.query(`select count(*) from auth.${what}`)).rows[0].count)
    expect(await count(`users where email = 'half@lantern.example'`)).toBe(0)
    expect((await browser.get('/account')).status).not.toBe(200)
    // Another browser, even with the right code, has not set this key.
    const other = makeBrowser(makeHouse(db))
    expect((await other.post(`${link}/code`, { code: appCode(keyIn(page)) })).status).toBe(422)
    await db.admin.query(`update auth.half_set_ups set ends_at = now() - interval '61 minutes'`)
    expect((await browser.post(`${link}/code`, { code: appCode(keyIn(page)) })).status).toBe(422)
    await browser.post(link, { password })
    expect([await count('half_set_ups'), await count(`users where email like '%unclench.invalid'`)]).toEqual([1, 1])
    await db.admin.query(`update auth.half_set_ups set wrong_codes = 10`)
    const { answer } = await joinBy(link, browser)
    expect(answer.status).toBe(303)
  })

  test('with a password of eleven characters goes no further, with twelve it does', async () => {
    const { link } = await invited('short@lantern.example')
    const browser = makeBrowser(makeHouse(db))
    expect((await browser.post(link, { password: 'elevenchars' })).status).toBe(422)
    expect((await browser.post(link, { password: 'x'.repeat(129) })).status).toBe(422)
    expect((await browser.post(link, { password: 'twelve chars' })).status).toBe(200)
  })

  test('with a password that anybody would try first goes no further, and hears why', async () => {
    const { link } = await invited('guessed@lantern.example')
    const browser = makeBrowser(makeHouse(db))
    for (const weak of ['password1234', 'guessed@lantern.example']) {
      const answer = await browser.post(link, { password: weak })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('This password would be guessed soon.')
    }
    expect((await browser.post(link, { password })).status).toBe(200)
  })

  test('of a mailbox ends whatever somebody else had set up under its address before', async () => {
    const early = await makeStaff(db, 'victim@lantern.example', [])
    const house = makeHouse(db)
    const attacker = makeBrowser(house)
    await attacker.post('/console/sign-in', { email: early.email, password })
    await attacker.post('/console/sign-in/code', { code: await early.code() })
    expect(await attacker.whoAmI()).toBe('no-clinic')
    await db.admin.query(
      `insert into auth.passkeys (user_id, for_staff, credential_id, public_key, counter, may_be_copied, was_copied, name)
       values ($1, true, 'early', '\\x01', 0, true, true, 'Theirs')`,
      [early.accountId],
    )
    const { link } = await invited('victim@lantern.example')
    // Nothing has ended while the new ways do not stand yet.
    await makeBrowser(house).post(link, { password: 'another-long-password' })
    expect(await attacker.whoAmI()).toBe('no-clinic')
    expect((await db.admin.query('select from auth.passkeys')).rowCount).toBe(1)
    const { browser } = await joinBy(link)
    expect((await db.admin.query('select from auth.passkeys')).rows).toEqual([])
    expect((await db.admin.query('select what from auth.way_in_notices where email = $1', [early.email])).rows).toEqual(
      [{ what: 'set up anew' }],
    )
    expect(await browser.whoAmI()).toBe('Priya')
    expect(await attacker.whoAmI()).toBe('nobody')
    await db.admin.query('delete from auth.used_codes')
    await attacker.post('/console/sign-in', { email: early.email, password })
    expect((await attacker.post('/console/sign-in/code', { code: await early.code() })).status).toBe(422)
  })

  test('of one clinic never changes how somebody signs in to another: there they sign in first, and then join with a press', async () => {
    const other = await makeTestClinic(db)
    const known = await makeStaff(db, 'both@lantern.example', [{ clinicId: other.clinicId }])
    const { link } = await invited('both@lantern.example')
    const browser = makeBrowser(makeHouse(db))
    expect(asText(await (await browser.get(link)).text())).toContain('Sign in with it first')
    expect((await browser.post(link, { password: 'another-long-password' })).status).toBe(422)
    expect((await browser.post(`${link}/join`)).headers.get('Location')).toBe(link)
    await browser.post('/console/sign-in', { email: known.email, password })
    await db.admin.query('delete from auth.used_codes')
    await browser.post('/console/sign-in/code', { code: await known.code() })
    expect((await browser.post(`${link}/join`)).headers.get('Location')).toBe('/console/sign-in/which-clinic')
    expect(
      asText(await (await browser.get('/console/sign-in/which-clinic')).text()).match(/Lantern Physio/g),
    ).toHaveLength(2)
  })

  test('waits while a restored backup holds its mail, and is tried again when the mail server was away', async () => {
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    const { memberId } = await invited('held@lantern.example')
    expect(posted).toEqual([])
    await db.admin.query('update clinic.installation set mail_held_since = null')
    expect(await sweep(() => Promise.resolve({ ok: false, why: 'serverAway', because: 'away' }))).toBe(0)
    expect(await sweep()).toBe(0)
    await db.admin.query('update clinic.invitations set next_try_at = now() where member_id = $1', [memberId])
    expect(await sweep()).toBe(1)
  })
})

describe('the team', () => {
  const inTeam = <T>(work: Parameters<typeof inClinic<T>>[2]) => inClinic(db.app, clinicId, work)

  test('is changed by owners alone, and never of another clinic', async () => {
    const { memberId } = await invited('desk@lantern.example')
    const foreign = await makeTestClinic(db)
    const theirs =
      (
        await db.admin.query<{ id: string }>(
          `insert into clinic.members (clinic_id, name, email, role) values ($1, 'X', 'x@lantern.example', 'manager') returning member_id as id`,
          [foreign.clinicId],
        )
      ).rows[0]?.id ?? ''
    for (const role of ['manager', 'therapist', 'reception'] as const) {
      const by = { ...owner, role }
      expect(await inTeam((trx) => inviteAgain(trx, by, memberId))).toEqual({ ok: false, why: 'not-yours' })
      expect(await inTeam((trx) => removeMember(trx, by, memberId))).toEqual({ ok: false, why: 'not-yours' })
      expect(await inTeam((trx) => changeRole(trx, by, memberId, 'owner'))).toEqual({ ok: false, why: 'not-yours' })
    }
    for (const id of [theirs, 'x', "'"]) {
      expect(await inTeam((trx) => inviteAgain(trx, owner, id))).toEqual({ ok: false, why: 'unknown' })
      expect(await inTeam((trx) => removeMember(trx, owner, id))).toEqual({ ok: false, why: 'unknown' })
      expect(await inTeam((trx) => changeRole(trx, owner, id, 'owner'))).toEqual({ ok: false, why: 'unknown' })
    }
    expect(await inTeam((trx) => changeRole(trx, owner, memberId, 'manager'))).toEqual({ ok: true })
  })

  test('keeps its last owner, and says so; the transaction goes on', async () => {
    expect(await inTeam((trx) => removeMember(trx, owner, owner.memberId))).toEqual({ ok: false, why: 'last-owner' })
    const outcome = await inTeam(async (trx) => {
      const refused = await changeRole(trx, owner, owner.memberId, 'manager')
      await trx.selectFrom('members').select('name').execute()
      return refused
    })
    expect(outcome).toEqual({ ok: false, why: 'last-owner' })
  })

  test('somebody let go is out at the next request, and their open link with them', async () => {
    const { link, memberId } = await invited('gone@lantern.example')
    const { browser } = await joinBy(link)
    expect(await browser.whoAmI()).toBe('Priya')
    expect(await inTeam((trx) => removeMember(trx, owner, memberId))).toEqual({ ok: true })
    expect(await browser.whoAmI()).toBe('no-clinic')
    const { link: open, memberId: other } = await invited('gone-too@lantern.example')
    expect((await browser.get(open)).status).toBe(200)
    expect(await inTeam((trx) => removeMember(trx, owner, other))).toEqual({ ok: true })
    expect((await browser.get(open)).status).toBe(404)
  })

  test('an owner alone sends whoever has joined no new link', async () => {
    const { link, memberId } = await invited('lost@lantern.example')
    const { browser } = await joinBy(link)
    expect(await inTeam((trx) => inviteAgain(trx, owner, memberId))).toEqual({ ok: false, why: 'needs-two' })
    expect(await sweep()).toBe(0)
    expect(await browser.whoAmI()).toBe('Priya')
  })
})

/** All rows of accounts and invitations, as one text. */
async function everything(): Promise<string> {
  const tables = [
    'auth.users',
    'auth.sessions',
    'auth.verifications',
    'auth.credentials',
    'auth.attempts',
    'clinic.invitations',
    'clinic.members',
  ]
  const rows = await Promise.all(tables.map((table) => db.admin.query(`select * from ${table} order by 1, 2`)))
  return JSON.stringify(rows.map((each) => each.rows))
}
