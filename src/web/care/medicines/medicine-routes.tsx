/**
 * The addresses of medicine safety and the tally. The same code in both homes: on the server everything travels in the
 * form and nothing is kept; on a device replies rest in the draft store and doses in the record.
 * Joins state, rules and pages; decides nothing. Never puts an answer into an address.
 */
import { type Context, Hono } from 'hono'
import { assessMedicines } from '../../../care/medicines/assess.ts'
import { recordDose } from '../../../care/medicines/tally.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import { asMade } from '../../../care/notebook-clock.ts'
import { doses as countedDoses, type NotebookEvent } from '../../../care/notebook.ts'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { lastTimeShown, momentWords } from './medicine-clock.ts'
import { AddPage, WhenPage } from './medicine-dose-form.tsx'
import { GatePage, nextScreen, readGateScreen } from './medicine-gate.tsx'
import { MayPage } from './medicine-may-i.tsx'
import { contextOf, freshAnswers, gateIsAnswered, profileOf } from './medicine-person.ts'
import { MedicineResultPage, NoMedicinesPage } from './medicine-result.tsx'
import {
  actOf,
  type DoseEntry,
  emptyState,
  entriesOf,
  gateScreenIds,
  type GateScreenId,
  type MedicineState,
  readState,
  tallyDoses,
  writeState,
} from './medicine-state.ts'
import { TallyPage, TallyTroublePage } from './medicine-tally.tsx'
import { mayTake, readFacts, readPortion, type TallyView, tallyView } from './medicine-tally-flow.ts'
import { momentOf } from '../moment.ts'
import { TrailTroublePage } from '../message-pages.tsx'
import { paths } from '../paths.ts'
import { CarryCheck, type Standing, standingCheck } from '../plan/plan-check.tsx'

/** Where the gate rests among the drafts of a device. A fixed UUID, so that any draft store takes it. */
const draftId = '5f0d2c6e-8a61-4c5b-9a57-6d6564696369'

/** Everything a request knows. */
interface Now {
  readonly home: CareHome
  readonly standing: Standing
  readonly state: MedicineState
  readonly entries: readonly DoseEntry[]
  readonly kept: 'yes' | 'no' | 'failed'
  /** Entries were found in the last 24 hours that cannot be read: one of them may be a dose (H-12). */
  readonly doubt?: boolean
  readonly fields: FormFields
}

/** The routes of medicines for one home. */
export function medicineRoutes(home: CareHome): Hono {
  const app = new Hono()

  app.get(paths.medicines, async (c) => {
    const now = await load(home, new Map())
    return now === 'damaged' ? show(c, <TallyTroublePage home={home} />, 422) : medicines(c, now)
  })
  app.post(paths.medicines, async (c) => {
    const now = await load(home, await formFields(c.req.raw))
    return now === 'damaged' ? show(c, <TallyTroublePage home={home} />, 422) : medicines(c, now)
  })
  app.get(paths.medicineTally, async (c) => {
    const now = await load(home, new Map())
    return now === 'damaged' ? show(c, <TallyTroublePage home={home} />, 422) : tally(c, now)
  })
  app.post(paths.medicineTally, async (c) => {
    const now = await load(home, await formFields(c.req.raw))
    return now === 'damaged' ? show(c, <TallyTroublePage home={home} />, 422) : tallyAct(c, now)
  })
  return app
}

/** Reads check, replies and doses from wherever this home has them. */
async function load(home: CareHome, fields: FormFields): Promise<Now | 'damaged'> {
  const standing = await standingCheck(home, fields)
  const text = fields.get('medicines')?.[0]
  const posted = text ? readState(text) : emptyState
  if (!posted) return 'damaged'
  const rest = { home, standing, fields }
  if (!home.notebook) return { ...rest, state: posted, entries: posted.doses, kept: 'no' }
  try {
    const draft = await home.notebook.drafts.get(draftId)
    const stored = draft ? readState(draft) : null
    const state = stored ? { ...stored, facts: posted.facts } : posted
    const events = asMade(await home.notebook.all(), momentOf(home))
    const recorded = countedDoses(events).map(entryOf)
    const doubt = events.some(({ kind, at }) => kind === 'unreadable' && home.now() - at < dayMs)
    // Doses carried from a page that the server made before the worker took over count too.
    const known = new Set(recorded.map(({ id }) => id))
    const carried = posted.doses.filter(({ id }) => !known.has(id))
    return { ...rest, state: { ...state, doses: carried }, entries: [...recorded, ...carried], kept: 'yes', doubt }
  } catch {
    return { ...rest, state: posted, entries: posted.doses, kept: 'failed' }
  }
}

/** What the tally knows now, for a page that tells of it and writes a dose down. Null where it cannot be known. */
export async function tallyNow(
  home: CareHome,
): Promise<{ readonly view: TallyView; readonly entries: readonly DoseEntry[] } | null> {
  const now = await load(home, new Map())
  if (now === 'damaged' || now.kept !== 'yes' || now.doubt) return null
  return { view: tallyView(now.state, now.standing, now.entries, home.now()), entries: now.entries }
}

