/**
 * The block list as data: evidence.md §5.0 (rules, global block list) and the Care lines of §5.1–5.2.
 * Data only: a finite table of movements against a serialisable condition.
 * Never: a function inside a rule, or a condition that more danger could make false.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { ClosedFact, ProfileCondition } from './profile.ts'
import type { CardId, MovementId, MovementKind, Place, Trait } from './types.ts'

/** Which movements a rule speaks of: those that match any line, less those that match `except`. */
export interface Selector {
  readonly everything?: true
  readonly cards?: readonly CardId[]
  readonly movements?: readonly MovementId[]
  readonly kinds?: readonly MovementKind[]
  readonly places?: readonly Place[]
  readonly traits?: readonly Trait[]
  readonly except?: Omit<Selector, 'except' | 'everything'>
}

/** If `when` holds, the selected movements are not done. */
export interface BlockRule {
  readonly id: string
  readonly blocks: Selector
  readonly when: ProfileCondition
  /** Ends the sentence "Not for you now:". */
  readonly because: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** If `when` holds, the selected movements are done this other way. */
export interface ChangeRule {
  readonly id: string
  readonly changes: Selector
  readonly when: ProfileCondition
  readonly text: string
  /** Draw and do only this part of the way, 0–1. The smallest of all that apply counts. */
  readonly range?: number
  readonly headStill?: true
  /** Only with this leg. */
  readonly onlySide?: 'left' | 'right'
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const yes = (fact: ClosedFact): ProfileCondition => ({ q: fact, is: ['yes', 'notSure'] })
const cannot = (fact: ClosedFact): ProfileCondition => ({ q: fact, is: ['no', 'notSure'] })
const pattern = (...patterns: readonly string[]): ProfileCondition => ({ q: 'pattern', is: patterns })
const any = (...parts: readonly ProfileCondition[]): ProfileCondition => ({ any: parts })
const painAtLeast = (atLeast: number): ProfileCondition => ({ q: 'painNow0to10', atLeast })

const pregnant: ProfileCondition = { q: 'pregnancyWeeks', atLeast: 0 }
const pregnant16: ProfileCondition = { q: 'pregnancyWeeks', atLeast: 16 }
/** Up to and including the sixth completed week. */
const justGivenBirth: ProfileCondition = { q: 'weeksAfterBirth', below: 7 }
/** Up to and including the eighth completed week: nobody has asked whether the check is done. */
const beforeBirthCheck: ProfileCondition = { q: 'weeksAfterBirth', below: 9 }
const thinBones = yes('osteoporosisOrSteroids')
const radicular = any(pattern('PT3'), { q: 'radicularSide', is: ['left', 'right', 'both', 'notSure'] })
/** Pain below the knee on both sides, or on a side that is not known. One known side is left out by `onlySide`. */
const radicularNotOneSide = any(
  { q: 'radicularSide', is: ['both', 'notSure'] },
  { all: [pattern('PT3'), { q: 'radicularSide', is: ['none'] }] },
)
const stenosis = any(pattern('PT4'), yes('stenosis'))
const pelvicGirdle = any(pattern('PT6'), yes('pelvicGirdle'))
const bendingHurts = pattern('PT1')
const archingHurts = pattern('PT2')

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const usual = { sources: ['professional'], tag: 'K' } as const
const bones = { sources: ['brooke-wavell-2022', 'sinaki-1984'], tag: 'V' } as const

/** What is left when only the quietest things are right: ease, breathing, pelvic tilts, short walks. */
const quiet = { kinds: ['ease', 'breathing'], cards: ['M08'], movements: ['M15', 'M15-march', 'M15-sitting'] } as const

/** The rules that rule a movement out (evidence.md, global block list and the cards of §5.1). */
export const blockRules: readonly BlockRule[] = [
  // Pain now
  {
    id: 'pain-8',
    blocks: { everything: true, except: quiet },
    when: painAtLeast(8),
    because: 'At 8 out of 10 or more, only these are right: rest positions, breathing, pelvic tilts and short walks.',
    ...ours,
  },
  {
    id: 'pain-6',
    blocks: { everything: true, except: { ...quiet, movements: [...quiet.movements, 'M09', 'M09-bed'] } },
    when: painAtLeast(6),
    because: 'At 6 or 7 out of 10, only the smallest movements are right.',
    ...ours,
  },

  // Thin bones
  {
    id: 'bones-deep-bend',
    blocks: { traits: ['roundsDeep'] },
    when: thinBones,
    because: 'With thin bones or long-term steroids, far or loaded bending can break a bone in the spine.',
    ...bones,
  },
  {
    id: 'bones-far-twist',
    blocks: { traits: ['twistsFar'] },
    when: thinBones,
    because: 'With thin bones or long-term steroids, twisting all the way is not right.',
    ...bones,
  },
  {
    id: 'bones-toe-reach',
    blocks: { movements: ['M07-sitting'] },
    when: thinBones,
    because: 'With thin bones, stretch the back of the thigh lying down only.',
    ...bones,
  },
  {
    id: 'bones-long-levers',
    blocks: { traits: ['longLevers'] },
    when: thinBones,
    because: 'With thin bones, stay with the shorter, easier levels.',
    ...ours,
  },

  // Pregnancy and birth
  {
    id: 'pregnant-16-back',
    blocks: { traits: ['onBack'] },
    when: pregnant16,
    because: 'From 16 weeks of pregnancy, lying flat on your back is not right.',
    ...usual,
  },
  {
    id: 'pregnant-front',
    blocks: { traits: ['onFront'] },
    when: pregnant,
    because: 'In pregnancy, lying on your front is not right.',
    ...usual,
  },
  {
    id: 'pregnant-cow',
    blocks: { cards: ['M05'], except: { movements: ['M05-cat', 'M05-sitting-cat', 'M05-standing-cat'] } },
    when: pregnant,
    because: 'In pregnancy, the back should not sag: only the cat half.',
    ...ours,
  },
  {
    id: 'pregnant-far-twist',
    blocks: { traits: ['twistsFar'] },
    when: pregnant,
    because: 'In pregnancy, deep twists are not right: only small, open ones.',
    ...ours,
  },
  {
    id: 'pregnant-plank',
    blocks: { movements: ['M11', 'M11-knees', 'M13'] },
    when: pregnant,
    because: 'When you are pregnant, stay with the easier planks.',
    ...ours,
  },
  {
    id: 'before-birth-check',
    blocks: { cards: ['M11', 'M13', 'M14'] },
    when: beforeBirthCheck,
    because: 'After a birth, planks and dead bugs wait for your check at 6 to 8 weeks.',
    ...ours,
  },
  {
    id: 'after-birth',
    blocks: {
      everything: true,
      except: {
        kinds: ['breathing'],
        cards: ['M08', 'M05', 'M17a', 'M17b', 'M17d'],
        movements: ['M15', 'M15-march', 'M15-sitting'],
      },
    },
    when: justGivenBirth,
    because:
      'In the first 6 weeks after birth, only these are right: walking, breathing, pelvic tilts and gentle moves on hands and knees.',
    ...ours,
  },

  // Patterns
  {
    id: 'bending-hurts',
    blocks: { cards: ['M01', 'M04'] },
    when: bendingHurts,
    because: 'Bending makes your pain worse, so this often does too.',
    ...ours,
  },
  {
    id: 'bending-hurts-cat',
    blocks: { cards: ['M05'], except: { movements: ['M05-cow', 'M05-sitting-cow', 'M05-standing-cow'] } },
    when: bendingHurts,
    because: 'Bending makes your pain worse: only the cow half.',
    ...ours,
  },
  {
    id: 'arching-hurts',
    blocks: { cards: ['M02', 'M03'], movements: ['M17c', 'M18'] },
    when: archingHurts,
    because: 'Arching makes your pain worse, so this often does too.',
    ...ours,
  },
  {
    id: 'arching-hurts-cow',
    blocks: { cards: ['M05'], except: { movements: ['M05-cat', 'M05-sitting-cat', 'M05-standing-cat'] } },
    when: archingHurts,
    because: 'Arching makes your pain worse: only the cat half.',
    ...ours,
  },
  {
    id: 'leg-pain-bend',
    blocks: { cards: ['M01', 'M04'] },
    when: radicular,
    because: 'With pain below the knee, this often makes it worse.',
    ...ours,
  },
  {
    id: 'leg-pain-slump',
    blocks: { traits: ['slumps'] },
    when: radicular,
    because: 'With pain below the knee, sitting slumped pulls on the nerve.',
    ...ours,
  },
  {
    id: 'leg-pain-far-twist',
    blocks: { traits: ['twistsFar'] },
    when: radicular,
    because: 'With pain below the knee, a full twist is not right.',
    ...ours,
  },
  {
    id: 'leg-pain-hamstring',
    blocks: { cards: ['M07'] },
    when: radicularNotOneSide,
    because: 'On the side of leg pain, this stretch pulls on the nerve.',
    ...ours,
  },
  {
    id: 'stenosis-arch',
    blocks: { traits: ['arches', 'restsOnFront'] },
    when: stenosis,
    because: 'Arching narrows the space for the nerves.',
    ...ours,
  },
  {
    id: 'slip-arch',
    blocks: { traits: ['arches'] },
    when: yes('spondylolisthesis'),
    because: 'With a slipped bone in the spine, arching is not right until someone has looked at it.',
    ...ours,
  },
  {
    id: 'pelvic-girdle-one-leg',
    blocks: { traits: ['oneLegStanding'] },
    when: pelvicGirdle,
    because: 'With pelvic girdle pain, standing on one leg is not right.',
    ...ours,
  },

  {
    id: 'pelvic-girdle-wide',
    blocks: { traits: ['wideLegs'] },
    when: pelvicGirdle,
    because: 'With pelvic girdle pain, wide legs are not right.',
    ...ours,
  },

  // Spine, operations
  {
    id: 'stiff-spine-twist',
    blocks: { cards: ['M06', 'M09', 'M21'] },
    when: yes('fusionFractureOrStiffSpine'),
    because: 'With a joined, once broken or stiffened spine, twisting is not right.',
    ...ours,
  },
  {
    id: 'surgery-or-hernia',
    blocks: { everything: true, except: { kinds: ['breathing'], cards: ['M17b'] } },
    when: yes('recentSurgeryOrHernia'),
    because: 'You may have had surgery or have a hernia. Do only what your surgeon or physio has told you to do.',
    ...ours,
  },

  // Joints, breath, balance
  {
    id: 'hip-replacement',
    blocks: { traits: ['hipPast90'], except: { movements: ['M01', 'M01-bed'] } },
    when: yes('hipReplacement'),
    because: 'With a hip replacement, do not bend the hip past a right angle.',
    ...ours,
  },
  {
    id: 'hip-or-knee-kneeling-back',
    blocks: { movements: ['M04', 'M04-half'] },
    when: any(yes('kneePain'), yes('hipReplacement')),
    because: 'With a knee or hip problem, use the table version.',
    ...ours,
  },
  {
    id: 'wrist-press-up',
    blocks: { cards: ['M03'] },
    when: yes('wristPain'),
    because: 'With sore wrists, prop on your elbows instead.',
    ...ours,
  },
  {
    id: 'shoulder-plank',
    blocks: { movements: ['M11', 'M11-knees', 'M13', 'M13-knees'] },
    when: yes('shoulderPain'),
    because: 'With a sore shoulder, use the standing version.',
    ...ours,
  },
  {
    id: 'pressure-bridge',
    blocks: { cards: ['M10'] },
    when: yes('pressureHeartOrEyes'),
    because: 'With high blood pressure, heart or eye trouble, the bridge is not right.',
    ...ours,
  },
  {
    id: 'breathing-trouble',
    blocks: { traits: ['onFront'] },
    when: yes('breathingTrouble'),
    because: 'With breathing trouble, lying on your front is not right.',
    ...ours,
  },
  {
    id: 'foot-drop',
    blocks: { cards: ['M15'], except: { movements: ['M15-sitting'] } },
    when: yes('footDrop'),
    because: 'With a foot that drops, walk only after somebody has seen you.',
    ...ours,
  },
  {
    id: 'unsteady-hands',
    blocks: { traits: ['noHandFree'] },
    when: yes('unsteady'),
    because: 'You need a hand free to hold something firm.',
    ...ours,
  },

  // What the person can get to
  {
    id: 'no-floor',
    blocks: { places: ['floor'] },
    when: cannot('floorTransfer'),
    because: 'It is done on the floor.',
    ...ours,
  },
  { id: 'no-bed', blocks: { places: ['bed'] }, when: cannot('hasBed'), because: 'It needs a bed.', ...ours },
  {
    id: 'no-chair',
    blocks: { places: ['chair'], traits: ['needsChair'] },
    when: cannot('hasChair'),
    because: 'It needs a chair.',
    ...ours,
  },
  {
    id: 'cannot-sit',
    blocks: { places: ['chair', 'bike'] },
    when: cannot('canSit'),
    because: 'Sitting is too sore for now.',
    ...ours,
  },
  {
    id: 'cannot-stand',
    blocks: { places: ['standing', 'pool', 'bike'], traits: ['standsUp'] },
    when: cannot('canStand'),
    because: 'Standing is too sore for now.',
    ...ours,
  },
]

const small = 0.5
const tiny = 0.3

/** The rules that let a movement be done in another way (evidence.md §5.1). */
export const changeRules: readonly ChangeRule[] = [
  {
    id: 'pain-6-small',
    changes: { cards: ['M09', 'M08'] },
    when: painAtLeast(6),
    text: 'Make it small. Stop if the pain goes up at all.',
    range: 0.6,
    ...ours,
  },
  {
    id: 'pain-6-walk',
    changes: { cards: ['M15'] },
    when: painAtLeast(6),
    text: 'Keep it short: 2 minutes at most. Stop if the pain goes up at all.',
    ...ours,
  },
  {
    id: 'pain-4',
    changes: { kinds: ['move', 'walk'] },
    when: painAtLeast(4),
    text: 'Go smaller and slower, and do half the number.',
    range: 0.6,
    ...ours,
  },

  {
    id: 'bones-lean',
    changes: { movements: ['M01-sitting', 'M04-sitting', 'M17d'] },
    when: thinBones,
    text: 'Lean half-way only.',
    range: small,
    ...bones,
  },
  {
    id: 'bones-knee',
    changes: { movements: ['M01', 'M01-bed'] },
    when: thinBones,
    text: 'One knee only, small range.',
    range: small,
    ...bones,
  },
  {
    id: 'bones-shallow',
    changes: { movements: ['M04-half'] },
    when: thinBones,
    text: 'Stay shallow: hips half-way back at most. Or skip it.',
    range: small,
    ...bones,
  },
  {
    id: 'bones-press-up',
    changes: { cards: ['M03'] },
    when: thinBones,
    text: 'Small range is fine, if it does not hurt.',
    range: small,
    ...bones,
  },
  {
    id: 'bones-short-levers',
    changes: { cards: ['M14'] },
    when: thinBones,
    text: 'Keep your knees bent. Do not lift your head.',
    ...bones,
  },
  {
    id: 'bones-roll',
    changes: { cards: ['M09'] },
    when: thinBones,
    text: 'Tiny range. Do not let the weight of your legs hang.',
    range: tiny,
    ...bones,
  },
  {
    id: 'bones-twist',
    changes: { cards: ['M06', 'M21'] },
    when: thinBones,
    text: 'Half-way only, no pulling.',
    range: small,
    ...bones,
  },

  {
    id: 'pregnant-twist',
    changes: { traits: ['twists'] },
    when: pregnant,
    text: 'Keep the twist open and small. Nothing deep.',
    range: small,
    ...ours,
  },
  {
    id: 'pregnant-arch',
    changes: { cards: ['M18'], movements: ['M02-wall'] },
    when: pregnant,
    text: 'Small range only.',
    range: small,
    ...ours,
  },
  {
    id: 'pregnant-breath',
    changes: { traits: ['holds'] },
    when: pregnant,
    text: 'Never hold your breath, and use little effort. Stop if your tummy domes.',
    ...ours,
  },
  {
    id: 'pregnant-dome',
    changes: { cards: ['M11', 'M13', 'M14'] },
    when: pregnant,
    text: 'Stop if your tummy domes.',
    ...ours,
  },
  {
    id: 'pregnant-wide',
    changes: { movements: ['M04', 'M04-half'] },
    when: pregnant,
    text: 'Knees wide, with room for your bump.',
    ...ours,
  },
  {
    id: 'pregnant-comfort',
    changes: { cards: ['M12'] },
    when: pregnant,
    text: 'Only while it feels good.',
    ...ours,
  },
  {
    id: 'after-birth-gentle',
    changes: { cards: ['M05'] },
    when: justGivenBirth,
    text: 'Keep it gentle and small.',
    range: small,
    ...ours,
  },

  {
    id: 'bending-hurts-twist',
    changes: { movements: ['M06', 'M06-small'] },
    when: bendingHurts,
    text: 'Go slow with this at first. Stay tall.',
    range: small,
    ...ours,
  },
  {
    id: 'arching-hurts-bridge',
    changes: { cards: ['M10'] },
    when: any(archingHurts, yes('spondylolisthesis')),
    text: 'Stop short of straight.',
    range: 0.7,
    ...ours,
  },
  {
    id: 'arching-hurts-leg',
    changes: { cards: ['M12'] },
    when: archingHurts,
    text: 'Keep the leg low.',
    range: 0.7,
    ...ours,
  },
  {
    id: 'leg-pain-left-hamstring',
    changes: { cards: ['M07'] },
    when: { q: 'radicularSide', is: ['left'] },
    text: 'Only your right leg. Not the sore side.',
    onlySide: 'right',
    ...ours,
  },
  {
    id: 'leg-pain-right-hamstring',
    changes: { cards: ['M07'] },
    when: { q: 'radicularSide', is: ['right'] },
    text: 'Only your left leg. Not the sore side.',
    onlySide: 'left',
    ...ours,
  },
  {
    id: 'leg-pain-twist',
    changes: { cards: ['M06', 'M21'] },
    when: radicular,
    text: 'Small range. No full twist.',
    range: small,
    ...ours,
  },
  {
    id: 'leg-pain-roll',
    changes: { cards: ['M09'] },
    when: radicular,
    text: 'Go away from the sore side first.',
    ...ours,
  },
  {
    id: 'leg-pain-rock',
    changes: { movements: ['M08-sitting'] },
    when: radicular,
    text: 'Rock only to upright. Do not slump.',
    range: small,
    ...ours,
  },
  {
    id: 'stenosis-walk',
    changes: { movements: ['M15', 'M15-march', 'M15-pool'] },
    when: stenosis,
    text: 'Walk in short bouts and sit between them. A static bike is fine too.',
    ...ours,
  },
  {
    id: 'stenosis-stand',
    changes: {
      cards: ['M16', 'M20'],
      movements: [
        'M05-standing-cat',
        'M06-standing',
        'M08-standing',
        'M11-wall',
        'M11-worktop',
        'M12-standing',
        'M13-wall',
      ],
      except: { movements: ['M16-sitting'] },
    },
    when: stenosis,
    text: 'Do not stand for long. Sit as soon as your legs ache.',
    ...ours,
  },
  { id: 'pelvic-girdle-walk', changes: { movements: ['M15'] }, when: pelvicGirdle, text: 'Take short steps.', ...ours },
  {
    id: 'stiff-spine-small',
    changes: { kinds: ['move'] },
    when: yes('fusionFractureOrStiffSpine'),
    text: 'Small range only.',
    range: small,
    ...ours,
  },
  {
    id: 'surgery-ask',
    changes: { kinds: ['ease', 'breathing'] },
    when: yes('recentSurgeryOrHernia'),
    text: 'What your surgeon or physio says comes first.',
    ...ours,
  },

  {
    id: 'pressure-holds',
    changes: { traits: ['holds'] },
    when: yes('pressureHeartOrEyes'),
    text: 'No long holds. Never hold your breath.',
    ...ours,
  },
  {
    id: 'pressure-head',
    changes: { traits: ['headLow'] },
    when: yes('pressureHeartOrEyes'),
    text: 'Keep your head up on a cushion, not lower than your heart.',
    ...ours,
  },
  {
    id: 'wrist',
    changes: { traits: ['onHands'] },
    when: yes('wristPain'),
    text: 'Use fists or forearms, or the sitting version.',
    ...ours,
  },
  {
    id: 'shoulder',
    changes: { traits: ['onHands', 'onFront'] },
    when: yes('shoulderPain'),
    text: 'Use your forearms or a cushion, or do it sitting.',
    ...ours,
  },
  {
    id: 'knee-cushion',
    changes: { traits: ['onKnees'] },
    when: yes('kneePain'),
    text: 'Put a cushion under your knees, or use the sitting version.',
    ...ours,
  },
  {
    id: 'knee-thigh',
    changes: { cards: ['M01'], except: { movements: ['M01-sitting'] } },
    when: yes('kneePain'),
    text: 'Hold the thigh, not the shin, and stop at a right angle.',
    range: small,
    ...ours,
  },
  {
    id: 'hip-right-angle',
    changes: { movements: ['M01', 'M01-bed'] },
    when: yes('hipReplacement'),
    text: 'Hold the thigh and stop at a right angle.',
    range: small,
    ...ours,
  },
  {
    id: 'hip-cross',
    changes: { cards: ['M05', 'M06', 'M08'] },
    when: yes('hipReplacement'),
    text: 'Do not cross your legs, and keep the hips no more than at a right angle. Sit on a high chair.',
    range: 0.35,
    ...ours,
  },
  {
    id: 'hip-high-seat',
    changes: { movements: ['M19-high'] },
    when: yes('hipReplacement'),
    text: 'Keep the seat high and lean only a little.',
    range: 0.9,
    ...ours,
  },
  {
    id: 'vertigo-head',
    changes: { traits: ['movesHead'] },
    when: yes('vertigo'),
    text: 'Keep your head still and go slowly.',
    headStill: true,
    ...ours,
  },
  {
    id: 'unsteady-support',
    changes: { places: ['standing'], traits: ['standsUp'] },
    when: yes('unsteady'),
    text: 'Hold something firm, or stand with a worktop behind you. Walk indoors.',
    ...ours,
  },
]
