/** Every column that names a person, and what becomes of it in a merge. A test compares it with the catalogue. */

/**
 * `moves`: its rows go to the record that stays. `ends`: at most one of the two can stay; the rest is remembered. `turned`: of
 * pairs of persons. `never`: somebody who has such a row is not merged.
 */
export const mergeKeys: Readonly<Record<string, 'moves' | 'ends' | 'turned' | 'never'>> = {
  'appointments.person_id': 'moves',
  'reads.person_id': 'moves',
  'person_merges.kept_person_id': 'moves',
  'person_changes.person_id': 'moves',
  'calendar_feeds.person_id': 'ends',
  'different_persons.one_person_id': 'turned',
  'different_persons.other_person_id': 'turned',
  'erasures.person_id': 'never',
}

/** A table whose rows move: how a row is named, and the column that names the person. */
export const movingTables = [
  { table: 'appointments', key: 'appointment_id', person: 'person_id' },
  { table: 'reads', key: 'read_id', person: 'person_id' },
  { table: 'person_merges', key: 'merge_id', person: 'kept_person_id' },
  { table: 'person_changes', key: 'change_id', person: 'person_id' },
] as const
