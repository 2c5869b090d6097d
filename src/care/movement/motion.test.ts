import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { jointLimits, lengths, radii } from './body-measures.ts'
import { capsulesAt, framesOf, viewBoxOf } from './figure-data.ts'
import { capsulesIn, pathsAt, pathsOf } from './figure-frames.ts'
import type { Motion } from './motion.ts'
import { alsoSeen, loopSeconds, placeInLoop, skeletonAt, skeletonOf } from './motion.ts'
import { motions } from './motions.ts'
import { framesFor, movements } from './movements.ts'
import { sides } from './pose.ts'
import type { Skeleton } from './rig.ts'
import { solve } from './rig.ts'
import { movementIds } from './types.ts'

/** Tolerances: a tenth of a picture millimetre for lengths and contacts, one millimetre for the ground (units are cm). */
const tight = 0.01
const ground = 0.1

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, index) => value - (b[index] as number)))

interface Frame {
  readonly second: number
  readonly place: ReturnType<typeof placeInLoop>
  readonly body: Skeleton
}
/** The whole loop, 60 frames a second. */
const framesIn = (motion: Motion): Frame[] =>
  Array.from({ length: Math.ceil(loopSeconds(motion) * 60) }, (_, frame) => ({
    second: frame / 60,
    place: placeInLoop(motion, frame / 60),
    body: skeletonAt(motion, frame / 60),
  }))

const points = (body: Skeleton) => [
  ...body.spine.map((point, index) => [point, radii.spine[index] as number] as const),
  [body.head, radii.head] as const,
  ...sides.flatMap((side) => {
    const { knee, ankle, heel, toe, elbow, wrist, fingers } = body.limbs[side]
    return [
      [knee, radii.knee],
      [ankle, radii.ankle],
      [heel, radii.heel],
      [toe, radii.toe],
      [elbow, radii.elbow],
      [wrist, radii.wrist],
      [fingers, radii.fingers],
    ] as const
  }),
]

