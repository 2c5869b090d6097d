/** Every way to get help, in the order in which to try them. */
import { inOwnWords } from '../../care/check/own-words.ts'
import { type Person, spokenTo } from '../../care/check/questions/third-person.ts'
import type { Answers, RouteId } from '../../care/check/types.ts'
import { uk } from '../../care/region.ts'
import { CallButton } from './call-button.tsx'

interface OtherRoutesProps {
  readonly routes: readonly RouteId[]
  readonly title: string
  /** The first telephone is the page's next action. */
  readonly first?: boolean
  readonly person?: Person
  /** Of the check that they come from: what is to be said on the phone speaks of the pain that was told. */
  readonly answers?: Answers
}

/** Every way to get help, in order, with tap-to-call. */
export function OtherRoutes({ routes, title, first, person = 'you', answers = {} }: OtherRoutesProps) {
  const next = first ? routes.find((id) => uk.routes[id].telephone) : undefined
  if (routes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="routes">
        {routes.map((id) => {
          const { name, how, telephone, web } = uk.routes[id]
          return (
            <li class="card" key={id}>
              <h3>{spokenTo(person, name)}</h3>
              <p>{inOwnWords(spokenTo(person, how), answers)}</p>
              {telephone && <CallButton number={telephone} {...(id === next && { look: 'go' })} />}
              {web && (
                <p>
                  <a href={web.href} rel="noreferrer">
                    {web.text}
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
