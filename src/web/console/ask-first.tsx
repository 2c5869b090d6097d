/**
 * Return in a field of a form whose one button does what cannot be taken back: it does nothing, and the page says which button
 * does. A browser presses the first button of a form then.
 */
import { ByEnter } from '../ui/by-enter.tsx'

/** Put it before every other button of the form. */
export const AskFirst = () => (
  <ByEnter name="do" value="ask">
    Look again
  </ByEnter>
)

/** Was the form sent by Return? */
export const isByReturn = (fields: Readonly<Record<string, string>>): boolean => fields.do === 'ask'
