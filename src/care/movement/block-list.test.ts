import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedMovements,
  blockedReasons,
  drawnFor,
  modifications,
  selects,
  sidesFor,
  substituteChain,
  substituteFor,
  withinLock,
} from './block-list.ts'
import { blockRules, changeRules } from './block-rules.ts'
import { loopSeconds, skeletonAt } from './motion.ts'
import { well } from './movement.fixtures.ts'
import { movements } from './movements.ts'
import type { MovementProfile, Reply } from './profile.ts'
import { holds } from '../check/condition-met.ts'
import { completedWeeks, nothingKnown } from './profile.ts'
import type { MovementId } from './types.ts'
import { movementIds } from './types.ts'

const dangers = [
  'osteoporosisOrSteroids',
  'stenosis',
  'spondylolisthesis',
  'pelvicGirdle',
  'fusionFractureOrStiffSpine',
  'recentSurgeryOrHernia',
  'pressureHeartOrEyes',
  'wristPain',
  'shoulderPain',
  'kneePain',
  'hipReplacement',
  'vertigo',
  'unsteady',
  'breathingTrouble',
  'footDrop',
] as const
const abilities = ['floorTransfer', 'canSit', 'canStand', 'hasChair', 'hasBed'] as const

const blocked = (id: MovementId, change: Partial<MovementProfile>) =>
  blockedReasons(id, { ...well, ...change }).length > 0
const allows = (id: MovementId, change: Partial<MovementProfile>) => !blocked(id, change)
const told = (id: MovementId, change: Partial<MovementProfile>, text: RegExp) =>
  modifications(id, { ...well, ...change }).some((one) => text.test(one.text))
const allowedFor = (change: Partial<MovementProfile>) => allowedMovements({ ...well, ...change }, 'open')

const reply = fc.constantFrom<Reply>('yes', 'no', 'notSure')
const anyone: fc.Arbitrary<MovementProfile> = fc.record({
  ...(Object.fromEntries([...dangers, ...abilities].map((fact) => [fact, reply])) as Record<
    (typeof dangers)[number] | (typeof abilities)[number],
    typeof reply
  >),
  floorTransfer: fc.constantFrom('yes', 'no', 'notSure', 'there'),
  painNow0to10: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('notSure' as const)),
  pregnancyWeeks: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 42 }), fc.constant('notSure' as const)),
  weeksAfterBirth: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 30 }), fc.constant('notSure' as const)),
  pattern: fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7'),
  radicularSide: fc.constantFrom('none', 'left', 'right', 'both', 'notSure'),
})

