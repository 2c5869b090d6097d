import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '../../care/evidence/calendar.ts'
import {
  type BookableTherapist,
  bookableTherapist,
  isProfessionId,
  professionMeant,
  professions,
  readRegisterNumber,
  type Registration,
  registers,
  registrationStanding,
  type RegisterId,
} from './professions.ts'

const today: IsoDate = '2026-11-27'
const looked = (until: IsoDate, more: Partial<Registration> = {}): Registration => ({
  ...{ body: 'HCPC', number: 'PH123456', validUntil: until, lookedUpOn: '2026-11-02' },
  ...more,
})
const standing = (registration: Registration | null) => registrationStanding('physiotherapist', registration, today)

describe('a registration', () => {
  test('is good on its last day, and has ended on the next', () => {
    expect(standing(looked(today))).toMatchObject({ is: 'endsSoon', daysLeft: 0 })
    expect(standing(looked(addDays(today, -1)))).toMatchObject({ is: 'expired' })
  })

  test('is told to staff from three weeks before its end, and not a day earlier', () => {
    expect(standing(looked(addDays(today, 22)))).toEqual({ is: 'verified', daysLeft: 22, says: null })
    expect(standing(looked(addDays(today, 21)))).toMatchObject({
      ...{ is: 'endsSoon', daysLeft: 21 },
      says: 'The registration ends in 21 days. Look it up again, or no visit can be booked after that.',
    })
    expect(standing(looked(addDays(today, 1))).says).toContain('ends tomorrow')
    expect(standing(looked(today)).says).toContain('ends today')
  })

  test('that nobody looked up, or that was looked up tomorrow, is none', () => {
    expect(standing(null)).toMatchObject({ is: 'neverLookedUp' })
    expect(standing(looked('2027-04-30', { lookedUpOn: addDays(today, 1) }))).toMatchObject({ is: 'dateAhead' })
    expect(standing(looked('2027-04-30', { lookedUpOn: today }))).toMatchObject({ is: 'verified' })
  })

  test.each(['GOsC', 'CNHC', 'toString', 'hcpc', ''])('of the register %j makes nobody a physiotherapist', (body) => {
    expect(standing(looked('2027-04-30', { body }))).toMatchObject({ is: 'wrongRegister' })
  })
})

describe('who can be booked', () => {
  test('is exactly who is verified and has not expired', () => {
    const can = (registration: Registration | null) => bookableTherapist('t', 'physiotherapist', registration, today)
    expect(can(looked('2027-04-30'))).toMatchObject({ ok: true, therapist: { registeredUntil: '2027-04-30' } })
    expect(can(looked(today))).toMatchObject({ ok: true })
    expect(can(looked(addDays(today, -1)))).toEqual({ ok: false, why: 'expired' })
    expect(can(null)).toEqual({ ok: false, why: 'neverLookedUp' })
    expect(can(looked('2027-04-30', { body: 'BAcC' }))).toEqual({ ok: false, why: 'wrongRegister' })
    expect(bookableTherapist('t', 'healer', looked('2027-04-30'), today)).toEqual({
      ok: false,
      why: 'unknownProfession',
    })
    expect(bookableTherapist('t', 'constructor', looked('2027-04-30'), today)).toMatchObject({ ok: false })
  })

  test('cannot be said by anybody else: the compiler refuses', () => {
    const { therapist } = bookableTherapist('t', 'physiotherapist', looked('2027-04-30'), today) as {
      therapist?: BookableTherapist
    }
    const forged = {
      therapistId: 't',
      registeredUntil: today,
      standing: { is: 'verified', daysLeft: 30, says: null },
    } as const
    // @ts-expect-error the mark is given in one place only
    const refused: BookableTherapist = forged
    expect([therapist?.therapistId, refused.therapistId]).toEqual(['t', 't'])
  })
})

describe('a register number', () => {
  test.each([
    ['HCPC', 'PH123456', 'PH123456'],
    ['HCPC', ' ph 12 34 56 ', 'PH123456'],
    ['HCPC', 'ＰＨ１２３４５', 'PH12345'],
    ['GOsC', '1234', '1234'],
    ['GCC', '01234', '01234'],
    ['CNHC', '012345-a12', '012345-A12'],
    ['BAcC', '123456', '123456'],
  ] as const)('of %s, typed as %j, is kept as %s', (register, typed, number) => {
    expect(readRegisterNumber(register, typed)).toEqual({ ok: true, number })
  })

  test.each([
    ['HCPC', ''],
    ['HCPC', 'PH'],
    ['HCPC', 'PH1234567'],
    ['HCPC', 'OT123456'],
    ['HCPC', 'PH12345<'],
    ['GOsC', 'none'],
    ['GCC', '1'.repeat(5000)],
    ['CNHC', "1' or '1"],
  ] as const)('of %s cannot be %j', (register, typed) => {
    expect(readRegisterNumber(register, typed)).toMatchObject({ ok: false, why: expect.stringContaining(register) })
  })

  test('has a form that its own example fits', () => {
    for (const [id, { form, example, lookUpAt }] of Object.entries(registers)) {
      expect(form.test(example), id).toBe(true)
      expect(lookUpAt).toMatch(/^https:/)
    }
  })
})

test('every profession has a register, and the words that people use lead to one', () => {
  for (const { registers: fitting } of Object.values(professions))
    expect(fitting.every((id: RegisterId) => id in registers) && fitting.length > 0).toBe(true)
  expect(['Physio', 'OSTEOPATHY', 'deep-tissue massage', 'Pilates', 'surgeon'].map(professionMeant)).toEqual([
    ...['physiotherapist', 'osteopath', 'massage-therapist', 'instructor', null],
  ])
  expect(isProfessionId('physiotherapist') && !isProfessionId('valueOf')).toBe(true)
})