describe.each(Object.entries(motions) as [string, Motion][])('%s, in every frame', (_, motion) => {
  const frames = framesIn(motion)
  /** What is wrong, frame by frame; the first few are enough to see. */
  const wrong = (look: (frame: Frame, say: (problem: string) => void) => void) => {
    expect(frames.length).toBeGreaterThan(60)
    const problems: string[] = []
    for (const frame of frames) look(frame, (problem) => problems.push(`${frame.second.toFixed(2)} s: ${problem}`))
    return problems.slice(0, 4)
  }

  test('keeps every joint within its limits and is made of numbers', () => {
    const problems = wrong(({ body }, say) => {
      const { hip, knee, ankle, shoulder, elbow, lumbar, thoracic, neck, twist } = body.angles
      const within = (joint: keyof typeof jointLimits, angle: number) => {
        // Written so that NaN fails too.
        if (!(angle >= jointLimits[joint][0] - 0.01 && angle <= jointLimits[joint][1] + 0.01)) say(`${joint} ${angle}`)
      }
      for (const side of sides) {
        // Rolled or reaching sideways, an angle in the picture plane is not the joint's angle.
        if (motion.camera === 'side' && motion.gravity === 'v') {
          within('hip', hip[side])
          within('ankle', ankle[side])
          within('shoulder', shoulder[side])
        }
        within('knee', knee[side])
        within('elbow', elbow[side])
      }
      within('lumbar', lumbar)
      within('thoracic', thoracic)
      within('neck', neck)
      within('twist', twist)
      for (const [point] of points(body)) if (!point.every(Number.isFinite)) say('not a number')
    })
    expect(problems).toEqual([])
  })

  test('bends knees only the way they bend', () => {
    const problems = wrong(({ body }, say) => {
      if (motion.camera !== 'side') return
      for (const side of sides) {
        const { hip, knee, ankle } = body.limbs[side]
        const turn = (knee[0] - hip[0]) * (ankle[1] - knee[1]) - (knee[1] - hip[1]) * (ankle[0] - knee[0])
        if (!(turn / (lengths.thigh * lengths.shin) < 0.02)) say(`${side} knee bends forwards`)
      }
    })
    expect(problems).toEqual([])
  })

  test('puts nothing below what it stands, sits or lies on', () => {
    const problems = wrong(({ body }, say) => {
      if (motion.gravity !== 'v') return
      points(body).forEach(([point, radius], index) => {
        if (!(point[1] - radius >= -ground)) say(`point ${index} at ${point[1] - radius}`)
      })
    })
    expect(problems).toEqual([])
  })

  test('keeps every bone its length', () => {
    const problems = wrong(({ body }, say) => {
      const bone = (a: readonly number[], b: readonly number[], length: number, name: string) => {
        if (!(Math.abs(distance(a, b) - length) < tight)) say(`${name} ${distance(a, b)}`)
      }
      for (const side of sides) {
        const { hip, knee, ankle, shoulder, elbow, wrist } = body.limbs[side]
        bone(hip, knee, lengths.thigh, 'thigh')
        bone(knee, ankle, lengths.shin, 'shin')
        bone(shoulder, elbow, lengths.upperArm, 'upper arm')
        bone(elbow, wrist, lengths.forearm, 'forearm')
      }
      const spine = [lengths.pelvis, ...lengths.lumbar, ...lengths.thoracic]
      body.spine.slice(1).forEach((point, index) => {
        bone(point, body.spine[index] as readonly number[], spine[index] as number, 'spine')
      })
    })
    expect(problems).toEqual([])
  })

  test('does not let a foot, knee or hand that holds on slide', () => {
    const problems = wrong(({ place, body }, say) => {
      const [from, to] = [motion.poses[place.from], motion.poses[place.to]]
      if (!from || !to) throw new Error('no such posture')
      for (const side of sides) {
        const { knee, ankle, wrist } = body.limbs[side]
        const stays = (a: object, b: object, key: 'foot' | 'hand' | 'kneel', point: readonly number[]) => {
          const name = (a as Record<string, unknown>)[key]
          if (name === undefined || name !== (b as Record<string, unknown>)[key]) return
          const pin = motion.pins[name as string]
          if (!(pin && distance(point.slice(0, 2), pin.at) < tight)) say(`${side} ${key} slides`)
        }
        stays(from.legs[side], to.legs[side], 'foot', ankle)
        stays(from.legs[side], to.legs[side], 'kneel', knee)
        stays(from.arms[side], to.arms[side], 'hand', wrist)
      }
    })
    expect(problems).toEqual([])
  })

  test('lets a resting hand reach its place with a bent elbow', () => {
    for (const [name, pose] of Object.entries(motion.poses)) {
      for (const side of sides) {
        if ('on' in pose.arms[side]) expect(skeletonOf(motion, name).angles.elbow[side], name).toBeGreaterThan(8)
      }
    }
  })

  test('changes the low back by no more than its key postures ask', () => {
    const asked = Object.values(motion.poses).map(({ lumbar }) => lumbar ?? 0)
    const problems = wrong(({ body }, say) => {
      const { lumbar } = body.angles
      if (!(lumbar <= Math.max(...asked) + 0.01 && lumbar >= Math.min(...asked) - 0.01)) say(`lumbar ${lumbar}`)
    })
    expect(problems).toEqual([])
  })

  test('comes back to where it began, and never jumps', () => {
    let before = points(skeletonAt(motion, loopSeconds(motion) - 1 / 60))
    const problems = wrong(({ body }, say) => {
      const now = points(body)
      now.forEach(([point], index) => {
        const moved = distance(point, (before[index] as (typeof now)[number])[0])
        if (!(moved < (motion.even ? 3.5 : 1.6))) say(`point ${index} jumps ${moved} cm`)
      })
      before = now
    })
    expect(problems).toEqual([])
  })

  test('has a picture that holds all of it', () => {
    const [x, y, width, height] = viewBoxOf(motion)
    const outside: number[] = []
    for (let part = 0; part < 1; part += 0.05) {
      for (const { x1, y1, r1 } of capsulesAt(motion, loopSeconds(motion) * part)) {
        if (!(x1 - r1 >= x - 0.5 && x1 + r1 <= x + width + 0.5 && y1 - r1 >= y - 0.5 && y1 + r1 <= y + height + 0.5))
          outside.push(part)
      }
    }
    expect(outside).toEqual([])
  })

  test('moves at a calm pace: 1.5 to 3 seconds each way, unless it is a walk, a march or a breath', () => {
    const breathes = Object.values(motion.poses).some(({ breath }) => breath)
    for (const step of motion.loop) {
      if (motion.even || motion === motions.marchOnSpot || motion === motions.seatedMarch) continue
      expect(step.seconds).toBeGreaterThanOrEqual(1.5)
      expect(step.seconds).toBeLessThanOrEqual(breathes ? 6 : 3)
    }
  })
})

