/**
 * What to do at once when it is, or may be, too much: whom to call, why, and the questions that can still change it.
 * Plain HTML. Never: decides; the advice comes from
 * care/medicines/overdose.ts.
 */
import type { ComponentChildren } from 'preact'
import type { OverdoseAdvice } from '../../../care/medicines/overdose.ts'
import { type OverdoseFact, overdoseQuestions } from '../../../care/medicines/overdose-facts.ts'
import { callWords, uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { NumberField } from '../../ui/typed-fields.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'
import { CallButton } from '../../ui/call-button.tsx'

interface TooMuchProps {
  readonly advice: OverdoseAdvice
  /** The record holds something closed: that somebody has seen the person is told there. */
  readonly held: boolean
  readonly carried: ComponentChildren
  /** Id of what is told here. */
  readonly form: string
  /** Nothing on the page comes before it. */
  readonly first: boolean
  readonly problems: readonly Problem[]
  readonly typed: FormFields
}

/** What to do at once, before anything else; then what may still change it. */
export function TooMuch({ advice, held, carried, form, first, problems, typed }: TooMuchProps) {
  const isPacket = advice.level === 'packet'
  const number = advice.level === 'emergency' ? uk.emergencyNumber : '111'
  const talk = advice.routes.includes('samaritans') ? uk.routes.samaritans.telephone : undefined
  return (
    <>
      <h1 class="huge" tabindex={-1} {...(problems.length === 0 && first && { 'data-focus': true })}>
        {advice.heading}
      </h1>
      <ul class="advice">
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <CallButton number={number} look="go" />
      {talk && (
        <p class="after">
          <CallButton number={talk}>{callWords(talk, 'Samaritans')}</CallButton>
        </p>
      )}
      <h2>Why we say this</h2>
      <ul>
        {advice.because.map((because) => (
          <li key={because}>{because}</li>
        ))}
      </ul>
      {advice.stillToAsk.length > 0 && (
        <form method="post" action={paths.medicineTally} novalidate class="card">
          {carried}
          <input type="hidden" name="act" value={form} />
          <h2>{isPacket ? 'Answer these first' : 'If you have a moment on the way'}</h2>
          <p>
            These answers can change what to do.{' '}
            {isPacket ? 'Until both are answered, take no more.' : 'What you leave blank counts as yes.'}
          </p>
          {advice.stillToAsk.map((fact) => (
            <FactQuestion key={fact} fact={fact} problems={problems} typed={typed} />
          ))}
          <Button name="do" value="facts">
            Look again with these answers
          </Button>
        </form>
      )}
      <SeenAlready held={held} carried={carried} />
    </>
  )
}

/** What the record holds closed is opened there, by who saw them and when; one tap on this page opens nothing. */
function SeenAlready({ held, carried }: Pick<TooMuchProps, 'held' | 'carried'>) {
  const words = 'A doctor or nurse has already checked me for this'
  if (held)
    return (
      <p class="after">
        <ButtonLink href={paths.cleared}>{words}</ButtonLink>
      </p>
    )
  return (
    <form method="post" action={paths.medicineTally} class="after">
      {carried}
      <Button name="do" value="seen">
        {words}
      </Button>
    </form>
  )
}

function FactQuestion({ fact, problems, typed }: { fact: OverdoseFact } & Pick<TooMuchProps, 'problems' | 'typed'>) {
  const name = `fact.${fact}`
  if (fact === 'weightKg')
    return (
      <NumberField
        name={name}
        legend={overdoseQuestions.weightKg}
        unit="kg"
        decimal
        typed={typed.get(name)?.at(-1)}
        error={errorOf(name, problems)}
        notSure={{ name: 'unsure.weightKg', ticked: false }}
      />
    )
  return (
    <RadioGroup
      name={name}
      legend={overdoseQuestions[fact]}
      chosen={typed.get(name)?.at(-1)}
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'notSure', text: 'Not sure' },
      ]}
    />
  )
}
