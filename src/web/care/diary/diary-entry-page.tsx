/**
 * The form of a diary entry. The pain and Save are the whole of it for who is in a hurry; "Something is new or worse" is
 * always in sight, one tap from its list; where it hurts is open; all else is folded away and optional. Plain HTML.
 * Never: chooses an answer in advance, or loses one when something is wrong.
 */
import type { ComponentChildren } from 'preact'
import { isRegionId } from '../../../care/diary/body-map.ts'
import {
  type CountedEntry,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  noteLimit,
  signAnswers,
  sleepAnswers,
  stressAnswers,
  type Task,
} from '../../../care/diary/entry.ts'
import type { SameAgain } from '../../../care/diary/same-again.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { products } from '../../../care/medicines/products.ts'
import type { JustTold } from '../../../care/record/pain-told.ts'
import { BodyMapField } from '../../ui/body-map.tsx'
import { mayBeEmergency, type Raised } from '../../../care/diary/entry-dangers.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { NumberField, RadioGroup, TextField, Tick, TickList } from '../../ui/form-parts.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { CarePage } from '../care-page.tsx'
import { OtherRoutes } from '../check/check-result.tsx'
import { helpNowWords, stopWords } from './diary-raised.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { commonProducts } from '../medicines/medicine-tally-flow.ts'
import { paths } from '../paths.ts'
import { stillSo } from '../still-so.ts'
import { daysBack } from './diary-form.ts'
import { aboutWords, dayBackWords, dayWords } from './diary-words.ts'

/** What the form tells of danger, the address of the check that it calls for, and whether the device took it down. */
export interface DangerTold {
  readonly kept: boolean
  readonly raised: Raised
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
  /** The entry that this one is to put right. */
  readonly putsRight?: CountedEntry | undefined
  /** A number told a short time ago, and what "Same as last time" may fill in. */
  readonly justTold?: JustTold | null
  readonly same?: SameAgain | null
  /** It has filled that in just now. */
  readonly isFilled?: boolean
  /** It was sent back because something is wrong with it, and it tells of danger. */
  readonly danger?: DangerTold | undefined
}

/** The page. */
export function EntryFormPage(props: EntryFormPageProps) {
  const { home, form, tasks, typed, problems, askCause, today, putsRight, danger } = props
  const title = askCause ? 'One question first' : putsRight ? 'Put this entry right' : 'How is your back now?'
  const part: Part = { typed, problems }
  const isAboutNow = !putsRight && !one(typed, 'about')
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} islands={['body-map']}>
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
        <input type="hidden" name="form" value={form} />
        {putsRight && (
          <>
            <input type="hidden" name="puts" value={putsRight.id} />
            <p>{aboutWords(putsRight, today, home)}</p>
            <p>Change what is wrong. “Now” and “today” mean when you first wrote it.</p>
          </>
        )}
        {askCause && <PlainCause typed={typed} isAboutNow={isAboutNow} />}
        <PainScale
          name="pain"
          legend="Pain right now"
          {...(isAboutNow && props.justTold && stillSo(props.justTold, home, false))}
          error={errorOf('pain', problems)}
          chosen={one(typed, 'pain')}
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

/** Asked where the pain has jumped, before anything is written down. */
function PlainCause({ typed, isAboutNow }: { readonly typed: FormFields; readonly isAboutNow: boolean }) {
  return (
    <>
      <input type="hidden" name="asked" value="cause" />
      <p class="callout">
        {isAboutNow
          ? 'Your pain has gone up by 3 points or more.'
          : 'This is 3 points or more above what you told us before.'}{' '}
        Your entry is not saved yet.
      </p>
      <RadioGroup
        name="plainCause"
        legend="Is there a clear reason?"
        hint="Such as much more lifting than usual, or a long drive."
        chosen={one(typed, 'plainCause')}
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'notSure', text: 'Not sure' },
        ]}
      />
    </>
  )
}

