/**
 * The flare plan: what to do when the pain comes back stronger. To read before one happens; needs no record.
 * Draws care/programme/flare.ts. Never: "start from zero", or a word of harm.
 */
import { askedOf } from '../record/own-answers.ts'
import { flarePlan } from '../../../care/programme/flare.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { CheckFirst, HelpFirst, isHelpFirst } from './today-warnings.tsx'

const links: Readonly<Record<string, { readonly href: string; readonly text: string }>> = {
  check: { href: paths.check, text: 'Start the check' },
  half: { href: paths.today, text: 'Go to today' },
  relax: { href: paths.relax, text: 'Relax with a guide' },
}

/**
 * @param record null where none is kept. While it holds danger, that comes first and the plan is folded away
 * @param mayRelax whether the way to relaxing may be offered
 */
export function FlarePlanPage(props: { home: CareHome; record: RecordNow | null; mayRelax: boolean }) {
  const { home, record, mayRelax } = props
  const running = record?.state.started != null
  const closedBy = record && (isHelpFirst(record) || record.state.fullDue) ? record : null
  return (
    <CarePage home={home} title={flarePlan.title} islands={home.notebook ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        {flarePlan.title}
      </h1>
      {closedBy ? (
        <>
          <p>This plan is not for now.</p>
          {isHelpFirst(closedBy) ? (
            <HelpFirst record={closedBy} />
          ) : (
            <CheckFirst because={closedBy.state.fullDue?.because} />
          )}
          <Details summary="Read the plan for another time">
            <Plan mayRelax={mayRelax} />
          </Details>
        </>
      ) : (
        <Plan mayRelax={mayRelax} />
      )}
      <Callout title="When to get help" look="warn">
        <p>{flarePlan.helpIf}</p>
        <p>
          A danger sign at any time? <a href={paths.emergency}>See the emergency signs</a>
        </p>
      </Callout>
      <div class="actions">
        {!closedBy && (
          <ButtonLink href={paths.check} look="go">
            {askedOf(record, 'My back has gone again')}: check first
          </ButtonLink>
        )}
        <ButtonLink href={running ? paths.today : paths.home} wide>
          {running ? 'Back to today' : 'Home'}
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** The steps, and where they come from. */
function Plan({ mayRelax }: { mayRelax: boolean }) {
  return (
    <>
      <p>{flarePlan.kind}</p>
      <p>{flarePlan.means}</p>
      <ol class="flare-steps">
        {flarePlan.steps.map(({ id, text }) => (
          <li key={id}>
            <strong>{text}</strong>
            {links[id] && (id !== 'relax' || mayRelax) && (
              <>
                {' '}
                <a href={links[id].href}>{links[id].text}</a>
              </>
            )}
          </li>
        ))}
      </ol>
      <p>{flarePlan.back}</p>
      <Details summary="Where this comes from">
        <ul>
          {flarePlan.steps.map(({ id, text, sources: from, tag }) => (
            <li key={id}>
              {text} {from.map((source) => sources[source].title).join('; ')} [{tag}]
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}
