/**
 * "My record": what is kept, export, import, erase with a receipt. On the server, which keeps nothing, it says so and why.
 */
import { MayBeCleared } from './may-be-cleared.tsx'
import { correctClocks, visitToCome } from '../../../care/record/notebook-clock.ts'
import { lastCheck, type NotebookEvent, inOrder } from '../../../care/record/notebook.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { paths } from '../paths.ts'
import { StillOpen } from '../programme/today-warnings.tsx'
import { isOfUnknownAge, unknownAgeWords } from './old-check.ts'
import { clockTrouble, type RecordNow } from './record-now.ts'
import { aheadWords, VisitToCome } from './record-trouble.tsx'
import { eventWords } from './record-words.ts'
import { whenMade } from '../when-words.ts'

export interface RecordPageProps {
  readonly home: CareHome
  readonly events: readonly NotebookEvent[]
  /** The same, folded: it tells whom to call while a danger in it stands; null where it did not open. */
  readonly record: RecordNow | null
  /** Which page of entries, from 1 for the newest. One that is past the end shows the last. */
  readonly page?: number
  /** What went wrong with an import. */
  readonly problem?: string
  /** What an import did. */
  readonly done?: string
  /** What of a file an import left out, and why. */
  readonly but?: string | undefined
  /** How many entries cannot be read and are kept aside. */
  readonly setAside?: number
  /** There was a record here that the browser has thrown away. */
  readonly lost?: boolean
  /** A locked copy of it went to the person's account. */
  readonly lockedCopy?: boolean
  /** Some of it the device has not taken: the running worker alone may hold it. */
  readonly notTaken?: boolean
}

/** Most entries on one page. A year has thousands, and nobody reads them in one go. */
const entriesOnPage = 50

/** Everything in the record, newest first, page by page. */
export function RecordPage(props: RecordPageProps) {
  const { home, events, record, page = 1, problem, setAside = 0, lockedCopy = false, notTaken = false } = props
  return (
    <CarePage
      home={home}
      title={problem ? 'Error: My record' : 'My record'}
      wide
      islands={['record', 'told-elsewhere']}
    >
      <ErrorSummary problems={problem ? [{ field: 'file', text: problem }] : []} />
      <h1>My record</h1>
      <WhatHappened {...props} />
      {visitToCome(events, momentOf(home)) && <VisitToCome />}
      <div class="side-by-side">
        <div>
          {record && <StillOpen record={record} />}
          {notTaken && (
            <p class="callout warn">
              Your device did not take all of this. It may be full. Make room and save a copy now, or some may be lost.
            </p>
          )}
          <p>
            {notTaken ? 'The rest is kept' : 'Kept'} in this browser, on this device. Nobody else can see it.{' '}
            {lockedCopy
              ? 'A copy was sent to your account, locked with your twelve words. We cannot read it.'
              : 'We never send it anywhere, unless you ask for it.'}
          </p>
          <MayBeCleared record={record} on="record" />
          <CheckIsOld home={home} events={events} />
          {setAside > 0 && (
            <Callout
              title={setAside === 1 ? 'One entry cannot be read' : `${setAside} entries cannot be read`}
              look="warn"
            >
              <p>Nothing is lost: they are kept aside. You can save them as text.</p>
              <ButtonLink href={paths.recordSetAside}>Save them as text</ButtonLink>
            </Callout>
          )}
          {events.length === 0 ? <NothingKept /> : <Entries home={home} events={events} page={page} />}
        </div>
        <div>
          <TakeWithYou />
          <h2>On another device too</h2>
          <ButtonLink href={paths.recordSync}>
            {lockedCopy ? 'My locked copy' : 'Keep a locked copy in my account'}
          </ButtonLink>
          {events.length > 0 && <OnHomeScreen />}
          <h2>Erase it</h2>
          <ButtonLink href={paths.recordErase}>Erase my record</ButtonLink>
        </div>
      </div>
    </CarePage>
  )
}

const NothingKept = () => (
  <>
    <p>Nothing is kept yet.</p>
    <p class="quiet">
      Did you open Unclench from the home screen of an iPhone or iPad? There it keeps a record of its own, apart from
      the one in your browser. Save that one as a file in the browser, and add the file here.
    </p>
    <div class="actions">
      <ButtonLink href={paths.check} look="go">
        Start the check
      </ButtonLink>
    </div>
  </>
)

/** What was told in the browser is not in the app that was put on the home screen of an iPhone, and nothing there says so. */
const OnHomeScreen = () => (
  <Details summary="Unclench on a home screen">
    <p>
      On the home screen of an iPhone or iPad, Unclench keeps a record of its own. It starts empty. What you tell one
      does not reach the other.
    </p>
    <p>
      To bring your record across, save it as a file here. Then open Unclench from the home screen, go to My record, and
      add that file.
    </p>
  </Details>
)

