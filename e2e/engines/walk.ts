/** How a test gets about in an engine: what the page says, and how a press that leads to another page is waited for. */
import { type Engine, until } from './engine.ts'

/** The heading of the page. */
export const heading = (engine: Engine): Promise<string> =>
  engine.inPage(() => document.querySelector('h1')?.textContent ?? '', null)

/** All words of the page's main part, shown or not. */
export const text = (engine: Engine): Promise<string> =>
  engine.inPage(() => document.querySelector('main')?.textContent ?? '', null)

/** Where the page is, without its host. */
export const place = (engine: Engine): Promise<string> =>
  engine.inPage(() => `${location.pathname}${location.search}`, null)

/** Presses something that leads to another page, and waits for that page. Throws after 20 seconds. */
export async function leadOn<Given>(engine: Engine, press: (given: Given) => void, given: Given): Promise<void> {
  const before = await engine.inPage(() => performance.timeOrigin, null)
  await engine.inPage(press, given)
  await arrived(engine, before)
}

/** The same by keys of a keyboard. */
export async function leadOnByKeys(engine: Engine, keys: string): Promise<void> {
  const before = await engine.inPage(() => performance.timeOrigin, null)
  await engine.press(keys)
  await arrived(engine, before)
}

/** Presses the first link or button of the page that says this, and waits for the page to which it leads. */
export const leadOnBy = (engine: Engine, words: string): Promise<void> => leadOn(engine, pressInPage, words)

/** Waits for a page that is not the one which began then. Firefox has an empty one in between, which is complete too. */
const arrived = (engine: Engine, before: number): Promise<void> =>
  until(() =>
    engine.inPage(
      (last) =>
        performance.timeOrigin !== last && document.readyState === 'complete' && document.querySelector('h1') !== null,
      before,
    ),
  )

/** Runs in the page, and so may use nothing from outside. It presses a little later, so that whoever asked hears of it first. */
function pressInPage(words: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('a, button')]
  const found = all.find((one) => one.getClientRects().length > 0 && one.innerText.trim().startsWith(words))
  if (!found) throw new Error(`Nothing to press says "${words}".`)
  setTimeout(() => found.click(), 0)
}
