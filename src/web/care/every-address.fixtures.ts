/** All addresses of the care half, for tests that walk every page there is, so that one added later is looked at too. */
import { movementIds } from '../../care/movement/types.ts'
import { sequences } from '../../care/movement/sequences.ts'
import { relaxCourses } from '../../care/player/relax.ts'
import { articles } from '../../care/guide/articles.ts'
import { guideQuestions } from '../../care/guide/questions.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { lessonIds } from '../../care/prevention/lessons.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import type { device } from './programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>

/** What stands in place of names of which the record holds no list. */
interface Chosen {
  /** Steps of the plan. */
  readonly steps?: readonly string[]
  /** Which pages of the guide, where not all: what they say hangs on no record. */
  readonly some?: <T>(all: readonly T[]) => readonly T[]
}

/** Every address that answers to a plain look, with something real in place of each name. */
export async function everyAddress(
  { app, notebook }: Device,
  { steps = [], some = (all) => all }: Chosen = {},
): Promise<readonly string[]> {
  const events = await notebook.all()
  const of = (kind: NotebookEvent['kind']) => events.filter((event) => event.kind === kind).map(({ id }) => id)
  const names: Readonly<Record<string, readonly string[]>> = {
    ':check': events.flatMap((event) => (event.kind === 'checkFinished' ? event.check : [])),
    ':screen{[0-9]+}': ['1', '2'],
    ':step': steps,
    ':movement': movementIds,
    ':sequence': sequences.map(({ id }) => id),
    ':course': relaxCourses.map(({ id }) => id),
    ':lesson': lessonIds,
    ':session': of('sessionBegun'),
    ':entry': of('diaryEntry'),
    ':article': some(Object.keys(articles)),
    ':question': some(guideQuestions).map(({ slug }) => slug),
    ':treatment': some(guideTreatments).map(({ slug }) => slug),
  }
  const patterns = new Set(app.routes.flatMap(({ method, path }) => (method === 'GET' && path !== '/*' ? path : [])))
  return [...patterns].flatMap((pattern) =>
    pattern.split('/').reduce<readonly string[]>((so, part, index) => {
      if (index === 0) return ['']
      const values = part.startsWith(':') ? names[part] : [part]
      if (!values) throw new Error(`what stands for ${part} in ${pattern}?`)
      return so.flatMap((before) => values.map((value) => `${before}/${value}`))
    }, []),
  )
}
