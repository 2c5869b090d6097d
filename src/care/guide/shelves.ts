/**
 * The shelves of the guide, by the question people come with, and every article's place on one.
 * Data only. The order is the order on the page.
 */

/** The shelves with their heading, and the articles on each, in order. */
export const shelves = {
  serious: {
    title: 'Is it serious?',
    articles: [
      ...(['when-to-get-help', 'spasm-or-sciatica', 'do-i-need-a-scan'] as const),
      ...(['how-it-is-diagnosed', 'when-to-book'] as const),
    ],
  },
  today: {
    title: 'What helps today?',
    articles: [
      ...(['the-first-day', 'rest-or-moving', 'heat-or-ice', 'which-painkiller'] as const),
      ...(['self-massage', 'stretches'] as const),
    ],
  },
  offered: {
    title: 'I am offered this. Does it work?',
    articles: [
      ...(['what-a-physio-does', 'how-to-choose-a-physio', 'costs-and-insurance'] as const),
      ...(['muscle-relaxants-and-opioids', 'injections-and-surgery'] as const),
    ],
  },
  why: {
    title: 'Why did it happen?',
    articles: [
      ...(['what-is-a-spasm', 'where-it-hurts', 'what-causes-it', 'is-my-posture-to-blame'] as const),
      ...(['is-a-bone-out-of-place', 'drinking-water'] as const),
    ],
  },
  later: {
    title: 'Will it go, and will it come back?',
    articles: ['how-long-it-takes', 'will-it-come-back', 'strength', 'lifting'],
  },
  life: {
    title: 'Getting on with life',
    articles: [
      ...(['work', 'driving', 'sleep', 'stress-and-mood', 'sport'] as const),
      ...(['pregnancy-and-after-birth', 'children-and-teens', 'older-backs'] as const),
    ],
  },
} as const

/** The id of a shelf. */
export type ShelfId = keyof typeof shelves
/** The name of an article, as in its address. */
export type ArticleSlug = (typeof shelves)[ShelfId]['articles'][number]
