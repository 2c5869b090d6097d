/** What a guideline says of a treatment, as a sign and its words. */
import type { Treatment, Verdict } from '../../../care/guide/types.ts'

const verdictWords = {
  yes: 'Yes',
  may: 'May be tried',
  'only-with-exercise': 'Only with movement',
  'not-routinely': 'Not as a rule',
  'do-not': 'Do not offer',
  nothing: 'Says nothing',
} as const satisfies Record<Verdict['says'], string>

/** A tick, a ring, a line through a ring, a dash. The words say the same. */
const signs = {
  yes: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8.2l2.2 2.2L11 6',
  may: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8h6',
  'only-with-exercise': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8h6',
  'not-routinely': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM3.5 3.5l9 9',
  'do-not': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM3.5 3.5l9 9',
  nothing: 'M4 8h8',
} as const satisfies Record<Verdict['says'], string>

/** The guidelines that are asked, with their names. */
export const guidelineNames = {
  nice: 'NICE',
  acp: 'ACP',
  who: 'WHO',
} as const satisfies Record<keyof Treatment['guidelines'], string>

/** One verdict; a guideline of which nothing is known says so. */
export function VerdictWords({ verdict, whole }: { verdict: Verdict | undefined; whole?: boolean }) {
  const says = verdict?.says ?? 'nothing'
  return (
    <span class="verdict">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={signs[says]} />
      </svg>
      <span>
        {verdict ? verdictWords[says] : 'Not known to us'}
        {whole && verdict?.words && `. ${verdict.words}`}
      </span>
    </span>
  )
}
