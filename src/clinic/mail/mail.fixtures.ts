/** For tests: one clinic in London with one therapist, and visits booked straight into its tables. */

/** As much of a connection of the superuser as is needed here. */
interface Admin {
  query(text: string, values: unknown[]): Promise<{ rows: { id: string }[] }>
}

/** The ids that a visit needs. */
export interface MailClinic {
  readonly clinicId: string
  readonly locationId: string
  readonly serviceId: string
  readonly therapistId: string
}

const one = async (admin: Admin, text: string, values: unknown[]): Promise<string> =>
  (await admin.query(text, values)).rows[0]?.id ?? ''

/** Makes it, opened to the public. */
export async function makeMailClinic(admin: Admin, name = 'Lantern Physio'): Promise<MailClinic> {
  const clinicId = await one(
    admin,
    `insert into clinic.clinics (name, email, phone, opened_at)
     values ($1, 'hello@lantern.example', '020 7946 0414', now()) returning clinic_id as id`,
    [name],
  )
  await one(admin, `insert into clinic.slugs values ('clinic', $1, $2, $2)`, [`clinic-${clinicId}`, clinicId])
  const locationId = await one(
    admin,
    `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country, step_free, way_there)
     values ($1, 'Bethnal Green', '14 Lantern Yard', 'London', 'E2 9ZZ', 51.527, -0.055, 'Europe/London', 'england', true,
     '6 minutes’ walk from Bethnal Green station.') returning location_id as id`,
    [clinicId],
  )
  const serviceId = await one(
    admin,
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence)
     values ($1, 'physiotherapy-first', 'First visit', 45, 6200) returning service_id as id`,
    [clinicId],
  )
  const therapistId = await one(
    admin,
    `insert into clinic.resources (clinic_id, kind) values ($1, 'therapist') returning resource_id as id`,
    [clinicId],
  )
  await one(
    admin,
    `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession)
     values ($1, $2, 'Ines Quillfeather', 'ines quillfeather', 'physiotherapist')`,
    [clinicId, therapistId],
  )
  await one(admin, `insert into clinic.slugs values ('therapist', $1, $2, $3)`, [
    `therapist-${therapistId}`,
    clinicId,
    therapistId,
  ])
  await one(admin, 'insert into clinic.service_therapists values ($1, $2, $3)', [clinicId, serviceId, therapistId])
  return { clinicId, locationId, serviceId, therapistId }
}

/** What of a visit a test may want otherwise. */
interface VisitWish {
  readonly startsAt: number
  readonly state?: 'confirmed' | 'cancelled' | 'late-cancelled' | 'arrived' | 'no-show'
  readonly version?: number
  readonly contactName?: string
  readonly personName?: string
  readonly address?: string
  readonly insurer?: string
}

/** A visit of Robin's, with a note that no mail may ever hold. @returns its id */
export async function makeVisit(admin: Admin, clinic: MailClinic, wish: VisitWish): Promise<string> {
  const { startsAt, state = 'confirmed', version = 0, contactName = 'Robin Ashdown', personName = contactName } = wish
  const { address = 'robin@example.org', insurer = null } = wish
  const { clinicId, locationId, serviceId, therapistId } = clinic
  const person = await one(
    admin,
    'insert into clinic.persons (clinic_id, name) values ($1, $2) returning person_id as id',
    [clinicId, personName],
  )
  const contact = await one(
    admin,
    'insert into clinic.contacts (clinic_id, name, email) values ($1, $2, $3) returning contact_id as id',
    [clinicId, contactName, address],
  )
  return one(
    admin,
    `insert into clinic.appointments (clinic_id, state, version, service_id, therapist_id, location_id, starts_at, ends_at,
       pause_before, pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, insurer,
       booking_key, note_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $7::timestamptz + interval '45 min', 0, 0, 6200,
       $7::timestamptz - interval '24 h', 3000, $8, $9, $10, $11, gen_random_uuid(), 'my note about my bowels')
     returning appointment_id as id`,
    [
      ...[clinicId, state, version, serviceId, therapistId, locationId, new Date(startsAt).toISOString()],
      ...[person, contact, insurer ? 'insurer' : 'self', insurer],
    ],
  )
}
