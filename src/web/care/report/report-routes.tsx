/**
 * The addresses of the doctor's page: the page, and the same as a PDF. Joins record, folds and page; decides nothing.
 * The PDF is made where the record is: on the person's device. The name goes into it and nowhere else.
 */
import { Hono } from 'hono'
import { type Report, reportOf } from '../../../care/record/report.ts'
import { show } from '../care-page.tsx'
import { formFields } from '../form-fields.ts'
import { giveFile } from '../give-file.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { chartOf } from '../record/record-chart.ts'
import { recordNow } from '../record/record-now.ts'
import { type PdfLoss, ReportPage, whoLimit } from './report-page.tsx'
import { reportPdf } from './report-pdf.ts'
import { lossIn } from './report-pdf-text.ts'

/** What a PDF would lose of everything on the page and of the name. */
const lossOf = (report: Report, who = ''): PdfLoss =>
  lossIn(
    [who, ...report.sections.flatMap(({ lines }) => lines.flatMap(({ label = '', text }) => [label, text]))].join(' '),
  )

/** What is lost least stands first. Whoever was told of none must hear of any. */
const lossOrder: readonly PdfLoss[] = ['none', 'marks', 'letters']

/** The most of a text's own units that one letter is taken to need, with its marks: a name is a line, never a page. */
const mostUnits = 4

/** Letters as they are counted by eye: a mark that is written above or below one takes no room in the line. */
const hasRoomFor = (who: string) =>
  [...who.replace(/\p{M}/gu, '')].length <= whoLimit && who.length <= whoLimit * mostUnits

/** The routes of the doctor's page for one home. */
export function reportRoutes(home: CareHome): Hono {
  const app = new Hono()
  const nowhere = <NeedsRecordPage home={home} title="One page for a doctor or physio" here={paths.report} />

  app.get(paths.report, async (c) => {
    const record = await recordNow(home)
    if (!record) return show(c, nowhere)
    const report = reportOf(record)
    const chart = chartOf(record)?.data ?? null
    return show(
      c,
      <ReportPage record={record} report={report} chart={chart} loss={lossOf(report)} />,
      200,
      'holdsAnswers',
    )
  })

  app.post(paths.reportFile, async (c) => {
    const record = await recordNow(home)
    if (!record) return show(c, nowhere, 409)
    const fields = await formFields(c.req.raw)
    const who = (fields.get('who')?.[0] ?? '').trim()
    const report = reportOf(record)
    const chart = chartOf(record)?.data ?? null
    const loss = lossOf(report, who)
    const told = lossOrder.find((one) => one === fields.get('told')?.[0]) ?? 'none'
    const page = { record, report, chart, loss, who }
    if (!hasRoomFor(who)) return show(c, <ReportPage {...page} tooLong />, 422, 'holdsAnswers')
    // What a file would lose is said before it is made; whoever has read that gets the file all the same.
    if (lossOrder.indexOf(loss) > lossOrder.indexOf(told)) return show(c, <ReportPage {...page} />, 422, 'holdsAnswers')
    const file = reportPdf(report, chart, who)
    return giveFile(c, file, 'unclench-report.pdf', 'application/pdf')
  })
  return app
}
