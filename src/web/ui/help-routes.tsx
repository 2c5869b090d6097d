/** Every way to get help, in the order in which to try them. */
import { type Person, spokenTo } from '../../care/check/questions/third-person.ts'
import type { RouteId } from '../../care/check/types.ts'
import { uk } from '../../care/region.ts'
import { CallButton } from './call-button.tsx'

/** Every way to get help, in order, with tap-to-call. `first`: the first telephone is the page's next action. */
export function OtherRoutes(props: { routes: readonly RouteId[]; title: string; first?: boolean; person?: Person }) {
  const { routes, title, first, person = 'you' } = props
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
              <p>{spokenTo(person, how)}</p>
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
