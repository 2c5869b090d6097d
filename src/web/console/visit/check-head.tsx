/** A check that was shared: its head beside a day, and all of it on the visit's page. */
import { type CheckGlance, checkParts, glanceAt } from '../../../care/record/check-glance.ts'
import type { Sealed } from '../../../clinic/booking/sealed-words.ts'
import { LevelBanner } from '../../ui/level-banner.tsx'
import { Sign } from '../console-signs.tsx'

/** How many flags, or lines of a text that is of no form we know, are shown beside a day; the visit's own page shows all. */
const mostShown = 3

/** The head of a check that was shared: its level and what it flags. */
export function CheckHead({ check }: { readonly check: Sealed }) {
  if (check.kind === 'hidden') return <p class="quiet">A check is shared with the therapist.</p>
  if (check.kind !== 'open') return <p class="quiet">The check that was shared cannot be opened here.</p>
  const glance = glanceAt(check.text)
  const lines = check.text.split('\n')
  return (
    <div class="check-head">
      <p class="quiet">
        <Sign name="flag" size={16} /> From their own check. Nobody has examined this.
      </p>
      {glance ? <Glance glance={glance} /> : <p class="as-sent">{lines.slice(0, mostShown).join('\n')}</p>}
      {(glance !== undefined || lines.length > mostShown) && <p class="quiet">All of it is on the visit’s page.</p>}
    </div>
  )
}

function Glance({ glance: { level, told, flags, noes } }: { readonly glance: CheckGlance }) {
  const more = flags.length - mostShown
  return (
    <>
      <LevelBanner level={level} />
      {flags.length === 0 ? (
        <p>No flags in that check.</p>
      ) : (
        <ul class="check-flags">
          {flags.slice(0, mostShown).map((flag) => (
            <li key={flag}>
              <bdi>{flag}</bdi>
            </li>
          ))}
          {more > 0 && <li>{more === 1 ? '1 more flag' : `${more} more flags`}</li>}
        </ul>
      )}
      <p class="quiet">
        {told}
        {noes > 0 && `${told ? '. ' : ''}Answered no: ${noes}.`}
      </p>
    </>
  )
}

/** All that was sent: part by part, or as it stands where it is of no form we know. */
export function CheckText({ text }: { readonly text: string }) {
  const check = checkParts(text)
  if (!check) return <p class="as-sent">{text}</p>
  return (
    <>
      <LevelBanner level={check.level} />
      <div class="check-parts">
        {check.parts.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {check.remarks.map((remark) => (
        <p key={remark} class="quiet">
          <bdi>{remark}</bdi>
        </p>
      ))}
    </>
  )
}
