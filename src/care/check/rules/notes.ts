/** Remarks that change no level: daily re-asks, review times, who else to tell (evidence.md §1, §2). Data only. */
import { all, any, atLeast, below, is, maybe, not, term, yes } from '../condition.ts'
import type { Note } from '../types.ts'

/** Every remark. */
export const notes: readonly Note[] = [
  {
    id: 'constipation',
    when: all(maybe('A3'), is('A3.kind', 'constipated'), not(maybe('A3.again'))),
    text: 'Being constipated alone is not a danger sign; codeine often causes it. Ask a pharmacist. Check each day that you can feel when you pee and poo.',
    sources: ['girft-ces'],
    tag: 'V',
  },
  {
    id: 'recheck-fever-daily',
    when: all(term('INFRISK_STRONG'), not(term('FEVER'))),
    text: 'Take your temperature each day. At 38 °C, or if you feel hot or shivery, get help the same day.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'recheck-24h-steady',
    review: true,
    when: term('EARLY_STEADY'),
    text: 'Your pain is steady and no position eases it. Do this check again in 24 hours. Still so on day 3? Ring 111 or your GP that day.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'review-48h-infection',
    review: true,
    when: term('INFRISK_OTHER'),
    text: 'You have a higher risk of infection. Do this check again in 48 hours.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'review-fracture',
    review: true,
    when: term('FXRISK'),
    text: 'Your bones may break more easily. Do this check again in 48 hours and in 1 week.',
    sources: ['henschke-2009'],
    tag: 'V',
  },
  {
    id: 'review-16-19',
    review: true,
    when: all(atLeast('age', 16), below('age', 20), not(below('age', 16))),
    text: 'At 16 to 19, see a physio or GP if you are not back to normal in 2 weeks.',
    sources: ['nice-cks-back'],
    tag: 'V2',
  },
  {
    id: 'no-nsaid-blood-thinner',
    when: term('BLOODTHIN'),
    text: 'Do not take ibuprofen, naproxen or aspirin for this pain. Ask a pharmacist what you can take.',
    sources: ['professional'],
    tag: 'K',
  },
  {
    id: 'tell-midwife',
    when: term('PREGNANT_POSSIBLE'),
    text: 'Tell your midwife about this back pain when you next speak. Some movements and medicines are left out for you.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'pancreas-scan',
    when: all(yes('F2'), atLeast('age', 60)),
    text: 'Tell the GP your age and your weight loss. Guidance asks for a scan of the pancreas within 2 weeks.',
    sources: ['nice-ng12'],
    tag: 'V',
  },
  {
    id: 'recorded-old-flags',
    when: any(
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map((flag) =>
        all(maybe(flag), is(`${flag}.when`, 'old'), yes(`${flag}.checked`)),
      ),
    ),
    text: 'You told us about a sign that was checked before and has not changed. If it changes at all, treat it as new and get help.',
    sources: ['girft-ces'],
    tag: 'V2',
  },
  {
    id: 'fetch-the-person',
    when: any(...['A1', 'A2', 'A3', 'A4'].map((flag) => is(flag, 'notSure'))),
    text: 'You were not sure of a nerve sign. If you are answering for someone else, fetch them: only they can tell how peeing, pooing and wiping feel. If you cannot, we treat it as yes.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'alone',
    when: yes('alone'),
    text: 'You are on your own. If your legs are weak or numb, or nobody can drive you, call 999. Do not drive yourself.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'safety-at-home',
    when: is('I4', 'hurt', 'private', 'notSure'),
    text: 'If someone hurts or frightens you, you can talk in private to any nurse, GP or pharmacist. In danger, call 999.',
    sources: ['unclench-design'],
    tag: 'C',
  },
]
