/** Forms of pages left open, sent once more after everything has changed: no new visit, no new time, no mail. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { hold, personOf } from './person.ts'

const db = testDatabase()
let server: OwnServer
let clinic: TestClinic
let people = 1200
/** Somebody who has not booked before. */
const nobodyYet = () => {
  people += 1
  return personOf(people)
}
beforeAll(async () => {
  server = await startInProcess(db)
})
afterAll(() => server.stop())
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
})

interface Form {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}
const send = async ({ path, fields }: Form) => {
  const answer = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, to: answer.headers.get('Location') ?? '', says: await answer.text() }
}
/** The form of a page, as a browser would post it. */
async function formOn(path: string, more: Readonly<Record<string, string>> = {}): Promise<Form> {
  const html = (await (await fetch(`${server.origin}${path}`)).text()).replaceAll('&amp;', '&')
  const all = [...html.matchAll(/<form (?:id="\w+" )?method="post" action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)]
  // Not the one that lets a held time go, which carries nothing.
  const [, action = '', inside = ''] = all.find(([, , within]) => within?.includes('type="hidden"')) ?? all[0] ?? []
  const hidden = [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return {
    path: action,
    fields: { ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])), ...more },
  }
}

/** What stands, and what was told to anybody. */
const whatIs = async () => {
  const rows = async (text: string) => (await db.admin.query<{ row: string }>(text, [clinic.clinicId])).rows
  return {
    visits: await rows(
      `select concat_ws(' ', appointment_id, state, version, starts_at, therapist_id) as row from clinic.appointments
       where clinic_id = $1 and state <> 'held' order by 1`,
    ),
    mails: await rows(
      `select concat_ws(' ', mail_id, kind, version, state) as row from clinic.mails where clinic_id = $1 order by 1`,
    ),
    events: await rows(
      `select concat_ws(' ', event_id, what) as row from clinic.appointment_events where clinic_id = $1 order by 1`,
    ),
  }
}

/** A whole life: a time held and booked, moved to three others, with every form that was sent. */
async function liveThrough() {
  const person = nobodyYet()
  const slug = `therapist-${clinic.therapists[0]}`
  const start = dayAfterTomorrow('10:00')
  const time = await formOn(
    `/book/${slug}?${new URLSearchParams({ service: clinic.serviceId, at: Temporal.Instant.fromEpochMilliseconds(start).toString() })}`,
  )
  const held = await send(time)
  const { name, email } = person
  const filled = await formOn(held.to, { do: 'book', name, email, payer: 'self' })
  const forms: Form[] = [time, { path: held.to, fields: { do: 'renew' } }, filled]
  const visit = (await send(filled)).to
  for (const wall of ['15:00', '11:00', '17:00']) {
    const to = {
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: String(dayAfterTomorrow(wall)),
    }
    const hold = await formOn(`${visit}/move?${new URLSearchParams(to)}`, { do: 'hold' })
    const held = await send(hold)
    const move = await formOn(held.to, { do: 'move' })
    expect((await send(move)).to).toBe(visit)
    forms.push(hold, move)
  }
  return { forms, visit }
}

test('every form of a visit that was moved three times changes nothing more, in any order, and each leads to the visit as it is', async () => {
  const { forms, visit } = await liveThrough()
  const before = await whatIs()
  for (const again of [...forms, ...forms.toReversed()]) {
    const answer = await send(again)
    expect(answer.status).toBeLessThan(500)
    expect(await whatIs()).toEqual(before)
  }
  expect(await (await fetch(`${server.origin}${visit}`)).text()).toContain('17:00 to 17:45')
})

test('every form of a visit that was cancelled brings nothing back', async () => {
  const { forms, visit } = await liveThrough()
  const cancel = await formOn(`${visit}/cancel`, { reason: '' })
  await send(cancel)
  const before = await whatIs()
  for (const again of [...forms, cancel, ...forms.toReversed(), cancel]) {
    expect((await send(again)).status).toBeLessThan(500)
    expect(await whatIs()).toEqual(before)
  }
  expect(await (await fetch(`${server.origin}${visit}`)).text()).toContain('Your visit is cancelled')
})

test('an old page that would move the visit back says how it stands, and offers to look at the time again', async () => {
  const { forms, visit } = await liveThrough()
  // Held and moved: the first of three.
  const [, , , , first] = forms
  if (!first) throw new Error('no move')
  const answer = await send(first)
  expect(answer.status).toBe(409)
  expect(answer.says).toContain('17:00 to 17:45')
  expect(answer.says).toContain('was not moved')
  const [, look = ''] = /href="(\/visits\/[^"]+\/move\?[^"]+)"/.exec(answer.says) ?? []
  const held = await send(await formOn(look.replaceAll('&amp;', '&'), { do: 'hold' }))
  expect((await send(await formOn(held.to, { do: 'move' }))).to).toBe(visit)
  expect(await (await fetch(`${server.origin}${visit}`)).text()).toContain('15:00 to 15:45')
})

test('an old page that would cancel a visit which was moved since says how it stands, and cancels it when that is meant', async () => {
  const { visit } = await liveThrough()
  const old = await formOn(`${visit}/cancel`, { reason: '' })
  const to = {
    therapist: clinic.therapists[1] ?? '',
    location: clinic.locationId,
    start: String(dayAfterTomorrow('09:00')),
  }
  await send(await formOn(`${visit}/move?${new URLSearchParams(to)}`))
  const before = await whatIs()
  const answer = await send(old)
  expect([answer.status, answer.says.includes('It is not cancelled'), answer.says.includes('09:00 to 09:45')]).toEqual([
    409,
    true,
    true,
  ])
  // What tells of danger is answered all the same, and nothing is said to be cancelled that is not.
  const danger = await send({ ...old, fields: { ...old.fields, reason: 'I am numb between my legs' } })
  expect(danger.says.includes('tel:999')).toBe(true)
  expect(danger.says.includes('Your visit is cancelled.')).toBe(false)
  expect(await whatIs()).toEqual(before)
  await send(await formOn(`${visit}/cancel`, { reason: '' }))
  expect((await (await fetch(`${server.origin}${visit}`)).text()).includes('Your visit is cancelled')).toBe(true)
})

test('of two tabs that book the same person with the name in another habit, the second asks whether it is meant', async () => {
  const tabs = await Promise.all(
    [0, 1].map(async (therapist) => {
      const time = {
        slug: `therapist-${clinic.therapists[therapist]}`,
        service: clinic.serviceId,
        start: dayAfterTomorrow('10:00'),
      }
      const held = await hold(nobodyYet(), server.origin, time)
      if (held.what !== 'held') throw new Error(JSON.stringify(held))
      return held.form
    }),
  )
  const said = await Promise.all(
    tabs.map((form, at) =>
      send({
        path: form.path,
        fields: {
          ...form.fields,
          name: ['Zoë O’Hara', "zoe o'hara"][at] ?? '',
          email: ['zoe@example.org', 'ZOE@example.org'][at] ?? '',
        },
      }),
    ),
  )
  expect(said.map(({ status }) => status).toSorted()).toEqual([303, 422])
  expect((await whatIs()).visits).toHaveLength(1)
})
