/**
 * Delivery reports (RFC 3464) as mail servers send them. Pure, and bounded: parts that are attached are stepped over, and what
 * is no report of a delivery (a holiday notice, a question whether we are human, a newsletter) says nothing.
 */
import { uuidIn } from '../../care/evidence/ids.ts'
import { oneLine } from '../mail/safe-name.ts'

/**
 * What a report says of a mail. `mailId`: of the row of ours that it was made from; `undefined` where the mail is none of ours, or the
 * report does not name it.
 */
export interface BounceReport {
  readonly mailId: string | undefined
  /** What became of it, for each recipient that it names. */
  readonly about: readonly RecipientReport[]
}

/** What became of a mail to one recipient. */
export interface RecipientReport {
  /** Its address as we wrote it and as it was tried in the end, in small letters; of both what the report has. */
  readonly recipients: readonly string[]
  /** `delayed`: it is still being tried. */
  readonly action: 'failed' | 'delayed'
  /** "5.1.1" */
  readonly status: string | undefined
  /** What the other server said, one line. */
  readonly words: string
}

/** Longest message that is looked at, in characters; the report stands before the mail that came back. */
export const longestReport = 1_000_000
const mostParts = 20
const mostHeaderLines = 400

/** @param message raw, as it came; more than `longestReport` of it is not looked at */
export function readBounce(message: string): BounceReport | undefined {
  const { headers, body } = splitEntity(message.slice(0, longestReport).replace(/\r\n?/g, '\n'))
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\/report\b/i.test(type) || !/report-type\s*=\s*"?delivery-status\b/i.test(type)) return undefined
  const boundary = parameterOf(type, 'boundary')
  if (!boundary) return undefined
  const parts = partsOf(body, boundary).map(splitEntity)
  const report = parts.find((part) =>
    /^message\/(global-)?delivery-status\b/i.test(part.headers.get('content-type') ?? ''),
  )
  const original = parts.find((part) =>
    /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)\b/i.test(part.headers.get('content-type') ?? ''),
  )
  const mailId = original && mailIdIn(decoded(original))
  return report && sayOf(mailId, decoded(report))
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Headers by name in small letters, the first of each; folded lines as one. */
function splitEntity(text: string): Entity {
  const trimmed = text.replace(/^\n+/, '')
  const end = trimmed.indexOf('\n\n')
  const head = end < 0 ? trimmed : trimmed.slice(0, end)
  return { headers: fieldsOf(head), body: end < 0 ? '' : trimmed.slice(end + 2) }
}

function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n', mostHeaderLines)
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase()
    if (name && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  return fields
}

const parameterOf = (header: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

/** Only lines that are the boundary itself: what lies inside a part with another boundary stays whole. */
function partsOf(body: string, boundary: string): readonly string[] {
  const parts: string[][] = []
  for (const line of body.split('\n')) {
    const bare = line.trimEnd()
    if (bare === `--${boundary}--` || (bare === `--${boundary}` && parts.length >= mostParts)) break
    if (bare === `--${boundary}`) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts.map((lines) => lines.join('\n'))
}

function decoded({ headers, body }: Entity): string {
  const how = headers.get('content-transfer-encoding')?.toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n')
  if (how !== 'quoted-printable') return body
  return body
    .replace(/=\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The row of a mail of ours, by its Message-ID: nobody who has not had the mail can know it. */
const mailIdIn = (original: string): string | undefined =>
  uuidIn(/^<([^<>@]{36})@/.exec(splitEntity(original).headers.get('message-id') ?? '')?.[1] ?? '')

/** One group of fields for each recipient; the first is about the report itself and has no action. Failures come first. */
function sayOf(mailId: string | undefined, report: string): BounceReport | undefined {
  const groups = report
    .trim()
    .split(/\n\s*\n/, mostParts * 5)
    .map(fieldsOf)
  const about = (['failed', 'delayed'] as const).flatMap((action) =>
    groups
      .filter((fields) => fields.get('action')?.toLowerCase().split(/[\s(]/)[0] === action)
      .map((fields) => recipientIn(fields, action)),
  )
  return about.length > 0 ? { mailId, about } : undefined
}

function recipientIn(fields: ReadonlyMap<string, string>, action: RecipientReport['action']): RecipientReport {
  const recipients = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)) ?? [])
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0]
  const words = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;/, '')
  return { recipients, action, status, words: oneLine(words).slice(0, 300) }
}

/** "rfc822; <Robin+2Btag@example.org>", with what RFC 3461 writes as +2B put back. */
function addressIn(field: string | undefined): string | undefined {
  const [, type, typed = ''] = /^\s*(rfc822|utf-8)\s*;\s*<?([^\s<>]{3,500})>?\s*$/i.exec(field ?? '') ?? []
  if (type === undefined) return undefined
  return typed
    .replace(/\+([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
}

/** The messages of one file: a mailbox of many (mbox), or one message. @param text of the whole file */
export function messagesIn(text: string): readonly string[] {
  if (!text.startsWith('From ')) return [text]
  return text
    .split(/(?:^|\n)From [^\n]*\n/)
    .filter((message) => message.trim() !== '')
    .map((message) => message.replace(/^>(>*From )/gm, '$1'))
}
