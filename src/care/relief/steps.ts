/**
 * Every step that a plan can hold: how, how long, how often, why, how sure we are, when to stop (evidence.md §4.1, §5).
 * Data, read by `choose.ts` and `plan.ts`. A step lists its traits truthfully; `limits.ts` says who must not have them.
 * Never: a dose of a medicine, a promise of a cure, or a step without a reason and a stop rule.
 */
import { fullCheckMinutes } from '../check/check-minutes.ts'
import { all, any, atLeast, is, not, term, ticked } from '../check/condition.ts'
import { type Condition, notSure } from '../check/types.ts'
import { gradedBy } from '../evidence/rests-on.ts'
import { selects } from '../movement/block-list.ts'
import { changeRules } from '../movement/block-rules.ts'
import { type Movement, type MovementId, movements } from '../movement/movements.ts'
import { movementNamed } from '../movement/types.ts'
import type { Trait } from './limits.ts'
import { inOurTerms } from './movement-facts.ts'
import type { Line, StepCard } from './step-types.ts'

const has = (...things: string[]): Condition => ticked('have', ...things)
const bedOrFloor = any(has('bed'), is('floor', 'yes'))
const pregnant = is('pregnancy', 'pregnant', 'maybe', notSure)

/** The stop rules of every movement (evidence.md §5.0). From 6 out of 10, any rise is a stop. */
const stopMoving: readonly Line[] = [
  { when: atLeast('painNow', 6), line: 'Stop if the pain rises at all.' },
  { when: not(atLeast('painNow', 6)), line: 'Stop if the pain rises by 2 points, or reaches 6 out of 10.' },
  { when: not(atLeast('painNow', 6)), line: 'At 4 or 5 out of 10, make it smaller and slower, and do half.' },
  'Stop if pain or tingling goes further down a leg.',
  'Stop if you get dizzy, weak or numb, or feel sudden sharp pain on the bones of your back.',
]
const stopResting: readonly Line[] = ['Change position if the pain spreads into a leg or gets worse.']
const stopHeat: readonly Line[] = [
  'Stop when the timer ends.',
  'Stop at once if the skin stings, turns very red or blotchy, or feels numb.',
]

const positionFacts = {
  kind: 'ease',
  minutes: 10,
  stop: stopResting,
  often: 'When you need it. Stay down for 30 to 60 minutes at most.',
  why: 'Some positions take load off a sore back, so that it can soften.',
  evidence: 'No trials. It is safe and costs nothing.',
  timer: { kind: 'hold', seconds: 600 },
} as const satisfies Partial<StepCard>

const moveFacts = {
  kind: 'move',
  stop: stopMoving,
  evidence: 'In trials, movement did not end a new spasm sooner. It can help comfort and confidence.',
} as const satisfies Partial<StepCard>

/** For a movement chosen by direction (evidence.md §3, PT1). */
const directedFacts = {
  ...moveFacts,
  evidence: 'Weak evidence: picking a direction helped pain a little, for a short time.',
} as const satisfies Partial<StepCard>

const heatFacts = {
  kind: 'heat',
  minutes: 15,
  ...gradedBy('heat-eases', 'heat-acp'),
  stop: stopHeat,
  often: 'Up to 3 or 4 times a day.',
  why: 'Warmth eases pain for a while, so that moving is easier.',
  evidence: 'Moderate evidence: heat eases pain. The effect is short.',
  timer: { kind: 'heat', seconds: 900, skinCheckEverySeconds: 300 },
} as const satisfies Partial<StepCard>
const heatLines: readonly Line[] = [
  'Stay for 15 minutes, 20 at most.',
  'Look at the skin every 5 minutes. The timer will remind you.',
  { when: pregnant, line: 'Keep it warm, not hot, and away from your tummy.' },
  { when: term('NIGHT'), line: 'Stay awake and sit up a little. Take it off before you sleep.' },
  'Move a little while you are still warm.',
]

const walkFacts = {
  kind: 'walk',
  ...gradedBy('active-pain', 'active-function', 'active-sciatica'),
  stop: stopMoving,
  often: '4 to 8 times a day.',
  why: 'Gentle moving beats lying still. It keeps you from getting stiff.',
  evidence: 'Moderate evidence: staying active helps a bit more than bed rest. With leg pain they are about the same.',
} as const satisfies Partial<StepCard>

