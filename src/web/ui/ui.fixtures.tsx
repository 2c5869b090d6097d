/**
 * Every part of the design system in every state, named. Read by the gallery page, the pictures and the axe run.
 */
import type { VNode } from 'preact'
import { levels } from '../../care/check/types.ts'
import { type Grade, gradeWords } from '../../care/evidence/grade.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { EvidenceBar } from './evidence-bar.tsx'
import { RadioGroup, TickList } from './form-parts.tsx'
import { NumberField, TextField } from './typed-fields.tsx'
import { LevelBanner } from './level-banner.tsx'
import { Callout, Card, Details, SummaryList } from './text-parts.tsx'

/** One state of one part. */
export interface Fixture {
  readonly name: string
  readonly shows: VNode
}

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'notSure', text: 'Not sure' },
]

export const fixtures: readonly Fixture[] = [
  { name: 'Button: the next action', shows: <Button look="go">Next</Button> },
  { name: 'Button: another action', shows: <Button>Not sure</Button> },
  { name: 'Button: like a link', shows: <Button look="plain">Back</Button> },
  { name: 'Link like a button', shows: <ButtonLink href="tel:999">Call 999</ButtonLink> },
  {
    name: 'Error summary',
    shows: <ErrorSummary problems={[{ field: 'g1', text: 'Choose an answer, or Not sure' }]} />,
  },
  { name: 'Radios: in a row', shows: <RadioGroup name="g0" legend="Does it wake you?" options={yesNo} /> },
  {
    name: 'Radios: with an error and a hint',
    shows: (
      <RadioGroup name="g1" legend="Can you stand?" hint="With help counts." error="Choose an answer" options={yesNo} />
    ),
  },
  {
    name: 'Radios: an answer that opens another question',
    shows: (
      <RadioGroup
        name="g2"
        legend="Is a leg weak?"
        options={yesNo}
        chosen="yes"
        unders={[{ opensAt: ['yes'], content: <RadioGroup name="g3" legend="Which leg?" options={yesNo} /> }]}
      />
    ),
  },
  {
    name: 'Tick-list: one ticked, one that opens a question',
    shows: (
      <TickList
        name="g4"
        legend="Do you have any of these?"
        items={[
          { name: 'g4a', value: 'yes', text: 'Numb between the legs', ticked: false },
          {
            name: 'g4b',
            value: 'yes',
            text: 'Peeing has changed',
            ticked: true,
            unders: [
              { opensAt: ['yes'], content: <RadioGroup name="g5" legend="When did this start?" options={yesNo} /> },
            ],
          },
        ]}
        others={{ name: 'g4' }}
      />
    ),
  },
  {
    name: 'Tick-list: with an error',
    shows: (
      <TickList
        name="g6"
        legend="Any of these?"
        error="Tick any that fit, or choose None of these or Not sure"
        items={[{ name: 'g6a', value: 'yes', text: 'Fever', ticked: false }]}
        others={{ name: 'g6' }}
      />
    ),
  },
  {
    name: 'Number',
    shows: <NumberField name="g7" legend="How old are you?" unit="years" notSure={{ name: 'g8', ticked: false }} />,
  },
  {
    name: 'Number: with an error, what was typed is kept',
    shows: (
      <NumberField
        name="g9"
        legend="Pain now"
        unit="out of 10"
        typed="lots"
        error="Enter a whole number from 0 to 10"
      />
    ),
  },
  {
    name: 'Text',
    shows: <TextField name="g10" legend="Anything that worries you?" limit={500} typed="It feels odd" />,
  },
  ...levels.map((level) => ({ name: `Level: ${level}`, shows: <LevelBanner level={level} /> })),
  ...(Object.keys(gradeWords) as Grade[]).map((grade) => ({
    name: `Evidence: ${grade}`,
    shows: <EvidenceBar grade={grade} about="that it eases pain for a while" />,
  })),
  {
    name: 'Details',
    shows: (
      <Details summary="Why we ask">
        <p>It checks the nerves to your bladder.</p>
      </Details>
    ),
  },
  {
    name: 'Summary list',
    shows: (
      <SummaryList
        rows={[
          { name: 'Age', value: '43 years' },
          { name: 'Pain now', value: '7 out of 10' },
        ]}
      />
    ),
  },
  {
    name: 'Callout: what to watch for',
    shows: (
      <Callout title="What to watch for" look="warn">
        <p>Peeing changes.</p>
      </Callout>
    ),
  },
  {
    name: 'Card',
    shows: (
      <Card title="Call 111">
        <p>Open day and night.</p>
      </Card>
    ),
  },
]
