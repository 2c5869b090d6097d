/** For tests: which rows of an answer are neighbours' (neighbours.sql), by the names that nobody else has. */

const names =
  /neighbours\.example|marigold|cosmo|odile|piers|ursa kittow|quill amory|harbour|osteopathy|penzance|nb4071|gales and backs|rowing/i

/** Those that are the test's own, where what was asked lists a whole clinic. */
export const ownRows = <T>(rows: readonly T[]): readonly T[] => rows.filter((row) => !names.test(JSON.stringify(row)))
