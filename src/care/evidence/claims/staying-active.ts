/** Claims on rest, moving and positions of ease (evidence.md §3, §4.1, §8). Data only. */
import type { Claim } from '../claim.ts'

/** How much one group differs from another, held against how much people differ anyway: 0.2 is small (SMD of the papers). */
const spread = {
  scale: { from: 0, to: 1, words: ['no difference', 'as much as people differ'] },
  unit: 'of the spread between people',
} as const

/** The claims by id. */
export const claimsOnStayingActive = {
  'active-pain': {
    says: 'In a new spasm, staying gently active eases pain a bit more than bed rest.',
    kind: 'effect',
    grade: 'moderate',
    effect: {
      of: 'less pain',
      found: 0.22,
      likely: [0.02, 0.41],
      ...spread,
      trials: 2,
      people: 401,
      against: 'bed rest',
    },
    sources: ['cochrane-bed-rest', 'dahm-2010'],
    tag: 'V',
  },
  'active-function': {
    says: 'In a new spasm, staying gently active helps you do things a bit more than bed rest does.',
    kind: 'effect',
    grade: 'moderate',
    effect: {
      of: 'better daily life',
      found: 0.29,
      likely: [0.09, 0.49],
      ...spread,
      trials: 2,
      people: 401,
      against: 'bed rest',
    },
    sources: ['cochrane-bed-rest', 'dahm-2010'],
    tag: 'V',
  },
  'active-sciatica': {
    says: 'With sciatica, staying active and resting in bed do about the same.',
    kind: 'effect',
    sources: ['cochrane-bed-rest', 'dahm-2010'],
    tag: 'V',
  },
  'long-rest-against': {
    says: 'Long bed rest is not advised for a spasm.',
    kind: 'effect',
    grade: 'against',
    sources: ['dahm-2010', 'nice-ng59', 'acp-2017'],
    tag: 'V',
  },
  'rest-harms': {
    says: 'Long rest makes you stiff, and can make you afraid to move.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'rest-dose': {
    says: 'Lie down for 30 to 60 minutes at most, and only in the first 1 or 2 days.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'active-dose': {
    says: 'Change position every 20 to 30 minutes while you are awake.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'short-walks-dose': {
    says: 'Walk for 2 to 5 minutes, several times a day.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'work-with-changes': {
    says: 'Do your usual tasks with less effort, and go back to work with changes if you can.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'first-day-round': {
    says: 'On a bad first day, do a short round every 2 to 3 hours: lie in comfort, breathe, use warmth, move, walk.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'often-untested': {
    says: 'There are no trials of how often to repeat the first steps.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'own-plan-untested': {
    says: 'After surgery, or with a hernia, do what your own team told you. There are no trials of this.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'log-roll-untested': {
    says: 'There are no trials of rolling like a log to get up. It is usual practice.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'ease-positions': {
    says: 'Some positions may ease a sore back. Nobody has tested them.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'ease-dose': {
    says: 'Stay in an easy position for 5 to 10 minutes.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'ease-not-if': {
    says: 'Are you pregnant? Do not lie on your front. From 16 weeks on, do not lie flat on your back.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'ease-change': {
    says: 'Change position if the pain spreads to a leg.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
