/**
 * What is shown in place of a plan: at EMERGENCY and URGENT, when the check is unfinished or too old, when the person
 * has told of something new or worse, or of a lot of pain, since, and when what they told before cannot be read.
 * Content from evidence.md §2.1 to §2.3.
 * Never: a movement, heat, cold, massage or rest position. Help comes first.
 */
import { checkMinutes } from '../check/check-minutes.ts'

/** Why there is no plan. */
export type LockedWhy = 'emergency' | 'urgent' | 'unfinished' | 'expired' | 'seen' | 'due' | 'red' | 'unread'

/** One thing to do instead. `medicines`: link to the medicine page, which decides for itself. */
export interface LockedLine {
  readonly text: string
  readonly link?: 'result' | 'summary' | 'medicines' | 'check'
  /** Only for whoever told nothing that needs help at once: less than that needs. */
  readonly calm?: true
}
/** What stands in place of a plan while movement is locked: why, and what to do instead (evidence.md §2.1). */
export interface LockedPlan {
  readonly kind: 'locked'
  readonly why: LockedWhy
  readonly title: string
  readonly because: string
  readonly instead: readonly LockedLine[]
}

/** The signs that need a 999 call, in one line for somebody who has no result to look at. */
const call999If =
  'Call 999 if you go numb between the legs or have trouble peeing. Also call 999 for weak legs, chest pain or collapse.'

const plans = {
  emergency: {
    title: 'Get help first',
    because: 'Your check found a sign that needs help now. Movements could do harm before you are seen.',
    instead: [
      { text: 'Call 999 or go to A&E now, as your result says.', link: 'result' },
      { text: 'Do not drive yourself.' },
      { text: 'Show or read out your summary.', link: 'summary' },
      { text: 'Do not eat a big meal, in case you need an operation.' },
      { text: 'Take your medicines, or a list of them, with you.' },
    ],
  },
  urgent: {
    title: 'Speak to someone today first',
    because: 'Your check found something that needs a call today. Movements wait until you have been checked.',
    instead: [
      { text: 'Make the call. Your result says who to ring.', link: 'result' },
      { text: 'Have your summary ready. Say what is on it.', link: 'summary' },
      { text: 'If no one sees you by the end of today, go to A&E.' },
      { text: 'First, take your temperature and write it down. A painkiller can hide a fever.' },
      { text: 'Take paracetamol only if the medicine page says it is OK for you.', link: 'medicines' },
      { text: 'Call 999 if you get any danger sign on your result.', link: 'result' },
    ],
  },
  unfinished: {
    title: 'Do the whole check first',
    because: 'Without a finished check we cannot tell which steps are safe for you.',
    instead: [
      { text: `Do the check, or go on with it. It takes up to ${checkMinutes}.`, link: 'check' },
      { text: 'If you cannot finish it and you are worried, call 111.', calm: true },
      { text: call999If },
    ],
  },
  expired: {
    title: 'Check again first',
    because: 'Your last check is more than 24 hours old. A danger sign can come later.',
    instead: [
      { text: 'Do the check again to get to your plan.', link: 'check' },
      { text: 'If you are worried, call 111.', calm: true },
      { text: call999If },
    ],
  },
  seen: {
    title: 'Check again first',
    because: 'Someone has seen you since your last check. So we need to ask again how you are now.',
    instead: [
      { text: 'Do the check again to get to your plan.', link: 'check' },
      { text: 'Do what the person who saw you said.' },
      { text: call999If },
    ],
  },
  due: {
    title: 'Check again first',
    because: 'You told us about something after your last check. Leave your movements until a new check is clear.',
    instead: [
      { text: 'Do the check again to get to your plan.', link: 'check' },
      { text: 'If you are worried, call 111.', calm: true },
      { text: call999If },
    ],
  },
  red: {
    title: 'Check again first',
    because: 'Your last entry was very sore. So we look for danger signs again before you move.',
    instead: [
      { text: 'Do the check again to get to your plan.', link: 'check' },
      { text: 'If you are worried, call 111.', calm: true },
      { text: call999If },
    ],
  },
  unread: {
    title: 'We could not open your record',
    because: 'It may hold a reason for you to wait. So your plan and your movements wait too.',
    instead: [
      { text: 'Close other tabs of this page. Then try again.' },
      { text: 'If that does not help, make room on this device.' },
      { text: 'If you are worried, call 111.', calm: true },
      { text: call999If },
    ],
  },
} as const satisfies Record<LockedWhy, Omit<LockedPlan, 'kind' | 'why'>>

/**
 * What to show instead of a plan.
 * @param because what makes the check due, in the person's own terms, where that is known
 * @param tooMuch it is too much of a medicine that makes it so urgent
 */
export function lockedPlan(why: LockedWhy, because?: string, tooMuch = false): LockedPlan {
  if (tooMuch && (why === 'emergency' || why === 'urgent')) return { kind: 'locked', why, ...tooMuchPlans[why] }
  const plan = { kind: 'locked', why, ...plans[why] } as const
  if (because === undefined) return plan
  return { ...plan, because: `${because} ${why === 'unread' ? plan.because : waits}` }
}

const tooMuchPlans = {
  emergency: {
    title: 'Get help first',
    because: 'You took, or may have taken, too much of a medicine. You need help now, even if you feel well.',
    instead: [
      { text: 'Go to A&E now. Call 999 if you are alone, drowsy or breathing slowly.' },
      { text: 'Do not drive yourself.' },
      { text: 'Say what you took, how much and when.' },
      { text: 'Take no more painkillers.', link: 'medicines' },
    ],
  },
  urgent: {
    title: 'Ring 111 first',
    because: 'You took, or may have taken, too much of a medicine. Movements wait until you have been checked.',
    instead: [
      { text: 'Ring 111 now. Say what you took, how much and when.' },
      { text: 'If you cannot get through, go to A&E.' },
      { text: 'Take no more painkillers until they tell you.', link: 'medicines' },
    ],
  },
} as const satisfies Record<'emergency' | 'urgent', Omit<LockedPlan, 'kind' | 'why'>>

const waits = 'Leave your movements until a new check is clear.'
