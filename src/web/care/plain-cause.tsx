/**
 * "Is there a clear reason?", asked where the pain has jumped, before anything is written down: in the diary, and where the plan
 * asks for the pain again.
 */
import { RadioGroup } from '../ui/form-parts.tsx'
import type { FormFields } from './form-fields.ts'

/** The question. @param unsaved says that what was typed is not kept yet */
export function PlainCause({ typed, isAboutNow, unsaved }: PlainCauseProps) {
  return (
    <>
      <input type="hidden" name="asked" value="cause" />
      <p class="callout">
        {isAboutNow
          ? 'Your pain has gone up by 3 points or more.'
          : 'This is 3 points or more above what you told us before.'}{' '}
        {unsaved}
      </p>
      <RadioGroup
        name="plainCause"
        legend="Is there a clear reason?"
        hint="Such as much more lifting than usual, or a long drive."
        chosen={typed.get('plainCause')?.at(-1)}
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'notSure', text: 'Not sure' },
        ]}
      />
    </>
  )
}

interface PlainCauseProps {
  readonly typed: FormFields
  readonly isAboutNow: boolean
  readonly unsaved: string
}