const entryOf = ({ id, ingredient, milligrams, product, takenAt, amountKnown }: DoseEntry): DoseEntry => ({
  id,
  ingredient,
  milligrams,
  product,
  takenAt,
  ...(amountKnown === false && { amountKnown }),
})

/** Keeps the replies where this home can. A failure loses nothing of this page: the form still carries them. */
async function save({ home, kept }: Now, state: MedicineState): Promise<void> {
  if (kept !== 'yes') return
  try {
    await home.notebook?.drafts.put(draftId, writeState(state, 'kept'))
  } catch {
    // The hidden field still carries everything.
  }
}

function Carried({ now, state }: { now: Now; state: MedicineState }) {
  const check = now.standing.kind === 'finished' ? now.standing.check : null
  return (
    <>
      <CarryCheck check={check} />
      <input type="hidden" name="medicines" value={writeState(state)} />
    </>
  )
}

/** The gate, or the verdicts once it is answered. */
async function medicines(c: Context, now: Now) {
  const { home, standing, fields } = now
  if (standing.kind === 'damaged')
    return show(c, <TrailTroublePage home={home} trouble={standing.trouble} />, 422, 'holdsAnswers')
  if (standing.kind !== 'finished') return show(c, <NoMedicinesPage home={home} why={standing.kind} />)
  if (standing.expired) return show(c, <NoMedicinesPage home={home} why="expired" />)
  if (standing.check.level === 'emergency') return show(c, <NoMedicinesPage home={home} why="emergency" />)
  const answers = freshAnswers(standing)
  // Replies given with another check fill the form in, and are asked again: people start and stop medicines.
  const state: MedicineState =
    now.state.check === standing.check.id ? now.state : { ...now.state, check: standing.check.id, answered: [] }
  const gate = (screen: GateScreenId, next: MedicineState) =>
    show(
      c,
      <GatePage {...{ home, screen, answers }} state={next} carried={<Carried now={now} state={next} />} />,
      200,
      'holdsAnswers',
    )

  const screen = gateScreenIds.find((id) => id === fields.get('screen')?.[0])
  // "I take no medicines at all" is an answer and the way on in one.
  switch (fields.get('do')?.at(-1) ?? (screen ? 'next' : '')) {
    case 'again': {
      const next = { ...state, answered: [] }
      await save(now, next)
      return gate('history', next)
    }
    case 'back':
      return gate(gateScreenIds[Math.max(0, gateScreenIds.indexOf(screen ?? 'history') - 1)] ?? 'history', state)
    case 'next': {
      if (!screen) break
      const read = readGateScreen(screen, fields, state, answers)
      if (!read.ok) {
        const page = (
          <GatePage
            {...{ home, screen, state, answers }}
            problems={read.problems}
            typed={fields}
            carried={<Carried now={now} state={state} />}
          />
        )
        return show(c, page, 422, 'holdsAnswers')
      }
      await save(now, read.value)
      const following = gateScreenIds[gateScreenIds.indexOf(screen) + 1] ?? nextScreen(read.value)
      return following ? gate(following, read.value) : verdicts(c, now, read.value)
    }
  }
  const open = nextScreen(state)
  return open ? gate(open, state) : verdicts(c, now, state)
}

function verdicts(c: Context, now: Now, state: MedicineState) {
  const { home, standing, entries } = now
  const open = nextScreen(state)
  if (open || !gateIsAnswered(state, standing)) throw new Error('verdicts before the gate is answered')
  const at = home.now()
  const view = tallyView(state, standing, entries, at)
  // Too much already: that comes before any talk of what may be taken.
  if (view.advice) return tally(c, { ...now, state })
  const assessment = assessMedicines(profileOf(state, standing, tallyDoses(entries), at), contextOf(standing))
  const page = (
    <MedicineResultPage
      home={home}
      assessment={assessment}
      warnings={view.warnings}
      carried={<Carried now={now} state={state} />}
    />
  )
  return show(c, page, 200, 'holdsAnswers')
}

type TallyMore = Partial<Pick<Parameters<typeof TallyPage>[0], 'notice' | 'problems' | 'typed'>>

function tally(c: Context, now: Now, more: TallyMore = {}) {
  const { home, standing, state, entries } = now
  const kept = now.doubt ? 'part' : now.kept
  const view = tallyView(state, standing, entries, home.now())
  const carried = <Carried now={now} state={state} />
  const page = <TallyPage home={home} view={view} kept={kept} carried={carried} {...more} />
  return show(c, page, more.problems?.length ? 422 : 200, 'holdsAnswers')
}