const massageFacts = {
  kind: 'massage',
  minutes: 3,
  ...gradedBy('self-massage-untested'),
  often: '1 or 2 times a day.',
  why: 'A slow press can feel good and help a tight muscle let go.',
  evidence: 'No good evidence for ball or roller. Massage may feel good for a short time.',
  stop: ['Stop if pain shoots or tingles, or goes over 4 out of 10.', 'Leave it out if you are worse after 24 hours.'],
  timer: { kind: 'hold', seconds: 45 },
} as const satisfies Partial<StepCard>

const relaxParts = ['feet', 'calves', 'thighs', 'hands', 'shoulders', 'face'] as const

/** What the movement room's card does not say about a step. */
type OfMovement = Omit<StepCard, 'how' | 'movement' | 'traits' | 'grade' | 'sources' | 'tag' | 'id'> &
  Partial<Pick<StepCard, 'grade' | 'sources' | 'tag' | 'traits'>>

/** Traits of ours that follow from the traits of a movement. */
const traitsFrom: Readonly<Partial<Record<Movement['traits'][number], Trait>>> = {
  onBack: 'flatOnBack',
  onFront: 'onFront',
  roundsDeep: 'bendsForward',
  slumps: 'bendsForward',
  leansForward: 'bendsForward',
  arches: 'arches',
}

/**
 * A step that is a movement: words, steps and calm dose from its card, and a line for each change that the block list asks
 * of some people.
 */
function ofMovement<const Id extends string>(
  id: Id,
  movementId: MovementId,
  own: OfMovement,
): StepCard & { readonly id: Id } {
  const movement = movements[movementId]
  const changes = changeRules
    .filter((rule) => selects(rule.changes, movement))
    .map((rule): Line => ({ when: inOurTerms(rule.when), line: rule.text }))
  const dose = movement.dose.calm?.text
  if (dose === undefined) throw new Error(`${movementId} is not used in the calm phase`)
  const traits = new Set<Trait>([
    ...(movement.kind === 'move' ? ['movement' as const] : []),
    ...(movement.card === 'M01' ? ['bendsForward' as const] : []),
    ...movement.traits.flatMap((trait) => traitsFrom[trait] ?? []),
    ...(own.traits ?? []),
  ])
  return {
    id,
    movement: movementId,
    grade: movement.grade,
    sources: movement.sources,
    tag: movement.tag,
    ...own,
    how: [...saidOnce([movement.start, ...movement.steps, movement.breathe, dose]), ...changes],
    traits: [...traits],
  }
}

/** Leaves out a line that an earlier one has said already. */
const saidOnce = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, index) => !lines.slice(0, index).some((earlier) => earlier.includes(line)))

