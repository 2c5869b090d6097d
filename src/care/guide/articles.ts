/** Every article of the guide, in the order of the shelves. Data only. */
import { isKeyOf } from '../evidence/closed-sets.ts'
import { childrenAndTeens } from './articles/children-and-teens.ts'
import { driving } from './articles/driving.ts'
import { heatOrIce } from './articles/heat-or-ice.ts'
import { howLongItTakes } from './articles/how-long-it-takes.ts'
import { lifting } from './articles/lifting.ts'
import { olderBacks } from './articles/older-backs.ts'
import { pregnancyAndAfterBirth } from './articles/pregnancy-and-after-birth.ts'
import { restOrMoving } from './articles/rest-or-moving.ts'
import { selfMassage } from './articles/self-massage.ts'
import { sleep } from './articles/sleep.ts'
import { sport } from './articles/sport.ts'
import { strength } from './articles/strength.ts'
import { stressAndMood } from './articles/stress-and-mood.ts'
import { stretches } from './articles/stretches.ts'
import { theFirstDay } from './articles/the-first-day.ts'
import { whichPainkiller } from './articles/which-painkiller.ts'
import { willItComeBack } from './articles/will-it-come-back.ts'
import { work } from './articles/work.ts'
import { type ArticleSlug, type ShelfId, shelves } from './shelves.ts'
import type { Article } from './types.ts'

/** The articles by name. */
export const articles: Readonly<Partial<Record<ArticleSlug, Article>>> = {
  'the-first-day': theFirstDay,
  'rest-or-moving': restOrMoving,
  'heat-or-ice': heatOrIce,
  'which-painkiller': whichPainkiller,
  'self-massage': selfMassage,
  stretches,
  'how-long-it-takes': howLongItTakes,
  'will-it-come-back': willItComeBack,
  strength,
  lifting,
  work,
  driving,
  sleep,
  'stress-and-mood': stressAndMood,
  sport,
  'pregnancy-and-after-birth': pregnancyAndAfterBirth,
  'children-and-teens': childrenAndTeens,
  'older-backs': olderBacks,
}

/** The article of this name; nothing for a name that is none. */
export const articleOf = (slug: string): Article | undefined => (isKeyOf(articles, slug) ? articles[slug] : undefined)

/** The articles on a shelf, in order. */
export const articlesOn = (shelf: ShelfId): readonly Article[] =>
  shelves[shelf].articles.flatMap((slug) => articles[slug] ?? [])
