/** For tests: a browser without scripts, which opens the staff's pages of a clinic and sends their forms as they stand. */
import { createClinic } from '../../../clinic/setup/create-clinic.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import type { ConsoleData, ConsoleHome } from '../console-home.ts'
import { consoleHome } from '../console.fixtures.ts'

/** The moment at which the tests look. A Friday. */
export const now = Temporal.Instant.from('2026-11-27T08:00:00Z')

/** One page as it came. */
export interface Page {
  readonly status: number
  readonly html: string
  readonly text: string
  readonly location: string | null
}

/** What is typed over a form: a text, several ticks, or nothing (`null` takes the field away). */
export type Typed = Readonly<Record<string, string | readonly string[] | null>>

/** A clinic that `create-clinic` has just begun, and its owner. */
export async function beginClinic(db: ConsoleData, name: string, email = 'wren@kite.example'): Promise<Member> {
  const place = { name: 'Bethnal Green', postcode: 'E2', latitude: 51.527, longitude: -0.06 }
  const created = await createClinic(db.app, { name, place, email, ownerName: 'Wren Holly' })
  if (!created.ok) throw new Error(created.why)
  return {
    ...{ clinicId: created.clinicId, memberId: created.memberId, accountId: crypto.randomUUID() },
    ...{ name: 'Wren Holly', email, role: 'owner', therapistId: null },
  }
}

/** The same person in another role. */
export const as = (member: Member, role: Role, therapistId: string | null = null): Member => ({
  ...member,
  role,
  therapistId,
})

/** Opens and posts as this member. @param house what the home is besides */
export function browser(db: ConsoleData, member: Member, at = now, house: Partial<ConsoleHome> = {}) {
  const data = { app: db.app, directory: db.directory, secret: db.secret }
  const app = createConsoleApp({ ...consoleHome({ signedIn: { ok: true, member }, data, now: () => at }), ...house })
  const read = async (response: Response): Promise<Page> => {
    const html = await response.text()
    const text = html
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ')
    return { status: response.status, html, text, location: response.headers.get('Location') }
  }
  const get = async (path: string) => read(await app.request(path))
  const post = async (path: string, fields: URLSearchParams) =>
    read(await app.request(path, { method: 'POST', body: fields }))
  return {
    get,
    post,
    /** Opens a page, types over the form that posts to `action` (or the first that is not in the frame of every page), and sends it. */
    async send(path: string, typed: Typed, action?: string) {
      const page = await get(path)
      return post(...formOf(page.html, typed, action))
    },
    /** The form of a page that is open already. */
    resend: (page: Page, typed: Typed, action?: string) => post(...formOf(page.html, typed, action)),
  }
}

/** Where a form posts to, and what it would send. */
function formOf(html: string, typed: Typed, action?: string): [string, URLSearchParams] {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].filter(
    ([, to = '']) => !/\/(lock|sign-out|people)$/.test(to) && (action === undefined || plainOf(to) === action),
  )
  const [, to = '', inside = ''] = forms[0] ?? []
  if (!to) throw new Error(`There is no form for ${action ?? 'anything'}.`)
  const fields = new URLSearchParams()
  for (const [tag] of inside.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) readControl(tag, inside, fields)
  for (const [name, value] of Object.entries(typed)) {
    fields.delete(name)
    for (const each of value === null ? [] : [value].flat()) fields.append(name, each)
  }
  return [plainOf(to), fields]
}

function readControl(tag: string, inside: string, fields: URLSearchParams): void {
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  const name = attribute('name')
  if (!name) return
  const type = attribute('type')
  if ((type === 'checkbox' || type === 'radio') && !/ checked/.test(tag)) return
  const after = inside.slice(inside.indexOf(tag) + tag.length)
  if (tag.startsWith('<textarea')) fields.append(name, plainOf(/^([^<]*)/.exec(after)?.[1] ?? ''))
  else if (tag.startsWith('<select')) fields.append(name, chosenIn(after.slice(0, after.indexOf('</select>'))))
  else fields.append(name, plainOf(attribute('value') ?? (type ? 'on' : '')))
}

const chosenIn = (options: string): string => {
  const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag)
  const chosen = all.find((tag) => / selected/.test(tag)) ?? all[0] ?? ''
  return plainOf(/ value="([^"]*)"/.exec(chosen)?.[1] ?? '')
}

const plainOf = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
