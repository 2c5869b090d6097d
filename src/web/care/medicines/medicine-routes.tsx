/**
 * The addresses of medicine safety and the tally. The same code in both homes: on the server everything travels in the
 * form and nothing is kept; on a device replies rest in the draft store and doses in the record.
 * Joins state, rules and pages; decides nothing. Never puts an answer into an address.
 */
import { type Context, Hono } from 'hono'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { TrailTroublePage } from '../message-pages.tsx'
import { paths } from '../paths.ts'
import { GatePage, nextScreen, readGateScreen } from './medicine-gate.tsx'
import {
  Carried,
  keepReplies,
  type MedicinesNow,
  medicinesNow,
  viewOf,
  type WhyClosed,
  whyClosed,
  withAgainstTold,
} from './medicine-now.tsx'
import { freshAnswers } from './medicine-person.ts'
import { MedicineResultPage, NoMedicinesPage } from './medicine-result.tsx'
import { gateScreenIds, type GateScreenId, type MedicineState } from './medicine-state.ts'
import { withCarriedTold } from './medicine-told.ts'
import { TallyTroublePage } from './medicine-tally.tsx'
import { tally, tallyAct } from './medicine-tally-acts.tsx'

/** The routes of medicines for one home. */
export function medicineRoutes(home: CareHome): Hono {
  const app = new Hono()
  type Page = (c: Context, now: MedicinesNow) => Response | Promise<Response>
  const answer = async (c: Context, fields: FormFields, page: Page): Promise<Response> => {
    const now = await medicinesNow(home, fields)
    if (now === 'damaged') return show(c, <TallyTroublePage home={home} />, 422)
    return page(c, await withAgainstTold(now))
  }
  /** What the form carries of too much is written down before it is answered. */
  const told =
    (page: Page): Page =>
    async (c, now) =>
      page(c, await withCarriedTold(now))
  app.get(paths.medicines, (c) => answer(c, new Map(), medicines))
  app.post(paths.medicines, async (c) => answer(c, await formFields(c.req.raw), told(medicines)))
  app.get(paths.medicineTally, (c) => answer(c, new Map(), tally))
  app.post(paths.medicineTally, async (c) => answer(c, await formFields(c.req.raw), told(tallyAct)))
  return app
}

/** The gate, or the verdicts once it is answered. Too much already, told or written down, comes before any of it. */
async function medicines(c: Context, now: MedicinesNow) {
  const { home, fields } = now
  const { standing, told } = now.stands
  if (standing.kind === 'damaged')
    return show(c, <TrailTroublePage home={home} trouble={standing.trouble} />, 422, 'holdsAnswers')
  if (viewOf(now).advice) return tally(c, now)
  const why = whyClosed(now)
  if (why !== null || standing.kind !== 'finished') return closed(c, now, why ?? 'none')
  const answers = freshAnswers(standing)
  // Replies given with another check fill the form in, and are asked again: people start and stop medicines.
  const state: MedicineState =
    now.state.check === standing.check.id ? now.state : { ...now.state, check: standing.check.id, answered: [] }
  const common = { home, record: now.from, answers, told: told.rows }
  const gate = (screen: GateScreenId, next: MedicineState) =>
    show(
      c,
      <GatePage {...common} screen={screen} state={next} carried={<Carried now={now} state={next} />} />,
      200,
      'holdsAnswers',
    )

  const screen = gateScreenIds.find((id) => id === fields.get('screen')?.[0])
  // "I take no medicines at all" is an answer and the way on in one.
  switch (fields.get('do')?.at(-1) ?? (screen ? 'next' : '')) {
    case 'again': {
      const next = { ...state, answered: [] }
      await keepReplies(now, next)
      return gate('history', next)
    }
    case 'back':
      return gate(gateScreenIds[Math.max(0, gateScreenIds.indexOf(screen ?? 'history') - 1)] ?? 'history', state)
    case 'next': {
      if (!screen) break
      const read = readGateScreen(screen, fields, state, answers, told.rows)
      if (!read.ok) {
        const carried = <Carried now={now} state={state} />
        const page = <GatePage {...common} {...{ screen, state, carried }} problems={read.problems} typed={fields} />
        return show(c, page, 422, 'holdsAnswers')
      }
      await keepReplies(now, read.value)
      const heard = await withAgainstTold({ ...now, state: read.value })
      if (heard.stands.due !== null && !viewOf(heard).advice) return closed(c, heard, 'due')
      const following = gateScreenIds[gateScreenIds.indexOf(screen) + 1] ?? nextScreen(read.value)
      return following ? gate(following, read.value) : verdicts(c, { ...now, state: read.value })
    }
  }
  const open = nextScreen(state)
  return open ? gate(open, state) : verdicts(c, { ...now, state })
}

function verdicts(c: Context, now: MedicinesNow) {
  const { home, state } = now
  const view = viewOf(now)
  // The last answers of the gate may show that what is written down is too much.
  if (view.advice) return tally(c, now)
  if (!view.assessment) throw new Error('verdicts before the gate is answered')
  const carried = <Carried now={now} state={state} />
  const { assessment, warnings, reask } = view
  const page = <MedicineResultPage record={now.from} {...{ home, assessment, warnings, reask, carried }} />
  return show(c, page, 200, 'holdsAnswers')
}

/** In place of painkillers: why none is shown, and what became of what was told just now. */
function closed(c: Context, now: MedicinesNow, why: WhyClosed) {
  const { home, stands, againstWritten: written } = now
  const { due } = stands
  const because = why === 'due' && due !== null && { because: due, ...(written && { written }) }
  // Where no record is kept, or this is about somebody else than its person, the address would lead to another list.
  const carried = home.notebook === null && <Carried now={now} state={now.state} />
  return show(
    c,
    <NoMedicinesPage {...{ home, why, carried }} sent={now.fields} record={now.from} {...because} />,
    200,
    'holdsAnswers',
  )
}
