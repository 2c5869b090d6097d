/**
 * The keys that work on a page of the staff, along its foot on a desk. The island `keys` shows the bar, and takes out of it what
 * this page does not have; without it nothing is said of keys, since none would work. Those of the places stand at the side.
 */

/** One key, or several that belong together. */
export interface KeySaid {
  /** As `KeyboardEvent.key` names it, small letters small. The first decides whether the page has it. */
  readonly keys: readonly string[]
  readonly text: string
}

/** The key of a place by where it stands: "1" for the first. */
export const placeKey = (at: number): string => String(at + 1)

/** Down and up a list. */
export const walkKeys: KeySaid = { keys: ['j', 'k'], text: 'next, earlier' }

/** What is printed on a key. */
const printed: Readonly<Record<string, string>> = {
  ArrowUp: 'arrows',
}
const printedOn = (key: string) => printed[key] ?? key.toUpperCase()

interface KeyBarProps {
  readonly keys: readonly KeySaid[]
  readonly mayFind: boolean
}

export function KeyBar({ keys, mayFind }: KeyBarProps) {
  const find: readonly KeySaid[] = mayFind ? [{ keys: ['/'], text: 'find' }] : []
  return (
    <aside class="key-bar" aria-label="Keys" data-key-bar hidden>
      <ul>
        {[...keys, ...find].map(({ keys: all, text }) => (
          <li key={text} data-for={all[0]}>
            {all.map((key) => (
              <kbd key={key}>{printedOn(key)}</kbd>
            ))}{' '}
            {text}
          </li>
        ))}
      </ul>
      <button type="button" data-keys-switch>
        Turn keys off
      </button>
    </aside>
  )
}
