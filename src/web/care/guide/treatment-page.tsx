/** One treatment: what it is, what it does and how sure that is, what guidelines say, risks, cost, what is claimed. */
import type { ClaimId } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { claimsIn, textOf, type Treatment, treatmentGroups } from '../../../care/guide/types.ts'
import { Callout, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { type ForMachines, medicalPage } from './for-machines.ts'
import { Crumbs, drawable, EffectCard, Grades, Leads, SaidAndKnown, Sentences, SourcesOf } from './guide-parts.tsx'
import { linksOf } from './lead-links.ts'
import { guidelineNames, VerdictWords } from './verdict.tsx'

/** The page. */
export function TreatmentPage(props: { home: CareHome; treatment: Treatment; held: boolean }) {
  const { home, treatment, held } = props
  const { name, group, what, claim, does, guidelines, risk, risks, notFor, cost, heard, leads } = treatment
  const links = linksOf(leads, held)
  const drawn = drawable([claim])
  return (
    <CarePage home={home} title={name} wide learn machines={treatmentForMachines(treatment)}>
      <article class="article short-page">
        <div class="main">
          <Crumbs
            links={[
              { href: paths.treatments, text: 'Treatments' },
              { href: `${paths.treatments}?group=${group}`, text: treatmentGroups[group] },
            ]}
          />
          <h1>{name}</h1>
          <p class="short">{does.text}</p>
          <Grades ids={[claim]} />
          {what.map((line) => (
            <p key={textOf(line)}>{textOf(line)}</p>
          ))}
          <h2>What guidelines say</h2>
          <SummaryList
            rows={keysOf(guidelineNames).map((id) => ({
              name: guidelineNames[id],
              value: <VerdictWords verdict={guidelines[id]} whole />,
            }))}
          />
          <h2>Risk and cost</h2>
          <SummaryList
            rows={[
              { name: 'Risk', value: risk },
              { name: 'Cost', value: cost },
            ]}
          />
          {risks.length > 0 && <Sentences lines={risks} />}
          <SaidAndKnown heard={heard} />
          {notFor.length > 0 && (
            <Callout title="Not for you if, and when to ask" look="warn">
              <Sentences lines={notFor} />
            </Callout>
          )}
        </div>
        <aside class="beside-first" aria-label="How much it does, and what you can do here">
          {drawn.length > 0 && <EffectCard ids={drawn} />}
          {links.length > 0 && <Leads links={links} />}
        </aside>
        <div class="main">
          <SourcesOf ids={claimsOfTreatment(treatment)} />
        </div>
      </article>
    </CarePage>
  )
}

const treatmentForMachines = (treatment: Treatment): ForMachines =>
  medicalPage({
    ...{ path: paths.treatment(treatment.slug), picture: paths.sharePictureOf(paths.treatment(treatment.slug)) },
    ...{ title: treatment.name, treats: treatment.name },
    ...{ about: `${treatment.name}: ${textOf(treatment.does)}`, claims: claimsOfTreatment(treatment) },
  })

/** Every claim that the page rests on. */
export function claimsOfTreatment({
  claim,
  does,
  what,
  guidelines,
  risks,
  notFor,
  heard,
}: Treatment): readonly ClaimId[] {
  return [
    claim,
    ...does.claims,
    ...what.flatMap(claimsIn),
    ...keysOf(guidelineNames).flatMap((id) => guidelines[id]?.claim ?? []),
    ...risks.flatMap(claimsIn),
    ...heard.flatMap(({ known }) => known.claims),
    ...notFor.flatMap(claimsIn),
  ]
}
