/**
 * The ask-first gate: four screens of tick-lists before any painkiller is shown, prefilled from the check.
 * Draws the screens and reads what they post. Plain HTML; decides nothing about medicines.
 */
import { entriesOf, keysOf } from '../../../care/evidence/closed-sets.ts'
import type { ComponentChildren } from 'preact'
import type { Answers } from '../../../care/check/types.ts'
import {
  type ConditionId,
  type GateGroupId,
  type GateItem,
  gateGroups,
  gateNumbers,
  itemsOf,
  noneOfThese,
  notSureOfThese,
  type Replies,
  repliesFromTicks,
} from '../../../care/medicines/conditions.ts'
import { skipsPregnancy, type ToldRow } from '../../../care/medicines/told-in-check.ts'
import { Button } from '../../ui/button.tsx'
import { ByEnter } from '../../ui/by-enter.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { NumberField } from '../../ui/typed-fields.tsx'
import { CarePage } from '../care-page.tsx'
import { privacyLine } from '../check/check-screen.tsx'
import { type FormFields, readNumber } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { type GateScreenId, gateScreenIds, type MedicineState } from './medicine-state.ts'
import { paths } from '../paths.ts'
import { SeenTodayLine } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'

interface GateScreen {
  readonly title: string
  readonly groups: readonly GateGroupId[]
}

const screens: Readonly<Record<GateScreenId, GateScreen>> = {
  history: { title: 'Before painkillers: allergies, stomach', groups: ['allergy', 'stomach'] },
  body: { title: 'Before painkillers: heart, kidneys, lungs', groups: ['heart', 'kidneyLiver', 'lungs'] },
  medicines: { title: 'Before painkillers: what you take now', groups: ['medicines'] },
  you: { title: 'Before painkillers: about you', groups: ['pregnancy', 'other'] },
}

type NumberId = keyof typeof gateNumbers

/** The groups and numbers this person is asked on a screen. */
function askedOn(id: GateScreenId, answers: Answers) {
  const groups = screens[id].groups.filter((group) => group !== 'pregnancy' || !skipsPregnancy(answers))
  const numbers: NumberId[] =
    id === 'you' ? (typeof answers.age === 'number' ? ['weightKg'] : ['ageYears', 'weightKg']) : []
  return { groups, numbers }
}

/** What the screens told that were sent for this check. */
export function answeredReplies({ answered, replies }: MedicineState): Replies {
  const asked = answered.flatMap((id) => screens[id].groups.flatMap(itemsOf).map((item) => item.id))
  return Object.fromEntries(entriesOf(replies).filter(([id]) => asked.includes(id)))
}

/** The first screen not answered yet, or nothing. */
export const nextScreen = (state: MedicineState): GateScreenId | undefined =>
  gateScreenIds.find((id) => !state.answered.includes(id))

export interface GatePageProps {
  readonly home: CareHome
  readonly screen: GateScreenId
  readonly state: MedicineState
  readonly answers: Answers
  /** The record that it stands on; null where none is kept. */
  readonly record: RecordNow | null
  /** What the check was told. */
  readonly told: readonly ToldRow[]
  readonly problems?: readonly Problem[]
  /** What was typed in a post that had problems. */
  readonly typed?: FormFields
  /** Hidden fields: check and state. */
  readonly carried: ComponentChildren
}