/** Low-back change and other targets of evidence.md §5.4, degrees. Replacements have no row there. */
const targets: readonly (readonly [
  motion: keyof typeof motions,
  pose: string,
  part: 'lumbar' | 'thoracic' | 'neck',
  target: number,
])[] = [
  ['kneeToChest', 'crook', 'lumbar', 0],
  ['kneeToChest', 'hold', 'lumbar', 3],
  ['kneeToChest', 'in', 'lumbar', 12],
  ['bothKneesToChest', 'both', 'lumbar', 20],
  ['proneOnElbows', 'down', 'lumbar', -3],
  ['proneOnElbows', 'elbows', 'lumbar', -20],
  ['proneOnElbows', 'elbows', 'thoracic', -8],
  ['catCow', 'neutral', 'lumbar', 0],
  ['catCow', 'cat', 'lumbar', 25],
  ['catCow', 'cat', 'thoracic', 25],
  ['catCow', 'cat', 'neck', 30],
  ['catCow', 'cow', 'lumbar', -20],
  ['catCow', 'cow', 'thoracic', -10],
  ['catCow', 'cow', 'neck', -20],
  ['pelvicTilt', 'arch', 'lumbar', -10],
  ['pelvicTilt', 'flat', 'lumbar', 10],
  ['kneeRolls', 'oneWay', 'lumbar', 0],
  ['calvesOnChair', 'out', 'lumbar', 3],
  ['standingBackBend', 'back', 'lumbar', -18],
  ['standingBackBend', 'back', 'thoracic', -8],
  ['pressUp', 'down', 'lumbar', -5],
  ['pressUp', 'half', 'lumbar', -22],
  ['pressUp', 'half', 'thoracic', -8],
  ['pressUp', 'top', 'lumbar', -38],
  ['pressUp', 'top', 'thoracic', -15],
  ['pressUp', 'top', 'neck', -10],
  ['childsPose', 'half', 'lumbar', 20],
  ['childsPose', 'half', 'thoracic', 10],
  ['childsPose', 'full', 'lumbar', 38],
  ['childsPose', 'full', 'thoracic', 20],
  ['hamstringStretch', 'stretch', 'lumbar', 3],
  ['bridge', 'half', 'lumbar', 0],
  ['bridge', 'top', 'lumbar', 0],
  ['plankWall', 'line', 'lumbar', 0],
  ['plankFull', 'line', 'thoracic', 0],
  ['birdDog', 'near', 'lumbar', -5],
  ['sidePlankKnees', 'up', 'lumbar', 0],
  ['sidePlankFull', 'up', 'lumbar', 0],
  ['deadBug', 'near', 'lumbar', 0],
  ['hipHinge', 'half', 'lumbar', 0],
  ['hipHinge', 'hinge', 'lumbar', 0],
  ['sitToStand', 'lean', 'lumbar', 0],
]
test.each(targets)('%s at "%s": %s is within 5 degrees of %i', (motion, pose, part, target) => {
  expect(Math.abs(skeletonOf(motions[motion], pose).angles[part] - target)).toBeLessThanOrEqual(5)
})

