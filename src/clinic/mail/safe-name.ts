/** Names as people typed them, made fit for a letter. Whoever books may type anybody's address, and anything for a name. */

/** Marks that turn the direction of what follows, and those that nobody sees. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** What a mail program would make into a link, or what belongs to markup. */
const likeAnAddress = /=\?|[:/\\@<>]|[Ww]{3}\.|\.\p{Ll}{2,}|\.\p{Lu}{2,}\b/u

/**
 * One line, in any script, whole. "J.Smith" is a name, "smith.com" is not.
 * @returns `null` where it reads like an address of a page or of mail, or like markup: a
 * stranger could send somebody a link in our name; the letter then does without the name
 */
export function safeName(typed: string): string | null {
  const name = oneLine(typed)
  return name === '' || likeAnAddress.test(name) ? null : name
}

/** Line ends and control characters as spaces, unseen marks gone. */
export function oneLine(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
