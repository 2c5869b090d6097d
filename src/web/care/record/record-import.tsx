/** Words and pages of a file that is added to the record: refused, from another person, or made by a newer Unclench. */
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { FileTrouble } from './record-file.ts'

/** Why a file was refused, and what to do. */
export function fileTroubleWords(why: FileTrouble, damaged: number): string {
  switch (why) {
    case 'notJson':
      return 'That file is damaged or is not a record. Choose the file that ends in .json. Nothing was changed.'
    case 'notOurs':
      return 'That file was not made by Unclench. Nothing was changed.'
    case 'newer':
      return 'That file was made by a newer Unclench. Reload this page while online, then try again. Nothing was changed.'
    case 'events':
      return `${damaged} ${damaged === 1 ? 'entry' : 'entries'} in that file cannot be read. Nothing was changed.`
    default:
      throw new Error(`unhandled trouble ${why satisfies never}`)
  }
}

/** When the device would not keep a file's entries: all of them come in, or none. */
export const noRoomWords = 'This device could not keep that file: it may be full. Nothing was changed.'

/** Entries of a file that are here already and say something else. What was kept first stays, whole. */
export const otherwiseWords = (count: number): string =>
  count === 1
    ? 'One entry of that file is here already and says something else. We kept yours, whole, and left the one in the file out.'
    : `${count} entries of that file are here already and say something else. We kept yours, whole, and left those in the file out.`

/** A file from another record: whose is it? Mixing two people's records could give one of them the wrong plan. */
export function OtherOwnerPage({ home, count, text }: { home: CareHome; count: number; text: string }) {
  return (
    <CarePage home={home} title="Is this file yours?" asks>
      <h1 tabindex={-1} data-focus>
        Is this file yours?
      </h1>
      <p>
        It comes from another record and holds {count} {count === 1 ? 'entry' : 'entries'}. If it is yours, from another
        device, add it. If it is somebody else’s, do not: two people’s answers and doses would be mixed up.
      </p>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <textarea name="text" hidden readonly>
          {text}
        </textarea>
        <div class="actions">
          <ButtonLink href={paths.record} look="go">
            Do not add it
          </ButtonLink>
          <Button wide name="mine" value="yes">
            It is mine. Add it
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** A file of a later Unclench: some of its entries can be kept, not read. They must not be left out unseen. */
export function NewerEntriesPage({
  home,
  newer,
  others,
  text,
  mine,
}: {
  home: CareHome
  newer: number
  others: number
  text: string
  mine: boolean
}) {
  const title = 'This file was made by a newer Unclench'
  return (
    <CarePage home={home} title={title} asks>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        It holds {newer} {newer === 1 ? 'entry' : 'entries'} of a newer kind that we cannot read yet, and {others} that
        we can.
      </p>
      <p>
        Best: load this page again while online, so that it updates. Then add the file. You can also add it now. We keep
        the newer part as it is. Until we can read it, we ask you to do the check again before you move.
      </p>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <textarea name="text" hidden readonly>
          {text}
        </textarea>
        {mine && <input type="hidden" name="mine" value="yes" />}
        <div class="actions">
          <ButtonLink href={paths.record} look="go">
            Do not add it now
          </ButtonLink>
          <Button wide name="newer" value="yes">
            Add it now
          </Button>
        </div>
      </form>
    </CarePage>
  )
}
