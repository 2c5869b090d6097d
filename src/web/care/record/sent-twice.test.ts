/** Every form that writes, sent twice as it stands: a double tap, a slow line, or the browser's own reload. */
import { describe, expect, test } from 'vitest'
import { everyPost, wellUsed } from './every-post.fixtures.ts'

const formId = 'f0f0f0f0-1111-4222-8333-444455556666'
/**
 * Erasing has nothing left to write, and a file has its own test. What stays closed by being told again is told twice: an
 * entry sent back with a danger in it, which must close again after a check, and too much of a medicine.
 */
const left: readonly string[] = ['erasing', 'a file', 'numb between the legs, and no number for the pain']
const closesAgain = (what: string) => what.startsWith('too much')

describe('a form that is sent twice as it stands writes once', () => {
  test.each(everyPost.filter(({ what }) => !left.includes(what) && !closesAgain(what)))(
    '$route: $what',
    async ({ at, fields }) => {
      const home = await wellUsed()
      const to = at(home.held)
      const said = { entry: formId, form: formId, act: formId, ...fields(home.held) }
      const send = async () => {
        await home.post(to, said as Record<string, string>)
        return (await home.notebook.all()).map(({ kind }) => kind)
      }
      const once = await send()
      expect(await send()).toEqual(once)
    },
  )
})