/** One screen of the gate. */
export function GatePage(props: GatePageProps) {
  const { home, screen, state, answers, told, problems = [], typed, carried } = props
  const { title } = screens[screen]
  const { groups, numbers } = askedOn(screen, answers)
  const number = gateScreenIds.indexOf(screen) + 1
  const fields = typed ?? fieldsOf(state)
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <progress value={number} max={gateScreenIds.length + 1} aria-hidden="true" />
      <p class="steps">
        Painkiller safety · {number} of {gateScreenIds.length}
      </p>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <SeenTodayLine record={props.record} />
      {number === 1 && (
        <p class="quiet">Tick all that fit. Not sure is a good answer: then we say who to ask. {privacyLine(home)}</p>
      )}
      <form method="post" action={paths.medicines} novalidate>
        {carried}
        <input type="hidden" name="screen" value={screen} />
        {screen === 'medicines' && (
          <>
            <ByEnter name="do" value="next">
              Next
            </ByEnter>
            <Button name="gate.medicines" value={noneOfThese}>
              I take no medicines at all
            </Button>
          </>
        )}
        {numbers.map((id) => (
          <GateNumber key={id} id={id} fields={fields} problems={problems} />
        ))}
        {groups.map((group) => (
          <GateList key={group} group={group} fields={fields} problems={problems} told={told}>
            {group === 'pregnancy' && typeof answers.weeks !== 'number' && (
              <GateNumber id="pregnancyWeeks" fields={fields} problems={problems} />
            )}
          </GateList>
        ))}
        <div class="actions">
          <Button look="go" name="do" value="next">
            {number === gateScreenIds.length ? 'Show what is safe for me' : 'Next'}
          </Button>
          {number > 1 && (
            <Button name="do" value="back" look="plain" wide unchecked>
              Back
            </Button>
          )}
        </div>
      </form>
    </CarePage>
  )
}

interface PartProps {
  readonly fields: FormFields
  readonly problems: readonly Problem[]
}

function GateNumber({ id, fields, problems }: PartProps & { id: NumberId }) {
  const { ask, unit, why } = gateNumbers[id]
  return (
    <NumberField
      name={`number.${id}`}
      legend={ask}
      hint={why}
      unit={unit}
      decimal={id === 'weightKg'}
      typed={fields.get(`number.${id}`)?.[0]}
      error={errorOf(`number.${id}`, problems)}
      notSure={{ name: `unsure.${id}`, ticked: !!fields.get(`unsure.${id}`) }}
    />
  )
}

