/**
 * The check-in, "better, the same or worse?", and putting one right that was answered wrongly: shown as it was answered,
 * asked again, and confirmed in words before it counts. What was answered first stays in the record.
 * Joins; decides nothing. Never: opens what the first answers closed. Only the full check does that.
 */
import { askedOf } from '../record/own-answers.ts'
import { type Context, Hono } from 'hono'
import { isOneOf } from '../../../care/evidence/closed-sets.ts'
import type { Answers } from '../../../care/check/types.ts'
import { type JustTold, justTold } from '../../../care/record/pain-told.ts'
import type { CheckInDone } from '../../../care/programme/events.ts'
import { isRedPain } from '../../../care/programme/pain-lights.ts'
import { checkInQuestions, painNowQuestion } from '../../../care/programme/questions.ts'
import { episodeDays } from '../../../care/programme/state.ts'
import { limit } from '../../../care/programme/thresholds.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { Callout, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage, show } from '../care-page.tsx'
import { DangerSigns } from '../check/watch-for.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { stillSo } from '../still-so.ts'
import { takenWords } from '../told-pain.tsx'
import { paths } from '../paths.ts'
import { keepUnread, soreBecause, stoppedAnew } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { askForm, type Asked, type FormScreen, type ProgrammeForm, readForm, replyOf } from './programme-form.tsx'
import { keepEvents } from './programme-keep.tsx'
import { NewOrWorse } from './programme-parts.tsx'
import { entryOf, running } from './programme-running.tsx'

type CheckIn = Omit<CheckInDone, 'v' | 'id' | 'at' | 'day'>

/** The routes of the check-in for one home. */
export function checkInRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.checkIn, (c) => running(c, home, (record, fields) => askForm(c, checkInForm(record, fields))))
  app.post(paths.checkIn, (c) =>
    running(
      c,
      home,
      async (record, fields) => {
        const form = checkInForm(record, fields)
        const read = readForm(form.screens, fields)
        return read.kind === 'screen' ? askForm(c, form, read) : keepCheckIn(c, record, fields, checkInOf(read.answers))
      },
      worseFirst(c, home),
    ),
  )
  app.get(paths.checkInChange, (c) =>
    running(c, home, (record) => {
      const before = record.state.checkIns.at(-1)
      return before ? askForm(c, changeForm(record, fieldsOf(before))) : c.redirect(paths.checkIn, 303)
    }),
  )
  app.post(paths.checkInChange, (c) =>
    running(c, home, (record, fields) => change(c, record, fields), worseFirst(c, home)),
  )
  return app
}

function checkInForm(record: RecordNow, fields: FormFields): ProgrammeForm {
  const { home, events, diary, now } = record
  const told = justTold(events, diary, now)
  const known: FormFields =
    told?.isFresh && !fields.has('q.painNow') ? new Map([...fields, ['q.painNow', [String(told.pain0to10)]]]) : fields
  return {
    home,
    fields: known,
    action: paths.checkIn,
    screens: checkInScreens(record, told),
    entry: entryOf(fields, home),
    last: 'Save',
    children: (
      <>
        <NewOrWorse />
        <Callout title="What to watch for" look="warn">
          <DangerSigns />
        </Callout>
      </>
    ),
  }
}

/** The same questions with what was answered. */
function changeForm(record: RecordNow, fields: FormFields): ProgrammeForm {
  const before = record.state.checkIns.at(-1)
  return {
    ...checkInForm(record, fields),
    action: paths.checkInChange,
    screens: checkInScreens(record, null),
    last: 'Next',
    before: (
      <>
        <p>This is what you answered. Change what was wrong. What you answered first stays in your record.</p>
        {before && <SummaryList rows={rowsOf(before)} />}
      </>
    ),
  }
}

