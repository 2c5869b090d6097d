/** The one place where the clinic half reads a posted form: what nobody can see is gone before anything looks at it. */
import { withoutHidden } from '../../clinic/people/typed-text.ts'

/**
 * The fields of a posted form, in their order. A password stays as it was typed.
 * @throws where what came is no form
 */
export async function typedForm(request: Request): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of await request.formData())
    form.append(name, typeof value === 'string' && !/password/i.test(name) ? withoutHidden(value) : value)
  return form
}
