/**
 * The form of a diary entry. The pain and Save are the whole of it for anyone in a hurry; "Something is new or worse" is
 * always in sight, one tap from its list; where it hurts is open; all else is folded away and optional. Plain HTML.
 * Never: chooses an answer in advance, or loses one when something is wrong.
 */
import type { ComponentChildren } from 'preact'
import type { CountedEntry, Task } from '../../../care/diary/entry.ts'
import type { SameAgain } from '../../../care/diary/same-again.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import type { JustTold } from '../../../care/record/pain-told.ts'
import type { Answers } from '../../../care/check/types.ts'
import { mayBeEmergency, type Raised } from '../../../care/diary/entry-dangers.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { CarePage } from '../care-page.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import { helpNowWords } from '../../ui/danger-heard.tsx'
import { stopWords } from './diary-raised.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { PlainCause } from '../plain-cause.tsx'
import { stillSo } from '../still-so.ts'
import { aboutWords } from './diary-words.ts'
import {
  NewOrWorseSigns,
  AnotherDay,
  Where,
  PainMore,
  YourDay,
  Medicine,
  WhatHelped,
  HowYouDo,
  Note,
} from './diary-entry-fields.tsx'
import { type EntryPart, lastTyped } from './diary-entry-fold.tsx'

/** What the form tells of danger, the address of the check that it calls for, and whether the device took it down. */
export interface DangerTold {
  readonly kept: boolean
  readonly raised: Raised
  /** Of the last check. */
  readonly answers: Answers
  readonly check: string
}

export interface EntryFormPageProps {
  readonly home: CareHome
  /** UUID for the entry to be. */
  readonly form: string
  readonly tasks: readonly Task[]
  readonly typed: FormFields
  readonly problems: readonly Problem[]
  /** The pain has jumped: ask for a clear reason before it is written down. */
  readonly askCause: boolean
  readonly today: IsoDate
  /** What it asks of, in the words of this person. */
  readonly asks: string
  /** The entry that this one is to put right. */
  readonly putsRight?: CountedEntry | undefined
  /** A number told a short time ago, and what "Same as last time" may fill in. */
  readonly justTold?: JustTold | null
  readonly same?: SameAgain | null
  /** It has filled that in just now. */
  readonly isFilled?: boolean
  /** It was sent back because something is wrong with it, and it tells of danger. */
  readonly danger?: DangerTold | undefined
  /** What stands open from before: whom to call for it. */
  readonly before?: ComponentChildren
}

/** The page. */
export function EntryFormPage(props: EntryFormPageProps) {
  const { home, form, tasks, typed, problems, askCause, today, putsRight, danger, before } = props
  const title = askCause ? 'One question first' : putsRight ? 'Put this entry right' : props.asks
  const part: EntryPart = { typed, problems }
  const isAboutNow = !putsRight && !lastTyped(typed, 'about')
  return (
    <CarePage
      home={home}
      title={problems.length > 0 ? `Error: ${title}` : title}
      islands={['body-map', 'same-form']}
      asks
    >
      {before}
      {danger && <DangerFirst {...danger} />}
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && askCause && { 'data-focus': true })}>
        {title}
      </h1>
      <form method="post" action={paths.diaryEntry} novalidate class="entry-form">
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach; Enter must save */}
        <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">
          Save
        </button>
        <input type="hidden" name="form" value={form} data-same />
        {putsRight && (
          <>
            <input type="hidden" name="puts" value={putsRight.id} />
            <p>{aboutWords(putsRight, today, home)}</p>
            <p>Change what is wrong. “Now” and “today” mean when you first wrote it.</p>
          </>
        )}
        {askCause && <PlainCause typed={typed} isAboutNow={isAboutNow} unsaved="Your entry is not saved yet." />}
        <PainScale
          name="pain"
          legend="Pain right now"
          {...(isAboutNow && props.justTold && stillSo(props.justTold, home, false))}
          error={errorOf('pain', problems)}
          chosen={lastTyped(typed, 'pain')}
          ends={['no pain', 'the worst']}
        />
        <NewOrWorseSigns {...part} />
        <Where {...part} same={putsRight ? null : (props.same ?? null)} isFilled={props.isFilled === true} />
        {!putsRight && <AnotherDay {...part} today={today} />}
        <PainMore {...part} />
        <YourDay {...part} />
        <Medicine {...part} isPutRight={putsRight !== undefined} />
        <WhatHelped {...part} />
        <HowYouDo {...part} tasks={tasks} />
        <Note {...part} />
        <div class="save-bar no-print">
          <Button look="go">Save</Button>
        </div>
      </form>
    </CarePage>
  )
}

function DangerFirst({ raised, answers, check, kept }: DangerTold) {
  const calls = mayBeEmergency(raised) && !raised.routes.includes('999')
  return (
    <>
      <OtherRoutes routes={raised.routes} title="Who to call" first answers={answers} />
      <div class="callout warn" role="alert">
        <p>
          {raised.raises[0]?.because} {mayBeEmergency(raised) && `${helpNowWords} `}
          {stopWords}
        </p>
        <div class="actions">
          {calls && <CallButton number={uk.emergencyNumber} look="go" />}
          <ButtonLink href={check} {...(calls ? { wide: true } : { look: 'go' as const })}>
            Do the check
          </ButtonLink>
        </div>
        {!kept && <p>We could not keep this on your device. It may be full.</p>}
      </div>
    </>
  )
}
