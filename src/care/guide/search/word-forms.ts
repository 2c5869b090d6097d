/**
 * English words as they are looked for: small letters, no accents, without the ending that says how many or when. Pure.
 * What no ending tells is in `irregular-forms.ts`. Rough on purpose: "move", "moves" and "moving" must be one word; whether it is a word does not matter.
 */
import { withoutIrregular } from './irregular-forms.ts'

/** Words that say nothing of what is looked for. */
const small: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been by can could do does did for from get got had has have how i if in into is it its me my of ' +
    'on or our should so some than that the their them then there these they this to up us was we what when where which ' +
    'who why will with would you your ' +
    'arent cannot cant couldnt didnt doesnt dont havent im isnt ive shouldnt wont youre'
  ).split(' '),
)

/** The form under which a word is kept and looked for; null for one that says nothing. */
export function wordForm(word: string): string | null {
  const plain = word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
  if (plain.length === 0 || small.has(plain)) return null
  const root = withoutIrregular(plain)
  const form = root.length < 4 ? root : withoutEnding(root)
  // "getting" says as little as "get".
  return small.has(form) ? null : form
}

/** Without look-behind, which older browsers do not have. */
function withoutEnding(word: string): string {
  const one = word
    .replace(/iness$/, 'y')
    .replace(/([a-z]{3})ness$/, '$1')
    // "icing" and "iced" are "ice", "using" is "use": too short to lose their end.
    .replace(/^([aeiou][a-z])(?:ing|ed)$/, '$1e')
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^s])s$/, '$1')
    .replace(/([a-z]{3})(?:ing|ed|ly)$/, '$1')
  // "sitt" is "sit", "driv" is "drive": a doubled end and a last e go too.
  return one.replace(/([bdgmnprt])\1$/, '$1').replace(/([a-z]{3})e$/, '$1')
}

/** The words of a text, as they are written: letters and figures; an apostrophe belongs to its word. */
export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []
