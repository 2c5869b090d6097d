/**
 * How it went: the form at the end of a session, drawn and read. The player fills in what it saw; without it the person does.
 * The leg question is asked every time (H-10).
 * Never: takes what was not asked for a good answer. Without a number of its own a movement gets the worst one told.
 */
import type { SessionBegun } from '../../../care/player/session-begun.ts'
import { isMovementId, movements } from '../../../care/movement/movements.ts'
import type { LegAnswer, MovementDone, Score, SessionDone } from '../../../care/programme/events.ts'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { legAnswers } from '../../ui/player.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'

const outcomes = [
  { value: 'all', text: 'All of it' },
  { value: 'part', text: 'Part of it' },
  { value: 'tooSore', text: 'Too sore' },
  { value: 'skipped', text: 'Left it out' },
] as const
type Outcome = MovementDone['done']
const isOutcome = (text: string | undefined): text is Outcome => outcomes.some(({ value }) => value === text)
const isLeg = (text: string | undefined): text is LegAnswer => legAnswers.some(({ value }) => value === text)

export type FinishRead =
  | { readonly ok: true; readonly value: Pick<SessionDone, 'effort0to10' | 'leg' | 'movements' | 'painBefore0to10'> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the form. Never throws. */
export function readFinish(begun: SessionBegun, fields: FormFields): FinishRead {
  const problems: Problem[] = []
  const one = (name: string) => fields.get(name)?.at(-1)?.trim()
  const score = (name: string, text: string): Score => {
    const read = scoreOf(one(name))
    if (read === null) problems.push({ field: name, text })
    return read ?? 'notSure'
  }
  const done = begun.items.map(({ movement }, index) => {
    const told = one(`done.${index}`)
    if (isOutcome(told)) return told
    problems.push({ field: `done.${index}`, text: `${movements[movement].title}: say how much you did` })
    return 'part'
  })
  const worst = score('worst', 'How sore it got: choose a number, or Not sure')
  const leg = one('leg')
  if (!isLeg(leg)) problems.push({ field: 'leg', text: 'Your leg: choose an answer, or Not sure' })
  const effort0to10 = score('effort', 'How hard it was: choose a number, or Not sure')
  if (problems.length > 0 || !isLeg(leg)) return { ok: false, problems }
  const list = begun.items.flatMap(({ card, movement }, index): readonly MovementDone[] => {
    const peak = scoreOf(one(`peak.${index}`)) ?? worst
    const made = (id: MovementDone['movement'], how: Outcome): MovementDone => ({
      card,
      movement: id,
      done: how,
      peak0to10: how === 'skipped' ? 'notSure' : peak,
    })
    const others = (fields.get(`told.${index}`) ?? []).flatMap((text) => {
      const [id = '', how] = text.split(' ')
      return isMovementId(id) && isOutcome(how) && how !== 'skipped' ? [made(id, how)] : []
    })
    return [made(movement, done[index] ?? 'part'), ...others]
  })
  const movementsTold = list.slice(0, 60)
  return { ok: true, value: { painBefore0to10: begun.painNow0to10, effort0to10, leg, movements: movementsTold } }
}

/** 0–10, or not sure; null for anything else. */
export function scoreOf(text: string | undefined): Score | null {
  if (text === 'notSure') return 'notSure'
  return text !== undefined && /^(10|\d)$/.test(text) ? Number(text) : null
}

export interface FinishProps {
  readonly begun: SessionBegun
  readonly problems?: readonly Problem[]
  readonly fields?: FormFields
}

/** The form. */
export function FinishForm({ begun, problems = [], fields = new Map() }: FinishProps) {
  const chosen = (name: string) => fields.get(name)?.at(-1)
  return (
    <form method="post" action={paths.sessionPlayer(begun.id)} data-finish novalidate>
      <ErrorSummary problems={problems} />
      <h2 tabindex={-1}>How did it go?</h2>
      <PainScale
        name="worst"
        legend="How sore did it get, at worst?"
        error={errorOf('worst', problems)}
        chosen={chosen('worst')}
        ends={['no pain', 'the worst']}
        canBeUnsure
      />
      <RadioGroup
        name="leg"
        legend="What did your leg do?"
        hint="Pain or tingling in a leg."
        options={legAnswers}
        chosen={chosen('leg')}
        error={errorOf('leg', problems)}
      />
      <PainScale
        name="effort"
        legend="How hard was it?"
        error={errorOf('effort', problems)}
        chosen={chosen('effort')}
        ends={['no effort', 'as hard as I could']}
        canBeUnsure
      />
      {/* Open for whoever has no player, since nobody else can say how far they came; the player folds it. */}
      <details data-each open>
        <summary>Each movement: change one</summary>
        <p class="quiet">Was one of them less sore than the worst? Give it its own number.</p>
        {begun.items.map(({ movement }, index) => (
          <OneMovement
            key={`${index}`}
            index={index}
            movement={movement}
            done={chosen(`done.${index}`)}
            peak={chosen(`peak.${index}`)}
            error={errorOf(`done.${index}`, problems)}
          />
        ))}
      </details>
      <CarriedFields fields={[...fields].filter(([name]) => name.startsWith('told.'))} />
      <div class="actions">
        <Button look="go">Save how it went</Button>
      </div>
    </form>
  )
}

function OneMovement(props: {
  index: number
  movement: MovementDone['movement']
  done: string | undefined
  peak: string | undefined
  error: string | undefined
}) {
  const { index, movement, done, peak, error } = props
  const { title } = movements[movement]
  return (
    <div class={error ? 'own-number wrong' : 'own-number'}>
      <strong class="own-title">{title}</strong>
      {error && <p class="error">{error}</p>}
      <label>
        <span class="small quiet">How far</span>
        <select
          class="field"
          id={`done.${index}`}
          name={`done.${index}`}
          data-movement={movement}
          aria-label={`${title}: how far`}
        >
          <option value="">Choose</option>
          {outcomes.map(({ value, text }) => (
            <option key={value} value={value} selected={value === done}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label data-peak={String(index)}>
        <span class="small quiet">How sore</span>
        <select class="field" name={`peak.${index}`} aria-label={`${title}: how sore`}>
          <option value="">As the worst</option>
          {Array.from({ length: 11 }, (_, value) => (
            <option key={value} value={String(value)} selected={String(value) === peak}>
              {value}
            </option>
          ))}
          <option value="notSure" selected={peak === 'notSure'}>
            Not sure
          </option>
        </select>
      </label>
    </div>
  )
}
