/** What becomes of a sheet that was sent to be made into a file. Apart from the sheet, whose reader is the server's alone. */

/**
 * A file, or why there is none. `away`: the server that makes it could not be reached. `busy`: it makes others. `none`: it
 * cannot make files. `refused`: it does not know what was sent, as where one of the two is older.
 */
export type PaperMade =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: WhyNoPaper }
/** See `PaperMade`. */
export const whyNoPaper = ['away', 'busy', 'none', 'refused'] as const
/** See `PaperMade`. */
export type WhyNoPaper = (typeof whyNoPaper)[number]
