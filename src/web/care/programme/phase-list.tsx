/** The four phases of the programme, one under another. */
import { phases } from '../../../care/programme/phases.ts'

/** The four phases in a few words. */
export function PhaseList({ now }: { now?: number }) {
  return (
    <ol class="phase-list">
      {Object.values(phases).map(({ number, name, aim, typicalTime }) => (
        <li key={number} aria-current={number === now ? 'step' : undefined}>
          <strong>
            {name}
            {number === now && ': you are here'}
          </strong>
          <br />
          {aim} <span class="quiet">{typicalTime}</span>
        </li>
      ))}
    </ol>
  )
}