function checkInScreens(record: RecordNow, told: JustTold | null): readonly FormScreen[] {
  const { home, state, now } = record
  const { trend, toilet, stand, medicine, normal, leg, change: since } = checkInQuestions
  const late = (episodeDays(state, now) ?? 0) >= limit('fourWeeks')
  const pain = painAsked(told, home)
  return [
    { title: 'Better, the same or worse?', asked: [{ question: trend }, { ...pain, certain: true }] },
    { title: 'How you get by', asked: [{ question: toilet }, { question: stand }, { question: medicine }] },
    {
      title: 'And last',
      asked: [
        { question: normal },
        { question: leg },
        ...(late ? [{ question: { ...since, ask: askedOf(record, since.ask) }, certain: true } as const] : []),
      ],
    },
  ]
}

/** The pain now: of a number told within the hour, that it is taken; of an older one, "Still so?". */
function painAsked(told: JustTold | null, home: CareHome): Asked {
  if (!told) return { question: painNowQuestion }
  if (told.isFresh) return { question: painNowQuestion, told: told.pain0to10, taken: takenWords(told, home) }
  const again = stillSo(told, home, false)
  return { question: { ...painNowQuestion, help: again.hint }, told: again.told }
}

/** What the pain may have done since it began, beside "not sure". */
const trends = ['better', 'same', 'worse'] as const satisfies readonly CheckInDone['trend'][]

function checkInOf(answers: Answers): CheckIn {
  const since = answers.change === undefined ? null : Number(answers.change)
  return {
    kind: 'checkInDone',
    pain0to10: typeof answers.painNow === 'number' ? answers.painNow : 10,
    trend: isOneOf(trends, answers.trend) ? answers.trend : 'notSure',
    toiletAndDrink: replyOf(answers.toilet),
    canStand10Minutes: replyOf(answers.stand),
    medicineFor24Hours: answers.medicine === 'noneSafe' ? 'noneSafe' : replyOf(answers.medicine),
    backToNormal: replyOf(answers.normal),
    severeLegPain: replyOf(answers.leg),
    ...(since !== null && { globalChange: since }),
  }
}

/** A check-in as the form's fields. */
function fieldsOf(told: CheckIn): FormFields {
  const values: readonly (readonly [string, string | number | undefined])[] = [
    ['trend', told.trend],
    ['painNow', told.pain0to10],
    ['toilet', told.toiletAndDrink],
    ['stand', told.canStand10Minutes],
    ['medicine', told.medicineFor24Hours],
    ['normal', told.backToNormal],
    ['leg', told.severeLegPain],
    ['change', told.globalChange],
  ]
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[`q.${name}`, [String(value)]]])))
}

const replyWords = { yes: 'Yes', no: 'No', notSure: 'Not sure', noneSafe: 'None is safe for me' } as const

/** The answers of a check-in, each beside its question. */
function rowsOf(told: CheckIn): readonly { readonly name: string; readonly value: string }[] {
  const { trend, toilet, stand, medicine, normal, leg, change: since } = checkInQuestions
  const trendWords = trend.options.find(({ value }) => value === told.trend)?.text ?? replyWords.notSure
  return [
    { name: trend.ask, value: trendWords },
    { name: painNowQuestion.ask, value: `${told.pain0to10} of 10` },
    { name: toilet.ask, value: replyWords[told.toiletAndDrink] },
    { name: stand.ask, value: replyWords[told.canStand10Minutes] },
    { name: medicine.ask, value: replyWords[told.medicineFor24Hours] },
    { name: normal.ask, value: replyWords[told.backToNormal] },
    { name: leg.ask, value: replyWords[told.severeLegPain] },
    ...(told.globalChange === undefined ? [] : [{ name: since.ask, value: String(told.globalChange) }]),
  ]
}

/** Worse, red pain, and no way to the toilet or a drink are answered first, kept or not; null when none was told. */
const worseFirst = (c: Context, home: CareHome) => async (fields: FormFields) => {
  const pain = Number(fields.get('q.painNow')?.at(-1))
  const isRed = pain <= 10 && isRedPain(pain)
  const why = fields.get('q.trend')?.at(-1) === 'worse' ? 'worse' : isRed ? 'sore' : null
  const told = why === 'worse' ? stoppedAnew() : ({ kind: 'miniAsked', because: soreBecause } as const)
  const kept = why !== null && (await keepUnread(home, told))
  const first = ['no', 'notSure'].includes(fields.get('q.toilet')?.at(-1) ?? '') ? 'toilet' : why
  return first && show(c, <StopHerePage {...{ home, kept }} why={first} />, 200, 'holdsAnswers')
}