function DangerFirst({ raised, check, kept }: DangerTold) {
  return (
    <>
      <OtherRoutes routes={raised.routes} title="Who to call" first />
      <div class="callout warn" role="alert">
        <p>
          {raised.raises[0]?.because} {mayBeEmergency(raised) && `${helpNowWords} `}
          {stopWords}
        </p>
        {!kept && <p>We could not keep this on your device. It may be full.</p>}
        <ButtonLink href={check} look="go">
          Do the check
        </ButtonLink>
      </div>
    </>
  )
}

interface Part {
  readonly typed: FormFields
  readonly problems: readonly Problem[]
}
const one = (typed: FormFields, name: string) => typed.get(name)?.at(-1)
const has = (typed: FormFields, name: string, value: string) => typed.get(name)?.includes(value) ?? false

/** A folded part of the form. It is open when it holds something, or something wrong. */
function More(
  props: Part & {
    title: string
    names: readonly string[]
    /** Open from the beginning, or the one that leads to danger. */
    look?: 'open' | 'signs'
    children: ComponentChildren
  },
) {
  const { title, names, typed, problems, look, children } = props
  const used = names.some((name) => (one(typed, name) ?? '') !== '' || errorOf(name, problems) !== undefined)
  return (
    <details class={look === 'signs' ? 'more signs' : 'more'} open={used || look === 'open'}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

/** Radios of a list of answers, all the same way. */
function Choices(props: Part & { name: string; legend: string; options: readonly { value: string; text: string }[] }) {
  const { name, legend, options, typed, problems } = props
  return (
    <RadioGroup
      name={name}
      legend={legend}
      options={options}
      chosen={one(typed, name)}
      error={errorOf(name, problems)}
    />
  )
}

/** One button in sight, right under the pain, with the list behind it; open as soon as something is ticked or wrong. */
function NewOrWorseSigns(part: Part) {
  return (
    <More {...part} title="Something is new or worse" names={['signs']} look="signs">
      <TickList
        name="signs"
        legend="Is anything new or worse?"
        hint="Tick any that fit. If none do, carry on."
        error={errorOf('signs', part.problems)}
        items={signAnswers.map(({ value, text }) => ({
          name: 'signs',
          value,
          text,
          ticked: has(part.typed, 'signs', value),
        }))}
      />
    </More>
  )
}

function AnotherDay(part: Part & { today: IsoDate }) {
  return (
    <More {...part} title="Another day?" names={['about']}>
      <RadioGroup
        name="about"
        legend="Which day is this about?"
        hint="For an earlier day, answer as it was then. “Now” and “today” mean that day."
        chosen={one(part.typed, 'about')}
        error={errorOf('about', part.problems)}
        options={[
          { value: '', text: 'Now' },
          ...daysBack(part.today).map((day) => ({ value: day, text: dayBackWords(day, part.today) })),
        ]}
      />
    </More>
  )
}

function Where(part: Part & { same: SameAgain | null; isFilled: boolean }) {
  const { same, isFilled } = part
  return (
    <More {...part} title="Where it hurts" names={['places', 'leg']} look="open">
      {isFilled ? (
        <p class="callout" role="status" tabindex={-1} data-focus>
          {same ? `Filled in from ${dayWords(same.day)}. ` : 'There was nothing to fill in. '}
          Change what is different, then save.
        </p>
      ) : (
        same && (
          <Button name="do" value="same" wide unchecked>
            Same as last time
          </Button>
        )
      )}
      <BodyMapField
        name="places"
        legend="Mark where it hurts"
        marked={(part.typed.get('places') ?? []).filter(isRegionId)}
        error={errorOf('places', part.problems)}
      />
      <Choices {...part} name="leg" legend="Pain or tingling in a leg" options={legAnswers} />
    </More>
  )
}

function PainMore(part: Part) {
  const scale = { ends: ['no pain', 'the worst'], canLeaveOut: true } as const
  return (
    <More {...part} title="Pain in the last 24 hours" names={['average', 'worst']}>
      <PainScale
        {...scale}
        name="average"
        legend="Usual pain in the last 24 hours"
        chosen={one(part.typed, 'average')}
        error={errorOf('average', part.problems)}
      />
      <PainScale
        {...scale}
        name="worst"
        legend="Worst pain in the last 24 hours"
        chosen={one(part.typed, 'worst')}
        error={errorOf('worst', part.problems)}
      />
    </More>
  )
}

function YourDay(part: Part) {
  return (
    <More {...part} title="Sleep, stress, sitting, lifting" names={['sleep', 'stress', 'sitting', 'lifting']}>
      <Choices {...part} name="sleep" legend="Last night" options={sleepAnswers} />
      <Choices {...part} name="stress" legend="Stress today" options={stressAnswers} />
      <NumberField
        name="sitting"
        legend="Hours sat today"
        unit="hours"
        min={0}
        max={24}
        decimal
        typed={one(part.typed, 'sitting')}
        error={errorOf('sitting', part.problems)}
      />
      <Choices {...part} name="lifting" legend="Lifting today" options={liftingAnswers} />
    </More>
  )
}

function Medicine(part: Part & { isPutRight: boolean }) {
  const doses = commonProducts.map((id) => ({ id, name: products.find((one) => one.id === id)?.name ?? id }))
  const names = ['took', ...doses.map(({ id }) => `dose.${id}`)]
  return (
    <More {...part} title="Medicine" names={names}>
      <Choices
        {...part}
        name="took"
        legend="Medicine for the pain today"
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <p class="hint">
        {part.isPutRight
          ? 'Doses are put right in your list of doses.'
          : 'Took a painkiller now? Add it to your list of doses here. Save first to add another kind, or another time.'}
      </p>
      {(part.isPutRight ? [] : doses).map(({ id, name }) => (
        <RadioGroup
          key={id}
          name={`dose.${id}`}
          legend={`${name}, taken now`}
          chosen={one(part.typed, `dose.${id}`)}
          options={[
            { value: '', text: 'None' },
            { value: '1', text: '1' },
            { value: '2', text: '2' },
          ]}
        />
      ))}
    </More>
  )
}

function WhatHelped({ typed, problems }: Part) {
  return (
    <More typed={typed} problems={problems} title="What helped" names={['helped']}>
      <TickList
        name="helped"
        legend="Did anything help?"
        error={errorOf('helped', problems)}
        items={helpedAnswers.map(({ value, text }) => ({
          name: 'helped',
          value,
          text,
          ticked: has(typed, 'helped', value),
        }))}
      />
    </More>
  )
}

function HowYouDo({ typed, problems, tasks }: Part & { tasks: readonly Task[] }) {
  const names = [...tasks.map(({ id }) => `task.${id}`), 'tasks', 'confidence', 'change']
  return (
    <More typed={typed} problems={problems} title="My tasks, and how it is going" names={names}>
      <div id="tasks">
        {tasks.length === 0 && (
          <p class="hint">You can choose up to three things that matter to you, under “My tasks” in the diary.</p>
        )}
        {tasks.map(({ id, name }) => (
          <PainScale
            key={id}
            name={`task.${id}`}
            legend={name}
            chosen={one(typed, `task.${id}`)}
            error={errorOf('tasks', problems)}
            ends={['cannot do it', 'as before']}
            canLeaveOut
          />
        ))}
      </div>
      <PainScale
        name="confidence"
        legend="How sure are you that you can do what you need to?"
        chosen={one(typed, 'confidence')}
        error={errorOf('confidence', problems)}
        ends={['not at all', 'fully']}
        canLeaveOut
      />
      <PainScale
        name="change"
        legend="How is it, compared with the start?"
        chosen={one(typed, 'change')}
        error={errorOf('change', problems)}
        ends={['much worse', 'all better']}
        from={-5}
        canLeaveOut
      />
    </More>
  )
}

function Note({ typed, problems }: Part) {
  return (
    <More typed={typed} problems={problems} title="A note" names={['note', 'keepNote']}>
      <TextField
        name="note"
        legend="Anything you want to write down"
        hint="We look through it for danger signs, here on this device, in English only."
        maxLength={noteLimit}
        typed={one(typed, 'note')}
        error={errorOf('note', problems)}
      />
      <Tick
        name="keepNote"
        value="no"
        text="Do not keep my note. Look through it, then forget it"
        ticked={has(typed, 'keepNote', 'no')}
      />
    </More>
  )
}
