/** Pages of the guide as pieces of a letter: title, short answer, how sure we are, and where they are. From the guide itself, never retyped. */
import { type ClaimId, claimOf } from '../../care/evidence/claims.ts'
import { gradeWords } from '../../care/evidence/grade.ts'
import { articles } from '../../care/guide/articles.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { textOf } from '../../care/guide/types.ts'

/** A page of the guide as it stands in a letter. */
export interface Piece {
  /** Its address without the first slash: "guide/heat-or-ice". */
  readonly page: string
  readonly title: string
  readonly short: string
  /** How sure we are, a sentence for each thing that the page grades. Not given by a letter that was kept before it was said. */
  readonly sure?: readonly string[]
}

const gradeOf = (id: ClaimId): string | undefined => {
  const { grade } = claimOf(id)
  return grade && gradeWords[grade]
}
/** "Moderate evidence: Warmth eases back pain for a while." */
const sureOf = (id: ClaimId): readonly string[] => {
  const grade = gradeOf(id)
  return grade ? [`${grade.charAt(0).toUpperCase()}${grade.slice(1)}: ${claimOf(id).says}`] : []
}

/** Every page that a letter can be made of, in the guide's own order. */
export const guidePieces = (): readonly Piece[] => [
  ...Object.values(articles).map(({ slug, title, short, bars }) => ({
    page: `guide/${slug}`,
    title,
    short: short.map(textOf).join(' '),
    sure: bars.flatMap(sureOf),
  })),
  ...guideTreatments.map(({ slug, name, does, claim }) => ({
    page: `treatments/${slug}`,
    title: name,
    short: textOf(does),
    sure: [gradeOf(claim)].flatMap((grade) => (grade ? [`How sure we are: ${grade}.`] : [])),
  })),
]

/** The pieces of these pages, in their order; what the guide does not hold is left out. */
export function piecesOf(pages: readonly string[]): readonly Piece[] {
  const known = new Map(guidePieces().map((piece) => [piece.page, piece]))
  return pages.flatMap((page) => known.get(page) ?? [])
}
