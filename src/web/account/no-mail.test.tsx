/** Where no mail server is named, no page tells anybody to look for a mail. */
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { frame } from '../find/find.fixtures.ts'
import { AskedPage } from '../find/letters/letters-page.tsx'
import { SentPage } from './person-pages.tsx'

const pages = (intoFiles: boolean) => {
  const here = { ...frame, intoFiles }
  return [render(<AskedPage frame={here} />), render(<SentPage home={{ frame: here }} />)]
}

describe('a page after which a mail should come', () => {
  test('says that none leaves, where mail is written into files', () => {
    for (const html of pages(true)) {
      expect(html).toContain('Here no mail leaves')
      expect(html).not.toMatch(/(Look in|Check) your (email|junk)|Open the link/)
    }
  })

  test('tells where to look, where it is sent', () => {
    for (const html of pages(false)) {
      expect(html).toMatch(/(Look in|Check) your email/)
      expect(html).not.toContain('Here no mail leaves')
    }
  })
})