/** Measured on the solved skeleton, so pins and inverse kinematics are checked too. */
const limbTargets: readonly (readonly [
  motion: keyof typeof motions,
  pose: string,
  joint: 'hip' | 'knee' | 'shoulder' | 'elbow',
  side: 'near' | 'far',
  target: number,
])[] = [
  ['kneeToChest', 'crook', 'hip', 'near', 50],
  ['kneeToChest', 'crook', 'knee', 'near', 100],
  ['kneeToChest', 'in', 'hip', 'near', 120],
  ['kneeToChest', 'in', 'knee', 'near', 125],
  ['kneeToChest', 'in', 'knee', 'far', 100],
  ['catCow', 'neutral', 'hip', 'near', 90],
  ['catCow', 'neutral', 'knee', 'near', 90],
  ['calvesOnChair', 'out', 'hip', 'near', 90],
  ['calvesOnChair', 'out', 'knee', 'near', 90],
  ['walking', 'strike', 'hip', 'near', 25],
  ['walking', 'strike', 'knee', 'near', 5],
  ['walking', 'stance', 'knee', 'far', 60],
  ['proneOnElbows', 'elbows', 'elbow', 'near', 90],
  ['standingBackBend', 'back', 'knee', 'near', 3],
  ['pressUp', 'half', 'hip', 'near', -3],
  ['pressUp', 'top', 'hip', 'near', -8],
  ['pressUp', 'top', 'shoulder', 'near', 55],
  ['childsPose', 'half', 'hip', 'near', 110],
  ['childsPose', 'half', 'knee', 'near', 120],
  ['childsPose', 'full', 'hip', 'near', 130],
  ['childsPose', 'full', 'knee', 'near', 148],
  ['hamstringStretch', 'up', 'hip', 'near', 90],
  ['hamstringStretch', 'up', 'knee', 'near', 90],
  ['hamstringStretch', 'stretch', 'hip', 'near', 80],
  ['hamstringStretch', 'stretch', 'knee', 'near', 15],
  ['hamstringStretch', 'stretch', 'knee', 'far', 100],
  ['hamstringSitting', 'hinge', 'knee', 'near', 5],
  ['bridge', 'crook', 'hip', 'near', 50],
  ['bridge', 'half', 'hip', 'near', 25],
  ['bridge', 'half', 'knee', 'near', 96],
  ['bridge', 'top', 'hip', 'near', 0],
  ['bridge', 'top', 'knee', 'near', 86],
  ['plankWall', 'line', 'hip', 'near', 0],
  ['plankWall', 'line', 'shoulder', 'near', 85],
  ['plankWall', 'line', 'elbow', 'near', 10],
  ['plankKnees', 'line', 'elbow', 'near', 90],
  ['plankFull', 'line', 'hip', 'near', 0],
  ['plankFull', 'line', 'knee', 'near', 0],
  ['plankFull', 'line', 'elbow', 'near', 90],
  // The table also asks for a hip of 30 here; with a straight knee and the toe on the floor it can only be about 20.
  ['birdDogSlide', 'near', 'knee', 'near', 0],
  ['birdDog', 'near', 'hip', 'near', 0],
  ['birdDog', 'near', 'shoulder', 'far', 175],
  ['birdDog', 'near', 'hip', 'far', 90],
  ['sidePlankKnees', 'up', 'knee', 'near', 90],
  ['sidePlankFull', 'up', 'knee', 'near', 0],
  ['sidePlankFull', 'up', 'elbow', 'near', 90],
  ['deadBug', 'neutral', 'hip', 'near', 90],
  ['deadBug', 'neutral', 'shoulder', 'near', 90],
  ['heelTaps', 'near', 'hip', 'near', 48],
  ['heelTaps', 'near', 'knee', 'near', 95],
  ['deadBug', 'near', 'hip', 'near', 25],
  ['deadBug', 'near', 'knee', 'near', 15],
  ['deadBug', 'near', 'shoulder', 'far', 165],
  ['hipHinge', 'stand', 'knee', 'near', 5],
  ['hipHinge', 'half', 'hip', 'near', 30],
  ['hipHinge', 'half', 'knee', 'near', 12],
  ['hipHinge', 'hinge', 'hip', 'near', 58],
  ['hipHinge', 'hinge', 'knee', 'near', 18],
  ['hipHingeLoaded', 'hinge', 'shoulder', 'near', 45],
  ['sitToStand', 'sit', 'hip', 'near', 90],
  ['sitToStand', 'lean', 'hip', 'near', 120],
  ['sitToStand', 'stand', 'knee', 'near', 0],
]
/** Lines that a held position must keep: shoulder, hip and knee (or ankle) within so many degrees of straight. */
test.each([
  ['bridge', 'top', 'knee'],
  ['plankKnees', 'line', 'knee'],
  ['plankFull', 'line', 'ankle'],
  ['plankWall', 'line', 'ankle'],
  ['plankWorktop', 'line', 'ankle'],
  ['sidePlankKnees', 'up', 'knee'],
  ['sidePlankFull', 'up', 'ankle'],
] as const)('%s at "%s" makes one line from shoulder through hip to %s', (motion, pose, end) => {
  const { spine, limbs } = skeletonOf(motions[motion], pose)
  const [hip, top] = [spine[0], spine[8]] as [readonly number[], readonly number[]]
  const low = limbs.near[end].map((value, axis) => (value + (limbs.far[end][axis] as number)) / 2)
  const angle = (a: readonly number[], b: readonly number[]) =>
    (Math.atan2((b[1] as number) - (a[1] as number), (b[0] as number) - (a[0] as number)) * 180) / Math.PI
  const bend = ((angle(low, hip) - angle(hip, top) + 540) % 360) - 180
  expect(Math.abs(bend)).toBeLessThanOrEqual(10)
})
test.each(limbTargets)(
  '%s at "%s": %s of the %s side is within 6 degrees of %i',
  (motion, pose, joint, side, target) => {
    expect(Math.abs(skeletonOf(motions[motion], pose).angles[joint][side] - target)).toBeLessThanOrEqual(6)
  },
)

