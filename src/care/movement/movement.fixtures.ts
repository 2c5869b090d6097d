/** For tests: whom the block list takes nothing from. */
import type { MovementProfile } from './profile.ts'

/** Somebody with no trouble but a sore back, who can do everything. */
export const well: MovementProfile = {
  painNow0to10: 3,
  pregnancyWeeks: null,
  weeksAfterBirth: null,
  pattern: 'PT0',
  radicularSide: 'none',
  osteoporosisOrSteroids: 'no',
  stenosis: 'no',
  spondylolisthesis: 'no',
  pelvicGirdle: 'no',
  fusionFractureOrStiffSpine: 'no',
  recentSurgeryOrHernia: 'no',
  pressureHeartOrEyes: 'no',
  wristPain: 'no',
  shoulderPain: 'no',
  kneePain: 'no',
  hipReplacement: 'no',
  vertigo: 'no',
  unsteady: 'no',
  breathingTrouble: 'no',
  footDrop: 'no',
  floorTransfer: 'yes',
  canSit: 'yes',
  canStand: 'yes',
  hasChair: 'yes',
  hasBed: 'yes',
}
