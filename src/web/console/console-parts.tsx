/** Small parts of the staff's pages: a state as a chip, a telephone, a form with one button. */
import type { ComponentChildren } from 'preact'
import type { VisitState } from '../../clinic/booking/visit-steps.ts'
import { CarriedFields } from '../ui/carried-fields.tsx'
import { consolePaths } from './console-paths.ts'
import { Sign } from './console-signs.tsx'
import { stateWords } from './console-words.ts'

/** Where a visit stands. The word says it; the colour only helps. */
export function StateChip({ state }: { readonly state: VisitState }) {
  return (
    <span class={`chip chip-${state}`}>
      {(state === 'arrived' || state === 'finished') && <Sign name="tick" size={16} />}
      {stateWords[state]}
    </span>
  )
}

/** A telephone that can be tapped; what stands in it is shown as it was typed. */
export function Phone({ phone }: { readonly phone: string }) {
  const digits = phone.replaceAll(/[^\d+]/g, '')
  return digits.length < 3 ? (
    <bdi>{phone}</bdi>
  ) : (
    <a class="phone" href={`tel:${digits}`}>
      <Sign name="phone" size={16} />
      <bdi>{phone}</bdi>
    </a>
  )
}

interface PostButtonProps {
  readonly action: string
  /** Hidden fields. */
  readonly fields: Readonly<Record<string, string>>
  readonly look?: 'go' | 'small'
  /** Said after the words to whoever cannot see what the button stands beside. */
  readonly about?: string
  readonly children: ComponentChildren
}

/** One button that changes one thing. */
export function PostButton({ action, fields, look, about, children }: PostButtonProps) {
  return (
    <form method="post" action={action} class="post-button">
      <CarriedFields fields={fields} />
      <button class={['button', look].filter(Boolean).join(' ')} type="submit">
        {children}
        {about && <span class="unseen">: {about}</span>}
      </button>
    </form>
  )
}

/** Above the pages that belong to the letters. */
export const ToLetters = () => (
  <p>
    <a href={consolePaths.letters}>Letters</a>
  </p>
)