/** A group as a tick-list, with the names people know each medicine by. What the check was told stands ticked. */
function GateList(props: PartProps & { group: GateGroupId; told: readonly ToldRow[]; children: ComponentChildren }) {
  const { group, fields, problems, told, children } = props
  const { heading, ask } = gateGroups.find(({ id }) => id === group) ?? { heading: '', ask: '' }
  const name = `gate.${group}`
  const error = errorOf(name, problems)
  const ticked = new Set(fields.get(name) ?? [])
  const items = itemsOf(group)
  return (
    <fieldset id={name} class={error ? 'wrong' : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        <h2>{heading}</h2>
        {ask}
      </legend>
      {error && (
        <p id={`${name}-error`} class="error">
          {error}
        </p>
      )}
      {items
        .filter((item) => !item.under)
        .map((item) => (
          <div class="item" key={item.id}>
            <GateTick name={name} item={item} ticked={ticked.has(item.id)} told={told} />
            {items
              .filter((other) => other.under === item.id)
              .map((other) => (
                <div class="under u1" key={other.id}>
                  <GateTick name={name} item={other} ticked={ticked.has(other.id)} told={told} />
                </div>
              ))}
            {item.id === 'pregnant' && <div class="under u1">{children}</div>}
          </div>
        ))}
      <p class="or">or</p>
      <Tick name={name} value={noneOfThese} text="None of these" ticked={ticked.has(noneOfThese)} />
      <Tick name={name} value={notSureOfThese} text="Not sure about the rest" ticked={ticked.has(notSureOfThese)} />
    </fieldset>
  )
}

function GateTick(props: {
  name: string
  item: GateItem & { id: ConditionId }
  ticked: boolean
  told: readonly ToldRow[]
}) {
  const { name, item, ticked, told } = props
  const mine = told.filter(({ id, reply }) => id === item.id && reply === 'yes')
  const heard = mine.some(({ same }) => same)
  // What the check asked in other words is not ticked for the person; it counts all the same.
  const also = mine.filter(({ same }) => !same).map(({ short }) => `In the check you told us about ${short}.`)
  const words = [
    item.help,
    item.names && `Such as ${item.names.join(', ')}.`,
    heard && 'You told us this in the check.',
    ...also,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={item.id} checked={ticked || heard} class="o1" />
      <span>
        {item.tick}
        {words && <small class="names">{words}</small>}
      </span>
    </label>
  )
}

/** The state as the fields that would post it. */
function fieldsOf(state: MedicineState): FormFields {
  const fields = new Map<string, string[]>()
  for (const { id: group } of gateGroups) {
    const replies = itemsOf(group).map(({ id }) => ({ id, reply: state.replies[id] }))
    const yes = replies.filter(({ reply }) => reply === 'yes').map(({ id }): string => id)
    const unsure = replies.some(({ reply }) => reply === 'notSure')
    const answered = replies.some(({ reply }) => reply !== undefined)
    if (unsure) yes.push(notSureOfThese)
    else if (answered && yes.length === 0) yes.push(noneOfThese)
    fields.set(`gate.${group}`, yes)
  }
  for (const id of keysOf(gateNumbers)) {
    const value = state[id]
    if (value === 'notSure') fields.set(`unsure.${id}`, ['notSure'])
    else if (value !== undefined) fields.set(`number.${id}`, [String(value)])
  }
  return fields
}

export type GateRead =
  | { readonly ok: true; readonly value: MedicineState }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * What a posted screen adds to the state. A list left blank is a problem; a tick beside "None of these" stays a yes.
 * A number left blank counts as not sure only for the weeks, which are asked only if there is a pregnancy.
 */
export function readGateScreen(
  screen: GateScreenId,
  fields: FormFields,
  state: MedicineState,
  answers: Answers,
  told: readonly ToldRow[],
): GateRead {
  const { groups, numbers } = askedOn(screen, answers)
  const problems: Problem[] = []
  let { replies } = state
  for (const group of groups) {
    const posted = fields.get(`gate.${group}`) ?? []
    const found = repliesFromTicks(group, posted)
    if (Object.keys(found).length === 0)
      problems.push({
        field: `gate.${group}`,
        text: `${headingOf(group)}: tick any that fit, or None of these, or Not sure`,
      })
    replies = { ...replies, ...found }
  }
  const read: Partial<Record<NumberId, number | 'notSure'>> = {}
  const pregnant = replies.pregnant !== 'no' || told.some(({ id }) => id === 'pregnant')
  const weeks: NumberId[] = groups.includes('pregnancy') && typeof answers.weeks !== 'number' ? ['pregnancyWeeks'] : []
  for (const id of [...numbers, ...weeks]) {
    const field = `number.${id}`
    const typed = (fields.get(field)?.[0] ?? '').trim()
    const unsure = !!fields.get(`unsure.${id}`)
    const { min, max, unit } = gateNumbers[id]
    const value = readNumber(typed, { decimals: id === 'weightKg' ? 1 : 0 })
    if (id === 'pregnancyWeeks' && !pregnant) continue
    if (unsure && typed === '') read[id] = 'notSure'
    else if (unsure) problems.push({ field, text: 'Enter a number, or tick Not sure: not both' })
    else if (typed === '' && id === 'pregnancyWeeks') read[id] = 'notSure'
    else if (typed === '') problems.push({ field, text: `${gateNumbers[id].ask} Enter a number, or tick Not sure` })
    else if (value === undefined || value < min || value > max)
      problems.push({
        field,
        text: `Enter a ${id === 'weightKg' ? '' : 'whole '}number of ${unit} from ${min} to ${max}`,
      })
    else read[id] = value
  }
  if (problems.length > 0) return { ok: false, problems }
  const { pregnancyWeeks: _weeks, ...rest } = state
  const before = screen === 'you' ? rest : state
  return { ok: true, value: { ...before, ...read, replies, answered: [...new Set([...state.answered, screen])] } }
}

const headingOf = (group: GateGroupId) => gateGroups.find(({ id }) => id === group)?.heading ?? ''
