/** The parts of the form of a diary entry, each folded away unless it holds something or something is wrong with it. */
import { isRegionId } from '../../../care/diary/body-map.ts'
import {
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
import { BodyMapField } from '../../ui/body-map.tsx'
import { Button } from '../../ui/button.tsx'
import { errorOf } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick, TickList } from '../../ui/form-parts.tsx'
import { NumberField, TextField } from '../../ui/typed-fields.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { commonProducts } from '../medicines/medicine-tally-flow.ts'
import { daysBack } from './diary-form.ts'
import { dayBackWords, dayWords } from './diary-words.ts'
import { type EntryPart, lastTyped, isTicked, More, Choices } from './diary-entry-fold.tsx'

/** One button in sight, right under the pain, with the list behind it; open as soon as something is ticked or wrong. */
export function NewOrWorseSigns(part: EntryPart) {
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
          ticked: isTicked(part.typed, 'signs', value),
        }))}
      />
    </More>
  )
}

export function AnotherDay(part: EntryPart & { today: IsoDate }) {
  return (
    <More {...part} title="Another day?" names={['about']}>
      <RadioGroup
        name="about"
        legend="Which day is this about?"
        hint="For an earlier day, answer as it was then. “Now” and “today” mean that day."
        chosen={lastTyped(part.typed, 'about')}
        error={errorOf('about', part.problems)}
        options={[
          { value: '', text: 'Now' },
          ...daysBack(part.today).map((day) => ({ value: day, text: dayBackWords(day, part.today) })),
        ]}
      />
    </More>
  )
}

export function Where(part: EntryPart & { same: SameAgain | null; isFilled: boolean }) {
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

export function PainMore(part: EntryPart) {
  const scale = { ends: ['no pain', 'the worst'], canLeaveOut: true } as const
  return (
    <More {...part} title="Pain in the last 24 hours" names={['average', 'worst']}>
      <PainScale
        {...scale}
        name="average"
        legend="Usual pain in the last 24 hours"
        chosen={lastTyped(part.typed, 'average')}
        error={errorOf('average', part.problems)}
      />
      <PainScale
        {...scale}
        name="worst"
        legend="Worst pain in the last 24 hours"
        chosen={lastTyped(part.typed, 'worst')}
        error={errorOf('worst', part.problems)}
      />
    </More>
  )
}

export function YourDay(part: EntryPart) {
  return (
    <More {...part} title="Sleep, stress, sitting, lifting" names={['sleep', 'stress', 'sitting', 'lifting']}>
      <Choices {...part} name="sleep" legend="Last night" options={sleepAnswers} />
      <Choices {...part} name="stress" legend="Stress today" options={stressAnswers} />
      <NumberField
        name="sitting"
        legend="Hours sat today"
        unit="hours"
        decimal
        typed={lastTyped(part.typed, 'sitting')}
        error={errorOf('sitting', part.problems)}
      />
      <Choices {...part} name="lifting" legend="Lifting today" options={liftingAnswers} />
    </More>
  )
}

export function Medicine(part: EntryPart & { isPutRight: boolean }) {
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
          error={errorOf(`dose.${id}`, part.problems)}
          legend={`${name}, taken now`}
          chosen={lastTyped(part.typed, `dose.${id}`)}
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

export function WhatHelped({ typed, problems }: EntryPart) {
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
          ticked: isTicked(typed, 'helped', value),
        }))}
      />
    </More>
  )
}

export function HowYouDo({ typed, problems, tasks }: EntryPart & { tasks: readonly Task[] }) {
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
            chosen={lastTyped(typed, `task.${id}`)}
            error={errorOf('tasks', problems)}
            ends={['cannot do it', 'as before']}
            canLeaveOut
          />
        ))}
      </div>
      <PainScale
        name="confidence"
        legend="How sure are you that you can do what you need to?"
        chosen={lastTyped(typed, 'confidence')}
        error={errorOf('confidence', problems)}
        ends={['not at all', 'fully']}
        canLeaveOut
      />
      <PainScale
        name="change"
        legend="How is it, compared with the start?"
        chosen={lastTyped(typed, 'change')}
        error={errorOf('change', problems)}
        ends={['much worse', 'all better']}
        from={-5}
        canLeaveOut
      />
    </More>
  )
}

export function Note({ typed, problems }: EntryPart) {
  return (
    <More typed={typed} problems={problems} title="A note" names={['note', 'keepNote']}>
      <TextField
        name="note"
        legend="Anything you want to write down"
        hint="We look through it for danger signs, here on this device, in English only."
        limit={noteLimit}
        typed={lastTyped(typed, 'note')}
        error={errorOf('note', problems)}
      />
      <Tick
        name="keepNote"
        value="no"
        text="Do not keep my note. Look through it, then forget it"
        ticked={isTicked(typed, 'keepNote', 'no')}
      />
    </More>
  )
}
