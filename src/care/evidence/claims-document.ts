/**
 * Every claim as one Markdown page that a clinician can read and correct, with its grade, effect, sources, tags and dates.
 * Never: says anything that is not in the data, or that anybody has signed a claim off.
 */
import { type ClaimId, claimOf, reviewOf } from './claims.ts'
import type { Effect, Withdrawn } from './claim.ts'
import { gradeWords, tagWords } from './grade.ts'
import { keysOf } from './closed-sets.ts'
import { reviewBy, reviewedOn } from './review.ts'
import { sources } from './sources.ts'
import { claimsUnder, themeIds, themeTitle } from './themes.ts'
import { withdrawnClaims } from './withdrawn.ts'

/** The page, ending in one line break. Same claims, same text. */
export function claimsDocument(withdrawn: readonly Withdrawn[] = withdrawnClaims): string {
  const parts = [opening(), ...themeIds.map(themePart), ...withdrawnPart(withdrawn), sourcePart()]
  return `${parts.join('\n\n')}\n`
}

function opening(): string {
  return [
    '# Claims',
    'Printed from `src/care/evidence` by `npm run claims`. Change the data, not this page.',
    `Read against their sources on ${reviewedOn}, to be read again by ${reviewBy}, where a claim says nothing else. **Not signed off by a clinician yet.**`,
    'How a claim or a source was checked:',
    keysOf(tagWords)
      .map((tag) => `- ${tag}: ${tagWords[tag]}`)
      .join('\n'),
  ].join('\n\n')
}

function themePart(theme: (typeof themeIds)[number]): string {
  const rows = claimsUnder(theme).map(rowOf)
  const head = '| id | Claim | Kind | Grade | Effect | Sources | Tag |\n|---|---|---|---|---|---|---|'
  return `## ${themeTitle(theme)}\n\n${head}\n${rows.join('\n')}`
}

function rowOf(id: ClaimId): string {
  const claim = claimOf(id)
  const { says, kind, grade, effect, sources: from, tag, reviewed, cameOn, changes = [] } = claim
  const dates = reviewed ? ` Checked ${reviewOf(claim).on}, next by ${reviewOf(claim).by}.` : ''
  const came = cameOn ? ` New ${cameOn}.` : ''
  const changed = changes.map(({ on, what }) => ` Changed ${on}: ${what}`).join('')
  const cells = [
    `\`${id}\``,
    `${says}${dates}${came}${changed}`,
    kind,
    grade ? gradeWords[grade] : '',
    effect ? effectText(effect) : '',
    from.map((source) => `${sources[source].title} [${sources[source].tag}]`).join('; '),
    tag,
  ]
  return `| ${cells.map(inCell).join(' | ')} |`
}

function effectText({ of, found, likely, unit, scale, trials, people, against, tag }: Effect): string {
  return [
    `${of}: ${found}${likely ? ` (95 % interval ${likely[0]} to ${likely[1]})` : ''} ${unit}`,
    `scale ${scale.from} ${scale.words[0]} to ${scale.to} ${scale.words[1]}`,
    against && `against ${against}`,
    trials !== undefined && `trials ${trials}`,
    people !== undefined && `people ${people}`,
    tag && `this number [${tag}]`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** What we no longer claim; nothing where nothing was withdrawn. */
function withdrawnPart(all: readonly Withdrawn[]): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map(({ id, on, said, why }) => `| \`${id}\` | ${on} | ${inCell(said)} | ${inCell(why)} |`)
  return [`## Withdrawn\n\n| id | On | It said | Why it is gone |\n|---|---|---|---|\n${rows.join('\n')}`]
}

function sourcePart(): string {
  const rows = keysOf(sources).map((id) => `| \`${id}\` | ${inCell(sources[id].title)} | ${sources[id].tag} |`)
  return `## Sources\n\n| id | Source | Tag |\n|---|---|---|\n${rows.join('\n')}`
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
