/** Two devices and one locked copy: whatever breaks off, and in whatever order they meet, nothing that was told is lost. */
import { createCipheriv, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { isPrivate } from '../../care/check/private.ts'
import { allQuestions } from '../../care/check/protocol.ts'
import { asEpochMs } from '../../care/evidence/time.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import { memoryNotebook } from '../../web/care/plan/plan.fixtures.ts'
import { writeRecordFile } from '../../web/care/record/record-file.ts'
import { samples } from '../../web/care/record/record-event.fixtures.ts'
import type { LockedCopy } from './locked-copy.ts'
import { lockKey, lockText, unlockText } from './sealed-record.ts'
import { syncRecord } from './sync-record.ts'
import { CopyInMemory, type Line } from './sync.fixtures.ts'

const secret = new Uint8Array(16).fill(3)
const iv = new Uint8Array(12).fill(5)
const key = await lockKey(secret)
const monday = 1_800_000_000_000

/** A step of the plan that was done, told apart by its number. */
const told = (number: number): NotebookEvent => ({
  v: 1,
  id: `0f0f0f0f-0000-4000-8000-${String(number).padStart(12, '0')}`,
  at: asEpochMs(monday + number * 1000),
  kind: 'stepDone',
  step: `step-${number}`,
})
const idsOf = async (notebook: ReturnType<typeof memoryNotebook>) => (await notebook.all()).map(({ id }) => id).sort()
const device = (events: NotebookEvent[] = []) => memoryNotebook(events)
const inCopy = async ({ copy }: CopyInMemory) => (copy ? await unlockText(key, copy.locked) : null)

describe('two devices', () => {
  test('that were offline for a week lose nothing, whatever breaks off and whoever comes first', async () => {
    const act = fc.oneof(
      fc.record({ does: fc.constant('tell' as const), on: fc.nat(1) }),
      fc.record({
        does: fc.constant('sync' as const),
        on: fc.nat(1),
        line: fc.constantFrom<Line>('well', 'lostThere', 'lostBack'),
      }),
      fc.record({ does: fc.constant('both' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const account = new CopyInMemory()
        const devices = [device(), device()]
        const sync = (on: number) => syncRecord({ notebook: devices[on] ?? device(), copy: account.place, key })
        let number = 0
        for (const one of acts) {
          account.line = one.does === 'sync' ? one.line : 'well'
          if (one.does === 'tell') {
            number += 1
            await devices[one.on]?.append(told(number))
          }
          if (one.does === 'sync') await sync(one.on)
          if (one.does === 'both') await Promise.all([sync(0), sync(1)])
        }
        account.line = 'well'
        for (const on of [0, 1, 0]) expect(await sync(on)).toMatchObject({ ok: true })
        const all = Array.from({ length: number }, (_, at) => told(at + 1).id).sort()
        for (const each of devices) expect(await idsOf(each)).toEqual(all)
        const copied: { events: { id: string }[] } = JSON.parse((await inCopy(account)) ?? '{"events":[]}')
        expect(copied.events.map(({ id }) => id).sort()).toEqual(all)
      }),
      { numRuns: often(150, 20) },
    )
  })

  test.each([
    [0, '1969-12-31'],
    [Date.UTC(2200, 0, 1), '2200-01-01'],
    [Date.UTC(12_026, 10, 27), '12026-11-27'],
    [8_640_000_000_000_000, '275760-09-13'],
  ] as const)(
    'of which one told of an emergency under a clock at %d both know of it, and so does the copy',
    async (at, day) => {
      const account = new CopyInMemory()
      const told: NotebookEvent = { ...samples.checkFinished, at: asEpochMs(at), day, level: 'emergency' }
      const [one, other] = [device([told]), device([samples.stopped])]
      for (const notebook of [one, other, one])
        expect(await syncRecord({ notebook, copy: account.place, key })).toMatchObject({ ok: true })
      for (const notebook of [one, other])
        expect(await notebook.all()).toContainEqual(expect.objectContaining({ id: told.id, level: 'emergency' }))
      expect(await inCopy(account)).toContain(told.id)
    },
  )

  test('that write at the same moment both get through', async () => {
    const account = new CopyInMemory()
    const [one, other] = [device([told(1)]), device([told(2)])]
    const done = await Promise.all([one, other].map((notebook) => syncRecord({ notebook, copy: account.place, key })))
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(await inCopy(account)).toContain('step-1')
    expect(await inCopy(account)).toContain('step-2')
  })
})

describe('a device', () => {
  test('that hold two things under one id keep each what was there first, and so does the copy', async () => {
    const account = new CopyInMemory()
    const [one, other] = [device([{ ...told(1), step: 'there' } as NotebookEvent]), device([told(1), told(2)])]
    for (const notebook of [one, other]) await syncRecord({ notebook, copy: account.place, key })
    const text = await inCopy(account)
    expect([text?.includes('"there"'), text?.includes('"step-1"'), text?.includes('"step-2"')]).toEqual([
      true,
      false,
      true,
    ])
    expect([(await one.all())[0], (await other.all())[0]]).toMatchObject([{ step: 'there' }, { step: 'step-1' }])
  })
  test('says how much came and went, and the second time that nothing did', async () => {
    const account = new CopyInMemory()
    await syncRecord({ notebook: device([told(1), told(2)]), copy: account.place, key })
    const notebook = device([told(2), told(3)])
    expect(await syncRecord({ notebook, copy: account.place, key })).toEqual({
      ok: true,
      came: 1,
      went: 1,
      newer: 0,
      isFirst: false,
    })
    const { writes } = account
    expect(await syncRecord({ notebook, copy: account.place, key })).toEqual({
      ok: true,
      came: 0,
      went: 0,
      newer: 0,
      isFirst: false,
    })
    expect(account.writes).toBe(writes)
  })

  test('with an empty record becomes the record that it fetches', async () => {
    const account = new CopyInMemory()
    await account.place.put(
      await lockText(key, writeRecordFile({ owner: '11111111-1111-4111-8111-111111111111', events: [told(1)] })),
      null,
    )
    const notebook = device()
    await syncRecord({ notebook, copy: account.place, key })
    expect(await notebook.owner()).toBe('11111111-1111-4111-8111-111111111111')
  })

  test('with other words can neither read the copy nor write over it', async () => {
    const account = new CopyInMemory()
    await syncRecord({ notebook: device([told(1)]), copy: account.place, key })
    const before = await inCopy(account)
    const otherKey = await lockKey(new Uint8Array(16).fill(4))
    const tried = await syncRecord({ notebook: device([told(2)]), copy: account.place, key: otherKey })
    expect(tried).toEqual({ ok: false, why: 'otherWords' })
    expect(await inCopy(account)).toBe(before)
  })

  test('that is older leaves entries of a newer one in the copy, and keeps them', async () => {
    const account = new CopyInMemory()
    const later = { v: 9, kind: 'stepDone', id: told(7).id, at: monday, step: 'of tomorrow' }
    const text = JSON.stringify({
      unclench: 'record',
      version: 1,
      owner: '11111111-1111-4111-8111-111111111111',
      events: [later],
    })
    await account.place.put(await lockText(key, text), null)
    const kept: unknown[] = []
    const notebook = {
      ...device([told(1)]),
      keepNewer: async (entries: readonly { raw: unknown }[]) => void kept.push(...entries.map(({ raw }) => raw)),
    }
    expect(await syncRecord({ notebook, copy: account.place, key })).toMatchObject({ ok: true, newer: 1, went: 1 })
    expect(kept).toEqual([later])
    expect(await inCopy(account)).toContain('of tomorrow')
  })

  test('that is full says so, and what was told is not in the way of the next time', async () => {
    const account = new CopyInMemory()
    await syncRecord({ notebook: device([told(1)]), copy: account.place, key })
    const full = device([told(2)])
    const refusing = { ...full, appendAll: () => Promise.reject(new Error('full')) }
    expect(await syncRecord({ notebook: refusing, copy: account.place, key })).toEqual({ ok: false, why: 'noRoom' })
    expect(await syncRecord({ notebook: full, copy: account.place, key })).toMatchObject({ ok: true, came: 1, went: 1 })
  })

  test.each([
    ['no line', 'lostThere', 'offline'],
    ['a line that breaks off', 'lostBack', 'offline'],
  ] as const)('with %s says so and has changed nothing here', async (_what, line, why) => {
    const account = new CopyInMemory()
    account.line = line
    const notebook = device([told(1)])
    expect(await syncRecord({ notebook, copy: account.place, key })).toEqual({ ok: false, why })
    expect(await idsOf(notebook)).toEqual([told(1).id])
  })

  test('that another outruns each time gives up and says so', async () => {
    const account = new CopyInMemory()
    const copy = { ...account.place, put: async () => ({ ok: false, why: 'changed' }) as const }
    expect(await syncRecord({ notebook: device([told(1)]), copy, key })).toEqual({ ok: false, why: 'busy' })
  })

  test('whose copy is deleted while it is brought in step does not bring it back', async () => {
    const account = new CopyInMemory()
    const notebook = device([told(1)])
    await syncRecord({ notebook, copy: account.place, key })
    await notebook.append(told(2))
    const put: LockedCopy['put'] = (locked, replaces) => {
      account.copy = null
      return account.place.put(locked, replaces)
    }
    const copy = { ...account.place, put }
    expect(await syncRecord({ notebook, copy, key })).toEqual({ ok: false, why: 'gone' })
    expect(await syncRecord({ notebook, copy: account.place, key, mustBeThere: true })).toEqual({
      ok: false,
      why: 'gone',
    })
    expect([account.copy, await idsOf(notebook)]).toEqual([null, [told(1).id, told(2).id]])
  })

  test('sends nothing of what was said of safety at home', async () => {
    const account = new CopyInMemory()
    const asked = allQuestions.map(({ id }) => id).filter(isPrivate)
    expect(asked.length).toBeGreaterThan(0)
    const secrets = Object.fromEntries(asked.map((id) => [id, 'yes']))
    const check = { ...samples.checkFinished, answers: { ...samples.checkFinished.answers, ...secrets } }
    await syncRecord({ notebook: device([check]), copy: account.place, key })
    const sent: { events: { answers: object }[] } = JSON.parse((await inCopy(account)) ?? '')
    expect(Object.keys(sent.events[0]?.answers ?? {})).toEqual(Object.keys(samples.checkFinished.answers).sort())
  })
})

describe('the lock', () => {
  test('is what its description says, so that copies which are in accounts by now still open', async () => {
    const hkdf = hkdfSync('sha256', secret, new Uint8Array(), 'unclench locked record 1', 32)
    const cipher = createCipheriv('aes-256-gcm', new Uint8Array(hkdf), iv).setAAD(Buffer.from('UNC1'))
    const text = Buffer.concat([Buffer.from([0, 0, 0, 13]), Buffer.from('what was told'), Buffer.alloc(99)])
    const locked = [cipher.update(text), cipher.final(), cipher.getAuthTag()]
    expect(await unlockText(key, new Uint8Array(Buffer.concat([Buffer.from('UNC1'), iv, ...locked])))).toBe(
      'what was told',
    )
  })

  test('opens with its own key alone, and only byte for byte', async () => {
    const locked = await lockText(key, 'what was told')
    expect(await unlockText(key, locked)).toBe('what was told')
    for (const at of [0, 5, 20, locked.length - 1]) {
      const changed = locked.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await unlockText(key, changed)).toBeNull()
    }
    expect(await unlockText(key, new Uint8Array())).toBeNull()
  })

  test('does not tell how much is in it, and never looks the same twice', async () => {
    const [one, two, large] = [
      await lockText(key, ''),
      await lockText(key, 'x'.repeat(16_000)),
      await lockText(key, 'x'.repeat(17_000)),
    ]
    expect(one.length).toBe(two.length)
    expect(large.length).toBeGreaterThan(two.length)
    expect(Buffer.from(await lockText(key, '')).equals(Buffer.from(one))).toBe(false)
  })
})

test('the key opens and locks, and nobody is given its bytes', async () => {
  expect(key.extractable).toBe(false)
  expect([...key.usages].sort()).toEqual(['decrypt', 'encrypt'])
  for (const format of ['raw', 'jwk'] as const) await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow()
})