/** Whatever was pressed on a page of the tally. */
async function tallyAct(c: Context, now: Now) {
  const { home, standing, state, entries, fields, kept, doubt } = now
  const at = home.now()
  const carried = <Carried now={now} state={state} />
  const pressed = fields.get('do')?.at(-1)
  switch (pressed) {
    case 'may':
    case 'took':
    case 'record': {
      const read = readPortion(fields)
      const view = tallyView(state, standing, entries, at)
      if (!read.ok)
        return view.advice
          ? show(c, <AddPage {...{ home, carried }} problems={read.problems} typed={fields} />, 422, 'holdsAnswers')
          : tally(c, now, { problems: read.problems, typed: fields })
      const portion = read.value
      const common = { home, portion, fields, carried, act: home.newId() }
      if (pressed === 'may') {
        // With a record that cannot be opened, or not all of it, nobody knows what is left.
        if (kept === 'failed' || doubt) return tally(c, now)
        const may = mayTake(portion, view, entries)
        return show(c, <MayPage {...common} view={view} may={may} />, 200, 'holdsAnswers')
      }
      if (pressed === 'took') return show(c, <WhenPage {...common} problems={[]} />, 200, 'holdsAnswers')
      const when = fields.get('when')?.at(-1)
      const takenAt = when === 'now' ? at : lastTimeShown(fields.get('at')?.at(-1) ?? '', at, home)
      if (takenAt === undefined || (when !== 'now' && when !== 'at')) {
        const problem =
          when === 'at' ? { field: 'at', text: 'Type a time, such as 22:30' } : { field: 'when', text: 'Choose when' }
        return show(c, <WhenPage {...common} problems={[problem]} />, 422, 'holdsAnswers')
      }
      const recorded = recordDose(tallyDoses(entries), portion.portion, takenAt, at, view.person)
      if (!recorded.ok)
        return tally(c, now, { problems: [{ field: 'product', text: 'That was no amount. Try again' }], typed: fields })
      const act = actFrom(fields) ?? common.act
      const fresh = entriesOf(recorded.value.dose, act, portion.name)
      const notice = `Written down: ${portion.words}, ${momentWords(takenAt, at, home)}.`
      return add(c, now, fresh, notice)
    }
    case 'remove':
      return remove(c, now, fields.get('dose')?.at(-1) ?? '')
    case 'facts': {
      const read = readFacts(fields, state)
      await save(now, read.state)
      return tally(c, { ...now, state: read.state }, { problems: read.problems, typed: fields })
    }
    case 'tooMuch':
      return tally(c, { ...now, state: { ...state, facts: { ...state.facts, overPacketLimit: 'yes' } } })
    case 'seen': {
      const next: MedicineState = { ...state, facts: {}, seenByClinicianAt: at }
      await save(now, next)
      return tally(
        c,
        { ...now, state: next },
        { notice: 'Do what they told you. Take no more painkillers than they allow.' },
      )
    }
    case 'add':
      return show(c, <AddPage {...{ home, carried }} problems={[]} typed={new Map()} />, 200, 'holdsAnswers')
    default:
      return tally(c, now)
  }
}

/** The act's UUID, if the form brought one. */
function actFrom(fields: FormFields): string | undefined {
  const act = fields.get('act')?.[0] ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(act) ? act : undefined
}

/** Writes a dose down: into the record, or into the form. Pressing twice writes it down once. */
async function add(c: Context, now: Now, fresh: readonly DoseEntry[], notice: string) {
  const { home, state, entries, kept } = now
  const known = new Set(entries.map(({ id }) => id))
  const added = fresh.filter(({ id }) => !known.has(id))
  const longer = { ...now, entries: [...entries, ...added] }
  if (kept === 'yes') {
    try {
      for (const entry of added) await home.notebook?.append(eventOf(entry, home))
      return tally(c, longer, { notice })
    } catch {
      return tally(c, { ...longer, kept: 'failed', state: { ...state, doses: [...state.doses, ...added] } }, { notice })
    }
  }
  return tally(c, { ...longer, state: { ...state, doses: [...state.doses, ...added] } }, { notice })
}

const eventOf = (entry: DoseEntry, home: CareHome): NotebookEvent => ({
  v: 1,
  at: home.now(),
  kind: 'doseTaken',
  ...entry,
})

/** Takes a dose out that was written down by mistake: the record says so in a further event. */
async function remove(c: Context, now: Now, id: string) {
  const { home, state, entries, kept } = now
  const gone = entries.filter((entry) => actOf(entry.id) === actOf(id))
  const left = entries.filter((entry) => !gone.includes(entry))
  const doses = state.doses.filter((entry) => actOf(entry.id) !== actOf(id))
  if (kept === 'yes')
    for (const { id: dose } of gone)
      await home.notebook?.append({ v: 1, id: home.newId(), at: home.now(), kind: 'doseWithdrawn', dose })
  const notice = gone.length > 0 ? 'Taken out of your list.' : 'That dose was not in your list.'
  return tally(c, { ...now, entries: left, state: { ...state, doses } }, { notice })
}
