/**
 * A movement found by words: its name, or what it is for. A post, since what somebody looks for may be about their health and may
 * stand in no address; what may mean danger is answered first.
 * Never: decides who may do a movement; it looks among those that may be seen.
 */
import type { ComponentChildren } from 'preact'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import { Button } from '../../ui/button.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { DangerSearched } from '../guide/danger-searched.tsx'
import { mostLetters, searchMovements } from '../guide/search-guide.ts'
import { paths } from '../paths.ts'

/** Of these movements, those that the words find. */
export function foundBy<T extends { readonly id: MovementId }>(words: string, from: readonly T[]): readonly T[] {
  const found = new Set(searchMovements(words))
  return from.filter(({ id }) => found.has(id))
}

/** A movement that the words find and that this person is not shown now, and why. */
export interface LeftOut {
  readonly id: MovementId
  readonly because: readonly string[]
}

interface MovementWordsProps {
  readonly words: string | undefined
  readonly found: number
  /** What would be found too, were it right for this person now. */
  readonly leftOut: readonly LeftOut[]
  /** The plan as hidden fields, where no record holds it. */
  readonly carried: ComponentChildren
}

/** The field, and after a search what came of it. */
export function MovementWords({ words, found, leftOut, carried }: MovementWordsProps) {
  return (
    <>
      {words !== undefined && <DangerSearched words={words} />}
      <form class="question" method="post" action={paths.movements}>
        {carried}
        <LineField
          name="words"
          legend="Find a movement"
          hint="By its name, or what it is for. Such as knee, chair or breathing."
          typed={words?.slice(0, mostLetters)}
          autocomplete="off"
        />
        <div class="actions">
          <Button>Find</Button>
          {words !== undefined && (
            <Button name="show" value="now">
              All movements
            </Button>
          )}
        </div>
      </form>
      {words !== undefined && (
        <p role="status">
          {found === 0
            ? `No movement for you is found for “${words.slice(0, mostLetters)}”.${leftOut.length > 0 ? '' : ' Try one plain word.'}`
            : `${found} found for “${words.slice(0, mostLetters)}”.`}
        </p>
      )}
      {words !== undefined && leftOut.length > 0 && (
        <ul>
          {leftOut.map(({ id, because }) => (
            <li key={id}>
              <strong>{movements[id].title}</strong> is left out. {because.join(' ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
