/**
 * Every drawn motion by name, for whoever draws one without its card (a step of the plan, a picture on a page).
 * Data only. A name here says nothing about who may do it.
 */
import type { Motion } from './motion.ts'
import * as daily from './motions-daily.ts'
import * as lying from './motions-lying.ts'
import * as stretch from './motions-stretch.ts'
import * as strength from './motions-strength.ts'
import * as upright from './motions-upright.ts'

/** The motions by name. */
export const motions = { ...daily, ...lying, ...stretch, ...strength, ...upright } as const satisfies Readonly<
  Record<string, Motion>
>
