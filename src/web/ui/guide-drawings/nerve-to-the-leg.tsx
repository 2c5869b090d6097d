/** Where a spasm hurts, and where sciatica runs: the path of the big nerve from the low back to the foot. */
import { BackFromBehind } from './back-from-behind.tsx'
import { DrawingFrame, Label } from './drawing-frame.tsx'

/** From the low back through the buttock, down the back of the thigh and the calf to the foot. */
const nerve =
  'M103 208C108 216 115 224 119 238C122 252 121 280 120 304C119 330 119 344 120 356C122 384 122 410 120 432C119 444 121 452 124 458'
const roots = 'M103 200C107 208 112 216 116 228M103 214C109 219 114 226 118 236'

/** The drawing. */
export function NerveToTheLeg() {
  return (
    <DrawingFrame
      id="nerve"
      viewBox="-34 120 268 354"
      look="tall"
      title="Where a spasm hurts, and where sciatica runs"
      description="A person from behind. A spasm hurts in the back, here low on the left. The big nerve of the leg starts in the low back. It runs through the bottom, down the back of the thigh and the calf to the foot."
      caption="A spasm hurts in the back. Sciatica runs along the nerve, down the leg."
    >
      <BackFromBehind />
      <ellipse class="sore-area" cx="86" cy="196" rx="11" ry="17" />
      <path class="nerve-path thin" d={roots} />
      <path class="nerve-path" d={nerve} />
      <Label x={36} y={176} to={[80, 190]} text="spasm" end />
      <Label x={166} y={300} to={[123, 300]} text="sciatica" />
    </DrawingFrame>
  )
}
