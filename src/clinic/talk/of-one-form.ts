/**
 * Which questions or comments came from one form. Other words from the same form, as after Back, are another one, since nobody
 * knows whether they stand for the first; half of its key is of the form alone, so that each page can show the other.
 */
import { type RawBuilder, sql } from 'kysely'

/** One key for these words of this form. @param form its own key, with what else makes it another form */
export const keyOfWords = (form: string, words: string): RawBuilder<string> =>
  sql<string>`(left(md5(${form}), 16) || left(md5(${words}), 16))::uuid`

/** Is the key in this column of the same form as this one? */
export const ofOneForm = (column: 'write_key' | 'ask_key', key: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} between (left(replace(${key}::text, '-', ''), 16) || repeat('0', 16))::uuid
    and (left(replace(${key}::text, '-', ''), 16) || repeat('f', 16))::uuid`
