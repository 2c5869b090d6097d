/**
 * Which answers that there are already may fit what somebody is asking, from the words alone. Pure, bounded, and in the
 * browser as well as on the server: what is typed need not leave the device to be looked up.
 */

/** Something that can be offered, with the words by which it is found. */
export interface Offerable {
  readonly id: string
  readonly words: string
}

/** As much of what was typed as is looked at, in characters and in words. */
const mostRead = 4000
const mostWords = 300
/** Words that say nothing of what is asked. */
const empty = new Set(
  'a about after again all also am an and any are as at back be because been before being but by can could did do does doing for from get got had has have help her hers him his how i if in into is it its just like make me more most much my not now of off on one or our out over pain should so some than that the their them then there these they this to too up was we were what when where which while who why will with would yes you your'.split(
    ' ',
  ),
)

/** The words of a text that can tell, each once and without its ending. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = text
    .slice(0, mostRead)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, mostWords)
  return new Set(words.filter((word) => word.length > 2 && !empty.has(word)).map(stemOf))
}

/** Of "swimming", "swims" and "swim" the same. */
function stemOf(word: string): string {
  const bare = word.replace(/(ings?|ed|ers?|es|s|ly|e)$/, '')
  const stem = bare.length < 3 ? word : bare
  return stem.replace(/([bdglmnprt])\1$/, '$1')
}

/** How much of what is asked must be there: this share of the telling words, or three of them and the smaller one. [C] */
const enoughShare = 0.3
const threeHitsShare = 0.12

/**
 * Those that fit best, the best first. A word that few of them have counts for more; one word alone must be a rare one.
 * @param text of any length; what is over 4,000 characters is not looked at
 */
export function fittingAnswers<Offer extends Offerable>(
  text: string,
  offers: readonly Offer[],
  most: number,
): readonly Offer[] {
  const asked = tellingWords(text)
  if (asked.size === 0) return []
  const known = offers.map((offer) => ({ offer, words: tellingWords(offer.words) }))
  const weightOf = weightsAmong(known, asked)
  const whole = [...weightOf.values()].reduce((sum, weight) => sum + weight, 0)
  const fitting = known
    .map(({ offer, words }) => {
      const hits = [...asked].filter((word) => words.has(word))
      return { offer, hits: hits.length, score: hits.reduce((sum, word) => sum + (weightOf.get(word) ?? 0), 0) }
    })
    .filter(({ hits, score }) => score >= whole * (hits >= 3 ? threeHitsShare : enoughShare))
  return fitting
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ offer }) => offer)
}

/** What a word tells: the more, the fewer of the texts have it. */
const weightsAmong = (texts: readonly { readonly words: ReadonlySet<string> }[], asked: ReadonlySet<string>) =>
  new Map(
    [...asked].map((word) => {
      const having = texts.filter(({ words }) => words.has(word)).length
      return [word, Math.log(1 + texts.length / Math.max(1, having))]
    }),
  )
