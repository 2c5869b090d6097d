import { describe, expect, test } from 'vitest'
import { framesOf } from './figure-data.ts'
import { capsulesIn, otherSide } from './figure-frames.ts'
import { spineCount } from './figure-points.ts'
import { shapesOf } from './figure-shapes.ts'
import type { Point } from './geometry.ts'
import type { Motion } from './motion.ts'
import { alsoSeen, skeletonOf } from './motion.ts'
import { movements } from './movements.ts'
import { inPicture, limbWords, nearSideOf } from './projection.ts'
import { positionsOf } from './equipment.ts'
import { movementIds } from './types.ts'

/** Every picture of every movement: each view, each posture. */
const pictures = movementIds.flatMap((id) => {
  const { motion } = movements[id]
  return [motion, alsoSeen(motion)].flatMap((seen) =>
    seen ? Object.keys(seen.poses).map((pose) => ({ id, seen, pose, name: `${id} ${seen.camera} ${pose}` })) : [],
  )
})
const partsOf = (seen: Motion, pose: string) => {
  const { head, nose, spine } = skeletonOf(seen, pose)
  const at = (point: Point) => inPicture(seen, point)
  return { head: at(head), hips: at(spine[0] as Point), nose: at(nose) }
}

describe('all pictures run one way', () => {
  test('nobody lies with the head to the left: it is to the right, or at the top', () => {
    expect(pictures.length).toBeGreaterThan(200)
    const wrong = pictures.filter(({ seen, pose }) => {
      // Looking down on somebody upright, the head is over the hips.
      if (seen.camera === 'top') return false
      const { head, hips } = partsOf(seen, pose)
      const [right, up] = [head[0] - hips[0], hips[1] - head[1]]
      // Bending back, the head may go a little behind the hips, but stays well above them.
      return right < -20 || (right < 20 && up < 20)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('on the back and on the front the head is to the right, on the side at the top as in a bed', () => {
    for (const { id, seen, pose, name } of pictures) {
      const [where, more] = positionsOf(id)
      if (more || seen.camera === 'feet') continue
      const { head, hips } = partsOf(seen, pose)
      if (where === 'back' || where === 'front') expect(head[0] - hips[0], name).toBeGreaterThan(30)
      if (where === 'side' && seen.gravity === 'w') expect(hips[1] - head[1], name).toBeGreaterThan(30)
    }
  })

  test('from the side an upright face looks to the right, one on the back looks up, one on the front down', () => {
    for (const { id, seen, pose, name } of pictures) {
      const [where, more] = positionsOf(id)
      if (more || seen.camera !== 'side') continue
      const { head, nose } = partsOf(seen, pose)
      if (where === 'back') expect(nose[1], name).toBeLessThan(head[1] - 5)
      // Bent right down, a face looks back at the knees.
      else expect(Math.max(nose[0] - head[0], nose[1] - head[1]), name).toBeGreaterThan(3)
    }
  })

  test('knee rolls open on the view from the feet, where bent knees stand up and lean over', () => {
    for (const id of ['M09', 'M09-bed', 'M09-wide', 'M09-wide-bed'] as const) {
      const { motion } = movements[id]
      expect(motion.camera).toBe('feet')
      const kneeIn = (pose: string) => inPicture(motion, skeletonOf(motion, pose).limbs.near.knee)
      const foot = inPicture(motion, skeletonOf(motion, 'middle').limbs.near.ankle)
      expect(foot[1] - kneeIn('middle')[1]).toBeGreaterThan(40)
      expect(Math.abs(kneeIn('oneWay')[0] - kneeIn('otherWay')[0])).toBeGreaterThan(15)
      expect(motion.stills[0]?.caption).toMatch(/^Seen from the feet: /)
    }
  })
})

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

describe('a face and hands', () => {
  test('the nose stands out of the head, and the thumb out of the hand', () => {
    for (const { id, seen, pose, name } of pictures) {
      const { head, nose, limbs } = skeletonOf(seen, pose)
      expect(Math.hypot(...nose.map((value, axis) => value - (head[axis] as number))), name).toBeGreaterThan(9.6)
      const { thumb, wrist, fingers } = limbs.near
      const acrossUs = Math.abs(fingers[2] - wrist[2]) < 2
      if (acrossUs) expect(distance(thumb, wrist) + distance(thumb, fingers), id).toBeGreaterThan(10.5)
    }
  })
})

describe('the side is written in the picture', () => {
  test('where one limb moves, by its name: on the back the near leg is the left one, upright the right one', () => {
    expect(limbWords(movements.M01.motion, 'in')).toBe('Left leg')
    expect(limbWords(movements.M01.motion, 'crook')).toBe('')
    expect(limbWords(movements.M07.motion, 'up')).toBe('Left leg')
    expect(limbWords(movements['M07-sitting'].motion, 'tall')).toBe('Right leg')
    expect(limbWords(movements['M20-side'].motion, 'out')).toBe('Left leg')
    expect(limbWords(movements.M13.motion, 'up')).toBe('Left side')
    expect(limbWords(movements.M21.motion, 'open')).toBe('Right arm')
  })
  test('where an arm and the other leg move, both by name', () => {
    expect(limbWords(movements.M12.motion, 'near')).toBe('Right leg, left arm')
    expect(limbWords(movements.M12.motion, 'far')).toBe('Left leg, right arm')
  })
  test('for the other side of the body each name changes', () => {
    expect(limbWords(movements.M01.motion, 'in', true)).toBe('Right leg')
    expect(limbWords(movements.M12.motion, 'near', true)).toBe('Left leg, right arm')
  })
  test('not where both sides do the same, take turns all the time, or the view tells it', () => {
    for (const id of ['M08', 'M03', 'M05', 'M15', 'M16', 'M09', 'M17b'] as const)
      for (const { pose } of movements[id].motion.stills) expect(limbWords(movements[id].motion, pose), id).toBe('')
  })
  test('every movement that is dosed for each side, and does not turn to both, says which side it shows', () => {
    for (const id of movementIds) {
      const { dose, motion } = movements[id]
      const sided = Object.values(dose).some((one) => one?.eachSide)
      if (!sided || 'otherWay' in motion.poses) continue
      expect(motion.stills.map(({ pose }) => limbWords(motion, pose)).join(''), id).not.toBe('')
    }
  })
})

describe('the other side of the body', () => {
  test('is the other leg of the same person, the head where it was', () => {
    const { motion } = movements.M01
    const frames = framesOf(motion)
    const [own, other] = [capsulesIn(frames, 4000), capsulesIn(otherSide(frames), 4000)]
    const top = (of: typeof own, tone: string) => Math.min(...of.filter((one) => one.tone === tone).map(({ y1 }) => y1))
    // The drawn-in knee stands highest: dark on the near side, pale on the far one.
    expect(top(own, 'near')).toBeLessThan(top(own, 'far') - 3)
    expect(top(other, 'far')).toBeLessThan(top(other, 'near') - 3)
    const heads = (of: typeof own) => of.filter(({ r1 }) => r1 > 9.3 && r1 < 9.5)
    expect(heads(other)).toEqual(heads(own))
    expect(nearSideOf(motion)).toBe('left')
  })
  test('is the mirrored picture where we look from the front or down on a bed', () => {
    for (const id of ['M20-side', 'M21', 'M13-wall'] as const) {
      const frames = framesOf(movements[id].motion)
      expect(frames.other).toBe('mirror')
      expect(otherSide(frames)).toBe(frames)
    }
  })
})

test('the parts of a back are as broad where one ends as where the next begins', () => {
  for (const id of movementIds) {
    const back = shapesOf(movements[id].motion).filter(({ a, b }) => b === a + 1 && b < spineCount)
    expect(back).toHaveLength(spineCount - 1)
    expect(back.slice(1).map(({ ra }) => ra)).toEqual(back.slice(0, -1).map(({ rb }) => rb))
  }
})
