/**
 * The professions of the directory, the registers that vouch for them, and whether a registration lets somebody be booked.
 * Data and pure functions; the day is passed in.
 * Only `bookableTherapist` makes a `BookableTherapist`, so nothing that asks for one can be given anybody else.
 */
import { addDays, daysBetween, type IsoDate } from '../../care/evidence/calendar.ts'
import { type RegisterFacts, registerFacts } from '../../care/guide/registers.ts'
import { folded } from './folded.ts'

/** A register, who keeps it, where anybody can look, and what its numbers look like. */
export interface Register extends RegisterFacts {
  /** The form of its numbers, in capitals and without spaces. */
  readonly form: RegExp
  /** Do we know the form for sure? Where not, whatever could be a number is taken. */
  readonly formIsKnown: boolean
  readonly example: string
}

const loose = /^[A-Z0-9][A-Z0-9./-]{1,19}$/

/** The registers by their letters. */
export const registers = {
  // HCPC, "How to check the Register": the letters of the profession and up to six numbers.
  HCPC: {
    ...registerFacts.HCPC,
    ...{ form: /^PH[0-9]{1,6}$/, formIsKnown: true, example: 'PH123456' },
  },
  // Numbers only, in what we have seen; how many digits we do not know for sure.
  GOsC: {
    ...registerFacts.GOsC,
    ...{ form: loose, formIsKnown: false, example: '1234' },
  },
  GCC: {
    ...registerFacts.GCC,
    ...{ form: loose, formIsKnown: false, example: '01234' },
  },
  CNHC: {
    ...registerFacts.CNHC,
    ...{ form: loose, formIsKnown: false, example: '012345-A12' },
  },
  BAcC: {
    ...registerFacts.BAcC,
    ...{ form: loose, formIsKnown: false, example: '123456' },
  },
} as const satisfies Record<string, Register>

/** The letters of a register. */
export type RegisterId = keyof typeof registers

/** A profession: its name, the registers of which any one will do, and what nobody needs a register for. */
export interface Profession {
  readonly name: string
  readonly registers: readonly RegisterId[]
}

/** The professions by id. */
export const professions = {
  physiotherapist: { name: 'Physiotherapist', registers: ['HCPC'] },
  osteopath: { name: 'Osteopath', registers: ['GOsC'] },
  chiropractor: { name: 'Chiropractor', registers: ['GCC'] },
  'massage-therapist': { name: 'Sports and deep-tissue massage therapist', registers: ['CNHC'] },
  acupuncturist: { name: 'Acupuncturist', registers: ['BAcC'] },
  // No register of ours holds instructors; one is booked who is on the register of a health profession.
  instructor: { name: 'Pilates and strength instructor', registers: ['HCPC', 'GOsC', 'GCC', 'CNHC'] },
} as const satisfies Record<string, Profession>

/** The id of a profession. */
export type ProfessionId = keyof typeof professions

/** Is this a profession of ours? */
export const isProfessionId = (id: string): id is ProfessionId => Object.hasOwn(professions, id)
const isRegisterId = (id: string): id is RegisterId => Object.hasOwn(registers, id)

/** A register number as it is kept: capitals, no spaces. Refused with words when it cannot be one. */
export function readRegisterNumber(
  register: RegisterId,
  typed: string,
): { readonly ok: true; readonly number: string } | { readonly ok: false; readonly why: string } {
  const number = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toUpperCase()
  const { form, example } = registers[register]
  if (form.test(number) && /[0-9]/.test(number)) return { ok: true, number }
  return { ok: false, why: `Enter the number as the ${register} register shows it, such as ${example}.` }
}

/** What somebody of the clinic saw in a register, and when. */
export interface Registration {
  readonly body: string
  readonly number: string
  /** Last day on which it is valid. */
  readonly validUntil: IsoDate
  readonly lookedUpOn: IsoDate
}

/** Staff are told so many days before a registration ends. */
const warnDays = 21

