/** The usual endings of an English word: leak, leaks, leaked, leaking. Naive on purpose: a form that nobody writes costs nothing. */

/** The forms of one way of writing; a star asks for endings. `leak*` gives four, `leak` itself. */
export function formsOf(word: string): readonly string[] {
  if (!word.endsWith('*')) return [word]
  const stem = word.slice(0, -1)
  if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`, `${stem.endsWith('ee') ? stem : stem.slice(0, -1)}ing`]
  if (/(?:s|x|ch|sh)$/.test(stem)) return [stem, `${stem}es`, `${stem}ed`, `${stem}ing`]
  if (/[^aeiou]y$/.test(stem)) return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`]
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(stem) ? `${stem}${stem.at(-1)}` : null
  const plain = [stem, `${stem}s`, `${stem}ed`, `${stem}ing`]
  return doubled === null ? plain : [...plain, `${doubled}ed`, `${doubled}ing`, `${doubled}y`]
}