describe('for everybody', () => {
  test('nobody with a plain sore back is blocked from anything', () => expect(allowedFor({})).toEqual([...movementIds]))

  test('no blocked movement is ever returned, and a substitute is never blocked', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.constantFrom(...movementIds),
        fc.constantFrom('open' as const, 'gentle' as const),
        (profile, id, lock) => {
          for (const one of allowedMovements(profile, lock)) expect(blockedReasons(one, profile)).toEqual([])
          const instead = substituteFor(id, profile, lock)
          expect(blockedReasons(instead, profile)).toEqual([])
          expect(withinLock(instead, lock)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('no rule can ever block breathing, so every chain ends in something allowed', () => {
    for (const rule of blockRules) expect(selects(rule.blocks, movements.breathing), rule.id).toBe(false)
    for (const id of movementIds) expect(substituteChain(id)).toContain('breathing')
    expect(allowedMovements(nothingKnown, 'open')).toEqual(['breathing'])
    for (const id of movementIds) expect(substituteFor(id, nothingKnown)).toBe('breathing')
  })

  test('one more danger, a "not sure", a later week or more pain never un-blocks anything', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.constantFrom(...dangers),
        fc.constantFrom<Reply>('yes', 'notSure'),
        (profile, fact, worse) => {
          const [before, after] = [
            { ...profile, [fact]: 'no' },
            { ...profile, [fact]: worse },
          ]
          const stillAllowed = new Set(allowedMovements(before, 'open'))
          for (const id of allowedMovements(after, 'open')) expect(stillAllowed.has(id)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(
        anyone,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 42 }),
        fc.integer({ min: 0, max: 42 }),
        (profile, a, b, c, d) => {
          const less = { ...profile, painNow0to10: Math.min(a, b), pregnancyWeeks: Math.min(c, d) }
          const more = { ...profile, painNow0to10: Math.max(a, b), pregnancyWeeks: Math.max(c, d) }
          const stillAllowed = new Set(allowedMovements(less, 'open'))
          for (const id of allowedMovements(more, 'open')) expect(stillAllowed.has(id)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('"not sure" blocks and changes exactly as "yes" does, question by question', () => {
    for (const fact of dangers) {
      for (const id of movementIds) {
        expect(blockedReasons(id, { ...well, [fact]: 'notSure' })).toEqual(
          blockedReasons(id, { ...well, [fact]: 'yes' }),
        )
        expect(modifications(id, { ...well, [fact]: 'notSure' })).toEqual(modifications(id, { ...well, [fact]: 'yes' }))
      }
    }
    for (const fact of abilities) {
      for (const id of movementIds)
        expect(blockedReasons(id, { ...well, [fact]: 'notSure' })).toEqual(
          blockedReasons(id, { ...well, [fact]: 'no' }),
        )
    }
  })

  test('every danger changes or blocks at least one movement, and every rule speaks of at least one', () => {
    for (const fact of dangers) {
      const matters = movementIds.some(
        (id) => blocked(id, { [fact]: 'yes' }) || modifications(id, { ...well, [fact]: 'yes' }).length > 0,
      )
      expect(matters, fact).toBe(true)
    }
    for (const rule of blockRules)
      expect(
        movementIds.some((id) => selects(rule.blocks, movements[id])),
        rule.id,
      ).toBe(true)
    for (const rule of changeRules)
      expect(
        movementIds.some((id) => selects(rule.changes, movements[id])),
        rule.id,
      ).toBe(true)
  })

  test('the rules survive being written down and read back', () => {
    expect(JSON.parse(JSON.stringify(blockRules))).toEqual(blockRules)
    expect(JSON.parse(JSON.stringify(changeRules))).toEqual(changeRules)
    expect(new Set([...blockRules, ...changeRules].map(({ id }) => id)).size).toBe(
      blockRules.length + changeRules.length,
    )
  })

  test('a number that is not a number counts as not known', () => {
    expect(holds({ q: 'painNow0to10', atLeast: 8 }, { ...well, painNow0to10: Number.NaN })).toBe(true)
  })
})

describe('what the check allows', () => {
  test('locked: nothing', () => expect(allowedMovements(well, 'locked')).toEqual([]))
  test('gentle: breathing, positions of ease and usual walking only', () => {
    expect(allowedMovements(well, 'gentle')).toEqual(['M15', 'M17a', 'M17b', 'M17b-bed', 'M17c', 'M17d', 'breathing'])
    expect(allowedMovements({ ...well, pregnancyWeeks: 20 }, 'gentle')).toEqual([
      'M15',
      'M17b',
      'M17b-bed',
      'M17d',
      'breathing',
    ])
  })
  test('gentle: a pelvic tilt becomes something within it', () =>
    expect(substituteFor('M08', well, 'gentle')).toBe('M15'))
})

describe('pain now', () => {
  test('8 or more: positions of ease, breathing, pelvic tilts and short walks only; any rise is a stop', () => {
    const cards = new Set(allowedFor({ painNow0to10: 8 }).map((id) => movements[id].card))
    expect([...cards].sort()).toEqual(['M08', 'M15', 'M17a', 'M17b', 'M17c', 'M17d', 'breathing'])
    expect(blocked('M15-bike', { painNow0to10: 8 })).toBe(true)
    expect(told('M15', { painNow0to10: 8 }, /2 minutes.*at all/)).toBe(true)
    expect(told('M08', { painNow0to10: 8 }, /at all/)).toBe(true)
  })
  test('7: knee rolls too, small; 8: not', () => {
    expect(allows('M09', { painNow0to10: 7 })).toBe(true)
    expect(told('M09', { painNow0to10: 7 }, /small/)).toBe(true)
    expect(drawnFor('M09', { ...well, painNow0to10: 7 }).range).toBeLessThan(1)
    expect(blocked('M09', { painNow0to10: 8 })).toBe(true)
  })
  test('7: no wide knee rolls, though the small ones are left', () => {
    for (const id of ['M09-wide', 'M09-wide-bed'] as const) expect(blocked(id, { painNow0to10: 6 }), id).toBe(true)
    expect(allows('M09-wide', { painNow0to10: 5 })).toBe(true)
  })
  test('6: no cat-cow; 5: yes, smaller and half the number', () => {
    expect(blocked('M05', { painNow0to10: 6 })).toBe(true)
    expect(allows('M05', { painNow0to10: 5 })).toBe(true)
    expect(told('M05', { painNow0to10: 5 }, /half the number/)).toBe(true)
    expect(told('M05', { painNow0to10: 4 }, /half the number/)).toBe(true)
    expect(modifications('M05', { ...well, painNow0to10: 3 })).toEqual([])
  })
  test('not known: as 8', () =>
    expect(allowedFor({ painNow0to10: 'notSure' })).toEqual(allowedFor({ painNow0to10: 8 })))
})

describe('the global block list, row by row', () => {
  const bones = { osteoporosisOrSteroids: 'yes' } as const
  test('thin bones: no double knee-to-chest, no cat', () => {
    for (const id of [
      'M01-double',
      'M05',
      'M05-cat',
      'M05-sitting',
      'M05-sitting-cat',
      'M05-standing',
      'M05-standing-cat',
    ] as const)
      expect(blocked(id, bones), id).toBe(true)
    expect(allows('M05-cow', bones)).toBe(true)
  })
  test('thin bones: seated lean half-way only, even in patterns that like bending', () => {
    for (const pattern of ['PT2', 'PT4'] as const) {
      for (const id of ['M01-sitting', 'M17d'] as const) {
        expect(told(id, { ...bones, pattern }, /half-way/), id).toBe(true)
        expect(drawnFor(id, { ...well, ...bones, pattern }).range).toBeLessThanOrEqual(0.5)
      }
    }
  })
  test('thin bones: half-way twist without pulling', () =>
    expect(told('M06-small', bones, /Half-way.*no pulling/)).toBe(true))
  test('thin bones: no deep child’s pose, no twist to the end, hamstrings lying down only, no long levers', () => {
    for (const id of ['M04', 'M06', 'M09-wide', 'M09-wide-bed', 'M07-sitting', 'M11', 'M13', 'M14', 'M14-leg'] as const)
      expect(blocked(id, bones), id).toBe(true)
    for (const id of ['M07', 'M07-bed', 'M11-knees', 'M13-knees', 'M14-taps', 'M14-heel-slide'] as const)
      expect(allows(id, bones), id).toBe(true)
    expect(drawnFor('M04-half', { ...well, ...bones }).range).toBeLessThanOrEqual(0.5)
    expect(told('M04-sitting', bones, /half-way/)).toBe(true)
    expect(told('M14-taps', bones, /Do not lift your head/)).toBe(true)
  })
  test('thin bones: arching, hinge, bridge, bird dog and wall plank are left, as the consensus prefers', () => {
    for (const id of ['M03', 'M16', 'M16-loaded', 'M10', 'M12', 'M11-wall'] as const)
      expect(allows(id, bones), id).toBe(true)
    expect(told('M03', bones, /Small range is fine/)).toBe(true)
  })
  const onBack = [
    ...(['M01', 'M01-bed', 'M01-double', 'M08', 'M08-bed', 'M09', 'M09-bed', 'M17a', 'M22', 'M22-bed'] as const),
    ...(['M07', 'M07-bed', 'M10', 'M10-half', 'M10-near', 'M10-single', 'M10-march'] as const),
    ...(['M14', 'M14-heel-slide', 'M14-heel-slide-bed', 'M14-taps', 'M14-leg'] as const),
  ]
  test('at 16 weeks each of these becomes what its card names', () => {
    const profile = { ...well, pregnancyWeeks: 16 }
    expect(substituteFor('M07', profile)).toBe('M07-sitting')
    expect(substituteFor('M10', profile)).toBe('M19')
    expect(substituteFor('M14', profile)).toBe('M15-sitting')
  })
  test('pregnant, any week: no press-up on the front, no far twist; planks and side planks at the easier levels', () => {
    for (const weeks of [0, 15, 40, 'notSure'] as const) {
      const change = { pregnancyWeeks: weeks }
      for (const id of ['M03', 'M03-small', 'M06', 'M09-wide', 'M11', 'M11-knees', 'M13'] as const)
        expect(blocked(id, change), id).toBe(true)
      for (const id of ['M11-wall', 'M11-worktop', 'M13-wall', 'M13-knees', 'M12', 'M04', 'M16', 'M19'] as const)
        expect(allows(id, change), id).toBe(true)
      for (const id of ['M11-wall', 'M13-wall', 'M14-taps'] as const) expect(told(id, change, /domes/), id).toBe(true)
      expect(told('M04', change, /Knees wide/)).toBe(true)
      expect(told('M12', change, /feels good/)).toBe(true)
    }
  })
  test('pregnant 15 weeks 6 days may lie on the back; 16 weeks 0 days may not', () => {
    for (const id of onBack) {
      expect(allows(id, { pregnancyWeeks: completedWeeks(15, 6) }), id).toBe(true)
      expect(blocked(id, { pregnancyWeeks: completedWeeks(16, 0) }), id).toBe(true)
      expect(blocked(id, { pregnancyWeeks: 'notSure' }), id).toBe(true)
    }
    expect([completedWeeks(15, 6), completedWeeks(16, 0), completedWeeks(0, 112)]).toEqual([15, 16, 16])
  })
  test('whatever the card, no movement with the trunk flat on the back is left at 16 weeks', () => {
    for (const id of allowedFor({ pregnancyWeeks: 16 })) {
      const pose = Object.values(movements[id].motion.poses)[0]
      expect(movements[id].motion.gravity === 'v' && pose !== undefined && Math.abs(pose.heading - 180) < 30, id).toBe(
        false,
      )
    }
  })
  test('pregnant, any week: not on the front, no deep twist, no breath hold', () => {
    for (const weeks of [0, 12, 30]) {
      for (const id of ['M02', 'M02-prone', 'M17c'] as const)
        expect(blocked(id, { pregnancyWeeks: weeks }), id).toBe(true)
      expect(told('M06-small', { pregnancyWeeks: weeks }, /small/)).toBe(true)
      expect(told('M22-sitting', { pregnancyWeeks: weeks }, /Never hold your breath/)).toBe(true)
    }
  })
  test('0 to 6 weeks after birth: walking, breathing, pelvic tilt, gentle hands-and-knees', () => {
    const cards = new Set(allowedFor({ weeksAfterBirth: 6 }).map((id) => movements[id].card))
    expect([...cards].sort()).toEqual(['M05', 'M08', 'M15', 'M17a', 'M17b', 'M17d', 'breathing'])
    expect(told('M05', { weeksAfterBirth: 2 }, /gentle/)).toBe(true)
    expect(blocked('M22-sitting', { weeksAfterBirth: 6 })).toBe(true)
    expect(allows('M22-sitting', { weeksAfterBirth: 7 })).toBe(true)
    expect(blocked('M22-sitting', { weeksAfterBirth: 'notSure' })).toBe(true)
  })
  test('after a birth: no plank, side plank or dead bug up to and including 8 completed weeks', () => {
    const waits = movementIds.filter((id) => ['M11', 'M13', 'M14'].includes(movements[id].card))
    expect(waits.length).toBe(12)
    for (const id of waits) {
      for (const weeksAfterBirth of [0, 6, 7, 8, 'notSure'] as const)
        expect(blocked(id, { weeksAfterBirth }), id).toBe(true)
      expect(allows(id, { weeksAfterBirth: 9 }), id).toBe(true)
    }
    expect(allows('M10', { weeksAfterBirth: 7 })).toBe(true)
  })
  test('pain below the knee: no child’s pose and no twist to the end', () => {
    for (const change of [{ pattern: 'PT3' }, { radicularSide: 'right' }, { radicularSide: 'notSure' }] as const) {
      for (const id of ['M04', 'M04-half', 'M04-sitting', 'M06', 'M09-wide', 'M09-wide-bed'] as const)
        expect(blocked(id, change), id).toBe(true)
      expect(allows('M03', change)).toBe(true)
    }
  })
  test('hamstrings: only the side without leg pain; neither when both hurt or the side is not known', () => {
    for (const id of ['M07', 'M07-bed', 'M07-sitting'] as const) {
      expect(sidesFor(id, { ...well, radicularSide: 'left' })).toEqual(['right'])
      expect(sidesFor(id, { ...well, radicularSide: 'right' })).toEqual(['left'])
      expect(sidesFor(id, well)).toEqual(['left', 'right'])
      expect(told(id, { radicularSide: 'left' }, /Only your right leg/)).toBe(true)
      expect(allows(id, { pattern: 'PT3', radicularSide: 'left' })).toBe(true)
      for (const change of [
        { radicularSide: 'both' },
        { radicularSide: 'notSure' },
        { pattern: 'PT3', radicularSide: 'none' },
      ] as const)
        expect(blocked(id, change), id).toBe(true)
    }
  })
  test('pain below the knee: no seated slump, no full twist', () => {
    for (const change of [{ pattern: 'PT3' }, { radicularSide: 'left' }, { radicularSide: 'notSure' }] as const) {
      for (const id of ['M01-sitting', 'M05-sitting', 'M05-sitting-cat', 'M17d'] as const)
        expect(blocked(id, change), id).toBe(true)
      expect(told('M06-small', change, /No full twist/)).toBe(true)
      expect(told('M08-sitting', change, /Do not slump/)).toBe(true)
    }
  })
  test('stenosis: no lying on the front, no back-bend, no cow; no long standing', () => {
    for (const change of [{ pattern: 'PT4' }, { stenosis: 'yes' }] as const) {
      for (const id of [
        'M02',
        'M02-prone',
        'M02-wall',
        'M17c',
        'M18',
        'M05',
        'M05-cow',
        'M05-sitting-cow',
        'M05-standing-cow',
      ] as const)
        expect(blocked(id, change), id).toBe(true)
      expect(allows('M05-cat', change)).toBe(true)
      expect(told('M08-standing', change, /Do not stand for long/)).toBe(true)
    }
  })
  test('slipped vertebra: no elbows, no back-bend, no cow; lying flat on the front is left', () => {
    for (const id of ['M02', 'M02-wall', 'M18', 'M05', 'M05-cow'] as const)
      expect(blocked(id, { spondylolisthesis: 'yes' }), id).toBe(true)
    expect(allows('M02-prone', { spondylolisthesis: 'yes' })).toBe(true)
  })
  test('pelvic girdle: no one-leg standing; hands and knees and pelvic tilt are left', () => {
    for (const change of [{ pattern: 'PT6' }, { pelvicGirdle: 'yes' }] as const) {
      expect(blocked('M15-march', change)).toBe(true)
      expect(allows('M08-four-point', change)).toBe(true)
      expect(told('M15', change, /short steps/)).toBe(true)
    }
  })
  test('joined, broken or stiff spine: no twist and no knee rolls; everything else small', () => {
    const change = { fusionFractureOrStiffSpine: 'yes' } as const
    for (const id of ['M06-small', 'M06-standing', 'M09', 'M09-bed', 'M21', 'M21-bed'] as const)
      expect(blocked(id, change), id).toBe(true)
    for (const id of allowedFor(change))
      if (movements[id].kind === 'move') expect(drawnFor(id, { ...well, ...change }).range, id).toBeLessThanOrEqual(0.5)
  })
  test('operation in the last 12 weeks or hernia: breathing and lying on the side only', () => {
    expect(allowedFor({ recentSurgeryOrHernia: 'yes' })).toEqual(['M17b', 'M17b-bed', 'breathing'])
    expect(told('breathing', { recentSurgeryOrHernia: 'yes' }, /surgeon/)).toBe(true)
  })
  test('high pressure, heart or eyes: never hold the breath', () => {
    for (const id of ['M01', 'M02', 'M22'] as const)
      expect(told(id, { pressureHeartOrEyes: 'yes' }, /Never hold your breath/), id).toBe(true)
  })
  test('sore wrist, shoulder or knee: another support', () => {
    for (const id of ['M05', 'M05-standing', 'M08-four-point'] as const) {
      expect(told(id, { wristPain: 'yes' }, /fists or forearms/), id).toBe(true)
      expect(told(id, { shoulderPain: 'yes' }, /forearms/), id).toBe(true)
    }
    expect(told('M05', { kneePain: 'yes' }, /cushion under your knees/)).toBe(true)
  })
  test('hip replacement: no hip is drawn past a right angle (6 degrees of drawing tolerance, for sitting upright)', () => {
    const change = { ...well, hipReplacement: 'yes' } as const
    for (const id of allowedMovements(change, 'open')) {
      const { motion } = movements[id]
      if (motion.camera !== 'side') continue
      for (let part = 0; part < 1; part += 0.02) {
        const { hip } = skeletonAt(motion, loopSeconds(motion) * part, drawnFor(id, change)).angles
        expect(Math.max(hip.near, hip.far), id).toBeLessThanOrEqual(96)
      }
    }
  })
  test('giddy: the head keeps still', () => {
    expect(told('M05', { vertigo: 'yes' }, /head still/)).toBe(true)
    expect(drawnFor('M05', { ...well, vertigo: 'yes' }).headStill).toBe(true)
    expect(drawnFor('M05', well)).toEqual({ range: 1, headStill: false })
  })
  test('falls, dizzy or over 75: standing only with something firm', () => {
    expect(blocked('M06-standing', { unsteady: 'yes' })).toBe(true)
    for (const id of ['M15', 'M15-march', 'M18', 'M08-standing'] as const)
      expect(told(id, { unsteady: 'yes' }, /firm/), id).toBe(true)
  })
})

describe('the Care lines of the cards', () => {
  test('M01: not when bending or leg pain is worse with it', () => {
    for (const pattern of ['PT1', 'PT3'] as const)
      for (const id of ['M01', 'M01-bed', 'M01-double', 'M01-sitting'] as const)
        expect(blocked(id, { pattern }), id).toBe(true)
  })
  test('M01: thin bones, one knee and small; hip or knee trouble, hold the thigh and stop at a right angle', () => {
    expect(told('M01', { osteoporosisOrSteroids: 'yes' }, /One knee only, small/)).toBe(true)
    for (const fact of ['hipReplacement', 'kneePain'] as const)
      expect(told('M01', { [fact]: 'yes' }, /right angle/)).toBe(true)
  })
  test('M02: not PT4, not PT2, not after a tummy operation, not with breathing trouble', () => {
    for (const change of [
      { pattern: 'PT4' },
      { pattern: 'PT2' },
      { recentSurgeryOrHernia: 'yes' },
      { breathingTrouble: 'yes' },
    ] as const) {
      expect(blocked('M02', change)).toBe(true)
      expect(blocked('M02-prone', change)).toBe(true)
    }
  })
  test('M05: thin bones cow half, pregnant cat half, PT2 cat half, PT1 cow half', () => {
    expect(substituteFor('M05', { ...well, osteoporosisOrSteroids: 'yes' })).toBe('M05-cow')
    expect(substituteFor('M05', { ...well, pregnancyWeeks: 10 })).toBe('M05-cat')
    expect(substituteFor('M05', { ...well, pattern: 'PT2' })).toBe('M05-cat')
    expect(substituteFor('M05', { ...well, pattern: 'PT1' })).toBe('M05-cow')
    expect(substituteFor('M05', { ...well, osteoporosisOrSteroids: 'yes', pregnancyWeeks: 10 })).toBe('M08-sitting')
  })
  test('M06: half-way with thin bones, small with leg pain or in pregnancy, do not cross legs with a new hip, blocked after fusion', () => {
    expect(told('M06-small', { hipReplacement: 'yes' }, /Do not cross your legs/)).toBe(true)
    expect(told('M06-small', { pattern: 'PT3' }, /Small/)).toBe(true)
    expect(told('M06-small', { pattern: 'PT1' }, /slow/)).toBe(true)
    expect(blocked('M06-small', { fusionFractureOrStiffSpine: 'yes' })).toBe(true)
  })
  test('M08: from 16 weeks sitting, standing or on hands and knees', () => {
    expect(substituteFor('M08', { ...well, pregnancyWeeks: 16 })).toBe('M08-sitting')
    expect(allows('M08-four-point', { pregnancyWeeks: 30 })).toBe(true)
    expect(allows('M08-standing', { pregnancyWeeks: 30 })).toBe(true)
  })
  test('M09: tiny with thin bones, away from the sore side, open-book from 16 weeks, blocked after fusion', () => {
    expect(told('M09', { osteoporosisOrSteroids: 'yes' }, /Tiny range/)).toBe(true)
    expect(drawnFor('M09', { ...well, osteoporosisOrSteroids: 'yes' }).range).toBeLessThanOrEqual(0.3)
    expect(told('M09', { pattern: 'PT3' }, /away from the sore side/)).toBe(true)
    expect(substituteFor('M09', { ...well, pregnancyWeeks: 16 })).toBe('M21')
    expect(substituteFor('M09', { ...well, pregnancyWeeks: 15 })).toBe('M09')
  })
  test('M15: sits between bouts with PT4, not with a foot that drops, indoors with support if unsteady', () => {
    expect(told('M15', { pattern: 'PT4' }, /sit between/)).toBe(true)
    for (const id of ['M15', 'M15-march', 'M15-pool', 'M15-bike'] as const)
      expect(blocked(id, { footDrop: 'yes' }), id).toBe(true)
    expect(substituteFor('M15', { ...well, footDrop: 'yes' })).toBe('M15-sitting')
    expect(told('M15', { unsteady: 'yes' }, /indoors/)).toBe(true)
  })
  test('M03: stop for PT4, PT2, slipped bone, pregnancy, tummy operation; sore wrists use the elbows', () => {
    for (const id of ['M03', 'M03-small'] as const) {
      for (const change of [
        { pattern: 'PT4' },
        { stenosis: 'yes' },
        { pattern: 'PT2' },
        { spondylolisthesis: 'yes' },
        { pregnancyWeeks: 3 },
        { recentSurgeryOrHernia: 'yes' },
        { breathingTrouble: 'yes' },
      ] as const)
        expect(blocked(id, change), `${id} ${JSON.stringify(change)}`).toBe(true)
      expect(substituteFor(id, { ...well, wristPain: 'yes' })).toBe('M02')
    }
  })
  test('M04: PT1 and PT3 skip it; knee or hip trouble use the table, a new hip neither; head up with high pressure', () => {
    for (const pattern of ['PT1', 'PT3'] as const)
      for (const id of ['M04', 'M04-half', 'M04-sitting'] as const) expect(blocked(id, { pattern }), id).toBe(true)
    expect(substituteFor('M04', { ...well, kneePain: 'yes' })).toBe('M04-sitting')
    for (const id of ['M04', 'M04-half', 'M04-sitting'] as const)
      expect(blocked(id, { hipReplacement: 'yes' }), id).toBe(true)
    expect(told('M04', { pressureHeartOrEyes: 'yes' }, /head up on a cushion/)).toBe(true)
    expect(told('M04-half', { pressureHeartOrEyes: 'yes' }, /head up on a cushion/)).toBe(true)
    expect(substituteFor('M04', { ...well, osteoporosisOrSteroids: 'yes' })).toBe('M04-half')
    expect(substituteFor('M04', { ...well, pelvicGirdle: 'yes' })).toBe('M04-sitting')
  })
  test('M06: the full twist becomes the small one where only that is right', () => {
    for (const change of [{ osteoporosisOrSteroids: 'yes' }, { pattern: 'PT3' }, { pregnancyWeeks: 8 }] as const)
      expect(substituteFor('M06', { ...well, ...change })).toBe('M06-small')
    expect(blocked('M06', { fusionFractureOrStiffSpine: 'yes' })).toBe(true)
    expect(told('M06', { hipReplacement: 'yes' }, /Do not cross your legs/)).toBe(true)
  })
  test('M10: not with high pressure; short of straight with PT2 or a slipped bone', () => {
    for (const id of ['M10', 'M10-half', 'M10-near', 'M10-single', 'M10-march'] as const) {
      expect(blocked(id, { pressureHeartOrEyes: 'yes' }), id).toBe(true)
      for (const change of [{ pattern: 'PT2' }, { spondylolisthesis: 'yes' }] as const) {
        expect(told(id, change, /short of straight/), id).toBe(true)
        expect(drawnFor(id, { ...well, ...change }).range).toBeLessThan(1)
      }
    }
    expect(substituteFor('M10', { ...well, pressureHeartOrEyes: 'yes' })).toBe('M19')
  })
  test('M11 and M13: with a sore shoulder only the standing ones; breathe with high pressure', () => {
    for (const id of ['M11', 'M11-knees', 'M13', 'M13-knees'] as const)
      expect(blocked(id, { shoulderPain: 'yes' }), id).toBe(true)
    expect(substituteFor('M11', { ...well, shoulderPain: 'yes' })).toBe('M11-worktop')
    expect(substituteFor('M13', { ...well, shoulderPain: 'yes' })).toBe('M13-wall')
    for (const id of ['M11', 'M11-wall', 'M13-knees'] as const)
      expect(told(id, { pressureHeartOrEyes: 'yes' }, /Never hold your breath/), id).toBe(true)
    expect(told('M11-wall', { wristPain: 'yes' }, /fists or forearms/)).toBe(true)
  })
  test('M12: leg low with PT2, pad or forearms, sitting with pelvic girdle pain', () => {
    expect(told('M12', { pattern: 'PT2' }, /leg low/)).toBe(true)
    expect(told('M12', { kneePain: 'yes' }, /cushion/)).toBe(true)
    expect(blocked('M12-standing', { pelvicGirdle: 'yes' })).toBe(true)
    expect(allows('M12', { pelvicGirdle: 'yes' })).toBe(true)
    expect(substituteFor('M12', { ...well, pelvicGirdle: 'yes', floorTransfer: 'no' })).toBe('M12-sitting')
  })
  test('M16: hold support when unsteady; M19: only if standing is possible; M20: not with pelvic girdle pain', () => {
    expect(substituteFor('M16', { ...well, unsteady: 'yes' })).toBe('M16-held')
    expect(substituteFor('M16-loaded', { ...well, unsteady: 'yes' })).toBe('M16-held')
    expect(told('M16-held', { unsteady: 'yes' }, /firm/)).toBe(true)
    for (const id of ['M19', 'M19-high'] as const) {
      expect(blocked(id, { canStand: 'no' }), id).toBe(true)
      expect(told(id, { unsteady: 'yes' }, /firm/), id).toBe(true)
    }
    expect(substituteFor('M19', { ...well, hipReplacement: 'yes' })).toBe('M19-high')
    expect(told('M19-high', { hipReplacement: 'yes' }, /seat high/)).toBe(true)
    for (const id of ['M20-back', 'M20-side'] as const) expect(blocked(id, { pelvicGirdle: 'yes' }), id).toBe(true)
    expect(told('M20-back', { pattern: 'PT4' }, /Do not stand for long/)).toBe(true)
  })
  test('M18: as the press-up: not PT4, PT2, slipped vertebra or tummy operation; small in pregnancy', () => {
    for (const change of [
      { pattern: 'PT4' },
      { pattern: 'PT2' },
      { spondylolisthesis: 'yes' },
      { recentSurgeryOrHernia: 'yes' },
    ] as const)
      expect(blocked('M18', change)).toBe(true)
    expect(told('M18', { pregnancyWeeks: 20 }, /Small/)).toBe(true)
  })
  test('M17a: not flat on the back from 16 weeks; M17c: not in pregnancy', () => {
    expect(substituteFor('M17a', { ...well, pregnancyWeeks: 16 })).toBe('M17b')
    expect(substituteFor('M17c', { ...well, pregnancyWeeks: 1 })).toBe('M17b')
  })
})

describe('where the person is', () => {
  test('cannot get to the floor, or not sure: bed and chair instead', () => {
    for (const floorTransfer of ['no', 'notSure'] as const) {
      const profile = { ...well, floorTransfer }
      expect(allowedMovements(profile, 'open').some((id) => movements[id].place === 'floor')).toBe(false)
      expect(['M01', 'M08', 'M09', 'M17a', 'M22'].map((id) => substituteFor(id as MovementId, profile))).toEqual([
        'M01-bed',
        'M08-bed',
        'M09-bed',
        'M17b-bed',
        'M22-bed',
      ])
    }
  })
  test('on the floor and stuck there: floor movements, nothing on a chair or standing', () => {
    const stuck = {
      ...well,
      floorTransfer: 'there',
      canSit: 'no',
      canStand: 'no',
      hasBed: 'no',
      hasChair: 'no',
    } as const
    expect(new Set(allowedMovements(stuck, 'open').map((id) => movements[id].place))).toEqual(
      new Set(['floor', 'anywhere']),
    )
    expect(substituteFor('M15', stuck)).toBe('breathing')
  })
  test('no chair: no calves on a chair, and march standing', () => {
    expect(blocked('M17a', { hasChair: 'no' })).toBe(true)
    expect(blocked('M15-sitting', { hasChair: 'no' })).toBe(true)
  })
  test('every floor card names a version for people who cannot get down, and every card its stand-ins', () => {
    for (const id of movementIds) {
      if (id === 'breathing') continue
      expect(movements[id].instead.length, id).toBeGreaterThan(0)
      expect(movements[id].instead).not.toContain(id)
      if (movements[id].place === 'floor')
        expect(
          movements[id].instead.some((other) => movements[other].place !== 'floor'),
          id,
        ).toBe(true)
    }
  })
})

describe('the cards', () => {
  const words = (id: MovementId) => {
    const { title, description, start, steps, breathe, mistakes, care, why, stopWhen, easier, harder, motion, dose } =
      movements[id]
    return [
      title,
      description,
      start,
      ...steps,
      breathe,
      ...mistakes,
      ...care,
      why,
      ...stopWhen,
      easier,
      harder,
      ...motion.stills.map(({ caption }) => caption),
      ...Object.values(dose).flatMap((one) => (one ? [one.text] : [])),
    ]
  }
  test('are complete, and never say "just", "simply", "exercise" or "don’t worry"', () => {
    for (const id of movementIds) {
      for (const text of words(id)) {
        expect(text.length, id).toBeGreaterThan(3)
        expect(text).not.toMatch(/\b(just|simply|exercises?|don.t worry|cure)\b/i)
      }
      expect(movements[id].steps.length, id).toBeGreaterThan(0)
      expect(movements[id].mistakes.length, id).toBeGreaterThan(0)
      expect(movements[id].sources.length, id).toBeGreaterThan(0)
      expect(movements[id].id).toBe(id)
    }
  })
  test('have a calm dose within the limits of the calm phase, unless the card gives none', () => {
    const calm = (id: MovementId) => movements[id].dose.calm
    // M11, M12 and M13 have none, M07 is not used, and only the first level of M03, M04, M10 and M14 is.
    for (const id of movementIds) {
      if (['M07', 'M11', 'M12', 'M13', 'M20'].includes(movements[id].card)) expect(calm(id), id).toBeNull()
      if (['M01', 'M02', 'M05', 'M08', 'M15', 'M18', 'M19', 'M21', 'M22'].includes(movements[id].card))
        expect(calm(id) !== null, id).toBe(id !== 'M01-double')
    }
    const inCalm = (card: string) => movementIds.filter((id) => movements[id].card === card && calm(id) !== null)
    expect(inCalm('M03')).toEqual(['M03-small'])
    expect(inCalm('M04')).toEqual(['M04-half', 'M04-sitting'])
    expect(inCalm('M06')).toEqual(['M06-small', 'M06-standing'])
    expect(inCalm('M09')).toEqual(['M09', 'M09-bed'])
    expect(inCalm('M10')).toEqual(['M10-half'])
    expect(inCalm('M14')).toEqual(['M14-heel-slide', 'M14-heel-slide-bed'])
    expect(inCalm('M16')).toEqual(['M16', 'M16-held', 'M16-sitting'])
  })
  test('give a dose text that says the numbers of its data', () => {
    for (const id of movementIds) {
      for (const dose of Object.values(movements[id].dose)) {
        for (const pair of dose ? [dose.reps, dose.holdSeconds, dose.minutes] : []) {
          if (
            pair &&
            !(id.startsWith('M01') && dose?.text === 'Only to cool down.') &&
            !dose?.text.startsWith('Build up')
          )
            expect(dose?.text, id).toContain(String(pair[1]))
        }
      }
    }
  })
})
