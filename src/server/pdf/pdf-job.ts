/** What the server and the program that makes a PDF say to each other. */

/** One PDF to make. */
export interface PdfJob {
  /** The Typst source. */
  readonly main: string
  /** Pictures by the path under which the source names them, each begins with "/". */
  readonly files: Readonly<Record<string, string>>
  /** Printed on each page. */
  readonly version: string
}

/** The program's exit code where the compiler does not load at all: no PDF can be had on this computer. */
export const cannotCompile = 4
