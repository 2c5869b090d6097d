/** A picture that a phone scans. Drawn into the page itself, so it has no address, and nobody keeps it but who sees the page. */
import { encode } from 'uqr'

/** Light squares round it, so that a phone finds its edge (ISO/IEC 18004). */
const border = 4

interface ScanPictureProps {
  /** What the phone reads out of it. */
  readonly text: string
  /** The picture in words. */
  readonly label: string
}

/** Dark on light, whatever the colours of the page: many phones read it no other way. */
export function ScanPicture({ text, label }: ScanPictureProps) {
  const { data, size } = encode(text, { ecc: 'M', border })
  return (
    <svg class="scan" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(darkRow).join('')} fill="#000" />
    </svg>
  )
}

/** One row: a box for each run of dark squares. */
function darkRow(row: readonly boolean[], y: number): string {
  const runs = row
    .map((dark) => (dark ? '#' : '.'))
    .join('')
    .matchAll(/#+/g)
  return [...runs].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
