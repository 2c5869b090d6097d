/**
 * "Add more for the doctor or nurse": a form after an emergency or urgent result, with the way to help first and in sight. All of it may be
 * left blank. Draws and reads; what is asked and what it changes is in src/care/check/more.ts.
 */
import { nextToTell, withMoreTold } from '../../../care/check/more.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import type { CheckInProgress, CheckResult } from '../../../care/check/types.ts'
import { uk } from '../../../care/region.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { readTold, viewOf } from './check-flow.ts'
import { Part } from './check-screen.tsx'
import { unsureWords } from './question-field.tsx'
import { layOut, type ScreenPart, shownIn } from './screen-layout.ts'
import { answersOf, singlesOf, type Trail, writeTrail } from './trail.ts'
import { CallButton } from '../../ui/call-button.tsx'

/** What a press of "Add more for the doctor or nurse" or "Add this" led to: another page of it, or back to the result. */
export type Told =
  | { readonly kind: 'page'; readonly trail: Trail; readonly page: MorePageParts }
  | { readonly kind: 'result'; readonly trail: Trail }

interface MorePageParts {
  readonly result: CheckResult
  readonly state: CheckInProgress
  readonly parts: readonly ScreenPart[]
  /** Ids shown so far, on this page too. */
  readonly seen: readonly string[]
  readonly problems: readonly Problem[]
}

/** Ids that earlier pages of this form showed. */
const seenIn = (fields: FormFields): readonly string[] => (fields.get('seen')?.at(-1) ?? '').split(' ').filter(Boolean)

/** The first page of it, or the result where there is nothing left to tell. */
export const beginToTell = (trail: Trail): Told => pageFor(trail, [], [])

/** Takes what was told. Nothing told, or nothing left to ask, leads back to the result. */
export function takeMore(trail: Trail, fields: FormFields): Told {
  const view = viewOf(trail)
  if (view.kind !== 'result') return { kind: 'result', trail }
  const seen = seenIn(fields)
  const before = new Set(seen.filter((id) => !(fields.get('shown')?.[0] ?? '').split(' ').includes(id)))
  const state = nextToTell(view.result, answersOf(trail), before)
  if (!state) return { kind: 'result', trail }
  const { answers, problems } = readTold(layOut(state, answersOf(trail), singlesOf(trail)), fields)
  if (problems.length > 0) return pageFor(trail, [...before], problems)
  if (Object.keys(answers).length === 0) return pageFor(trail, seen, [])
  const all = withMoreTold(answersOf(trail), answers)
  const step = Object.fromEntries(Object.entries(all).filter(([id]) => answersOf(trail)[id] === undefined))
  return pageFor({ ...trail, pending: {}, steps: [...trail.steps, { answers: step, single: [] }] }, seen, [])
}

function pageFor(trail: Trail, seen: readonly string[], problems: readonly Problem[]): Told {
  const view = viewOf(trail)
  if (view.kind !== 'result') return { kind: 'result', trail }
  const answers = answersOf(trail)
  const state = nextToTell(view.result, answers, new Set(seen))
  if (!state) return { kind: 'result', trail }
  const parts = layOut(state, answers, singlesOf(trail))
  return {
    kind: 'page',
    trail,
    page: { result: view.result, state, parts, problems, seen: [...new Set([...seen, ...shownIn(parts)])] },
  }
}

export interface MorePageProps {
  readonly home: CareHome
  readonly trail: Trail
  readonly action: string
  readonly page: MorePageParts
  /** What was typed, where it came back with a problem. */
  readonly typed?: FormFields | undefined
}

/** The page. The way to help stays at its top, whatever is below. */
export function MorePage({ home, trail, action, page, typed = new Map() }: MorePageProps) {
  const { result, state, parts, seen, problems } = page
  const person = personOf(answersOf(trail))
  const title = spokenTo(person, state.screen.title)
  const first = result.routes.map((id) => uk.routes[id]).find(({ telephone }) => telephone)
  const emergency = result.level === 'emergency'
  const number = emergency ? uk.emergencyNumber : (first?.telephone ?? '111')
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <div class="call-first">
        <p>
          <strong>{emergency ? 'Get help first. This can wait.' : 'Ring today. This can wait.'}</strong>
        </p>
        <CallButton number={number} look="go" />
      </div>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        About 1 minute. It helps whoever sees {person === 'you' ? 'you' : 'them'} next. You can leave any of it blank.
        In a list with a tick, the rest counts as no.
      </p>
      <p class="quiet small">? means {unsureWords[person].toLowerCase()}</p>
      <form method="post" action={action} class="screen" novalidate>
        <input type="hidden" name="trail" value={writeTrail(trail)} />
        <input type="hidden" name="shown" value={shownIn(parts).join(' ')} />
        <input type="hidden" name="seen" value={seen.join(' ')} />
        {parts.map((part) => (
          <Part
            key={part.kind === 'list' ? part.key : (part.questions[0]?.question.id ?? '')}
            part={part}
            title={title}
            person={person}
            fields={typed}
            problems={problems}
            buttons={false}
          />
        ))}
        <div class="actions">
          <Button name="do" value="told" wide>
            Add this
          </Button>
          <Button name="do" value="on" look="plain" wide>
            Back to my result
          </Button>
        </div>
      </form>
    </CarePage>
  )
}
