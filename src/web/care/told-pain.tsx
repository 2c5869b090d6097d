/**
 * A number that was told within the hour: taken as it is and not asked again, with the scale a press away.
 * Never: hides the scale where another number was chosen, or something is to be put right.
 */
import type { ComponentChildren } from 'preact'
import type { JustTold } from '../../care/record/pain-told.ts'
import { Details } from '../ui/text-parts.tsx'
import type { CareHome } from './home.ts'
import { clockThen } from './moment.ts'

/** "Pain now: 4 of 10, as you said at 08:10." */
export const takenWords = (told: JustTold, home: Pick<CareHome, 'kind'>): string =>
  `Pain now: ${told.pain0to10} of 10, as you said at ${clockThen(told, home)}.`

/** The words, and the scale folded below them. */
export function TakenPain({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <>
      <p>{words}</p>
      <Details summary="It has changed">{children}</Details>
    </>
  )
}
