/** What stands between a clinic and its opening, and what of an open one cannot be booked. Pure. */
import type { HoursRow, Picture, ServiceRow, TherapistRow } from './picture.ts'

/** The four steps of setting up. */
export const steps = ['place', 'team', 'services', 'hours'] as const
/** One of them. */
export type Step = (typeof steps)[number]

/** One thing that is missing, in words, and the step where it is put right. */
export interface Missing {
  readonly step: Step
  readonly says: string
}

/** May this person be booked today, as far as the register goes? */
export const isRegistered = ({ standing }: TherapistRow): boolean => 'daysLeft' in standing

/** Everything that is missing before the clinic can open, in the order of the steps. Empty: it can. */
export function whatIsMissing(picture: Picture): readonly Missing[] {
  return [...ofPlace(picture), ...ofTeam(picture), ...ofServices(picture), ...ofHours(picture)]
}

function ofPlace({ places, phone }: Picture): readonly Missing[] {
  return [
    ...(phone === '' ? [{ step: 'place' as const, says: 'The clinic has no phone number yet.' }] : []),
    ...(places.length === 0 ? [{ step: 'place' as const, says: 'The clinic has no place yet.' }] : []),
    ...places
      .filter(({ street, town, postcode }) => street === '' || town === '' || !/ /.test(postcode))
      .map(({ name }) => ({ step: 'place' as const, says: `The address of ${name} is not whole yet.` })),
  ]
}

function ofTeam({ therapists }: Picture): readonly Missing[] {
  if (therapists.length === 0) return [{ step: 'team', says: 'Nobody treats here yet.' }]
  if (!therapists.some(isRegistered))
    return [{ step: 'team', says: 'No registration has been looked up yet, so nobody can be booked.' }]
  return []
}

function ofServices({ services, therapists, things }: Picture): readonly Missing[] {
  if (services.length === 0) return [{ step: 'services', says: 'No service is on offer yet.' }]
  const registered = new Set(therapists.filter(isRegistered).map(({ id }) => id))
  if (!services.some((service) => service.therapists.some((id) => registered.has(id))))
    return [{ step: 'services', says: 'No service has somebody to give it whose registration was looked up.' }]
  return services.flatMap((service) => lacking(service, things))
}

/** A service that asks for what the clinic does not have can never be booked. */
function lacking({ name, roomKind, machineKind }: ServiceRow, things: Picture['things']): readonly Missing[] {
  const has = (what: 'room' | 'machine', kind: string | null) =>
    kind === null || things.some((thing) => thing.what === what && thing.kind === kind)
  return [
    ...(has('room', roomKind)
      ? []
      : [{ step: 'services' as const, says: `${name} needs a room (${roomKind}), and there is none.` }]),
    ...(has('machine', machineKind)
      ? []
      : [{ step: 'services' as const, says: `${name} needs a machine (${machineKind}), and there is none.` }]),
  ]
}

function ofHours(picture: Picture): readonly Missing[] {
  if (picture.hours.length === 0) return [{ step: 'hours', says: 'Nobody has hours yet.' }]
  const giving = new Set(picture.services.flatMap(({ therapists }) => therapists))
  const ready = picture.therapists.filter((therapist) => isRegistered(therapist) && giving.has(therapist.id))
  if (ready.length > 0 && !ready.some(({ id }) => hasHours(id, picture.hours)))
    return [{ step: 'hours', says: 'Nobody who can be booked has hours yet.' }]
  return []
}

const hasHours = (therapistId: string, hours: readonly HoursRow[]) =>
  hours.some((row) => row.therapistId === therapistId)

/** Why nobody can book this therapist now, for the staff; `null` where people can. */
export function whyNotBookable(therapist: TherapistRow, picture: Picture): string | null {
  if (!isRegistered(therapist)) return therapist.standing.says
  if (!picture.services.some(({ therapists }) => therapists.includes(therapist.id))) return 'Gives no service yet.'
  return hasHours(therapist.id, picture.hours) ? null : 'Has no hours yet.'
}
