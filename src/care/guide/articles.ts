/** Every article of the guide, in the order of the shelves. Data only. */
import { isKeyOf } from '../evidence/closed-sets.ts'
import { heatOrIce } from './articles/heat-or-ice.ts'
import { type ArticleSlug, type ShelfId, shelves } from './shelves.ts'
import type { Article } from './types.ts'

/** The articles by name. */
export const articles: Readonly<Partial<Record<ArticleSlug, Article>>> = {
  'heat-or-ice': heatOrIce,
}

/** The article of this name; nothing for a name that is none. */
export const articleOf = (slug: string): Article | undefined => (isKeyOf(articles, slug) ? articles[slug] : undefined)

/** The articles on a shelf, in order. */
export const articlesOn = (shelf: ShelfId): readonly Article[] =>
  shelves[shelf].articles.flatMap((slug) => articles[slug] ?? [])