/** What an import did, and what became of the record without the person: lost, or dated after now. */
function WhatHappened({ home, events, done, but, lost = false }: RecordPageProps) {
  const now = momentOf(home)
  const { ahead, isToCheckAgain } = clockTrouble(home, events, correctClocks(events, now), now)
  return (
    <>
      {done && (
        <p class="callout" role="status">
          {done}
        </p>
      )}
      {but && (
        <Callout title="Not all of that file was used" look="warn">
          <p>{but}</p>
        </Callout>
      )}
      {lost && (
        <Callout title="The record you had here is gone" look="warn">
          <p>
            Your browser has lost it. That can happen when the device is full. We did not erase it, and nobody has seen
            it.
          </p>
          <p>Do the check again before you move. If you saved a copy, add it from the file below.</p>
          <ButtonLink href={paths.check}>Do the check</ButtonLink>
        </Callout>
      )}
      {ahead && (
        <Callout title="Your clock was ahead" look="warn">
          <p>
            The first of these entries says {whenMade(ahead, home)}. Nothing is lost. {aheadWords(isToCheckAgain)}
          </p>
          <p>Is the time on this device wrong now? Put it right first.</p>
        </Callout>
      )}
    </>
  )
}

/** A check that is more than a day old no longer counts. */
function CheckIsOld({ home, events }: { home: CareHome; events: readonly NotebookEvent[] }) {
  const now = momentOf(home)
  const inTime = correctClocks(events, now)
  if (!lastCheck(inTime, now.at)?.expired) return null
  const doubt = events.some(({ kind }) => kind === 'unreadable')
  const isUnknown = isOfUnknownAge(inTime, now.at)
  return (
    <Callout title={doubt || isUnknown ? 'Do the check again' : 'Your last check is more than a day old'} look="warn">
      <p>
        {doubt
          ? 'A part of your record cannot be read, so what you told before may not be all.'
          : `${isUnknown ? `${unknownAgeWords} ` : ''}Things may have changed.`}{' '}
        Do the check again before you carry on with your plan.
      </p>
      <ButtonLink href={paths.check}>Do the check again</ButtonLink>
    </Callout>
  )
}

/** Files to save, and a file to add. */
function TakeWithYou() {
  return (
    <>
      <h2>Take it with you</h2>
      <p>
        Save your record as one file: as a copy, or to move to another device. It leaves out what you said before
        painkillers, such as allergies. We ask it again there.
      </p>
      <div class="actions">
        <ButtonLink href={paths.recordFile} wide>
          Save my record as a file
        </ButtonLink>
        <ButtonLink href={paths.report} wide>
          One page for a doctor or physio
        </ButtonLink>
        <ButtonLink href={paths.diaryFile} wide>
          Save my diary as a table (CSV)
        </ButtonLink>
        <ButtonLink href={paths.diaryFileSemicolon} wide>
          The same table, for Excel outside the UK
        </ButtonLink>
      </div>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <h2>
          <label for="file">Add from a file</label>
        </h2>
        <p>
          <input type="file" id="file" name="file" accept="application/json,.json" class="field" />
        </p>
        <Button>Add this file to my record</Button>
      </form>
    </>
  )
}

/** One page of entries, with the way to newer and older ones. */
function Entries({ home, events, page }: { home: CareHome; events: readonly NotebookEvent[]; page: number }) {
  const newestFirst = [...inOrder(events)].reverse()
  const pages = Math.ceil(newestFirst.length / entriesOnPage)
  const here = Math.min(Math.max(1, page), pages)
  const from = (here - 1) * entriesOnPage
  const shown = newestFirst.slice(from, from + entriesOnPage)
  return (
    <>
      {pages > 1 && (
        <p class="quiet">
          Entries {from + 1} to {from + shown.length} of {newestFirst.length}, newest first.
        </p>
      )}
      <dl class="pairs">
        {shown.map((event) => (
          <Entry key={event.id} home={home} event={event} />
        ))}
      </dl>
      {pages > 1 && <MoreEntries here={here} pages={pages} />}
    </>
  )
}

const MoreEntries = ({ here, pages }: { here: number; pages: number }) => (
  <nav class="actions" aria-label="More entries">
    {here > 1 && <ButtonLink href={paths.recordPage(here - 1)}>Newer entries</ButtonLink>}
    {here < pages && <ButtonLink href={paths.recordPage(here + 1)}>Older entries</ButtonLink>}
  </nav>
)

function Entry({ home, event }: { home: CareHome; event: NotebookEvent }) {
  return (
    <>
      <dt>
        <time datetime={new Date(event.at).toISOString()}>{whenMade(event, home)}</time>
      </dt>
      <dd>{eventWords(event, home)}</dd>
    </>
  )
}

/** Said where no store is: on the server, or in a private window. */
export function NoRecordPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="My record">
      <h1>Nothing is kept</h1>
      <p>
        Your record lives in your own browser. This page came from our server, and the server keeps nothing: no answers,
        no names, no addresses. So there is nothing to show, save or erase here.
      </p>
      <p>
        Your browser keeps the record once all of Unclench has loaded. Scripts must be allowed. Some browsers keep
        nothing in a private window. If you saved a record before, reload this page in the same browser.
      </p>
      <div class="actions">
        <ButtonLink href={paths.check} look="go">
          Start the check
        </ButtonLink>
        <ButtonLink href={paths.record} wide>
          Load again
        </ButtonLink>
      </div>
    </CarePage>
  )
}
