/** Which signs are an emergency by themselves, whatever else is answered. Asks the engine, once for each sign. */
import { checkState } from '../../../care/check/check.ts'

const known = new Map<string, boolean>()

/** Is this sign, told alone, a sure emergency, so that nothing need be read or asked before help? */
export function isSureEmergency(id: string): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  const state = checkState({ [id]: 'yes' })
  const isSure = state.complete && state.level === 'emergency'
  known.set(id, isSure)
  return isSure
}
