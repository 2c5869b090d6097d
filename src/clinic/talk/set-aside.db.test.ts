/** What may tell of danger is never set aside, however many comments come. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../booking/test-clinic.ts'
import { testDatabase } from '../db/test-database.ts'
import { mostWaiting } from './set-aside.ts'
import { writeComment } from './write-comment.ts'

const db = testDatabase({
  withoutNeighbours: 'every comment that waits at the clinic counts, and all are to tell of danger',
})

test('a flood of danger ends where all that wait tell of it, with ten alerts, and others still write', async () => {
  const { clinicId } = await makeTestClinic(db)
  const fill = (many: number, isDanger: boolean) =>
    db.admin.query(
      `insert into clinic.comments (clinic_id, write_key, page, words, written_from, danger_heard_at)
       select $1, gen_random_uuid(), 'heat-or-ice', 'Flood', decode(md5(gen_random_uuid()::text), 'hex'), case when $3 then now() end
       from generate_series(1, $2::int)`,
      [clinicId, many, isDanger],
    )
  await fill(mostWaiting - 14, true)
  await fill(14, false)
  const write = (at: number, isDanger: boolean) =>
    writeComment(db.app, db.secret, {
      ...{ clinicId, writeKey: crypto.randomUUID(), page: 'heat-or-ice', words: isDanger ? 'Flood' : 'Real' },
      ...{ name: undefined, email: undefined, address: `2001:db8:0:${at.toString(16)}::1`, isDanger },
    })
  const answers = []
  for (let at = 0; at < 20; at += 1) answers.push(await write(at, true))
  expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: 20 }, (_, at) => at < 14))
  expect(answers.at(-1)).toEqual({ ok: false, why: 'full' })
  expect(await write(99, false)).toMatchObject({ ok: true })
  const { rows } = await db.admin.query(
    `select count(*) filter (where danger_heard_at is not null)::int as danger,
      count(*) filter (where danger_heard_at is not null and set_aside_at is not null)::int as hidden,
      count(*) filter (where words = 'Real' and set_aside_at is not null)::int as real,
      (select count(*)::int from clinic.mails where kind = 'comment-alert') as alerts
     from clinic.comments`,
  )
  expect(rows).toEqual([{ danger: mostWaiting, hidden: 0, real: 1, alerts: 10 }])
})
