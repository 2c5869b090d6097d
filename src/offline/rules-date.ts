/**
 * What the start of a check says when newer questions exist and could not be had: of which day these are, so that old rules
 * are never followed unnoticed.
 */
import { protocolDate } from '../care/check/protocol.ts'

/** One sentence for which day, one for what to do. */
export function rulesAreOf(): string {
  const [year = '', month = '', day = ''] = protocolDate.split('-')
  const months = 'January February March April May June July August September October November December'.split(' ')
  const date = `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`
  return `These questions are from ${date}. There is a newer set, which we could not fetch yet. You can go on with these.`
}
