/** Who treats at a clinic, what a register said of them, and who signs in. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import { isProfessionId, type ProfessionId, professions, readRegisterNumber } from '../directory/professions.ts'
import type { Role } from '../people/members.ts'
import { savedBefore } from './gone-before.ts'
import { changed, notHere, refused, refusedWords, type Saved, saved } from './outcome.ts'
import { type Picture, stampOf, standsSo, type TherapistRow } from './picture.ts'
import { takeSlug } from './slugs.ts'
import { visitsAhead } from './visits-ahead.ts'

/** Somebody who treats, read and trimmed. */
export interface TherapistDetails {
  readonly name: string
  readonly profession: ProfessionId
  readonly gender: 'woman' | 'man' | 'other' | null
  readonly languages: readonly string[]
  readonly conditions: readonly string[]
  readonly about: string | null
  readonly pauseBefore: number
  readonly pauseAfter: number
  readonly hideGaps: boolean
}

/**
 * Keeps a therapist: one who is there, or a new one under an id that the form brought along. Nobody can be booked by this
 * alone: their registration has to be looked up.
 * @param seen stamp of the row as it was shown; `stampOf(undefined)` for a new one
 */
export async function saveTherapist(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  seen: string,
  details: TherapistDetails,
): Promise<Saved> {
  const before = picture.therapists.find((therapist) => therapist.id === id)
  if (stampOf(before) !== seen) return standsSo(before, details) ? saved : changed
  const words = refusedWords({ about: details.about ?? '' })
  if (words.length > 0) return refused(...words)
  if (before?.look && before.profession !== details.profession)
    return refused({
      field: 'profession',
      text: 'The register was looked up for the profession as it was, so it stays. Add the person again with the other one.',
    })
  const { clinicId: clinic_id } = picture
  if (!before) await trx.insertInto('resources').values({ clinic_id, resource_id: id, kind: 'therapist' }).execute()
  const row = {
    ...{ name: details.name, folded_name: folded(details.name), profession: details.profession },
    ...{ gender: details.gender, languages: [...details.languages], conditions: [...details.conditions] },
    ...{ about: details.about, pause_before: details.pauseBefore, pause_after: details.pauseAfter },
    hide_gaps: details.hideGaps,
  }
  await trx
    .insertInto('therapists')
    .values({ clinic_id, therapist_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'therapist_id']).doUpdateSet(row))
    .execute()
  await takeSlug(trx, { ...named(clinic_id, id), name: details.name, near: picture.name })
  return saved
}

const named = (clinicId: string, subjectId: string) => ({ kind: 'therapist', clinicId, subjectId }) as const

/** What somebody saw in a register, as typed. */
export interface Look {
  readonly body: string
  readonly number: string
  /** ISO day. */
  readonly validUntil: string
}

/** Registers show a year or two: a day further off is a slip of the hand. */
const mostYearsAhead = 5

/**
 * Writes down a look at a register, made today. Looks are added and never changed: the newest counts.
 * @param by the member who looked
 */
export async function recordLook(
  trx: ClinicTransaction,
  picture: Picture,
  therapistId: string,
  look: Look,
  by: string,
): Promise<Saved> {
  const therapist = picture.therapists.find(({ id }) => id === therapistId)
  if (!therapist || !isProfessionId(therapist.profession)) return notHere
  const fitting = professions[therapist.profession].registers
  const body = fitting.find((each) => each === look.body)
  if (!body) return refused({ field: 'body', text: `Choose ${fitting.join(' or ')}, where this profession stands.` })
  const number = readRegisterNumber(body, look.number)
  if (!number.ok) return refused({ field: 'number', text: number.why })
  const { today } = picture
  const latest = Temporal.PlainDate.from(today).add({ years: mostYearsAhead }).toString()
  if (look.validUntil > latest)
    return refused({ field: 'validUntil', text: 'That is more than five years ahead. Look at the year again.' })
  const other = picture.therapists.find(
    ({ id, look: theirs }) => id !== therapistId && theirs?.body === body && theirs.number === number.number,
  )
  if (other) return refused({ field: 'number', text: `That is the number of ${other.name}. Look again whose it is.` })
  return writeLook(trx, picture, therapist, { body, number: number.number, validUntil: look.validUntil }, by)
}

/** The register no longer shows this person: from now on nobody can book them. */
export async function recordGone(
  trx: ClinicTransaction,
  picture: Picture,
  therapistId: string,
  by: string,
): Promise<Saved> {
  const therapist = picture.therapists.find(({ id }) => id === therapistId)
  if (!therapist?.look) return notHere
  const validUntil = Temporal.PlainDate.from(picture.today).subtract({ days: 1 }).toString()
  return writeLook(trx, picture, therapist, { ...therapist.look, validUntil }, by)
}

async function writeLook(
  trx: ClinicTransaction,
  { clinicId, today }: Picture,
  { id, look }: TherapistRow,
  seen: Look,
  by: string,
): Promise<Saved> {
  const isTwice =
    look?.lookedUpOn === today &&
    look.body === seen.body &&
    look.number === seen.number &&
    look.validUntil === seen.validUntil
  if (isTwice) return saved
  await trx
    .insertInto('registrations')
    .values({
      ...{ clinic_id: clinicId, therapist_id: id, body: seen.body, number: seen.number },
      ...{ valid_until: seen.validUntil, looked_up_by: by, looked_up_on: today },
    })
    .execute()
  return saved
}

/** How somebody goes: not while visits with them stand. */
export type Gone = Saved | { readonly ok: false; readonly why: 'visitsStand'; readonly visits: number }

/** Takes somebody out of the team who treats. Their past visits stay; visits ahead are moved first, by people. */
export async function letTherapistGo(trx: ClinicTransaction, picture: Picture, id: string): Promise<Gone> {
  if (!picture.therapists.some((therapist) => therapist.id === id)) return savedBefore(trx, 'therapists', id)
  const visits = await visitsAhead(trx, { therapistId: id })
  if (visits.length > 0) return { ok: false, why: 'visitsStand', visits: visits.length }
  await trx.updateTable('therapists').set({ left_at: sql`now()` }).where('therapist_id', '=', id).execute()
  return saved
}

/** Somebody to be asked into the team, read and trimmed. */
export interface MemberDetails {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly therapistId: string | null
}

/** How many people of one clinic may be invited and not there yet: each of them is sent a mail. [C] */
const mostOpenInvitations = 50

/** Writes down who is to sign in; they are asked in by the invitation. One address is one member. */
export async function addMember(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  details: MemberDetails,
): Promise<Saved> {
  const there = picture.members.find(({ email }) => email.toLowerCase() === details.email.toLowerCase())
  if (there?.id === id && standsSo(there, details)) return saved
  if (there)
    return refused({ field: 'email', text: `${there.name} has this address already. Each signs in with their own.` })
  if (picture.members.filter(({ hasJoined }) => !hasJoined).length >= mostOpenInvitations)
    return refused({
      field: 'email',
      text: `${mostOpenInvitations} people are invited and have not joined yet. Take out whoever will not come first.`,
    })
  const { name, email, role, therapistId } = details
  if (therapistId !== null && picture.members.some((member) => member.therapistId === therapistId))
    return refused({ field: 'email', text: 'This therapist signs in with another address already.' })
  await trx
    .insertInto('members')
    .values({ clinic_id: picture.clinicId, member_id: id, name, email, role, therapist_id: therapistId })
    .execute()
  return saved
}
