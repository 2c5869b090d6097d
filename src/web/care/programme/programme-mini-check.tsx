/**
 * The short check: the danger questions of the check as one list, in its own words. "Not sure" for the list asks each one
 * alone, with its help. Reads what is posted; what it means is decided in care/programme.
 * Never: chooses an answer in advance, or takes a blank list for "none".
 */
import type { ComponentChildren } from 'preact'
import type { Question } from '../../../care/check/types.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { BegunMark } from '../../../care/programme/asked.ts'
import type { MiniCheckDone, MiniQuestion } from '../../../care/programme/events.ts'
import { anythingNew, miniQuestions } from '../../../care/programme/screening.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { TickList } from '../../ui/form-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { Single } from '../check/question-field.tsx'
import { type FormFields, readAnswer } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { replyOf } from './programme-form.tsx'
import { questionById } from '../check/protocol-in-force.ts'

type YesNo = Extract<Question, { kind: 'yesNo' }>
/** The questions in the check's own words. */
const asked: readonly (YesNo & { readonly id: MiniQuestion })[] = miniQuestions.map((id) => {
  if (id === 'anythingNew') return { ...anythingNew, id }
  const question = questionById.get(id)
  if (question?.kind !== 'yesNo') throw new Error(`the short check asks ${id}, which the check does not`)
  return { ...question, id }
})
const listName = 'list.mini'

export interface MiniCheckPageProps {
  readonly home: CareHome
  readonly entry: string
  /** How far the record had come when its first page was made; null: it did not say. */
  readonly begun: BegunMark | null
  /** Why it is asked now. */
  readonly because: string
  /** Each alone, since the whole list was answered "not sure". */
  readonly singly?: boolean
  readonly problems?: readonly Problem[]
  readonly fields?: FormFields
  /** How far the morning has come; above the question. */
  readonly before?: ComponentChildren
}

/** The list, or the questions one by one. */
export function MiniCheckPage(props: MiniCheckPageProps) {
  const { home, entry, begun, because, singly = false, problems = [], fields = new Map(), before } = props
  const title = singly ? 'Let us look at each one' : 'Short check: any of these now?'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      {before}
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p class="quiet">{singly ? 'If you are still not sure, say so. Then we do the full check.' : because}</p>
      <form method="post" action={paths.miniCheck} class="screen" novalidate>
        {/* Enter presses the first button of a form: it must be Next, never "None of these". */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach */}
        <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">
          Next
        </button>
        <input type="hidden" name="entry" value={entry} />
        {begun && <input type="hidden" name="begunAfter" value={String(begun.begunAfter)} />}
        {begun && <input type="hidden" name="begunWith" value={begun.begunWith ?? ''} />}
        {singly ? (
          <>
            <input type="hidden" name="singly" value="yes" />
            {asked.map((question) => (
              <Single key={question.id} question={question} fields={fields} problems={problems} />
            ))}
          </>
        ) : (
          <TickList
            name={listName}
            legend={title}
            legendUnseen
            error={errorOf(listName, problems)}
            items={asked.map(({ id, tick }) => ({
              name: `q.${id}`,
              value: 'yes',
              text: tick,
              ticked: !!fields.get(`q.${id}`)?.includes('yes'),
            }))}
          />
        )}
        <div class="actions">
          {!singly && (
            <>
              <Button name={listName} value="notSure">
                Not sure
              </Button>
              <Button name={listName} value="none">
                None of these
              </Button>
            </>
          )}
          <Button look="go">Next</Button>
        </div>
      </form>
    </CarePage>
  )
}

export type MiniRead =
  | { readonly kind: 'done'; readonly answers: MiniCheckDone['answers'] }
  | { readonly kind: 'singly' }
  | { readonly kind: 'problems'; readonly singly: boolean; readonly problems: readonly Problem[] }

/** How much of the record the form's first page knew; null where it does not say, as one of an older build. */
export function readBegun(fields: FormFields): BegunMark | null {
  const typed = fields.get('begunAfter')?.[0] ?? ''
  const begunWith = fields.get('begunWith')?.[0] ?? ''
  return /^\d{1,15}$/.test(typed) ? { begunAfter: asEpochMs(Number(typed)), begunWith } : null
}

/** Reads a posted short check. */
export function readMini(fields: FormFields): MiniRead {
  if (fields.has('singly')) return readSingly(fields)
  const ticked = new Set<MiniQuestion>(miniQuestions.filter((id) => fields.get(`q.${id}`)?.includes('yes')))
  const whole = new Set(fields.get(listName) ?? [])
  if (whole.has('none') && ticked.size > 0) {
    const text = 'You ticked an answer and also “None of these”. Choose one or the other'
    return { kind: 'problems', singly: false, problems: [{ field: listName, text }] }
  }
  if (ticked.size === 0 && whole.has('notSure')) return { kind: 'singly' }
  if (ticked.size === 0 && !whole.has('none')) {
    const text = 'Tick any that fit, or choose None of these or Not sure'
    return { kind: 'problems', singly: false, problems: [{ field: listName, text }] }
  }
  // A tick together with "not sure" leaves the others open.
  const rest = whole.has('notSure') ? 'notSure' : 'no'
  return { kind: 'done', answers: Object.fromEntries(miniQuestions.map((id) => [id, ticked.has(id) ? 'yes' : rest])) }
}

function readSingly(fields: FormFields): MiniRead {
  const problems: Problem[] = []
  const answers: Partial<Record<MiniQuestion, 'yes' | 'no' | 'notSure'>> = {}
  for (const question of asked) {
    const read = readAnswer(question, fields)
    if (!read.ok) problems.push({ field: `q.${question.id}`, text: `${question.short}: ${read.text}` })
    else answers[question.id] = replyOf(read.value)
  }
  return problems.length > 0 ? { kind: 'problems', singly: true, problems } : { kind: 'done', answers }
}
