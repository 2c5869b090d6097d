/**
 * The morning entry: the pain now with one tap, then what may explain it. Two short screens.
 * Reads what is posted; what it means is decided in care/programme. Never: asks twice for what was told.
 */
import type { MorningNoted } from '../../../care/programme/events.ts'
import type { JustTold } from '../../../care/record/pain-told.ts'
import { plainCauseQuestion, usualQuestion } from '../../../care/programme/questions.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { TickList } from '../../ui/form-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { stillSo } from '../still-so.ts'
import type { NewEvent } from './programme-keep.tsx'
import { NewOrWorse } from './programme-parts.tsx'
import { AskedQuestion } from './programme-form.tsx'

const listName = 'list.explain'
const numbers = Array.from({ length: 11 }, (_, index) => index)

interface PainPageProps {
  readonly home: CareHome
  readonly entry: string
  /** What was told to the morning questions already today; null when nothing was. */
  readonly told: number | null
  /** What was told anywhere a short time ago. */
  readonly just?: JustTold | null
  readonly problems?: readonly Problem[]
}

/** First screen: eleven buttons, one tap. */
export function MorningPainPage({ home, entry, told, just = null, problems = [] }: PainPageProps) {
  const title = 'How bad is the pain now?'
  const again = told === null && just ? stillSo(just, home, false) : null
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {told !== null && (
        <p class="callout" role="status">
          You told us {told} today. If it has changed, tell us again. If not, go <a href={paths.today}>back to today</a>
          .
        </p>
      )}
      {again && <p>{again.hint}</p>}
      <form method="post" action={paths.morning} id="pain" class="pain-now">
        <input type="hidden" name="entry" value={entry} />
        <div class="pain-buttons">
          {numbers.map((number) => (
            <button
              key={number}
              type="submit"
              class={again?.told === number ? 'button told' : 'button'}
              name="pain"
              value={String(number)}
            >
              {number}
              {number === 0 && <span class="unseen">: no pain</span>}
              {number === 10 && <span class="unseen">: the worst</span>}
            </button>
          ))}
        </div>
        <p class="scale-ends small quiet" aria-hidden="true">
          <span>0 no pain</span>
          <span>10 the worst</span>
        </p>
      </form>
      <NewOrWorse />
    </CarePage>
  )
}

interface ExplainPageProps {
  readonly home: CareHome
  readonly entry: string
  readonly pain: number
  /** The pain has jumped: ask for a clear reason. The number before. */
  readonly jumpedFrom: number | null
  readonly fields?: FormFields
  readonly problems?: readonly Problem[]
}

/** Second screen: sleep, illness, usual pain, and after a jump the clear reason. */
export function MorningExplainPage(props: ExplainPageProps) {
  const { home, entry, pain, jumpedFrom, fields = new Map(), problems = [] } = props
  const title = 'Last night and today'
  const ticked = (name: string) => !!fields.get(name)?.includes('yes')
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        Pain now: <strong>{pain} of 10</strong>. <a href={paths.morning}>Change it</a>
      </p>
      <form method="post" action={paths.morning} novalidate>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach; Enter must save */}
        <button type="submit" class="unseen" name="do" value="save" tabindex={-1} aria-hidden="true">
          Save
        </button>
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="pain" value={String(pain)} />
        {jumpedFrom !== null && (
          <>
            <p>The last time you told us it was {jumpedFrom}.</p>
            <AskedQuestion asked={{ question: plainCauseQuestion }} fields={fields} problems={problems} />
          </>
        )}
        <TickList
          name={listName}
          legend="Is any of this true?"
          error={errorOf(listName, problems)}
          items={[
            { name: 'poorSleep', value: 'yes', text: 'I slept badly', ticked: ticked('poorSleep') },
            { name: 'ill', value: 'yes', text: 'I feel ill', ticked: ticked('ill') },
          ]}
          others={{ name: listName, chosen: fields.get(listName)?.[0] }}
        />
        <AskedQuestion asked={{ question: usualQuestion, optional: true }} fields={fields} problems={problems} />
        <div class="actions">
          <Button look="go" name="do" value="save">
            Save
          </Button>
        </div>
      </form>
      <p class="quiet small">Ill with a fever, or anything new? Use this button instead.</p>
      <NewOrWorse />
    </CarePage>
  )
}

export type MorningRead =
  | { readonly kind: 'pain'; readonly problems: readonly Problem[] }
  | { readonly kind: 'explain'; readonly pain: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly event: Extract<NewEvent, { kind: 'morningNoted' }> }

/**
 * Reads a posted morning.
 * @param jumped has this pain jumped, so that the clear reason is asked?
 */
export function readMorning(fields: FormFields, jumped: (pain: number) => boolean): MorningRead {
  const typed = fields.get('pain')?.at(-1) ?? ''
  const pain = /^(\d|10)$/.test(typed) ? Number(typed) : null
  if (pain === null) return { kind: 'pain', problems: [{ field: 'pain', text: 'Choose a number from 0 to 10' }] }
  if (fields.get('do')?.at(-1) !== 'save') return { kind: 'explain', pain, problems: [] }
  const problems: Problem[] = []
  const plainCause = replyOf(fields, 'q.plainCause')
  if (jumped(pain) && plainCause === undefined)
    problems.push({ field: 'q.plainCause', text: 'Choose an answer, or Not sure' })
  const usual = fields.get('q.usual')?.[0] ?? ''
  if (usual !== '' && !/^(\d|10)$/.test(usual))
    problems.push({ field: 'q.usual', text: 'Choose a number from 0 to 10' })
  const list = fields.get(listName) ?? []
  const told = ['poorSleep', 'ill'].some((name) => fields.get(name)?.includes('yes'))
  if (!told && list.length === 0)
    problems.push({ field: listName, text: 'Tick any that fit, or choose None of these or Not sure' })
  if (list.includes('none') && (told || list.includes('notSure')))
    problems.push({ field: listName, text: 'You ticked an answer and also “None of these”. Choose one or the other' })
  if (problems.length > 0) return { kind: 'explain', pain, problems }
  const event: Omit<MorningNoted, 'v' | 'id' | 'at' | 'day'> = {
    kind: 'morningNoted',
    pain0to10: pain,
    ...(usual !== '' && { usual0to10: Number(usual) }),
    ...explained(fields, list),
    ...(jumped(pain) && plainCause !== undefined && { plainCause }),
  }
  return { kind: 'done', event }
}

/** A tick is yes and leaves the other at no, as in every list; "not sure" leaves what is not ticked open. */
function explained(fields: FormFields, list: readonly string[]): Pick<MorningNoted, 'poorSleep' | 'ill'> {
  const reply = (name: string) =>
    fields.get(name)?.includes('yes') ? 'yes' : list.includes('notSure') ? 'notSure' : ('no' as const)
  return { poorSleep: reply('poorSleep'), ill: reply('ill') }
}

function replyOf(fields: FormFields, name: string): 'yes' | 'no' | 'notSure' | undefined {
  const value = fields.get(name)?.[0]
  return value === 'yes' || value === 'no' || value === 'notSure' ? value : undefined
}
