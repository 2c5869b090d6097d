/**
 * The recovery chart as a card beside other things: on Today and in the diary. The chart's own page tells the rest.
 * Draws what the folds say. Never: the band without its words that it is no promise, or above it without an offer of help.
 */
import { ChartKey, RecoveryChart } from '../../ui/recovery-chart.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { paths } from '../paths.ts'
import { chartOf } from '../record/record-chart.ts'
import type { RecordNow } from '../record/record-now.ts'

/** The card; nothing while there is nothing to draw. */
export function ChartCard({ record, title }: { record: RecordNow; title: string }) {
  const chart = chartOf(record)
  if (!chart) return null
  const [promise] = chart.data.words
  return (
    <section class="card" aria-labelledby="chart">
      <h2 id="chart">{title}</h2>
      <p class="quiet small">{promise}</p>
      <RecoveryChart data={chart.data} />
      <ChartKey data={chart.data} />
      {chart.above.slice(-1).map(({ week, words }) => (
        <Callout key={week} title="More help is worth having" look="warn">
          <p>{words}</p>
        </Callout>
      ))}
      <p>
        <a href={paths.diaryChart}>My chart, in words and as a table</a>
      </p>
    </section>
  )
}
