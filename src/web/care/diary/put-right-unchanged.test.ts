/**
 * The form that puts an entry right, sent just as it opens, says what the entry said: each answer of each question, each alone
 * and all together. Who only came to change the pain must not lose, or change, anything else that they told.
 */
import { expect, test } from 'vitest'
import {
  type EntryFields,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  signAnswers,
  sleepAnswers,
  stressAnswers,
} from '../../../care/diary/entry.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { dayOf } from '../moment.ts'
import { decoded, hiddenFields } from '../plan/plan.fixtures.ts'
import { device, freshId, momentAt } from '../programme/programme.fixtures.ts'

const at = momentAt(0, 8)
const day = dayOf(at, { kind: 'device' })
const [kept, dropped, first, second] = [freshId(), freshId(), freshId(), freshId()]
const dose = (id: string) =>
  ({
    v: 1,
    id,
    at,
    kind: 'doseTaken',
    takenAt: at,
    product: 'Paracetamol',
    ingredient: 'paracetamol',
    milligrams: 500,
  }) as const
const chosen = (task: string, name: string) =>
  ({ v: 1, id: freshId(), at, day, kind: 'taskChosen', task, name }) as const

type Told = Partial<EntryFields>
const each = <Field extends keyof EntryFields>(field: Field, values: readonly EntryFields[Field][]): readonly Told[] =>
  values.map((value) => ({ [field]: value }))
const ofList = <Value>(list: readonly { readonly value: Value }[]): readonly Value[] => list.map(({ value }) => value)
const singly = <Value>(list: readonly { readonly value: Value }[]): readonly (readonly Value[])[] =>
  list.map(({ value }) => [value])
const told: readonly Told[] = [
  {},
  ...each('painNow0to10', [0, 10]),
  ...each('painWorst0to10', [3, 10]),
  ...each('painAverage0to10', [0, 3]),
  ...each('places', [['lowBack-left'], ['lowBack-left', 'lowBack-right', 'buttock-left']]),
  ...each('leg', ofList(legAnswers)),
  ...each('signs', singly(signAnswers)),
  ...each('signs', [['saddle', 'fever']]),
  ...each('sleep', ofList(sleepAnswers)),
  ...each('stress', ofList(stressAnswers)),
  ...each('sittingHours', [0, 6.25, 24]),
  ...each('lifting', ofList(liftingAnswers)),
  ...each('medicine', [
    { taken: true, doses: [] },
    { taken: false, doses: [] },
    { taken: true, doses: [first, second] },
  ]),
  ...each('helped', singly(helpedAnswers)),
  ...each('helped', [['warmth', 'rest']]),
  ...each('note', ['Dug the garden', 'Pain & stiffness "all day" <long>\nthen less']),
  ...each('taskScores', [
    [{ task: kept, score0to10: 0 }],
    [{ task: dropped, score0to10: 4 }],
    [
      { task: kept, score0to10: 10 },
      { task: dropped, score0to10: 4 },
    ],
  ]),
  ...each('confidence0to10', [0, 10]),
  ...each('globalChange', [-5, 0, 5]),
]
const together: Told = Object.assign({}, ...told)

const pair = (name: string, value: string): [string, string] => [name, value]
/** What a browser would send of this form, untouched, by the button at its end. */
function asItOpens(html: string): [string, string][] {
  const inputs = [...html.matchAll(/<input([^>]*)>/g)].map(([, has = '']) => has)
  const nameOf = (has: string) => /name="([^"]*)"/.exec(has)?.[1] ?? ''
  const sentOf = (has: string) => decoded(/value="([^"]*)"/.exec(has)?.[1] ?? '')
  const sent = inputs.filter((has) =>
    /type="(radio|checkbox)"/.test(has) ? / checked/.test(has) : !/hidden/.test(has),
  )
  const areas = [...html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)/g)]
  const selects = [...html.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(([select, name = '']) => {
    const options = [...select.matchAll(/<option([^>]*)>/g)].map(([, has = '']) => has)
    return pair(name, sentOf(options.find((has) => / selected/.test(has)) ?? options[0] ?? ''))
  })
  return [
    ...hiddenFields(html, '/diary/entry'),
    ...sent.map((has) => pair(nameOf(has), sentOf(has))),
    ...areas.map(([, name = '', words = '']) => pair(name, decoded(words))),
    ...selects,
  ]
}

const ofMaking = ['v', 'id', 'at', 'day', 'order', 'offsetMinutes', 'kind', 'replaces']
const said = (event: object) => Object.fromEntries(Object.entries(event).filter(([name]) => !ofMaking.includes(name)))

test.each([...told, together].map((one) => [JSON.stringify(one), one] as const))(
  'unchanged: %s',
  async (_name, more) => {
    const home = device()
    const id = freshId()
    const entry = { v: 2, id, at, day, kind: 'diaryEntry', painNow0to10: 3, ...more } as const
    const events: readonly NotebookEvent[] = [dose(first), dose(second), chosen(kept, 'Putting on socks'), entry]
    await home.notebook.appendAll(events)
    const { html } = await home.at(0, 12).get(`/diary/entry/${id}/put-right`)
    const fields = new URLSearchParams(asItOpens(html))
    await home.app.request('/diary/entry', { method: 'POST', body: fields })
    const made = (await home.of('diaryEntry')).at(-1)
    expect(made && { replaces: made.replaces, ...said(made) }).toEqual({ replaces: id, ...said(entry) })
    expect((await home.of('doseTaken')).length).toBe(2)
  },
)
