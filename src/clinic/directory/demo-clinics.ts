/**
 * The demonstration: an invented London of eight clinics and twenty-four therapists. Nobody here exists. Telephone numbers
 * are of the range that is kept for plays (020 7946 0xxx), mail goes to `.example`, register numbers hold the word DEMO, and
 * postcodes name a district only, so that nothing leads to a real door.
 */
import type { InsurerId } from './insurers.ts'
import type { ProfessionId } from './professions.ts'
import type { TreatmentId } from './treatments.ts'

/** When somebody works at one place. Weekdays are ISO (1 Monday), times are of the clock there. */
export interface DemoHours {
  /** Index of the clinic's locations. */
  readonly at: number
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
  readonly everyWeeks?: number
}

export interface DemoTherapist {
  readonly name: string
  readonly profession: ProfessionId
  readonly gender: 'woman' | 'man' | 'other'
  readonly languages: readonly string[]
  readonly conditions: readonly string[]
  readonly about: string
  /** Index of the clinic's services. */
  readonly gives: readonly number[]
  readonly hours: readonly DemoHours[]
  /** Days from the first day of the demonstration until the registration ends; below zero it has ended, `null`: never looked up. */
  readonly registeredForDays: number | null
  /** Away, in days from the first day, both included. */
  readonly away?: readonly [number, number]
}

export interface DemoLocation {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly latitude: number
  readonly longitude: number
  readonly stepFree: boolean
  readonly wayThere: string
  readonly rooms: number
  readonly studios: number
}

export interface DemoService {
  readonly treatment: TreatmentId
  readonly name: string
  readonly minutes: number
  readonly pricePence: number
  readonly byVideo?: boolean
  readonly room?: 'treatment' | 'studio'
  /** So many at once, where it is a class. */
  readonly places?: number
}

export interface DemoClinic {
  readonly name: string
  readonly slug: string
  readonly locations: readonly DemoLocation[]
  readonly services: readonly DemoService[]
  readonly insurers: readonly InsurerId[]
  readonly therapists: readonly DemoTherapist[]
  /** Shut, in days from the first day, both included. */
  readonly closed?: readonly [number, number]
}

const week = [1, 2, 3, 4, 5]

const first = (pricePence: number, minutes = 45): DemoService => ({
  treatment: 'physiotherapy-first',
  name: 'First visit, back pain',
  minutes,
  pricePence,
  room: 'treatment',
})
const next = (pricePence: number): DemoService => ({
  treatment: 'physiotherapy-follow-up',
  name: 'Follow-up visit',
  minutes: 30,
  pricePence,
  room: 'treatment',
})
const freeTalk: DemoService = {
  treatment: 'free-assessment',
  name: 'Is it for me? A free talk',
  minutes: 15,
  pricePence: 0,
  byVideo: true,
}
const video = (pricePence: number): DemoService => ({
  treatment: 'video-call',
  name: 'Video visit',
  minutes: 30,
  pricePence,
  byVideo: true,
})
const massage = (pricePence: number): DemoService => ({
  treatment: 'sports-massage',
  name: 'Sports massage',
  minutes: 45,
  pricePence,
  room: 'treatment',
})

