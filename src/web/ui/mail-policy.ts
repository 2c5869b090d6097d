/** The content security policy of a mail that is shown as a page: its own styles, and nothing else at all. */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
