/**
 * Which form of the long tests is run: the short one, in `npm test`, or the whole one, by `npm run prove -- tests pages`. What
 * goes where, and why, is in docs/decisions/042-what-npm-test-runs.md. A long test does one thing many times over: for each page
 * in each way, each made-up person, each statement at which a line is cut. Its short form does a fixed part of that, spread
 * evenly, so that each way and kind still comes; nothing of the machine decides it. And some tests are whole ones alone.
 * A file that asks here has a whole form, and prove/whole-tests.ts finds it by that.
 */
import { env } from 'node:process'

/** Is this the whole form? */
export const isWhole: boolean = env.WHOLE === '1'

/** How often something random, or one of many alike, is done. */
export const often = (whole: number, short: number): number => (isWhole ? whole : short)

/** All of a list, or every nth of it, from the first or the one at `from`: by the next `from` come others. */
export const someOf = <Item>(all: readonly Item[], nth: number, from = 0): readonly Item[] =>
  isWhole ? all : all.filter((_item, at) => at % nth === from % nth)

/**
 * Leaves a test, or all of a `describe`, to the whole form: `test('…', wholeFormOnly, async () => …)`. For one that shows in one
 * more way what another test in `npm test` holds already; never for the only test of a hazard, a case, a wall, or who sees what.
 */
export const wholeFormOnly = { tags: ['whole'] }

/** What Vitest is told of that mark (vitest.config.ts). */
export const tags = [{ name: 'whole', description: 'left to npm run prove -- tests pages', skip: !isWhole }]