/** Every clinic of the demonstration. */
export const demoClinics: readonly DemoClinic[] = [
  {
    name: 'Lantern Physio',
    slug: 'lantern-physio',
    locations: [
      place(
        'Lantern Yard',
        '14 Lantern Yard',
        'E2',
        51.5274,
        -0.0546,
        true,
        'Six minutes on foot from Bethnal Green.',
        3,
        0,
      ),
    ],
    services: [first(6200), next(4800), massage(5800), freeTalk],
    insurers: ['aviva', 'axa-ppp', 'bupa', 'vitality', 'wpa'],
    therapists: [
      physio(
        'Ines Quillfeather',
        'woman',
        ['en', 'pt'],
        ['back-spasm', 'leg-pain', 'pregnancy', 'lifting'],
        [0, 1, 2, 3],
        [{ at: 0, weekdays: week, from: '08:00', to: '18:30' }],
      ),
      physio(
        'Rafe Underlinden',
        'man',
        ['en', 'de'],
        ['back-spasm', 'sport', 'desk-work'],
        [0, 1],
        [
          { at: 0, weekdays: [1, 3, 5], from: '12:00', to: '20:30' },
          { at: 0, weekdays: [6], from: '09:00', to: '13:00', everyWeeks: 2 },
        ],
      ),
      // Ends within three weeks: staff are told; the public may still book.
      {
        ...physio(
          'Noor Saffronwell',
          'woman',
          ['en', 'ur'],
          ['back-spasm', 'long-pain'],
          [0, 1, 3],
          [{ at: 0, weekdays: [2, 4], from: '09:00', to: '17:00' }],
        ),
        registeredForDays: 16,
      },
    ],
  },
  {
    name: 'Millrace Physio',
    slug: 'millrace-physio',
    locations: [
      place(
        'Millrace',
        '3 Millrace Wharf',
        'E3',
        51.5252,
        -0.0332,
        false,
        'Four minutes on foot from Mile End. Five steps at the door.',
        3,
        0,
      ),
    ],
    services: [first(5500, 40), next(4200), freeTalk],
    insurers: ['bupa', 'axa-ppp', 'cigna'],
    therapists: [
      physio(
        'Tobias Marlowick',
        'man',
        ['en', 'pl'],
        ['back-spasm', 'desk-work', 'lifting'],
        [0, 1, 2],
        [{ at: 0, weekdays: [1, 2, 3, 4], from: '11:00', to: '20:00' }],
      ),
      physio(
        'Halina Brightmoor',
        'woman',
        ['en', 'pl', 'uk'],
        ['back-spasm', 'leg-pain', 'older'],
        [0, 1],
        [{ at: 0, weekdays: [1, 2, 4, 5], from: '08:00', to: '16:00' }],
        [4, 9],
      ),
      // Never looked up: the public does not see him.
      {
        ...physio(
          'Jory Penhallowby',
          'man',
          ['en'],
          ['back-spasm'],
          [0, 1],
          [{ at: 0, weekdays: week, from: '09:00', to: '17:00' }],
        ),
        registeredForDays: null,
      },
    ],
  },
  {
    name: 'Copperleaf Back Clinic',
    slug: 'copperleaf-back-clinic',
    locations: [
      place(
        'Copperleaf',
        '28 Copperleaf Row',
        'EC2A',
        51.5256,
        -0.0808,
        true,
        'Five minutes on foot from Old Street. Lift to the second floor.',
        4,
        1,
      ),
    ],
    services: [
      first(7400),
      next(5600),
      video(5200),
      { treatment: 'acupuncture', name: 'Acupuncture', minutes: 30, pricePence: 4500, room: 'treatment' },
      { treatment: 'strength-class', name: 'Strength class', minutes: 50, pricePence: 1800, room: 'studio', places: 8 },
    ],
    insurers: ['aviva', 'bupa', 'vitality', 'allianz'],
    therapists: [
      physio(
        'Amara Fennimore',
        'woman',
        ['en', 'yo'],
        ['back-spasm', 'leg-pain', 'sport', 'lifting'],
        [0, 1, 2],
        [{ at: 0, weekdays: week, from: '07:30', to: '15:30' }],
      ),
      physio(
        'Dev Larkspurne',
        'man',
        ['en', 'gu', 'hi'],
        ['back-spasm', 'desk-work', 'long-pain'],
        [0, 1, 2, 4],
        [
          { at: 0, weekdays: [2, 3, 4], from: '10:00', to: '19:30' },
          { at: 0, weekdays: [6], from: '09:00', to: '14:00' },
        ],
      ),
      {
        ...physio(
          'Mei Thornbury-Wu',
          'woman',
          ['en', 'zh'],
          ['long-pain'],
          [3],
          [{ at: 0, weekdays: [1, 3, 5], from: '10:00', to: '18:00' }],
        ),
        profession: 'acupuncturist',
      },
    ],
    closed: [11, 12],
  },
  {
    name: 'Tidewater Rooms',
    slug: 'tidewater-rooms',
    locations: [
      place('Tidewater', '9 Old Rope Stairs', 'E1W', 51.5058, -0.0571, true, 'Two minutes on foot from Wapping.', 3, 0),
    ],
    services: [
      { treatment: 'osteopathy', name: 'Osteopathy, first visit', minutes: 45, pricePence: 6800, room: 'treatment' },
      massage(6000),
      {
        treatment: 'deep-tissue-massage',
        name: 'Deep tissue massage',
        minutes: 60,
        pricePence: 7000,
        room: 'treatment',
      },
    ],
    insurers: ['bupa', 'wpa'],
    therapists: [
      {
        ...physio(
          'Corin Ashgrovely',
          'man',
          ['en', 'fr'],
          ['back-spasm', 'desk-work'],
          [0],
          [{ at: 0, weekdays: [1, 2, 4, 5], from: '09:00', to: '18:00' }],
        ),
        profession: 'osteopath',
      },
      {
        ...physio(
          'Zosia Feathergill',
          'woman',
          ['en', 'pl'],
          ['sport'],
          [1, 2],
          [
            { at: 0, weekdays: [2, 3, 4, 5], from: '12:00', to: '20:30' },
            { at: 0, weekdays: [7], from: '10:00', to: '15:00' },
          ],
        ),
        profession: 'massage-therapist',
      },
      // Has run out: the public does not see her.
      {
        ...physio(
          'Petra Windlesome',
          'woman',
          ['en'],
          ['back-spasm'],
          [0],
          [{ at: 0, weekdays: week, from: '09:00', to: '17:00' }],
        ),
        profession: 'osteopath',
        registeredForDays: -9,
      },
    ],
  },
  {
    name: 'Marigold Spine and Sport',
    slug: 'marigold-spine-and-sport',
    locations: [
      place('Marigold', '51 Marigold Parade', 'E8', 51.5465, -0.0554, true, 'Next to Hackney Central.', 3, 1),
    ],
    services: [
      first(5900),
      next(4500),
      { treatment: 'pilates', name: 'Pilates, one to one', minutes: 50, pricePence: 5500, room: 'studio' },
      freeTalk,
    ],
    insurers: ['aviva', 'vitality', 'simplyhealth'],
    therapists: [
      physio(
        'Oyelaran Brookfield',
        'man',
        ['en', 'yo'],
        ['back-spasm', 'sport', 'lifting'],
        [0, 1, 3],
        [{ at: 0, weekdays: week, from: '07:00', to: '14:00' }],
      ),
      physio(
        'Siân Merrowdale',
        'woman',
        ['en', 'cy'],
        ['back-spasm', 'pregnancy', 'older'],
        [0, 1, 2],
        [{ at: 0, weekdays: [1, 2, 3, 4], from: '13:00', to: '20:00' }],
      ),
      physio(
        'Alex Rowantree',
        'other',
        ['en', 'es', 'bfi'],
        ['back-spasm', 'leg-pain', 'long-pain'],
        [0, 1, 2],
        [{ at: 0, weekdays: [3, 5, 6], from: '09:00', to: '17:00' }],
      ),
    ],
  },
  {
    name: 'Kiteway Clinic',
    slug: 'kiteway-clinic',
    locations: [
      place(
        'Kiteway',
        '77 Kiteway Street',
        'NW1',
        51.5391,
        -0.1426,
        true,
        'Three minutes on foot from Camden Town.',
        3,
        0,
      ),
    ],
    services: [
      first(8200, 60),
      next(6400),
      {
        treatment: 'chiropractic',
        name: 'Chiropractic, first visit',
        minutes: 45,
        pricePence: 7200,
        room: 'treatment',
      },
      video(6000),
    ],
    insurers: ['axa-ppp', 'bupa', 'aviva', 'cigna', 'healix'],
    therapists: [
      physio(
        'Leopold Staithe',
        'man',
        ['en', 'fr', 'it'],
        ['back-spasm', 'leg-pain', 'after-operation'],
        [0, 1, 3],
        [{ at: 0, weekdays: [1, 2, 3], from: '08:00', to: '17:00' }],
      ),
      physio(
        'Yasmin Coldharbour-Reed',
        'woman',
        ['en', 'ar'],
        ['back-spasm', 'pregnancy', 'desk-work'],
        [0, 1, 3],
        [{ at: 0, weekdays: [2, 3, 4, 5], from: '09:30', to: '18:30' }],
      ),
      {
        ...physio(
          'Bram Elderfield',
          'man',
          ['en', 'nl'],
          ['back-spasm'],
          [2],
          [{ at: 0, weekdays: [1, 4, 5], from: '08:00', to: '16:00' }],
        ),
        profession: 'chiropractor',
      },
    ],
  },
  {
    name: 'Two Rivers Physiotherapy',
    slug: 'two-rivers-physiotherapy',
    locations: [
      place('Brixton', '5 Weir Corner', 'SW9', 51.4651, -0.1149, true, 'Four minutes on foot from Brixton.', 2, 0),
      place(
        'Peckham',
        '120 Weaver Lane',
        'SE15',
        51.4704,
        -0.0688,
        false,
        'Behind Peckham Rye. Up one flight of stairs.',
        3,
        0,
      ),
    ],
    services: [first(5200), next(4000), massage(5000), freeTalk],
    insurers: ['bupa', 'vitality', 'wpa', 'simplyhealth'],
    therapists: [
      physio(
        'Comfort Adderstone',
        'woman',
        ['en', 'tw'],
        ['back-spasm', 'older', 'long-pain'],
        [0, 1, 3],
        [
          { at: 0, weekdays: [1, 3], from: '09:00', to: '17:00' },
          { at: 1, weekdays: [2, 4], from: '10:00', to: '19:00' },
        ],
      ),
      physio(
        'Luis Greenhithe',
        'man',
        ['en', 'es', 'pt'],
        ['back-spasm', 'sport', 'leg-pain'],
        [0, 1, 2],
        [
          { at: 0, weekdays: [2, 4, 5], from: '08:00', to: '15:00' },
          { at: 1, weekdays: [6], from: '09:00', to: '13:00', everyWeeks: 2 },
        ],
      ),
      physio(
        'Bríd Wexcombe',
        'woman',
        ['en', 'ga'],
        ['back-spasm', 'pregnancy'],
        [0, 1],
        [{ at: 1, weekdays: [1, 3, 5], from: '08:00', to: '16:30' }],
      ),
    ],
  },
  {
    name: 'Meadow and Field',
    slug: 'meadow-and-field',
    locations: [
      place('Richmond', '2 Heron Green', 'TW9', 51.4631, -0.3013, true, 'One minute on foot from Richmond.', 3, 1),
    ],
    services: [
      first(7000),
      next(5200),
      video(4800),
      freeTalk,
      { treatment: 'strength-class', name: 'Strength class', minutes: 50, pricePence: 1600, room: 'studio', places: 6 },
    ],
    insurers: ['aviva', 'axa-ppp', 'bupa', 'vitality', 'wpa', 'cigna'],
    therapists: [
      physio(
        'Philippa Nettlestone',
        'woman',
        ['en'],
        ['back-spasm', 'older', 'after-operation'],
        [0, 1],
        [{ at: 0, weekdays: week, from: '09:00', to: '17:00' }],
      ),
      // By video alone, and in the evening.
      physio(
        'Kwame Silverdene',
        'man',
        ['en', 'tw', 'fr'],
        ['back-spasm', 'desk-work', 'long-pain'],
        [2, 3],
        [{ at: 0, weekdays: [1, 2, 3, 4], from: '17:00', to: '21:00' }],
      ),
      physio(
        'Greta Hollowell',
        'woman',
        ['en', 'sv'],
        ['back-spasm', 'sport', 'lifting'],
        [0, 1, 4],
        [{ at: 0, weekdays: [1, 3, 5], from: '07:30', to: '13:00' }],
      ),
    ],
  },
]

function place(
  name: string,
  street: string,
  postcode: string,
  latitude: number,
  longitude: number,
  stepFree: boolean,
  wayThere: string,
  rooms: number,
  studios: number,
): DemoLocation {
  return { name, street, postcode, latitude, longitude, stepFree, wayThere, rooms, studios }
}

function physio(
  name: string,
  gender: DemoTherapist['gender'],
  languages: readonly string[],
  conditions: readonly string[],
  gives: readonly number[],
  hours: readonly DemoHours[],
  away?: readonly [number, number],
): DemoTherapist {
  return {
    ...{ name, gender, languages, conditions, gives, hours },
    profession: 'physiotherapist',
    about: 'An invented person, for the demonstration.',
    registeredForDays: 400,
    ...(away && { away }),
  }
}
