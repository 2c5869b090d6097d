/** Every drawing of the guide by its name. */
import type { DrawingId } from '../../../care/guide/types.ts'
import { FigureStills } from '../figure.tsx'
import { Desk } from './desk.tsx'
import { HeatOnTheBack } from './heat-on-the-back.tsx'
import { MuscleGuarding } from './muscle-guarding.tsx'
import { NerveToTheLeg } from './nerve-to-the-leg.tsx'
import { RecoveryBand } from './recovery-band.tsx'
import { SpineAndDiscs } from './spine-and-discs.tsx'

const drawn = {
  'spine-and-discs': SpineAndDiscs,
  'muscle-guarding': MuscleGuarding,
  'nerve-to-the-leg': NerveToTheLeg,
  'heat-on-the-back': HeatOnTheBack,
  'recovery-band': RecoveryBand,
  lifting: () => <FigureStills movement="M16-loaded" id="lifting" />,
  desk: Desk,
} as const satisfies Record<DrawingId, unknown>

/** One drawing with its words. */
export function Drawing({ id }: { id: DrawingId }) {
  const Shown = drawn[id]
  return <Shown />
}
