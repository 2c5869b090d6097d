/** Pages as they come out of a printer, for the tests of paper. */
import type { Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'

/** In points. */
export const a4 = [595, 842] as const
/** What the letters of a page of 11 pt measure, after Chromium has rounded. */
const leastWords = 10.9

/** A page as it comes out of a printer. */
export interface Printed {
  readonly sheets: readonly (readonly [width: number, height: number])[]
  readonly letters: readonly { readonly text: string; readonly size: number }[]
  /** Without any space, since an address may be broken anywhere. */
  readonly text: string
}

/** Prints it by Chromium, and reads the sheets by pdf.js, which sees the letters as they lie on them. */
export async function print(from: Page): Promise<Printed> {
  const file = await getDocumentProxy(new Uint8Array(await from.pdf({ preferCSSPageSize: true })))
  const sheets: [number, number][] = []
  const letters: { text: string; size: number }[] = []
  for (let at = 1; at <= file.numPages; at += 1) {
    const sheet = await file.getPage(at)
    const [, , width = 0, height = 0] = sheet.view
    sheets.push([Math.round(width), Math.round(height)])
    for (const item of (await sheet.getTextContent()).items)
      if ('str' in item && item.str.trim())
        letters.push({ text: item.str, size: Math.hypot(item.transform[2], item.transform[3]) })
  }
  return {
    sheets,
    letters,
    text: letters
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
  }
}

/**
 * What of a page would be too small on paper, or can only be pressed or filled in.
 * @param printed the page as it was printed already
 */
export async function unfitForPaper(page: Page, printed?: Printed): Promise<readonly string[]> {
  const { sheets, letters } = printed ?? (await print(page))
  await page.emulateMedia({ media: 'print' })
  const pressed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(button, input, select, textarea), nav, .tabs')]
      .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)
      .map((one) => `stands on paper: ${one.outerHTML.slice(0, 80)}`),
  )
  await page.emulateMedia({ media: null })
  const small = letters.filter(({ size }) => size < leastWords).map(({ text, size }) => `too small: ${text} (${size})`)
  return [...pressed, ...small, ...sheets.filter(([width, height]) => width !== a4[0] || height !== a4[1]).map(String)]
}
