/** What is said first where words that somebody looks for may mean danger: help and the check, before anything that was found. */
import { dangerIn } from '../../../care/diary/entry-dangers.ts'
import { otherEmergencyIn } from '../../../care/check/other-emergencies.ts'
import { DangerHeard } from '../../ui/danger-heard.tsx'
import { OtherEmergency } from '../../ui/other-emergency.tsx'
import { paths } from '../paths.ts'

/** Longer texts than this are not listened to: nobody types them into a field of 200 letters. */
const mostHeard = 5000

/** May these words mean danger? Then nothing that moves the body is found by them: the check comes first. */
export const isDangerSearched = (typed: string): boolean => dangerIn(typed.slice(0, mostHeard)).heard.length > 0

/** Nothing where no danger is heard. */
export function DangerSearched({ words: typed }: { words: string }) {
  const words = typed.slice(0, mostHeard)
  const { heard, routes } = dangerIn(words)
  const other = otherEmergencyIn(words)
  // Where the check has a question it says all that this would, and more.
  if (heard.length === 0) return other && <OtherEmergency told={other} checkHref={paths.check} />
  return <DangerHeard {...{ heard, routes }} checkHref={paths.check} />
}