/** How a registration stands today. `says` is for staff. */
export type RegistrationStanding =
  | { readonly is: 'verified'; readonly daysLeft: number; readonly says: null }
  | { readonly is: 'endsSoon'; readonly daysLeft: number; readonly says: string }
  | { readonly is: 'expired' | 'neverLookedUp' | 'wrongRegister' | 'dateAhead'; readonly says: string }

/**
 * How a registration stands on a day. It is valid on its last day, and no longer. A look that is dated after today is a
 * mistake, and counts as none; so does the register of another profession.
 * @param registration the newest look, or `null` where nobody has looked
 */
export function registrationStanding(
  profession: ProfessionId,
  registration: Registration | null,
  today: IsoDate,
): RegistrationStanding {
  if (!registration)
    return { is: 'neverLookedUp', says: 'Nobody has looked this registration up yet. No visit can be booked.' }
  const fitting: readonly RegisterId[] = professions[profession].registers
  if (!isRegisterId(registration.body) || !fitting.includes(registration.body))
    return {
      is: 'wrongRegister',
      says: `This profession is on the register of ${fitting.join(' or ')}. Look it up there.`,
    }
  if (daysBetween(today, registration.lookedUpOn) > 0)
    return { is: 'dateAhead', says: 'The day of the look-up is still to come. Look it up again.' }
  const daysLeft = daysBetween(today, registration.validUntil)
  if (daysLeft < 0)
    return { is: 'expired', says: 'The registration has ended. No visit can be booked until you look it up again.' }
  if (daysLeft > warnDays) return { is: 'verified', daysLeft, says: null }
  return { is: 'endsSoon', daysLeft, says: endsIn(daysLeft) }
}

function endsIn(days: number): string {
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return `The registration ends ${when}. Look it up again, or no visit can be booked after that.`
}

declare const bookable: unique symbol

/** A therapist whose registration was looked up and holds. Made by `bookableTherapist` alone. */
export interface BookableTherapist {
  readonly [bookable]: true
  readonly therapistId: string
  /** Last day for which anything rests on this look; a visit after it needs a new look. */
  readonly registeredUntil: IsoDate
  readonly standing: Extract<RegistrationStanding, { daysLeft: number }>
}

/** Lets a therapist be booked, or says why not. */
export function bookableTherapist(
  therapistId: string,
  profession: string,
  registration: Registration | null,
  today: IsoDate,
):
  | { readonly ok: true; readonly therapist: BookableTherapist }
  | {
      readonly ok: false
      readonly why: 'unknownProfession' | 'expired' | 'neverLookedUp' | 'wrongRegister' | 'dateAhead'
    } {
  if (!isProfessionId(profession)) return { ok: false, why: 'unknownProfession' }
  const standing = registrationStanding(profession, registration, today)
  if (!('daysLeft' in standing)) return { ok: false, why: standing.is }
  const therapist = { therapistId, registeredUntil: addDays(today, standing.daysLeft), standing }
  // The one place where the mark is given: it is a promise to the compiler, and holds nothing.
  return { ok: true, therapist: therapist as BookableTherapist }
}

const professionNames = new Map(
  Object.entries({
    ...{ physio: 'physiotherapist', physiotherapist: 'physiotherapist', physiotherapy: 'physiotherapist' },
    ...{ osteopath: 'osteopath', osteopathy: 'osteopath', osteo: 'osteopath' },
    ...{ chiropractor: 'chiropractor', chiropractic: 'chiropractor', chiro: 'chiropractor' },
    ...{
      massage: 'massage-therapist',
      'sports massage': 'massage-therapist',
      'deep tissue massage': 'massage-therapist',
    },
    ...{ acupuncturist: 'acupuncturist', acupuncture: 'acupuncturist' },
    ...{
      pilates: 'instructor',
      'pilates instructor': 'instructor',
      'strength class': 'instructor',
      instructor: 'instructor',
    },
  } as const satisfies Record<string, ProfessionId>),
)

/** The profession that people mean by a word: "physio", "Osteopathy"; `null` for none of ours. */
export const professionMeant = (text: string): ProfessionId | null => professionNames.get(folded(text)) ?? null
