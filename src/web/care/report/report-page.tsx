/**
 * One page for a doctor or physio, on the screen and on paper. Draws what `reportOf` says, with the diary's chart.
 * Never: keeps the name that is typed, or sends anything anywhere.
 */
import type { ChartData } from '../../../care/diary/chart-data.ts'
import { dateWords, type Report, type ReportSection } from '../../../care/record/report.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChartKey, RecoveryChart } from '../../ui/recovery-chart.tsx'
import { CarePage } from '../care-page.tsx'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { StillOpen } from '../programme/today-warnings.tsx'
import { RecordTroubles } from '../record/record-trouble.tsx'

/** Most letters of the name. */
export const whoLimit = 80

/** What the PDF would lose of the letters of this page: see `lossIn`. */
export type PdfLoss = 'none' | 'marks' | 'letters'

export interface ReportPageProps {
  readonly record: RecordNow
  readonly report: Report
  readonly chart: ChartData | null
  readonly loss: PdfLoss
  /** The name that was typed, when a PDF was asked for that cannot show it. */
  readonly who?: string
  /** The name is longer than the page has room for: no file was made. */
  readonly tooLong?: boolean
}

/** What stands above it all on paper, printed or saved. */
export const reportTitle = 'About my pain'

/** One layout for screen, print and PDF: what is now beside the chart, all else in two columns below. */
export const placed = ({ sections }: Report) => ({
  now: sections.find(({ id }) => id === 'now'),
  others: sections.filter(({ id }) => id !== 'now'),
})

/** The page. */
export function ReportPage({ record, report, chart, loss, who = '', tooLong = false }: ReportPageProps) {
  const { home, trouble } = record
  const title = 'One page for a doctor or physio'
  const { now, others } = placed(report)
  return (
    <CarePage home={home} title={title} islands={['copy', 'told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        <span class="no-print">{title}</span>
        <span class="print-only">{reportTitle}</span>
      </h1>
      <div class="no-print">
        <StillOpen record={record} />
        <RecordTroubles home={home} trouble={trouble} />
      </div>
      <p class="no-print">Made on your device from your record. Look through it, then show it, print it or save it.</p>
      {report.sections.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <SaveForm {...{ loss, who, tooLong }} />
          <p class="quiet report-day">{dateWords(report.day)}</p>
          <div class="report-top">
            {chart && (
              <div class="report-chart">
                <RecoveryChart data={chart} />
                <ChartKey data={chart} />
              </div>
            )}
            <div class="report">{now && <Section section={now} />}</div>
          </div>
          <div class="report columns">
            {others.map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </div>
          {report.footing.map((line) => (
            <p key={line} class="quiet small">
              {line}
            </p>
          ))}
        </>
      )}
    </CarePage>
  )
}

const lossWords = {
  none: null,
  marks: 'The PDF shows some letters without their accents. Printing shows them as they are.',
  letters:
    'The PDF cannot show some of your letters, and would put “?” there. Print this page instead: it shows them all.',
} as const satisfies Record<PdfLoss, string | null>

function SaveForm({ loss, who, tooLong }: { loss: PdfLoss; who: string; tooLong: boolean }) {
  return (
    <form method="post" action={paths.reportFile} class="report-save">
      {lossWords[loss] && (
        <p class="box no-print" role={who === '' ? undefined : 'alert'}>
          {lossWords[loss]}
        </p>
      )}
      {tooLong && (
        <p class="box no-print" role="alert">
          No PDF was made. Your name has room for {whoLimit} letters.
        </p>
      )}
      <input type="hidden" name="told" value={loss} />
      {/* The field comes first, so that on paper an empty one takes its label with it. */}
      <p class="report-who">
        <input id="who" name="who" class="field" autocomplete="off" placeholder=" " value={who} />
        <label for="who">
          Your name <span class="no-print">(if you like: for this page alone, we do not keep it)</span>
        </label>
      </p>
      <div class="actions">
        <Button {...(loss !== 'letters' && { look: 'go' as const })}>
          {loss === 'letters' ? 'Save as PDF all the same' : 'Save as PDF'}
        </Button>
        <button type="button" class={loss === 'letters' ? 'button go' : 'button'} data-print hidden>
          Print
        </button>
        <ButtonLink href={paths.diaryFile}>Save my diary as a table (CSV)</ButtonLink>
      </div>
    </form>
  )
}

function Section({ section: { id, title, lines } }: { section: ReportSection }) {
  return (
    <section aria-labelledby={`report-${id}`}>
      <h2 id={`report-${id}`}>{title}</h2>
      <ul>
        {lines.map(({ label, text }) => (
          <li key={`${label} ${text}`}>
            {label !== undefined && <b>{label}: </b>}
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingYet() {
  return (
    <>
      <p>Your record is empty, so there is nothing to show yet. Do the check or make a diary entry first.</p>
      <div class="actions">
        <ButtonLink href={paths.check} look="go">
          Start the check
        </ButtonLink>
        <ButtonLink href={paths.diaryEntry}>Make a diary entry</ButtonLink>
      </div>
    </>
  )
}
