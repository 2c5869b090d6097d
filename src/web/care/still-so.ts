/**
 * "You said 4 at 08:10. Still so?": how a number that was told a short time ago is offered again, the same on every form.
 * Never: answers for the person.
 */
import type { JustTold } from '../../care/record/pain-told.ts'
import type { CareHome } from './home.ts'
import { clockThen } from './moment.ts'

/**
 * The words and the mark for a pain scale.
 * @param chosen the number stands chosen already; else the words say that one press is enough
 */
export function stillSo(told: JustTold, home: Pick<CareHome, 'kind'>, chosen: boolean) {
  const { pain0to10 } = told
  const words = `You said ${pain0to10} at ${clockThen(told, home)}. Still so?`
  return { hint: chosen ? words : `${words} Then press ${pain0to10}.`, told: pain0to10 }
}
