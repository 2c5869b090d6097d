/** A reporter for knip that says how many files it read. scripts/test.mjs fails the step when that is none. */
export default function sayCount({ counters }) {
  console.log(`knip read ${counters.processed} files.`)
}
