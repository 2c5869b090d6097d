/** The words by which `reading.ts` tells where a line goes on, whose a thing is, and what a number counts. Data only. */

const words = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** A line that ends in one of these goes on in the next: no sentence ends so. */
export const goesOn = words('a an the my your his her and or nor')

/** Meanings of the lexicon behind which "me" is said for "my": "tripping over me toes". */
export const bodyParts = words('SADDLE BUM BLADDER LEG CALF FOOT TOE KNEE ARM HAND FACE CHEST TUMMY NECK')

/** "what should I do": before "I do". */
export const doing = words('should do can')

/** With these a "t" that stands alone is one word, and ends none: "my car was t boned". */
export const behindT = words('boned')

/** Whose it is: skipped as "my" is, "between mum's legs". */
export const whose = words('me mums mams moms mothers dads fathers nans grans wifes husbands partners sons daughters')

/** Behind one of these a number counts no tablets: "30 mg", "for 14 days", "at 10 pm". "30/500" is a strength. */
export const noCount = words(
  'mg mgs ml mcg g gram grams milligram milligrams minutes hours hour days day weeks week months month years year pm am oclock stone kg miles',
)
/** Nor is a number behind one of these: "I am 45", "aged 60", "at 10". */
export const noCountBehind = words('im am age aged at since out')
