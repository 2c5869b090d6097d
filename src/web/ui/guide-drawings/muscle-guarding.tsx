/** Muscles beside the spine at ease, and on guard on one side. */
import { BackFromBehind } from './back-from-behind.tsx'
import { DrawingFrame } from './drawing-frame.tsx'

/** The long muscle beside the spine, on the viewer's left; its mirror image is the other. */
const atEase = 'M94.5 130C89 146 87 160 86.5 176C86 194 88 208 93.5 221C95 206 95.5 150 94.5 130z'
/** Drawn together: thicker, and shorter. */
const onGuard = 'M105.5 146C114 154 120 166 120.5 180C120.5 196 114 208 106.5 215C105 202 104.5 160 105.5 146z'
const mirrored = 'translate(200 0) scale(-1 1)'

/** The drawing. */
export function MuscleGuarding() {
  return (
    <DrawingFrame
      id="guarding"
      viewBox="0 0 236 162"
      title="Muscles at ease, and on guard"
      description="Two pictures of a back from behind. In the first, the long muscles on both sides of the spine are even. In the second, the muscle on the right is short, thick and tight around a sore spot."
      caption="Left: at ease. Right: the muscle on one side tightens to guard a sore spot."
    >
      <clipPath id="guarding-cut">
        <rect x="45" y="122" width="110" height="136" rx="6" />
      </clipPath>
      {[0, 1].map((panel) => (
        <g key={panel} transform={`translate(${-45 + panel * 126} -122)`}>
          <g clip-path="url(#guarding-cut)">
            <BackFromBehind />
            <path class="muscle-shape" d={atEase} />
            {panel === 0 ? (
              <path class="muscle-shape" d={atEase} transform={mirrored} />
            ) : (
              <>
                <path class="tight" d={onGuard} />
                <circle class="sore" cx="111" cy="180" r="3.2" />
              </>
            )}
          </g>
        </g>
      ))}
      <text x="55" y="154" text-anchor="middle">
        at ease
      </text>
      <text x="181" y="154" text-anchor="middle">
        on guard
      </text>
    </DrawingFrame>
  )
}
