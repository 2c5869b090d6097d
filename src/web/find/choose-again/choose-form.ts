/** What the pages of choosing again post, read once. What is wrong comes back as a sentence; nothing is guessed. */
import { z } from 'zod'
import type { ChosenTime } from '../../../clinic/booking/choose-again/choice.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'

/** A time as its radio carries it: "start therapist location". */
export const timeValue = ({ start, therapist, location }: ChosenTime): string => `${start} ${therapist} ${location}`

const chosen = z
  .string()
  .regex(/^\d{12,13} \S{36} \S{36}$/)
  .transform((text) => {
    const [start = '', therapist = '', location = ''] = text.split(' ')
    return { start: Number(start), therapist, location }
  })
  .pipe(z.object({ start: z.number(), therapist: z.uuid(), location: z.uuid() }))

/** @returns `undefined` where no time of ours was chosen */
export const readChosen = (text: string): ChosenTime | undefined => chosen.safeParse(text).data

const phone = z
  .string()
  .transform(oneLine)
  .refine((text) => [...text].length <= 40 && (text.match(/\p{Nd}/gu) ?? []).length >= 5)

/** A number to ring. @param isKnown the clinic has one, so the field may stay empty @returns `null` for none that is one */
export function readPhone(text: string, isKnown: boolean): { readonly phone: string | undefined } | null {
  if (oneLine(text) === '' && isKnown) return { phone: undefined }
  const read = phone.safeParse(text)
  return read.success ? { phone: read.data } : null
}
