/**
 * The addresses of the doctor's page: the page, and the same as a PDF. Joins record, folds and page; decides nothing.
 * The PDF is made where the record is: on the person's device. The name goes into it and nowhere else.
 */
import { Hono } from 'hono'
import { reportOf } from '../../../care/report.ts'
import { show } from '../care-page.tsx'
import { formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { chartOf } from '../record/record-chart.ts'
import { recordNow } from '../record/record-now.ts'
import { ReportPage, whoLimit } from './report-page.tsx'
import { reportPdf } from './report-pdf.ts'

/** The routes of the doctor's page for one home. */
export function reportRoutes(home: CareHome): Hono {
  const app = new Hono()
  const nowhere = <NeedsRecordPage home={home} title="One page for a doctor or physio" here={paths.report} />

  app.get(paths.report, async (c) => {
    const record = await recordNow(home)
    if (!record) return show(c, nowhere)
    const chart = chartOf(record)?.data ?? null
    return show(c, <ReportPage home={home} report={reportOf(record)} chart={chart} />, 200, 'holdsAnswers')
  })

  app.post(paths.reportFile, async (c) => {
    const record = await recordNow(home)
    if (!record) return show(c, nowhere, 409)
    const who = (await formFields(c.req.raw)).get('who')?.[0] ?? ''
    const file = reportPdf(reportOf(record), chartOf(record)?.data ?? null, who.trim().slice(0, whoLimit))
    return c.body(file, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="unclench-report.pdf"',
      'Cache-Control': 'no-store',
    })
  })
  return app
}
