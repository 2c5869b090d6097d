/**
 * What every printed guide begins and ends with: what cannot wait, the check before anything else, and when to get help.
 * Paper cannot ask anybody anything, so it says so. Pure.
 */
import { safetyNet } from '../check/safety-net.ts'
import { type SourceId, sources } from '../evidence/sources.ts'
import type { Movement } from '../movement/movements.ts'
import { commonStops } from '../movement/stop-words.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { Captioned, Drawing, Part } from './types.ts'

/** First on the first page of each guide. */
export const alarm: Part = { kind: 'alarm', title: safetyNet.goNow.title, items: safetyNet.goNow.items }

/** Second: paper looks at nobody, so the check comes before it. */
export const checkFirst: Part = {
  kind: 'box',
  title: 'Do the check first',
  items: [
    'A sheet of paper cannot ask how you are. The check can. It is free, and it needs no name.',
    'Does it tell you to be seen? Then do that, and put this paper away until you have been.',
    'Do the check again each day before you start. Do it too when something is new.',
  ],
}

/** When to stop any movement of a guide. */
export const stopBox: Part = {
  kind: 'box',
  title: 'When to stop a movement',
  items: [...commonStops, 'Was your pain 6 out of 10 or more before you began? Then stop if it rises at all.'],
}

/** Last in each guide, before its sources. */
export const whenToGetHelp: readonly Part[] = [
  { kind: 'heading', level: 2, text: 'When to get help' },
  { kind: 'heading', level: 3, text: safetyNet.sameDay.title },
  { kind: 'list', look: 'points', items: safetyNet.sameDay.items },
  { kind: 'heading', level: 3, text: safetyNet.bookIf.title },
  { kind: 'list', look: 'points', items: safetyNet.bookIf.items },
  { kind: 'text', text: safetyNet.closing },
]

/** How a source was checked: the same words as at the foot of the rules and of the programme. */
export const tagWords = {
  V: 'seen in the published text',
  V2: 'seen second-hand',
  K: 'known from practice, still to be checked',
  C: 'our own choice',
} as const satisfies Record<VerificationTag, string>

/** The last part: where it comes from, each source once, with how it was checked. */
export function sourceParts(ids: readonly SourceId[]): readonly Part[] {
  const titles = [...new Set(ids)].map((id) => `${sources[id].title} (${tagWords[sources[id].tag]})`).sort()
  return [
    { kind: 'heading', level: 2, text: 'Where this comes from' },
    { kind: 'list', look: 'points', items: titles },
    {
      kind: 'text',
      text: 'Not signed off by a clinician yet. It does not replace a doctor, nurse or physio.',
    },
  ]
}

/** The first key posture of a movement, with its position in words. */
export const drawingOf = ({ id, title, description, motion }: Movement): Drawing => ({
  movement: id,
  pose: motion.stills[0]?.pose ?? '',
  alt: `${title}. ${description}`,
})

/** Every key posture of a movement, with its caption. */
export const drawingsOf = ({ id, title, motion }: Movement): readonly Captioned[] =>
  motion.stills.map(({ pose, caption }, index) => ({
    movement: id,
    pose,
    caption,
    alt: `${title}, picture ${index + 1} of ${motion.stills.length}`,
  }))

/** What the screen does, and a sheet of paper cannot. */
const onPaperWords: Readonly<Record<string, string>> = {
  'Look at the skin every 5 minutes. The timer will remind you.': 'Look at the skin every 5 minutes. Set a timer.',
  'Stop when the timer ends.': 'Stop when your timer ends.',
  'First open the medicine page and answer what it asks.': 'Ask a pharmacist first, or use our medicine page.',
}
/** A line of a step, as paper can say it. */
export const onPaper = (line: string): string => onPaperWords[line] ?? line
