/** The command `read-bounces`: mails that came back, from a file, a mailbox or a folder of them. Deletes nothing. */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { longestReport, messagesIn } from '../../clinic/letters/read-bounce.ts'
import { type BouncesTaken, bouncesWords, takeBounces } from '../../clinic/letters/take-bounces.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withOwner } from './clinic-of.ts'

/** The most files of a folder, and the most of a mailbox that is read, in bytes. */
const mostFiles = 20_000
const mostOfMailbox = 50_000_000

/** @param path a message, a mailbox (mbox), or a folder of messages (also a Maildir) */
export function readBouncesFrom(call: Call, path: string): Promise<Result<object>> {
  return withOwner<object>(call, async (owner, secret) => {
    const files = await filesAt(path).catch(() => undefined)
    if (!files) return { ok: false, why: `${path} cannot be read.` }
    const clinics = await owner.selectFrom('clinics').select('clinic_id').execute()
    const all = clinics.map(({ clinic_id }) => clinic_id)
    let sum: BouncesTaken | undefined
    for (const file of files)
      sum = added(sum, await takeBounces(owner, all, messagesIn(await beginningOf(file)), secret))
    const words = sum ? bouncesWords(sum) : []
    for (const line of words.length > 0 ? words : ['There was no mail to read.']) call.say(line)
    return { ok: true }
  })
}

/** In a Maildir the messages are in `new` and `cur`. */
async function filesAt(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory() && (entry.name === 'new' || entry.name === 'cur'))
  const inside = await Promise.all(
    folders.map(async ({ name }) =>
      (await readdir(join(path, name), { withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(path, name, entry.name)),
    ),
  )
  const own = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(path, name))
  return [...own, ...inside.flat()].slice(0, mostFiles)
}

/** One message is read as far as its report can stand; a mailbox begins with "From ". */
async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const first = Buffer.alloc(5)
    await handle.read(first, 0, 5, 0)
    const most = first.toString('latin1') === 'From ' ? mostOfMailbox : longestReport
    const bytes = Buffer.alloc(Math.min((await handle.stat()).size, most))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    return bytes.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function added(sum: BouncesTaken | undefined, more: BouncesTaken): BouncesTaken {
  if (!sum) return more
  return {
    hard: sum.hard + more.hard,
    soft: sum.soft + more.soft,
    delayed: sum.delayed + more.delayed,
    known: sum.known + more.known,
    unknown: sum.unknown + more.unknown,
    elsewhere: sum.elsewhere + more.elsewhere,
    guides: sum.guides + more.guides,
    noReport: sum.noReport + more.noReport,
  }
}
