/** What the pages of signing in share: how a page is answered, how a form is read, what stands when the database is away. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { VNode } from 'preact'
import { isDatabaseAway } from '../find/database-away.ts'
import { renderPage } from '../ui/render.ts'
import type { ConsoleData } from '../console/console-home.ts'
import type { AccountHome, Caller, Cookies, InvitationDoors, StaffDoors } from './account-home.ts'
import { SignInAwayPage } from './staff-pages.tsx'
import { typedForm } from '../find/typed-form.ts'
import { TooLongPage } from '../find/message-pages.tsx'

/** What the routes work with. */
export interface AccountData extends ConsoleData {
  readonly doors: StaffDoors
  readonly invitations: InvitationDoors
}

/** Answers with a page that no cache may keep. */
export function answer(c: Context, page: VNode, status: 200 | 404 | 413 | 422 | 429 | 503 = 200) {
  c.header('Cache-Control', 'no-store')
  return c.html(renderPage(page), status)
}

/** Goes on to another page of ours, with these cookies set. */
export function goOn(c: Context, path: string, cookies: Cookies = []): Response {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  c.header('Cache-Control', 'no-store')
  return c.redirect(path, 303)
}

/** Runs `work` with the database, and says so plainly where there is none. A fault of ours throws. */
export async function withAccounts(
  home: AccountHome,
  c: Context,
  work: (data: AccountData) => Response | Promise<Response>,
): Promise<Response> {
  const [data, doors, invitations] = [home.data(), home.doors(), home.invitations()]
  const away = () => answer(c, <SignInAwayPage home={home} />, 503)
  if (!data || !doors || !invitations) return away()
  try {
    return await work({ ...data, doors, invitations })
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}

/** Forms here are a few short lines; at the staff's door they may carry one that was kept. */
export const smallBody = ({ frame }: Pick<AccountHome, 'frame'>, maxSize = 20_000) =>
  bodyLimit({ maxSize, onError: (c) => answer(c, <TooLongPage frame={frame} path={c.req.path} />, 413) })

/** The text fields of a posted form, each by its last value; none of what is no form. */
export async function fieldsOf(c: Context): Promise<(name: string) => string> {
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  return (name) => {
    const last = form.getAll(name).at(-1)
    return typeof last === 'string' ? last : ''
  }
}

/** Who knocks. */
export const callerOf = (home: AccountHome, c: Context): Caller => ({ request: c.req.raw, address: home.addressOf(c) })