/** Every step that a plan can hold. Their order comes from `slots.ts`. */
export const steps = [
  // Positions of ease (M17)
  ofMovement('front-pillow', movementNamed.easeOnFront, {
    ...positionFacts,
    title: 'Lie on your front with a pillow under your tummy',
    short: 'lying on your front',
    offeredWhen: ticked('eases', 'lyingFront'),
  }),
  ofMovement('lean-on-table', movementNamed.leanOnTable, {
    ...positionFacts,
    title: 'Sit and lean forward on a table',
    short: 'leaning forward on a table',
    offeredWhen: any(ticked('eases', 'sitting', 'curling'), not(bedOrFloor)),
  }),
  ofMovement('calves-on-chair', movementNamed.calvesOnChair, {
    ...positionFacts,
    title: 'Lie down with your calves on a chair',
    short: 'lying on your back with your calves on a chair',
    offeredWhen: all(has('chair'), not(ticked('eases', 'lyingSide'))),
  }),
  ofMovement('side-bed', movementNamed.sideLyingInBed, {
    ...positionFacts,
    traits: ['onSide'],
    title: 'Lie on your side with a pillow between your knees',
    short: 'lying on your side',
    offeredWhen: has('bed'),
  }),
  ofMovement('side-floor', movementNamed.sideLying, {
    ...positionFacts,
    traits: ['onSide'],
    title: 'Lie on your side with a pillow between your knees',
    short: 'lying on your side',
    offeredWhen: not(has('bed')),
  }),
  {
    ...positionFacts,
    id: 'easiest-position',
    title: 'Find the position that hurts least',
    short: 'your easiest position',
    how: [
      'Try to lie on your side, sit with your back propped up, or stand and hold on.',
      'Stay in the one that feels best.',
      'Change it when it starts to ache.',
    ],
    ...gradedBy('ease-positions'),
    traits: [],
  },
  // Breathing
  {
    id: 'slow-breathing',
    kind: 'breath',
    title: 'Breathe slowly into your tummy',
    short: 'counted breathing',
    minutes: 5,
    how: [
      'Put a hand on your tummy.',
      'Breathe in through your nose for about 4 seconds.',
      'Breathe out for about 6 seconds.',
      'Do not hold your breath.',
    ],
    often: '2 to 4 times a day, and before you move.',
    why: 'Slow breathing calms the body. When your body is calm, your back tenses up less.',
    evidence: 'Weak evidence. Many people find that it helps them to move.',
    ...gradedBy('breathing-calms'),
    stop: ['Stop if you get dizzy. Breathe as usual until it passes.'],
    timer: { kind: 'breath', seconds: 300, inhaleSeconds: 4, exhaleSeconds: 6 },
    traits: ['pacedBreath'],
  },
  {
    id: 'easy-breathing',
    kind: 'breath',
    title: 'Breathe at your own pace',
    short: 'breathing at your own pace',
    minutes: 5,
    how: [
      'Put a hand on your tummy.',
      'Let each breath out be slow and soft.',
      'Keep to a pace that feels easy.',
      'Do not hold your breath.',
    ],
    often: '2 to 4 times a day, and before you move.',
    why: 'Slow breathing calms the body. When your body is calm, your back tenses up less.',
    evidence: 'Weak evidence. Many people find that it helps them to move.',
    ...gradedBy('breathing-calms'),
    stop: ['Stop if you get dizzy or short of breath. Use your inhaler if you have one for this.'],
    timer: { kind: 'hold', seconds: 300 },
    traits: [],
  },
  // Heat and cold
  {
    ...heatFacts,
    id: 'heat-pack',
    title: 'Put a warm pack on your back',
    short: 'a heat pack',
    how: ['Warm it as its packet says. Warm, not hot.', 'Wrap it in a towel.', 'Put it where it hurts.', ...heatLines],
    traits: ['heat'],
    offeredWhen: has('heatPack'),
  },
  {
    ...heatFacts,
    id: 'hot-water-bottle',
    title: 'Put a covered hot-water bottle on your back',
    short: 'a hot-water bottle',
    how: [
      'Check that it is less than 2 years old.',
      'Fill it with hot tap water, not boiling water.',
      'Put its cover on.',
      ...heatLines,
    ],
    traits: ['heat'],
    offeredWhen: has('bottle'),
  },
  {
    ...heatFacts,
    id: 'warm-shower',
    title: 'Stand in a warm shower',
    short: 'a warm shower',
    how: ['Hold on to something firm as you step in.', 'Let warm water run on your back.', ...heatLines],
    traits: ['heat', 'shower'],
    offeredWhen: has('shower'),
  },
  {
    ...heatFacts,
    id: 'warm-bath',
    title: 'Lie in a warm bath',
    short: 'a warm bath',
    how: [
      'Get in only if you can get out again alone, or with someone near.',
      'Keep the water warm, not hot.',
      ...heatLines,
    ],
    traits: ['heat', 'getsInBath'],
    offeredWhen: has('bath'),
  },
  {
    id: 'cold-pack',
    kind: 'cold',
    title: 'Put a wrapped cold pack on your back',
    short: 'a cold pack',
    minutes: 10,
    how: [
      'Wrap ice or frozen peas in a damp towel. Never put ice on skin.',
      'Put it where it hurts.',
      'Stay for 10 minutes, 15 at most.',
      'Look at the skin every 5 minutes.',
      { when: term('NIGHT'), line: 'Stay awake. Take it off before you sleep.' },
    ],
    often: 'Up to 3 or 4 times a day.',
    why: 'Cold can dull the pain of a fresh knock. Use it if it feels nicer than warmth.',
    evidence: 'No good evidence either way. Use whichever feels better.',
    ...gradedBy('cold-unknown'),
    stop: ['Stop when the timer ends.', 'Stop at once if the skin goes numb, white or burns.'],
    timer: { kind: 'cold', seconds: 600, skinCheckEverySeconds: 300 },
    traits: ['cold'],
    // Chosen, or a fresh knock, or nothing warm at hand and no wish for warmth.
    offeredWhen: all(
      has('ice'),
      any(
        is('warmOrCold', 'cold'),
        ticked('skin', 'newBruise'),
        all(is('warmOrCold', 'either', notSure), not(has('heatPack', 'bottle', 'bath', 'shower'))),
      ),
    ),
  },
  {
    id: 'rest-and-breathe',
    kind: 'breath',
    title: 'Rest 5 minutes more and breathe softly',
    short: 'rest with soft breathing',
    minutes: 5,
    how: [
      'Stay in the position that is easiest.',
      'Let each breath out be slow and soft.',
      'Let your jaw, shoulders and tummy go loose.',
    ],
    often: '2 to 4 times a day.',
    why: 'This takes the place of heat or cold. It gives your back time to let go.',
    evidence: 'Weak evidence for slow breathing.',
    ...gradedBy('breathing-calms'),
    stop: ['Stop if you get dizzy.', ...stopResting],
    timer: { kind: 'hold', seconds: 300 },
    traits: [],
  },
  // Tiny movements. Floor versions are offered when there is no bed.
  ofMovement('tilt-bed', movementNamed.pelvicTiltInBed, {
    ...moveFacts,
    minutes: 2,
    title: 'Tilt your pelvis, lying in bed',
    short: 'pelvic tilts lying down',
    why: 'It moves the low back a little, in the gentlest way we know.',
    often: 'Up to 4 times a day.',
    timer: { kind: 'reps', reps: 8, secondsEach: 3, sides: 1 },
    offeredWhen: has('bed'),
  }),
  ofMovement('tilt-floor', movementNamed.pelvicTilt, {
    ...moveFacts,
    minutes: 2,
    title: 'Tilt your pelvis, lying down',
    short: 'pelvic tilts lying down',
    why: 'It moves the low back a little, in the gentlest way we know.',
    often: 'Up to 4 times a day.',
    timer: { kind: 'reps', reps: 8, secondsEach: 3, sides: 1 },
    offeredWhen: not(has('bed')),
  }),
  ofMovement('tilt-sitting', movementNamed.seatedPelvicRock, {
    ...moveFacts,
    minutes: 2,
    title: 'Rock your pelvis, sitting',
    short: 'pelvic tilts sitting',
    why: 'It moves the low back a little, with no need to lie down.',
    often: 'Up to 4 times a day.',
    timer: { kind: 'reps', reps: 8, secondsEach: 3, sides: 1 },
    offeredWhen: has('chair'),
  }),
  ofMovement('tilt-standing', movementNamed.standingPelvicTilt, {
    ...moveFacts,
    minutes: 2,
    title: 'Tilt your pelvis, standing at a wall',
    short: 'pelvic tilts at a wall',
    why: 'It moves the low back a little, with the wall to hold you.',
    often: 'Up to 4 times a day.',
    timer: { kind: 'reps', reps: 8, secondsEach: 3, sides: 1 },
  }),
  ofMovement('tilt-on-fours', movementNamed.pelvicTiltOnFours, {
    ...moveFacts,
    minutes: 2,
    title: 'Tilt your pelvis on hands and knees',
    short: 'pelvic tilts on hands and knees',
    why: 'On hands and knees the pelvis can move with no load on it.',
    often: 'Up to 4 times a day.',
    timer: { kind: 'reps', reps: 8, secondsEach: 3, sides: 1 },
    offeredWhen: all(term('PT6'), not(ticked('health', 'arm', 'knee', notSure))),
  }),
  ofMovement('cat-cow', movementNamed.catCow, {
    ...moveFacts,
    minutes: 2,
    title: 'Round and arch your back on hands and knees',
    short: 'rounding and arching on hands and knees',
    why: 'It moves the stiff part of your back gently.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 1 },
    offeredWhen: all(term('PT5'), not(ticked('health', 'arm', 'knee', notSure))),
  }),
  ofMovement('cat', movementNamed.catOnly, {
    ...moveFacts,
    minutes: 2,
    title: 'Round your back on hands and knees',
    short: 'rounding on hands and knees',
    why: 'It moves the stiff part of your back gently.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 1 },
    offeredWhen: all(term('PT5'), pregnant, not(ticked('health', 'arm', 'knee', notSure))),
  }),
  ofMovement('seated-cat', movementNamed.seatedCat, {
    ...moveFacts,
    minutes: 2,
    title: 'Round your back, sitting',
    short: 'rounding your back in a chair',
    why: 'It moves the stiff part of your back gently.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 1 },
    offeredWhen: all(term('PT5'), has('chair')),
  }),
  ofMovement('knee-to-chest-bed', movementNamed.kneeToChestInBed, {
    ...moveFacts,
    minutes: 2,
    title: 'Draw one knee to your chest, in bed',
    short: 'knee to chest',
    why: 'Curling or leaning forward eases your pain, so we start there.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 2 },
    offeredWhen: all(has('bed'), term('FORWARD')),
  }),
  ofMovement('knee-to-chest-floor', movementNamed.kneeToChest, {
    ...moveFacts,
    minutes: 2,
    title: 'Draw one knee to your chest',
    short: 'knee to chest',
    why: 'Curling or leaning forward eases your pain, so we start there.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 2 },
    offeredWhen: all(not(has('bed')), term('FORWARD')),
  }),
  ofMovement('seated-lean', movementNamed.seatedLean, {
    ...moveFacts,
    minutes: 2,
    title: 'Sit and slide your hands down your thighs',
    short: 'leaning forward in a chair',
    why: 'Curling or leaning forward eases your pain, so we start there.',
    often: '2 or 3 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 5, sides: 1 },
    offeredWhen: all(has('chair'), term('FORWARD')),
  }),
  ofMovement('front-lying', movementNamed.proneLying, {
    ...directedFacts,
    minutes: 2,
    title: 'Lie on your front for 2 minutes',
    short: 'lying on your front',
    why: 'Your pain may ease, or move out of the leg, in this direction.',
    often: '3 to 5 times a day.',
    timer: { kind: 'hold', seconds: 120 },
    offeredWhen: term('BACK'),
  }),
  ofMovement('back-bends', movementNamed.standingBackBend, {
    ...directedFacts,
    minutes: 2,
    title: 'Lean back a little, standing',
    short: 'standing back-bends',
    why: 'Your pain may ease, or move out of the leg, in this direction.',
    often: '2 to 4 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 4, sides: 1 },
    offeredWhen: all(term('BACK'), not(all(term('PT3'), not(is('direction', 'back', 'backOnly'))))),
  }),
  ofMovement('knee-rolls-bed', movementNamed.kneeRollsInBed, {
    ...moveFacts,
    minutes: 2,
    title: 'Roll your knees from side to side, in bed',
    short: 'knee rolls',
    why: 'It loosens the low back with almost no effort.',
    often: '2 to 4 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 4, sides: 2 },
    offeredWhen: has('bed'),
  }),
  ofMovement('knee-rolls-floor', movementNamed.kneeRolls, {
    ...moveFacts,
    minutes: 2,
    title: 'Roll your knees from side to side',
    short: 'knee rolls',
    why: 'It loosens the low back with almost no effort.',
    often: '2 to 4 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 4, sides: 2 },
    offeredWhen: not(has('bed')),
  }),
  ofMovement('open-book-bed', movementNamed.openBookInBed, {
    ...moveFacts,
    minutes: 2,
    title: 'Open your arm like a book, on your side',
    short: 'the open-book movement',
    why: 'It turns the back gently while you lie on your side.',
    often: '2 to 4 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 4, sides: 2 },
    offeredWhen: has('bed'),
  }),
  ofMovement('seated-twist', movementNamed.seatedTwist, {
    ...moveFacts,
    minutes: 2,
    title: 'Turn a little each way, sitting',
    short: 'small turns in a chair',
    why: 'It loosens the back gently, in a chair.',
    often: '2 to 4 times a day.',
    timer: { kind: 'reps', reps: 5, secondsEach: 4, sides: 2 },
    offeredWhen: has('chair'),
  }),
  ofMovement('tummy-brace-bed', movementNamed.abdominalBraceInBed, {
    ...moveFacts,
    minutes: 2,
    title: 'Tighten your tummy a little, in bed',
    short: 'gentle tummy tightening',
    why: 'It wakes up the muscles round your back with no bending.',
    often: '1 or 2 times a day.',
    timer: { kind: 'reps', reps: 10, secondsEach: 5, sides: 1 },
    offeredWhen: has('bed'),
  }),
  ofMovement('tummy-brace-sitting', movementNamed.seatedBrace, {
    ...moveFacts,
    minutes: 2,
    title: 'Tighten your tummy while you sit',
    short: 'gentle tummy tightening',
    why: 'It wakes up the muscles round your back with no bending.',
    often: '1 or 2 times a day.',
    timer: { kind: 'reps', reps: 10, secondsEach: 5, sides: 1 },
    offeredWhen: has('chair'),
  }),
  {
    ...walkFacts,
    id: 'own-plan',
    kind: 'active',
    title: 'Do what your surgeon or physio told you to do',
    short: 'the plan you were given',
    minutes: 2,
    how: ['Do the movements that they gave you, and no others.', 'If you have no plan, ring them and ask.'],
    why: 'They know what was done and how it heals.',
    evidence: 'No trials. This is the careful choice.',
    ...gradedBy('own-plan-untested'),
    often: 'As they told you.',
    traits: [],
    offeredWhen: ticked('health', 'surgery', 'hernia'),
  },
  {
    ...walkFacts,
    id: 'change-position',
    kind: 'ease',
    title: 'Change how you lie or sit',
    short: 'changing position',
    minutes: 1,
    how: [
      'Move slowly, and breathe out as you go.',
      'Use your arms to help.',
      'Settle in the next position that feels easy.',
    ],
    often: 'Every 20 to 30 minutes while you are awake.',
    stop: stopResting,
    traits: [],
  },
  // Walking (M15)
  ofMovement('walk', movementNamed.walking, {
    ...walkFacts,
    title: 'Stand up and walk for 2 minutes',
    short: 'walking',
    minutes: 2,
    timer: { kind: 'walk', seconds: 120 },
  }),
  ofMovement('walk-more', movementNamed.walking, {
    ...walkFacts,
    title: 'Walk 2 to 5 minutes, several times',
    short: 'short walks',
    minutes: 5,
    timer: { kind: 'walk', seconds: 120 },
  }),
  ofMovement('march-sitting', movementNamed.seatedMarch, {
    ...walkFacts,
    title: 'March on a chair for 2 minutes',
    short: 'marching on a chair',
    minutes: 2,
    timer: { kind: 'walk', seconds: 120 },
    offeredWhen: has('chair'),
  }),
  // The rest of the day
  {
    ...walkFacts,
    id: 'keep-active',
    kind: 'active',
    title: 'Keep gently active',
    short: 'keeping active',
    minutes: 5,
    how: [
      'Change position every 20 to 30 minutes while you are awake.',
      'Do normal small jobs at half effort.',
      'Lie down for short spells only: 30 to 60 minutes at most.',
      { when: term('PT7'), line: 'Spread your jobs out over the day.' },
    ],
    often: 'All day.',
    stop: ['Ease off if pain spreads into a leg, or stays worse the next morning.'],
    traits: [],
  },
  {
    ...walkFacts,
    id: 'repeat',
    kind: 'active',
    title: 'Repeat the first steps',
    short: 'repeating the first steps',
    minutes: 30,
    how: ['Go through the steps of the first hour again.', 'Leave out any that made it worse.'],
    often: 'Every 2 to 3 hours while you are awake.',
    why: 'Little and often works better than one big effort.',
    evidence: 'No trials of how often. This is usual practice.',
    ...gradedBy('often-untested'),
    traits: [],
  },
  {
    ...massageFacts,
    id: 'massage-ball',
    title: 'Press a soft ball between your back and a wall',
    short: 'massage with a ball',
    how: [
      'Stand with your back to a wall and the ball beside your spine. Never on the bones.',
      'Make slow circles, 30 to 60 seconds on a spot.',
      'Do 2 or 3 spots.',
      'Press to a pleasant ache: 4 out of 10 at most.',
    ],
    traits: ['massage', 'massageLowBack', 'standsToPress'],
    offeredWhen: has('ball'),
  },
  {
    ...massageFacts,
    id: 'massage-roller',
    title: 'Lean your upper back on a roller at a wall',
    short: 'massage with a roller',
    how: [
      'Put the roller between your upper back and a wall. Do not lie on it.',
      'Bend your knees to roll slowly up and down.',
      'Use it on your upper back or buttocks only.',
      'Press to a pleasant ache: 4 out of 10 at most.',
    ],
    traits: ['massage', 'standsToPress'],
    offeredWhen: has('roller'),
  },
  {
    ...massageFacts,
    id: 'massage-hand',
    title: 'Rub beside your spine with your hand',
    short: 'massage with your hand',
    how: [
      'Use your fingers or the back of your hand beside your spine. Never on the bones.',
      'Make slow circles, 30 to 60 seconds on a spot.',
      'Do 2 or 3 spots.',
      'Press to a pleasant ache: 4 out of 10 at most.',
    ],
    traits: ['massage', 'massageLowBack'],
  },
  {
    id: 'relax-muscles',
    kind: 'relax',
    title: 'Tense and let go, part by part',
    short: 'tensing and letting go',
    minutes: 10,
    how: [
      'Tense one part at about half effort for 5 seconds.',
      'Let it go for 15 to 20 seconds.',
      'Go from feet to calves, thighs, hands, shoulders and face. Skip your back.',
      'Keep breathing. Keep your eyes open if you like that better.',
      'Go round 4 times.',
    ],
    often: 'Once a day.',
    why: 'When the rest of your body relaxes, a tense back can relax too.',
    evidence: 'No good evidence in a new spasm. In long-lasting pain, small studies found it better than waiting.',
    ...gradedBy('relax-new-spasm', 'relax-long-term'),
    stop: ['Skip any part that hurts.', 'Stop if you feel faint or upset.'],
    timer: { kind: 'relax', seconds: 600, tenseSeconds: 5, restSeconds: 20, parts: relaxParts },
    traits: ['tensing'],
  },
  {
    id: 'relax-lightly',
    kind: 'relax',
    title: 'Let go, part by part',
    short: 'letting go part by part',
    minutes: 10,
    how: [
      'Think of one part at a time: feet, calves, thighs, hands, shoulders, face.',
      'Let each one grow heavy for 15 to 20 seconds. No strong tensing.',
      'Breathe all the time. Keep your eyes open if you like that better.',
      'Go round 5 times.',
    ],
    often: 'Once a day.',
    why: 'When the rest of your body relaxes, a tense back can relax too.',
    evidence: 'No good evidence in a new spasm. In long-lasting pain, small studies found it better than waiting.',
    ...gradedBy('relax-new-spasm', 'relax-long-term'),
    stop: ['Skip any part that hurts.', 'Stop if you feel faint or upset.'],
    timer: { kind: 'relax', seconds: 600, tenseSeconds: 0, restSeconds: 20, parts: relaxParts },
    traits: [],
  },
  {
    id: 'direction-test',
    kind: 'test',
    title: 'Try the 5-minute direction test',
    short: 'the direction test',
    minutes: 5,
    how: [
      'You do not have to do this.',
      'It compares leaning back with leaning forward.',
      'It shows which one to start with.',
    ],
    often: 'Once, then every 3 days if there was no difference.',
    why: 'Some backs feel easier in one direction.',
    evidence: 'Weak evidence: a little less pain for a short time than with a booklet.',
    ...gradedBy('direction-small', 'direction-function'),
    stop: stopMoving,
    traits: ['directionTest'],
    offeredWhen: all(has('chair', 'bed'), is('direction', 'notDone')),
  },
  {
    id: 'comfort-decides',
    kind: 'active',
    title: 'Let comfort choose the direction',
    short: 'letting comfort choose',
    minutes: 1,
    how: [
      'Notice what eases your back: standing tall, sitting, or lying.',
      'Do a little more of that.',
      'Do less of what sends pain further down a leg.',
    ],
    often: 'All day.',
    why: 'Either direction is fine. Comfort decides.',
    evidence: 'There is no good evidence that one way is best for everyone.',
    ...gradedBy('comfort-decides'),
    stop: stopResting,
    traits: [],
  },
  {
    id: 'medicine-safety',
    kind: 'medicine',
    title: 'Check which painkillers are safe for you',
    short: 'painkillers',
    minutes: 3,
    how: [
      'First open the medicine page and answer what it asks.',
      'First, take your temperature and write it down. A painkiller can hide a fever.',
      'Write down each dose, so that you never go over the limit.',
    ],
    often: 'Before the first dose, and when your health changes.',
    why: 'Ibuprofen helps some people a little. It is not safe for everyone. Paracetamol may not help much.',
    evidence: 'Ibuprofen helps a little: moderate evidence. Paracetamol alone: no better than a dummy pill.',
    ...gradedBy('ibuprofen-only-one', 'ibuprofen-eases', 'paracetamol-trial'),
    stop: [
      'Call 999 for black poo, vomiting blood, wheeze, or swelling of the face or tongue.',
      'Call 111 for a rash or much less pee.',
    ],
    traits: [],
  },
  {
    id: 'drink',
    kind: 'drink',
    title: 'Drink as you usually do',
    short: 'drinking',
    minutes: 1,
    how: [
      'Drink when you are thirsty. Pale straw-coloured pee is right.',
      'You do not need sports drinks.',
      'If you were given a drink limit for your heart or kidneys, keep to it.',
    ],
    often: 'Through the day.',
    why: 'Drinking keeps you well. It does not cure a spasm.',
    evidence: 'No good evidence that extra drinks help a back spasm.',
    ...gradedBy('drink-no-cure'),
    stop: ['Drink no more than your limit, if you have one.'],
    traits: [],
  },
  // Tonight
  {
    id: 'sleep-side',
    kind: 'sleep',
    title: 'Sleep on your side, pillow between your knees',
    short: 'sleeping on your side',
    minutes: 1,
    how: ['Lie on the side that hurts less.', 'Put a pillow between your knees.'],
    often: 'All night. Turn when you like.',
    why: 'A rested body copes better with pain.',
    evidence: 'No trials. Comfort decides.',
    ...gradedBy('sleep-any-way'),
    stop: stopResting,
    traits: ['onSide'],
    offeredWhen: any(pregnant, not(ticked('eases', 'lyingBack'))),
  },
  {
    id: 'sleep-back',
    kind: 'sleep',
    title: 'Sleep on your back, pillow under your knees',
    short: 'sleeping on your back',
    minutes: 1,
    how: ['Lie on your back.', 'Put a pillow under your knees.'],
    often: 'All night. Turn when you like.',
    why: 'A rested body copes better with pain.',
    evidence: 'No trials. Comfort decides.',
    ...gradedBy('sleep-any-way'),
    stop: stopResting,
    traits: ['flatOnBack'],
  },
  {
    id: 'sleep-any',
    kind: 'sleep',
    title: 'Sleep in any position that feels good',
    short: 'any position that feels good',
    minutes: 1,
    how: ['Use pillows to hold you where it hurts least.', 'Propped half upright is fine too.'],
    often: 'All night. Turn when you like.',
    why: 'A rested body copes better with pain.',
    evidence: 'No trials. Comfort decides.',
    ...gradedBy('sleep-any-way'),
    stop: stopResting,
    traits: [],
  },
  {
    id: 'log-roll',
    kind: 'sleep',
    title: 'Roll like a log to get up',
    short: 'rolling like a log',
    minutes: 1,
    how: [
      'Bend your knees and keep them together.',
      'Roll on to your side in one piece.',
      'Let your legs go over the edge as you push up with your arms.',
      'Sit for a moment before you stand.',
    ],
    often: 'Each time you get up.',
    why: 'It keeps your back from twisting when it is most sore.',
    evidence: 'No trials. Usual practice.',
    ...gradedBy('log-roll-untested'),
    forSafety: true,
    stop: ['Stop and rest if you get dizzy or the pain catches hard.'],
    traits: [],
  },
  {
    id: 'nothing-on-skin',
    kind: 'check',
    title: 'Take heat and cold off before you sleep',
    short: 'heat and cold off',
    minutes: 1,
    how: ['Put packs and bottles out of the bed.', 'Look at the skin once more.'],
    often: 'Every night.',
    why: 'Skin can burn while you sleep, and you may not feel it.',
    evidence: 'Known cause of burns.',
    grade: 'none',
    forSafety: true,
    sources: ['professional'],
    tag: 'K',
    stop: ['Call 111 if the skin is blistered or burned.'],
    traits: [],
  },
  // Tomorrow
  {
    id: 'check-again',
    kind: 'check',
    title: 'Check again before you start',
    short: 'the check',
    minutes: fullCheckMinutes,
    how: ['A clear check lasts 24 hours at most.', 'Go through the danger questions again.', 'Say if anything is new.'],
    often: 'Before the first movement of each day.',
    why: 'A danger sign can come later.',
    evidence: 'Serious causes are rare, but are often missed at first. So we ask again.',
    grade: 'none',
    forSafety: true,
    sources: ['henschke-2009', 'unclench-design'],
    tag: 'C',
    stop: ['Any danger sign: stop the plan and get the help that the check names.'],
    traits: [],
  },
] as const satisfies readonly StepCard[]

/** The id of one step. */
export type StepId = (typeof steps)[number]['id']

/** Step by id. */
export const stepById: ReadonlyMap<string, StepCard> = new Map(steps.map((step) => [step.id, step]))
