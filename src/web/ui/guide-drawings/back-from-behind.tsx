/** Parts of drawings that look at somebody from behind: the outline of the body map, the spine, the muscles beside it. */
import { silhouette, smoothPath } from '../../../care/diary/body-outline.ts'

const body = smoothPath(silhouette)
/** Where the bones of the low and middle back are on the outline, from the top down. */
const bonesAt = Array.from({ length: 10 }, (_, index) => 132 + index * 9)

/** The outline, and the bones of the back. */
export function BackFromBehind() {
  return (
    <>
      <path class="person" d={body} />
      {bonesAt.map((y) => (
        <rect key={y} class="bone" x="96.5" y={y} width="7" height="6.5" rx="2" />
      ))}
    </>
  )
}
