/** Pages of the guide as pieces of a letter: title, short answer, and where they are. From the guide itself, never retyped. */
import { articles } from '../../care/guide/articles.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { textOf } from '../../care/guide/types.ts'

/** A page of the guide as it stands in a letter. */
export interface Piece {
  /** Its address without the first slash: "guide/heat-or-ice". */
  readonly page: string
  readonly title: string
  readonly short: string
}

/** Every page that a letter can be made of, in the guide's own order. */
export const guidePieces = (): readonly Piece[] => [
  ...Object.values(articles).map(({ slug, title, short }) => ({
    page: `guide/${slug}`,
    title,
    short: short.map(textOf).join(' '),
  })),
  ...guideTreatments.map(({ slug, name, does }) => ({ page: `treatments/${slug}`, title: name, short: textOf(does) })),
]

/** The pieces of these pages, in their order; what the guide does not hold is left out. */
export function piecesOf(pages: readonly string[]): readonly Piece[] {
  const known = new Map(guidePieces().map((piece) => [piece.page, piece]))
  return pages.flatMap((page) => known.get(page) ?? [])
}
