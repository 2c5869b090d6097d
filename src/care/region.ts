/**
 * Where to go for help, country by country: names, telephone numbers, and what to say to a person. The UK is first.
 * Pure data from evidence.md §2.1.
 * Never decides who goes where: rules name a route, this table only says what the route is here.
 */
import type { Level, RouteId } from './check/types.ts'

/** One way to get help. */
export interface Route {
  /** On the button or in the list: "Call 999". */
  readonly name: string
  /** One or two plain sentences: what to do there. */
  readonly how: string
  /** Digits only, for a `tel:` link. */
  readonly telephone?: string
  /** A page outside Unclench, shown as a link beside the telephone. */
  readonly web?: { readonly href: string; readonly text: string }
}

/** Help in one country. */
export interface Region {
  readonly id: string
  readonly emergencyNumber: string
  /** For advice today, when it is no emergency. */
  readonly urgentNumber: string
  readonly routes: Readonly<Record<RouteId, Route>>
  /** Title of the result page of each level. */
  readonly levelTitles: Readonly<Record<Level, string>>
}

const nhs111 = { href: 'https://111.nhs.uk', text: '111 online' }

/** England, Scotland, Wales and Northern Ireland. */
export const uk: Region = {
  id: 'uk',
  emergencyNumber: '999',
  urgentNumber: '111',
  levelTitles: {
    emergency: 'Get help now',
    urgent: 'Speak to someone today',
    soon: 'Book to be seen',
    'self-care': 'You can start this at home',
  },
  routes: {
    '999': {
      name: 'Call 999',
      telephone: '999',
      how: 'Ask for an ambulance. Say what is on this screen. Do not drive yourself.',
    },
    ae: {
      name: 'Go to A&E',
      how: 'Ask someone to drive you. Do not drive yourself if your legs are weak or numb. Take this summary with you.',
    },
    '111': {
      name: 'Call 111',
      telephone: '111',
      web: nhs111,
      how: 'Open day and night. Say what is on this screen. If no one sees you by the end of today, go to A&E.',
    },
    '111-option-2': {
      name: 'Call 111 and choose option 2',
      telephone: '111',
      how: 'You speak to the mental health team. Open day and night.',
    },
    'gp-urgent': {
      name: 'Ring your GP for a same-day call',
      how: 'Say: “I need to speak to someone today about back pain.” When the surgery is shut, call 111.',
    },
    gp: { name: 'Book with your GP', how: 'Ring or use the surgery’s app. Take this summary with you.' },
    physio: {
      name: 'Book with a physiotherapist',
      how: 'At many GP surgeries you can book a physiotherapist. You do not have to see the GP first.',
    },
    pharmacist: { name: 'Ask a pharmacist', how: 'Walk in to any pharmacy. You do not need an appointment.' },
    midwife: { name: 'Ring your midwife', how: 'Use the number on your maternity notes.' },
    maternity: {
      name: 'Ring your maternity unit',
      how: 'Use the number on your maternity notes. The unit answers day and night.',
    },
    'cancer-helpline': {
      name: 'Ring your cancer team’s helpline',
      how: 'Use the number on your card or letter. If you have none, call 111 today.',
    },
    samaritans: {
      name: 'Call Samaritans',
      telephone: '116123',
      how: 'Free, day and night. You can talk about anything that upsets you.',
    },
    'eye-casualty': {
      name: 'Go to eye casualty today',
      how: 'If you do not know where it is, call 111 and ask.',
    },
    'surgical-team': {
      name: 'Ring the team that did your surgery or injection',
      how: 'Use the number on your discharge letter. If no one answers, call 111.',
    },
    'sickle-team': {
      name: 'Ring your sickle cell team',
      how: 'Ring now. If you cannot get through, go to A&E.',
    },
    'domestic-abuse': {
      name: 'Talk to someone in private',
      telephone: '08082000247',
      how: 'The National Domestic Abuse Helpline is free, day and night. If you are in danger now, call 999.',
    },
    'specialist-team': {
      name: 'Ring your specialist team',
      how: 'Use the number on your last letter. If no one answers, call 111.',
    },
  },
}

/** A telephone number as people read it: 116 123. */
export function spokenNumber(telephone: string): string {
  if (telephone.length === 6) return `${telephone.slice(0, 3)} ${telephone.slice(3)}`
  if (telephone.length === 11) return `${telephone.slice(0, 4)} ${telephone.slice(4, 8)} ${telephone.slice(8)}`
  return telephone
}

/** On a button that rings: "Call 999"; with a name, "Call Samaritans on 116 123". `telephone`: digits only. */
export const callWords = (telephone: string, who?: string): string =>
  who ? `Call ${who} on ${spokenNumber(telephone)}` : `Call ${spokenNumber(telephone)}`

/** The title where it cannot wait: "Call 999 now". */
export const callNowWords = (telephone: string): string => `${callWords(telephone)} now`
