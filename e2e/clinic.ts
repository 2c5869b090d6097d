/**
 * The clinic that all files of browser tests share: a built server with our own PostgreSQL and the demonstration.
 * So that files may run beside one another, each takes times of its own therapist, who works where no other file's does, and
 * mails go to addresses of its own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { inject } from 'vitest'
import { book, hold } from '../prove/person.ts'

/** A clinic that is open. */
export interface Clinic {
  readonly origin: string
  /** The folder in which its mails are written. */
  readonly outbox: string
}

/** The shared clinic, as soon as it is open: started by whoever asks first. */
export async function sharedClinic(): Promise<Clinic> {
  const answer = await fetch(`${inject('desk')}/clinic`)
  if (!answer.ok) throw new Error(await answer.text())
  return await answer.json()
}

/** The therapist of each file that books: no two of them at one clinic, so that neither times nor rooms are shared. */
export const therapistOf = {
  book: 'tobias-marlowick',
  courseLater: 'brid-wexcombe',
  keys: 'Alex Rowantree',
  mailedLink: 'dev-larkspurne',
  shareCheck: 'ines-quillfeather',
} as const

/** The address of the last time with a therapist that a search shows, without a browser: book.test.ts presses one of the list. */
export async function lastTimeOf(origin: string, therapist: string): Promise<string> {
  const found = await (await fetch(`${origin}/find?place=E2`)).text()
  const times = [...found.matchAll(/href="(\/book\/([\w-]+)\?[^"]*)"/g)].filter(([, , slug]) => slug === therapist)
  return times.at(-1)?.[1]?.replaceAll('&amp;', '&') ?? ''
}

/** Books that last time, without a browser: for tests that begin with a visit. Returns the visit's address. */
export async function bookedVisit(origin: string, therapist: string, name: string, email: string): Promise<string> {
  const asked = new URLSearchParams((await lastTimeOf(origin, therapist)).split('?')[1])
  const time = { slug: therapist, service: asked.get('service') ?? '', start: Date.parse(asked.get('at') ?? '') }
  const person = { name, email, address: '' }
  const held = await hold(person, origin, time)
  const booked = held.what === 'held' ? await book(person, origin, held.form) : held
  if (booked.what !== 'booked') throw new Error(`${name} could not book: ${JSON.stringify(booked)}`)
  return booked.visit
}

/** Mails that were read: whoever waits for one looks again and again. */
const read = new Map<string, Promise<ParsedMail>>()
function mailIn(path: string): Promise<ParsedMail> {
  const mail = read.get(path) ?? simpleParser(readFileSync(path))
  read.set(path, mail)
  return mail
}

/** The mail to this address whose subject begins so, as soon as it is written. */
export async function mailTo(outbox: string, address: string, subject: RegExp): Promise<ParsedMail> {
  for (let tries = 0; tries < 300; tries += 1) {
    for (const file of existsSync(outbox) ? readdirSync(outbox) : []) {
      if (!file.endsWith('.eml')) continue
      const mail = await mailIn(join(outbox, file))
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address))
      if (to.includes(address) && subject.test(mail.subject ?? '')) return mail
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no mail ${subject} to ${address}`)
}
