/** Said on the pages of letters where no mail server is named: nothing is sent, whatever else they say. */
import type { ConsoleHome } from '../console-home.ts'

export const NoMailLeaves = ({ home }: { readonly home: ConsoleHome }) =>
  home.frame.intoFiles ? (
    <p class="callout">
      <strong>Here no mail leaves:</strong> each letter becomes a file on this server. No reader gets one.
    </p>
  ) : null
