/**
 * "The first 48 hours": the plan's own steps in the plan's own order, for somebody who holds paper and no phone.
 * The plan on the screen leaves out what is not for a person; paper cannot, so it says beside each step whom it is not for.
 */
import { safetyNet } from '../check/safety-net.ts'
import type { SourceId } from '../evidence/sources.ts'
import { theFirstDay } from '../guide/articles/the-first-day.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import { limits, type Trait } from '../relief/limits.ts'
import type { StepCard } from '../relief/step-types.ts'
import { type StepId, stepById } from '../relief/steps.ts'
import { articleParts, claimParts, claimsBehind, type OfArticle, sourcesBehind } from './from-guide.ts'
import { alarm, checkFirst, drawingOf, onPaper, sourceParts, stopBox, whenToGetHelp } from './parts.ts'
import type { Booklet, Group, Part } from './types.ts'

/** One step of the plan on paper. */
interface OnPaper {
  readonly step: StepId
  /** Drawn beside it, where the step itself is no movement. */
  readonly drawn?: MovementId
  /** What the plan says to some people only, said here to everybody: each line names whom it is for. */
  readonly also?: readonly string[]
  /** Whom the step is not for: every limit of the plan on this trait is printed. */
  readonly notFor?: Trait
}

/** The parts of the guide, in the order of the day. */
const days: readonly { readonly title: string; readonly steps: readonly OnPaper[] }[] = [
  {
    title: 'The first hour',
    steps: [
      { step: 'calves-on-chair' },
      { step: 'side-bed' },
      { step: 'slow-breathing', drawn: 'breathing', notFor: 'pacedBreath' },
      {
        step: 'heat-pack',
        notFor: 'heat',
        also: [
          'You are pregnant, or may be? Keep it warm, not hot, and away from your tummy.',
          'At night? Stay awake and sit up a little. Take it off before you sleep.',
        ],
      },
      { step: 'tilt-bed' },
      { step: 'walk' },
    ],
  },
  {
    title: 'The rest of the day',
    steps: [{ step: 'change-position' }, { step: 'medicine-safety' }, { step: 'drink' }],
  },
  {
    title: 'Tonight',
    steps: [{ step: 'nothing-on-skin' }, { step: 'sleep-side', drawn: 'M17b-bed' }, { step: 'log-roll' }],
  },
  { title: 'Tomorrow', steps: [{ step: 'check-again' }] },
]

/** Every step of the guide with what is said beside it; a test holds it against the plan. */
export const stepsOnPaper: readonly OnPaper[] = days.flatMap(({ steps }) => steps)

const cardOf = (id: StepId): StepCard => {
  const card = stepById.get(id)
  if (!card) throw new Error(`no step ${id}`)
  return card
}

function groupsOf({ step, also = [], notFor }: OnPaper): readonly Group[] {
  const { how, often, kind, movement, stop } = cardOf(step)
  const isMoving = kind === 'move' || kind === 'walk'
  const groups: readonly Group[] = [
    { items: [...how.filter((line) => typeof line === 'string').map(onPaper), ...also] },
    { label: 'How often', items: [often] },
    // A movement's own stops stand in the box above: they are the same for all.
    { label: 'When to stop', items: isMoving ? [] : stop.filter((line) => typeof line === 'string').map(onPaper) },
    { label: 'Take care', items: movement ? movements[movement].care : [] },
    {
      label: 'Not for everyone',
      items: notFor ? limits.filter(({ rulesOut }) => rulesOut.includes(notFor)).map(({ because }) => because) : [],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

function partOf(onPaper: OnPaper): readonly Part[] {
  const card = cardOf(onPaper.step)
  const drawn = onPaper.drawn ?? card.movement
  return [
    {
      kind: 'step',
      title: card.title,
      groups: groupsOf(onPaper),
      ...(drawn && { drawing: drawingOf(movements[drawn]) }),
    },
    ...(card.forSafety ? [] : [{ kind: 'evidence', grade: card.grade, text: `${card.why} ${card.evidence}` } as const]),
  ]
}

const article: OfArticle = { article: theFirstDay, sections: ['a-safe-order', 'the-rest-of-the-day'] }
const claims = claimsBehind([article])
const usedSources: readonly SourceId[] = [
  ...stepsOnPaper.flatMap(({ step }) => cardOf(step).sources),
  ...sourcesBehind(claims),
]

/** The guide. */
export const first48Hours: Booklet = {
  name: 'first-48-hours',
  title: 'The first 48 hours',
  about: 'What to do, hour by hour.',
  lead: 'Your back has locked. It hurts a lot. This is what helps while it settles.',
  cover: { movement: 'M17a', pose: movements.M17a.motion.stills[0]?.pose ?? '' },
  live: { to: 'article', article: 'the-first-day' },
  parts: [
    alarm,
    checkFirst,
    { kind: 'newPage' },
    ...articleParts(article),
    ...days.flatMap(({ title, steps }): readonly Part[] => [
      { kind: 'heading', level: 2, text: title },
      ...(title === 'The first hour' ? [stopBox] : []),
      ...steps.flatMap(partOf),
    ]),
    { kind: 'heading', level: 2, text: safetyNet.expect.title },
    { kind: 'list', look: 'points', items: safetyNet.expect.items },
    ...whenToGetHelp,
    ...claimParts(claims),
    ...sourceParts(['girft-ces', ...usedSources]),
  ],
  claims,
  sources: usedSources,
}
