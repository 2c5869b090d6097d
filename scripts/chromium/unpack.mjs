/**
 * Unpacks the Chromium that npm brought beside this script, with the libraries and fonts that a bare machine lacks, and
 * prints the path of a program that starts it. Run by `findChromium` on Node 26; TMPDIR is where the package unpacks to.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

const packed = fileURLToPath(new URL('./node_modules/@sparticuz/chromium/bin', import.meta.url))
const folder = tmpdir()
const start = join(folder, 'start')
if (!existsSync(start)) {
  await Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) => inflate(join(packed, file))))
  // Its own fonts and no others, so that a page is as wide on every machine.
  writeFileSync(
    join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`,
  )
  // Written last, so that it is there only when all the rest is whole. It finds what it starts beside itself.
  writeFileSync(
    start,
    `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 },
  )
}
console.log(start)