test.each(['sitToStand', 'sitToStandHigh'] as const)('%s: once off the seat the weight is over the feet', (name) => {
  const motion = motions[name]
  const seat = skeletonOf(motion, 'sit').spine[0]?.[1] ?? 0
  const off = framesIn(motion).filter(({ body }) => (body.spine[0]?.[1] ?? 0) > seat + 8)
  expect(off.length).toBeGreaterThan(60)
  for (const { second, body } of off) {
    const { hip, knee, heel, toe } = body.limbs.near
    // Trunk, head and arms weigh about two thirds, the thighs most of the rest: rough shares, to catch a fall. [C]
    const weight = 0.66 * mean(body.spine.map(([u]) => u)) + 0.34 * mean([hip[0], knee[0]])
    expect([second, weight > heel[0] - radii.heel && weight < toe[0] + radii.toe]).toEqual([second, true])
  }
})
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('on hands and knees the wrists are under the shoulders', () => {
  const { shoulder, wrist } = skeletonOf(motions.catCow, 'neutral').limbs.near
  expect(Math.abs(shoulder[0] - wrist[0])).toBeLessThan(3)
})

test('a planted bad posture is caught: an elbow bent past its limit and a hand out of reach', () => {
  const pins = { far: { at: [200, 200] as const } }
  const body = solve(
    {
      root: { pelvis: [0, 90] },
      heading: 90,
      legs: { near: { hip: 0, knee: 0 }, far: { hip: 0, knee: 0 } },
      arms: { near: { shoulder: 0, elbow: 170 }, far: { hand: 'far' } },
    },
    pins,
  )
  expect(body.angles.elbow.near).toBeGreaterThan(jointLimits.elbow[1])
  expect(distance(body.limbs.far.wrist.slice(0, 2), pins.far.at)).toBeGreaterThan(tight)
})

