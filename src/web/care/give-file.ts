/** Answers with a file to save, made of what a person told us: nothing on the way may keep a copy. */
import type { Context } from 'hono'

/** @param name what the device is to call it; the same for everybody, as a name may say something of a person */
export const giveFile = (c: Context, body: string | Uint8Array<ArrayBuffer>, name: string, type: string) =>
  c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
