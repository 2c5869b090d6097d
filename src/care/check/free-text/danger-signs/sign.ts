/**
 * The small language of this folder: for each question, the ways in which it may be said, line by line.
 *
 * - `NAME` is a meaning of the lexicon, `word` or `two_words` stand for themselves (a star adds the usual endings).
 * - `a/b` is either. `a + b`: next to each other; `a > b`: b within four words after a; `a >> b`: within nine.
 *   `a & b`: either order, within five words; `a && b`: within ten. Small words (my, the, very, of …) never count.
 * - `! X`: not where X stands near. X silences, so it is a whole way of saying that nobody in danger would use ("on a diet"), and
 *   no single word that may stand beside a danger ("work", "pain"). `= value`: the answer that these words state plainly.
 * - Numbers: `n2` is a number of 2 or more (n4, n5, n7, n8, n9), `nle3` of 3 or less, `nC` 38 to 43 and `nCd` the same with a
 *   point, `nF` 100.4 to 110 (read as Fahrenheit), `nMg` over 4,000, `n65` 65 to 110 (an age), `nEarly` 1 to 13 and `nLate` 14 to 42 (weeks),
 *   `nPower` 0 to 4 of 5, as a clinician writes the strength of a muscle (4-/5 too).
 *
 * `kind`: a `sign` is quiet when denied, only feared, or long past; a `plea` only when denied ("scared he will hit me");
 * `history` (an illness or medicine) is quiet for other people, fears and questions, a `medicine` for other people only
 * ("could it be the warfarin?" takes it). Lines that begin with `dx` name an illness in a sign question: quiet as a history.
 */

/** One question and how it may be said. */
export interface DangerSign {
  /** Id of the question of the check. */
  readonly question: string
  /** Few words for "You wrote something that may mean: …". */
  readonly says: string
  readonly kind: 'sign' | 'plea' | 'history' | 'medicine'
  readonly lines: string
}