describe('a second view', () => {
  const twice = movementIds.filter((id) => movements[id].motion.also)
  test('is drawn for the seated twist, the knee rolls and the side planks on the floor, which one picture cannot show', () => {
    expect(twice).toEqual([
      ...['M06', 'M06-small', 'M06-standing', 'M09', 'M09-bed', 'M09-wide', 'M09-wide-bed', 'M13', 'M13-knees'],
    ])
    expect(alsoSeen(movements.M08.motion)).toBeUndefined()
  })
  test.each(twice)('%s: shows the same movement, whole, in as few numbers', (id) => {
    const { motion } = movements[id]
    const seen = alsoSeen(motion) as Motion
    expect([seen.poses, seen.loop, seen.pins]).toEqual([motion.poses, motion.loop, motion.pins])
    expect(seen.camera).not.toBe(motion.camera)
    const [x, y, width, height] = viewBoxOf(seen)
    for (let part = 0; part < 1; part += 0.05) {
      for (const { x1, y1, r1 } of capsulesAt(seen, loopSeconds(seen) * part)) {
        expect(x1 - r1).toBeGreaterThanOrEqual(x - 0.5)
        expect(x1 + r1).toBeLessThanOrEqual(x + width + 0.5)
        expect(y1 - r1).toBeGreaterThanOrEqual(y - 0.5)
        expect(y1 + r1).toBeLessThanOrEqual(y + height + 0.5)
      }
    }
    const frames = framesOf(seen)
    expect(pathsAt(frames, 0).map(({ tone }) => tone)).toEqual(pathsOf(capsulesAt(seen, 0)).map(({ tone }) => tone))
    expect(JSON.stringify(frames).length).toBeLessThan(7 * 1024)
  })
})

test.each(['seatedTwist', 'seatedTwistFull'] as const)(
  '%s: the head turns the same way as the ribs, and further',
  (name) => {
    const { chin, head, limbs } = skeletonOf(motions[name], 'oneWay')
    const ribs = Math.atan2(
      limbs.near.shoulder[0] - limbs.far.shoulder[0],
      limbs.near.shoulder[2] - limbs.far.shoulder[2],
    )
    const face = Math.atan2(head[2] - chin[2], chin[0] - head[0])
    expect(ribs).toBeGreaterThan(0.3)
    expect(face).toBeGreaterThan(ribs)
  },
)

test.each([
  ['abdominalBrace', 'soft'],
  ['seatedBrace', 'soft'],
  ['calvesOnChair', 'out'],
] as const)('%s: a hand on the tummy lies across it, it does not point into the air', (name, pose) => {
  const { wrist, fingers } = skeletonOf(motions[name], pose).limbs.near
  expect(wrist[2] - fingers[2]).toBeGreaterThan(6)
})

describe('what the island gets', () => {
  test.each(movementIds)('%s fits in 7 KB of JSON', (id) => {
    expect(JSON.stringify(framesFor(id)).length).toBeLessThan(7 * 1024)
  })
  /** So far apart is it looked at. In the short form at another place between two frames each time. */
  const apartMs = often(70, 410)
  test('follows the rig within a centimetre and a half between its frames', () => {
    const apart: string[] = []
    for (const id of movementIds) {
      const { motion } = movements[id]
      const frames = framesFor(id)
      for (let ms = 0; ms < frames.loopMs; ms += apartMs) {
        const [drawn, exact] = [capsulesIn(frames, ms), capsulesAt(motion, ms / 1000)]
        expect(pathsAt(frames, ms).map(({ tone }) => tone)).toEqual(pathsOf(exact).map(({ tone }) => tone))
        exact.forEach(({ x1, y1, x2, y2 }, index) => {
          const there = drawn[index] as (typeof exact)[number]
          const off = distance([x1, y1, x2, y2], [there.x1, there.y1, there.x2, there.y2])
          if (!(off < 1.5)) apart.push(`${id} at ${ms} ms: ${off}`)
        })
      }
    }
    expect(apart).toEqual([])
  })
  test('a smaller range moves less, and a range of nothing does not move', () => {
    const reach = (range: number) => {
      const rest = skeletonOf(motions.seatedLean, 'tall').head
      return distance(skeletonOf(motions.seatedLean, 'lean', { range }).head, rest)
    }
    expect(reach(0.5)).toBeLessThan(reach(1))
    expect(reach(0.5)).toBeGreaterThan(1)
    expect(skeletonOf(motions.kneeToChest, 'in', { range: 0.5 }).angles.hip.near).toBeLessThan(90)
    expect(skeletonOf(motions.kneeToChest, 'in', { range: 0.5 }).angles.hip.near).toBeGreaterThan(60)
    expect(skeletonOf(motions.catCow, 'cat', { headStill: true }).angles.neck).toBe(0)
  })
})
