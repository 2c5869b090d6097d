/**
 * Cuts Atkinson Hyperlegible Next (SIL Open Font License 1.1) down to the letters the pages use.
 * Run by hand after changing the alphabet: `node scripts/build-font.ts`. Writes the two files in `src/web/ui/fonts`, and
 * the same letters for the printed guides, which cannot read packed ones, in `src/server/pdf/fonts`.
 * Never runs at install, build or start; the four files are in the repository.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
/** Beyond ASCII: names of people and places in Latin-1, and the marks our texts use. */
const latin1 = Array.from({ length: 0x100 - 0xa0 }, (_, index) => String.fromCharCode(0xa0 + index)).join('')
const marks = '–—‘’“”…•−×'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const weight of [400, 700]) {
  const from = `${root}/node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`
  const cutTo = async (targetFormat: 'woff2' | 'truetype') =>
    subsetFont(await readFile(from), printable + latin1 + marks, { targetFormat })
  const cut = await cutTo('woff2')
  await writeFile(`${root}/src/server/pdf/fonts/atkinson-${weight}.ttf`, await cutTo('truetype'))
  await writeFile(`${root}/src/web/ui/fonts/atkinson-${weight}.woff2`, cut)
  console.log(`atkinson-${weight}.woff2 ${cut.length} bytes`)
}
