/** The pages of erasing: asked before, the receipt after, and what is said when it did not work. */
import { groupBy } from '../../../care/evidence/lists.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { kindNames } from './record-words.ts'
import { whenWords } from '../when-words.ts'

/** What is erased: how many of each sort, as they stand on the receipt. */
export interface ToErase {
  readonly events: readonly NotebookEvent[]
  /** Entries that cannot be read, and damaged copies that were replaced. */
  readonly setAside: number
}

/** Asked before erasing, since it cannot be undone. */
export function ErasePage({ home, what, lockedCopy }: { home: CareHome; what: ToErase; lockedCopy: boolean }) {
  return (
    <CarePage home={home} title="Erase my record" asks>
      <h1>Erase my record?</h1>
      <p>This erases all of it from this browser. It cannot be undone. You can save a copy first.</p>
      <WhatIsErased what={what} />
      {lockedCopy && (
        <p>
          A locked copy of it was sent to your account. It is not erased by this. This device forgets its key. If you
          want the copy gone too, <a href={paths.recordSync}>delete it first</a>.
        </p>
      )}
      <form method="post" action={paths.recordErase}>
        <div class="actions">
          <ButtonLink href={paths.recordFile} wide>
            Save a copy first
          </ButtonLink>
          <ButtonLink href={paths.record} wide>
            Keep it
          </ButtonLink>
          <Button look="go">Erase everything</Button>
        </div>
      </form>
    </CarePage>
  )
}

/** Erasing failed, or the device did not say whether it is done. */
export function NotErasedPage({ home }: { home: CareHome }) {
  const title = 'We could not erase it'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        Your device did not erase it, or did not tell us that it had. Look at your record: it shows what is still there.
      </p>
      <p>Still there? Clear the data of this site in the settings of your browser. That erases all of it.</p>
      <div class="actions">
        <ButtonLink href={paths.record} look="go">
          Look at my record
        </ButtonLink>
      </div>
    </CarePage>
  )
}

interface ErasedProps {
  readonly home: CareHome
  readonly what: ToErase
  readonly at: EpochMs
  /** A locked copy went to the person's account, and stays there. */
  readonly lockedCopy: boolean
}

/** The receipt. */
export function ErasedPage({ home, what, at, lockedCopy }: ErasedProps) {
  const { length } = written(what.events)
  return (
    <CarePage home={home} title="Erased" islands={['record']}>
      <h1 tabindex={-1} data-focus data-erased>
        Your record is erased
      </h1>
      <div class="card sheet">
        <h2>Receipt</h2>
        <p>
          {length} {length === 1 ? 'entry was' : 'entries were'} erased from this browser on {whenWords(at, home)}.{' '}
          {lockedCopy
            ? 'A locked copy of it was sent to your account. What came there stays until you delete it there. Only your twelve words open it.'
            : 'No copy is left with us: we never had one.'}{' '}
          Files you saved yourself are still where you put them.
        </p>
        <WhatIsErased what={what} />
      </div>
      <div class="actions">
        <ButtonLink href={paths.home} look="go">
          Home
        </ButtonLink>
      </div>
    </CarePage>
  )
}

function WhatIsErased({ what: { events, setAside } }: { what: ToErase }) {
  const counts = groupBy(written(events), ({ kind }) => kind)
  return (
    <ul>
      {[...counts].map(([kind, { length }]) => (
        <li key={kind}>
          {kindNames[kind]}: {length}
        </li>
      ))}
      {setAside > 0 && <li>Entries that cannot be read: {setAside}</li>}
      <li>Checks under way, what you told us about medicines, and the random number of this record</li>
      <li>Timers, sound choices and where you were in a session</li>
    </ul>
  )
}

const written = (events: readonly NotebookEvent[]) =>
  events.filter((event): event is Exclude<NotebookEvent, { kind: 'unreadable' }> => event.kind !== 'unreadable')