async function keepCheckIn(c: Context, record: RecordNow, fields: FormFields, told: CheckIn) {
  const { home } = record
  if (await keepEvents(record, fields, [told])) return c.redirect(paths.today, 303)
  return (await worseFirst(c, home)(fields)) ?? show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
}

/** Asked again, then shown in words, then kept. */
async function change(c: Context, record: RecordNow, fields: FormFields) {
  const before = record.state.checkIns.at(-1)
  const form = changeForm(record, fields)
  const read = readForm(form.screens, fields)
  if (read.kind === 'screen') return askForm(c, form, read)
  const told = checkInOf(read.answers)
  if (!before) return keepCheckIn(c, record, fields, told)
  const changed = changesIn(before, told)
  if (changed.length === 0) return c.redirect(paths.today, 303)
  // What is worse than was told is heard at once: only what sounds milder is asked again.
  if (isNewlyWorse(before, told)) return keepCheckIn(c, record, fields, { ...told, replaces: before.id })
  // The same form a second time: it is done already.
  if (record.events.some(({ id }) => id === fields.get('entry')?.[0])) return c.redirect(paths.today, 303)
  // Another check-in was made meanwhile: what is put right must be what was shown.
  const sure = fields.get('do')?.at(-1) === 'sure' && fields.get('about')?.at(-1) === before.id
  if (sure) return keepCheckIn(c, record, fields, { ...told, replaces: before.id })
  const page = <ChangePage {...{ record, fields, changed }} about={before.id} last={form.screens.length - 1} />
  return show(c, page, 200, 'holdsAnswers')
}

const isNewlyWorse = (before: CheckIn, told: CheckIn): boolean =>
  (told.trend === 'worse' && before.trend !== 'worse') ||
  (isRedPain(told.pain0to10) && !isRedPain(before.pain0to10)) ||
  (told.toiletAndDrink !== 'yes' && before.toiletAndDrink === 'yes')

interface Changed {
  readonly name: string
  readonly was: string
  readonly is: string
}

function changesIn(before: CheckIn, told: CheckIn): readonly Changed[] {
  const were = new Map(rowsOf(before).map(({ name, value }) => [name, value]))
  return rowsOf(told).flatMap(({ name, value }) => {
    const was = were.get(name) ?? 'Not asked'
    return was === value ? [] : { name, was, is: value }
  })
}

interface ChangePageProps {
  readonly record: RecordNow
  readonly fields: FormFields
  readonly changed: readonly Changed[]
  /** Id of the check-in that is put right. */
  readonly about: string
  /** Number of the form's last screen. */
  readonly last: number
}

/** Once more, in words, before it counts. */
function ChangePage({ record: { home, state }, fields, changed, about, last }: ChangePageProps) {
  const carried = [...fields].filter(([name]) => /^(q|list)\./.test(name))
  const title = 'Are these answers right?'
  return (
    <CarePage home={home} title={title} asks>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <ul>
        {changed.map(({ name, was, is }) => (
          <li key={name}>
            {name}
            <br />
            You said: {was}. Now: <strong>{is}</strong>.
          </li>
        ))}
      </ul>
      {state.fullDue && <p>No movements until the full check is done.</p>}
      <form method="post" action={paths.checkInChange} novalidate>
        <input type="hidden" name="entry" value={entryOf(fields, home)} />
        <input type="hidden" name="screen" value={String(last)} />
        <input type="hidden" name="about" value={about} />
        <CarriedFields fields={carried} />
        <div class="actions">
          <Button look="go" name="do" value="sure">
            Yes, I answered wrongly before
          </Button>
          <ButtonLink href={paths.today} wide>
            No, leave it as it was
          </ButtonLink>
        </div>
      </form>
      <NewOrWorse />
    </CarePage>
  )
}
