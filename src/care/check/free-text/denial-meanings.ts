/** The meanings of the lexicon by which `denial.ts` and `find-signs.ts` tell what a "no" reaches. Data only. */

const meanings = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** These a list of noes may hold without ending. */
export const listable = meanings(
  `NUMB PAIN WEAK FEVER SHIVER SWOLLEN RED BLOOD BREATHLESS LEAK SICK HEADACHE RASH LOST CANCER PEE POO BLADDER SADDLE LEG CHEST INCONT
 SWEAT WEIGHT DIZZY ODD COUGH UNSTEADY BURN TUMMY NIGHT FOOT ARM HAND BUM LUMP DROOP STIFF SUICIDE KILL retention`,
)
/** Between one of these and what cannot be done, moving is what is hard: "hard to get up to pee". */
export const cannots = meanings('CANT CANNOT')
/** These say "no feeling"; with a sign behind them they deny it: "don't feel any numbness". */
export const noFeelings = meanings('NOFEEL NUMB')
/** The signs that they deny then. */
export const feltSigns = meanings('NUMB ODD PAIN WEAK BURN FEVER SHIVER DIZZY')
/** "no face drooping or slurred speech": behind an "or" these parts of the body end no list. */
export const listedParts = meanings('FACE SPEECH CALF EYE NECK FALL')
