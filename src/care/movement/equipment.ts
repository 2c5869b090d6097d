/**
 * What a movement needs at hand and the position it is done in, for filters and for the line "You need".
 * Data, and what of it holds for one movement. Never: says who may do a movement.
 */
import { movements } from './movements.ts'
import type { MovementId } from './types.ts'

/** What a movement may need at hand. */
export const things = [
  'bed',
  'chair',
  'table',
  'wall',
  'worktop',
  'strap',
  'cushion',
  'stick',
  'weight',
  'pool',
  'bike',
] as const
/** One thing to have at hand. */
export type Thing = (typeof things)[number]

/** In a person's words. */
export const thingWords = {
  bed: 'a bed',
  chair: 'a firm chair',
  table: 'a table',
  wall: 'a bare wall',
  worktop: 'a worktop',
  strap: 'a strap or towel',
  cushion: 'a cushion or pillow',
  stick: 'a stick or broom',
  weight: 'a weight of 1 to 2 kg',
  pool: 'a pool',
  bike: 'a static bike',
} as const satisfies Record<Thing, string>

/** Beyond the bed, chair, pool or bike that the place itself says. */
const extra: Partial<Readonly<Record<MovementId, readonly Thing[]>>> = {
  'M02-wall': ['wall'],
  M04: ['cushion'],
  'M04-half': ['cushion'],
  'M04-sitting': ['table'],
  'M05-standing': ['worktop'],
  'M05-standing-cat': ['worktop'],
  'M05-standing-cow': ['worktop'],
  'M06-standing': ['stick'],
  M07: ['strap'],
  'M07-bed': ['strap'],
  'M08-standing': ['wall'],
  'M11-wall': ['wall'],
  'M11-worktop': ['worktop'],
  'M12-standing': ['worktop'],
  'M13-wall': ['wall'],
  M16: ['wall', 'stick'],
  'M16-held': ['worktop'],
  'M16-loaded': ['weight'],
  M17a: ['chair'],
  M17b: ['cushion'],
  'M17b-bed': ['cushion'],
  M17c: ['cushion'],
  M17d: ['table', 'cushion'],
  'M19-high': ['cushion'],
  'M20-back': ['worktop'],
  'M20-side': ['worktop'],
  M21: ['cushion'],
  'M21-bed': ['cushion'],
}

/** What has to be at hand. A head pillow that only adds comfort is not counted. */
export function needsOf(id: MovementId): readonly Thing[] {
  const { place } = movements[id]
  const own: readonly Thing[] =
    place === 'bed' || place === 'chair' || place === 'pool' || place === 'bike' ? [place] : []
  return [...own, ...(extra[id] ?? [])]
}

/** The positions in which a movement can be done. */
export const positions = ['back', 'front', 'side', 'handsAndKnees', 'sitting', 'standing'] as const
/** One position. */
export type Position = (typeof positions)[number]

/** In a person's words. A plank counts as hands and knees: face down, weight on the arms. */
export const positionWords = {
  back: 'on your back',
  front: 'on your front',
  side: 'on your side',
  handsAndKnees: 'on hands and knees',
  sitting: 'sitting',
  standing: 'standing',
} as const satisfies Record<Position, string>

/** The positions it can be done in: one, or all for what is done in any easy position. */
export function positionsOf(id: MovementId): readonly Position[] {
  const { place, traits } = movements[id]
  if (place === 'anywhere') return positions
  if (place === 'chair' || place === 'bike') return ['sitting']
  if (place === 'standing' || place === 'pool') return ['standing']
  if (traits.includes('onBack')) return ['back']
  if (traits.includes('onFront')) return ['front']
  return traits.includes('onHands') || traits.includes('onKnees') ? ['handsAndKnees'] : ['side']
}
