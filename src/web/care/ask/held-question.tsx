/**
 * A question to a therapist, held on the device until it has passed the danger phrases: what may be danger and is not denied
 * never leaves it. The server asks the same again, for whoever has no worker.
 * The names of the fields are those of the form (web/find/ask), which may not be imported from here.
 */
import type { VNode } from 'preact'
import { dangerPhrases, type HeardSign, mostHeard } from '../../../care/check/free-text/danger-phrases.ts'
import { questionById } from '../../../care/check/questions/all.ts'
import { otherEmergencyIn } from '../../../care/check/other-emergencies.ts'
import { callsForHelp, helpFor } from '../../../care/diary/entry-dangers.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { DangerHeard, IfItIsSo, thatMayMean } from '../../ui/danger-heard.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { OtherEmergency } from '../../ui/other-emergency.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'

/** What was written that is not of the back and cannot wait: said before all else. */
function OtherFirst({ form }: { readonly form: FormData }) {
  const told = otherEmergencyIn(fieldOf(form, 'words').slice(0, mostHeard))
  return told ? <OtherEmergency told={told} checkHref={paths.check} /> : null
}
/** What is carried on as it was typed. */
const carried = ['key', 'looked', 'told', 'words', 'who', 'email', 'clinic'] as const

const fieldOf = (form: FormData, name: string): string => {
  const last = form.getAll(name).at(-1)
  return typeof last === 'string' ? last : ''
}

/**
 * The page that stands in its way, once it is known whether the device keeps the question meanwhile; `undefined` where it may go.
 */
export function heldQuestion(home: CareHome, form: FormData): ((isKept: boolean) => VNode) | undefined {
  const heard = dangerPhrases(fieldOf(form, 'words').normalize('NFC').trim().slice(0, mostHeard))
  const answers = heard.map(({ question }) => fieldOf(form, `danger-${question}`))
  if (answers.some((answer) => answer === 'yes' || answer === 'notSure'))
    return (isKept) => <CheckFirst {...{ home, form, heard, isKept }} />
  return answers.every((answer) => answer === 'no') ? undefined : () => <OneQuestionFirst {...{ home, form, heard }} />
}

interface FirstProps {
  readonly home: CareHome
  readonly form: FormData
  readonly heard: readonly HeardSign[]
}

function OneQuestionFirst({ home, form, heard }: FirstProps) {
  const title = 'One question first. It cannot wait for an answer.'
  const dangers = callsForHelp(heard)
  const wasAsked = heard.some(({ question }) => form.has(`danger-${question}`)) || form.has('held')
  return (
    <CarePage home={home} title={title} beside="alone" learn>
      <OtherFirst form={form} />
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <IfItIsSo heard={dangers} routes={helpFor(dangers)} checkHref={paths.check} waitingFor="an answer" />
      <form method="post" action={paths.ask} novalidate>
        {carried.map((name) => (
          <textarea key={name} name={name} hidden>
            {fieldOf(form, name)}
          </textarea>
        ))}
        <input type="hidden" name="held" value="yes" />
        {heard.map(({ question, quote, says }) => (
          <RadioGroup
            key={question}
            name={`danger-${question}`}
            legend={questionById.get(question)?.ask ?? says}
            hint={thatMayMean({ quote, says })}
            error={wasAsked && fieldOf(form, `danger-${question}`) !== 'no' ? 'Please answer this first.' : undefined}
            chosen={fieldOf(form, `danger-${question}`)}
            options={[
              { value: 'no', text: 'No' },
              { value: 'yes', text: 'Yes' },
              { value: 'notSure', text: 'Not sure' },
            ]}
          />
        ))}
        <p class="quiet">Your question stays on this device until you have answered.</p>
        <div class="actions">
          <Button look="go">Next</Button>
          <ButtonLink href={paths.emergency} wide>
            See the emergency signs
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}

function CheckFirst({ home, form, heard, isKept }: FirstProps & { readonly isKept: boolean }) {
  const dangers = callsForHelp(heard)
  const title = dangers.length > 0 ? 'Get help first' : 'Do the check first'
  return (
    <CarePage home={home} title={title} beside="alone" learn>
      <OtherFirst form={form} />
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {dangers.length > 0 && (
        <DangerHeard heard={[]} routes={helpFor(dangers)} checkHref={paths.check} emergencyHref={paths.emergency} />
      )}
      <p>
        What you told us may need help sooner than an answer can come. Your question was not sent. The check takes a
        minute or two and says what to do now.
      </p>
      <WhatBecomesOfIt isKept={isKept} />
      {dangers.length === 0 && (
        <div class="actions">
          <ButtonLink href={paths.check} look="go">
            Start the check
          </ButtonLink>
          <CallButton number={uk.urgentNumber} />
          <ButtonLink href={paths.emergency} wide>
            See the emergency signs
          </ButtonLink>
        </div>
      )}
    </CarePage>
  )
}

/** Somebody who was sent to a check wants to know where their words are. */
const WhatBecomesOfIt = ({ isKept }: { readonly isKept: boolean }) =>
  isKept ? (
    <>
      <p class="quiet">
        Your question is kept on this device alone. After a clear check it is shown to you again where you{' '}
        <a href={paths.ask}>ask a therapist</a>. You can throw it away there.
      </p>
      <noscript>
        <p class="quiet">Scripts are off. It can only be shown again with scripts on.</p>
      </noscript>
    </>
  ) : (
    <p class="quiet">Your question is not kept either. The Back button of your browser may still show your words.</p>
  )

/** The question could not be sent: it is shown whole, so that it can be sent later. */
export function UnsentQuestion({ home, form }: Omit<FirstProps, 'heard'>) {
  const title = 'Your question is not sent'
  return (
    <CarePage home={home} title={title} learn>
      <OtherFirst form={form} />
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Asking a therapist needs a connection. Your words are below. Press the button when you have one.</p>
      <form method="post" action={paths.ask} novalidate>
        {[...form.keys()].filter(isOneOfOurs).map((name) => (
          <textarea key={name} name={name} hidden>
            {fieldOf(form, name)}
          </textarea>
        ))}
        <p class="as-sent">{fieldOf(form, 'words')}</p>
        <Button look="go">Try again</Button>
      </form>
    </CarePage>
  )
}

const isOneOfOurs = (name: string, at: number, all: readonly string[]) =>
  all.indexOf(name) === at && (carried.some((field) => field === name) || name.startsWith('danger-'))
