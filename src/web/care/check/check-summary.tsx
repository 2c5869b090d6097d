/**
 * The summary for a clinician: one screen, one A4 page, plain text that can be copied, shown or printed.
 * The words come from care; this page only frames them.
 */
import { clinicianSummary, summaryText } from '../../../care/check/summary.ts'
import type { Answers, CheckResult } from '../../../care/check/types.ts'
import { Button } from '../../ui/button.tsx'
import { LevelBanner } from '../../ui/level-banner.tsx'
import { CarePage } from '../care-page.tsx'
import { ChangedAnswers } from './result-reasons.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { whenWords } from '../when-words.ts'
import { type Trail, writeTrail } from './trail.ts'
import { exactly } from '../../ui/said-exactly.ts'

export interface SummaryPageProps {
  readonly home: CareHome
  readonly trail: Trail
  readonly result: CheckResult
  readonly answers: Answers
}

/** The summary as a page of its own. */
export function SummaryPage({ home, trail, result, answers }: SummaryPageProps) {
  const text = summaryText(clinicianSummary(answers, result), result, whenWords(home.now(), home))
  return (
    <CarePage home={home} title="Summary for a clinician" islands={['copy']}>
      <h1 tabindex={-1} data-focus>
        Summary for a clinician
      </h1>
      <LevelBanner level={result.level} />
      <div class="sheet">
        {/* As written, for "Copy": a translator that heeds no mark may change what is shown. */}
        <pre class="plain-text" id="summary-text" tabindex={0} data-source={text} {...exactly}>
          {text}
        </pre>
        <ChangedAnswers trail={trail} />
      </div>
      <div class="actions">
        <button type="button" class="button" data-copy hidden>
          Copy
        </button>
        <button type="button" class="button" data-print hidden>
          Print
        </button>
        <form method="post" action={paths.check}>
          <input type="hidden" name="trail" value={writeTrail(trail)} />
          <Button look="go" name="do" value="keep">
            Back to my result
          </Button>
        </form>
      </div>
      <p id="copied" role="status" class="no-print" />
    </CarePage>
  )
}
