/**
 * Half a million calls of the check. Judged by the words of the clinical brief and of the interface's own description, not by
 * our rules: evidence.md §1.A–§1.F (what alone is an emergency), §2.1 (nothing lowers), §2.3 (not sure, free text).
 */
import { createApi } from '../src/server/api.ts'
import { type Asked, anySet, fitting, hostileBody, type Sent, secret } from './answer-sets.ts'
import { type Chance, chanceOf } from './chance.ts'
import { Faults, type Progress, type Tried } from './faults.ts'

const ranks = ['self-care', 'soon', 'urgent', 'emergency']
/** Alone an emergency on a yes, with no clarifier to clear it (YES-E of evidence.md §1). */
const sureEmergencies = ['A10', 'A11', 'B1', 'C2', 'C6', 'D2']
/** Danger questions that are yes, no or not sure: a yes or a "not sure" there never lowers anything. */
const dangers = [
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'B1', 'B2', 'C1', 'C2', 'C3', 'C4', 'C6'],
  ...['C5.collapse', 'C5.lump', 'C5.known', 'D1', 'D2', 'D3', 'D4', 'E1', 'E5', 'E6', 'E7', 'F1', 'F2', 'F5', 'F7'],
  ...['I1', 'B5', 'I9', 'G2', 'G4'],
]

interface Said {
  readonly complete: boolean
  readonly level?: string
  readonly movement?: string
  readonly atLeast?: string
  readonly atMost?: string
  readonly questions?: readonly Asked[]
  readonly summary?: { readonly say: string }
}
interface Reply {
  readonly status: number
  readonly text: string
  readonly said: Said | null
}

const api = createApi()
const headers = { 'Content-Type': 'application/json' }

async function call(body: string, faults: Faults): Promise<Reply> {
  const began = process.cpuUsage()
  const answer = await api.request('/api/v1/check', { method: 'POST', headers, body })
  const text = await answer.text()
  const { status } = answer
  const { user, system } = process.cpuUsage(began)
  if (user + system > 2_000_000) faults.add('a call takes more than 2 seconds of the processor', body)
  if (status !== 200 && (status < 400 || status > 499)) faults.add(`a call is answered with ${status}`, body)
  const type = answer.headers.get('Content-Type') ?? ''
  if (!/^application\/(?:problem\+)?json\b/.test(type)) faults.add(`a call is answered as ${type}`, body)
  try {
    return { status, text, said: status === 200 ? (JSON.parse(text) as Said) : null }
  } catch {
    faults.add('an answer is no JSON', body)
    return { status, text, said: null }
  }
}

const atLeast = (said: Said): number => ranks.indexOf(said.level ?? said.atLeast ?? 'self-care')

/** What must be so of any answer to fitting answers. */
function judge(sent: Sent, { status, text, said }: Reply, faults: Faults): void {
  const how = JSON.stringify(sent)
  if (status !== 200 || !said) {
    faults.add(`fitting answers are refused with ${status}`, `${how} ${text.slice(0, 200)}`)
    return
  }
  if (sureEmergencies.some((id) => sent[id] === 'yes') && (!said.complete || said.level !== 'emergency'))
    faults.add('a sure emergency is not one', how)
  if (!said.complete) {
    if (ranks.indexOf(said.atMost ?? '') < ranks.indexOf(said.atLeast ?? ''))
      faults.add('at most is below at least', how)
    if ((said.questions?.length ?? 0) === 0) faults.add('not complete, and nothing to ask', how)
    return
  }
  const closed = said.level === 'emergency' || said.level === 'urgent'
  if (closed && said.movement !== 'locked') faults.add('movements are open at urgent or above', how)
  const summary = JSON.stringify(said.summary ?? {})
  if (summary.includes(secret) || /"I4[".]|said\.I4/.test(summary)) faults.add('the summary tells of home', how)
  judgeWords(sent, said.summary?.say ?? '', faults)
}

/** "Not sure" is never said as had: it stands only behind "Not sure about". */
function judgeWords(sent: Sent, say: string, faults: Faults): void {
  const [sure = ''] = say.split('Not sure about:')
  for (const [id, short] of shorts)
    if (sent[id] === 'notSure' && sure.toLowerCase().includes(short))
      faults.add(`not sure is said as had: ${id}`, `${say} ${JSON.stringify(sent)}`)
}
let shorts: ReadonlyMap<string, string> = new Map()

/** One danger more. What explains an earlier answer to it goes, so that it counts plainly. */
function withDanger(sent: Sent, chance: Chance): Sent | null {
  const quiet = dangers.filter((id) => sent[id] === 'no')
  if (quiet.length === 0) return null
  const id = chance.one(quiet)
  const rest = Object.entries(sent).filter(([other]) => !other.startsWith(`${id}.`) && !other.startsWith(`said.${id}`))
  return { ...Object.fromEntries(rest), [id]: chance.one(['yes', 'notSure']) }
}

/** @param count how many calls, at least */
export async function callCheck(count: number, seed: number, progress: Progress = () => true): Promise<Tried> {
  const faults = new Faults()
  const began = performance.now()
  const { questions } = (await (await api.request('/api/v1/check/questions')).json()) as { questions: Asked[] }
  const byId = new Map(questions.map((question) => [question.id, question]))
  shorts = new Map(dangers.flatMap((id) => [[id, byId.get(id)?.short.toLowerCase() ?? '']] as const))
  const tried = { calls: 0, complete: 0, refused: 0 }
  const send = async (sent: Sent): Promise<Said | null> => {
    tried.calls += 1
    const reply = await call(JSON.stringify({ answers: sent }), faults)
    judge(sent, reply, faults)
    tried.complete += reply.said?.complete ? 1 : 0
    return reply.said
  }
  for (let turn = 0; tried.calls < count && (turn % 100 !== 0 || progress(tried.calls)); turn += 1) {
    const chance = chanceOf(seed + turn)
    if (chance.is(0.12)) {
      tried.calls += 1
      const body = hostileBody(questions, chance)
      const { status, text } = await call(body, faults)
      tried.refused += status === 200 ? 0 : 1
      if (status !== 200 && text.includes(secret)) faults.add('a refusal says back what was sent', body)
    } else if (chance.is(0.3)) await walk(chance, byId, send, faults)
    else await one(anySet(questions, chance), chance, send, faults)
  }
  const notes = [`${tried.complete} came to a result`, `${tried.refused} hostile bodies were refused`]
  return {
    what: 'answer sets',
    count: tried.calls,
    seconds: (performance.now() - began) / 1000,
    faults: faults.all,
    notes,
  }
}

type Send = (sent: Sent) => Promise<Said | null>

/** A set, and the same with one danger more. */
async function one(sent: Sent, chance: Chance, send: Send, faults: Faults): Promise<void> {
  const said = await send(sent)
  const more = withDanger(sent, chance)
  if (!said || !more) return
  const then = await send(more)
  // Before the end nothing is certain: a clarifier that is still to come may explain it.
  if (then?.complete && said.complete && atLeast(then) < atLeast(said))
    faults.add(
      'a danger more lowers the level',
      `${JSON.stringify(sent)} ${said.level ?? said.atLeast} → ${JSON.stringify(more)}`,
    )
}

/** As a person goes: what is asked is answered, to the end. What is certain only ever rises. */
async function walk(chance: Chance, byId: ReadonlyMap<string, Asked>, send: Send, faults: Faults): Promise<void> {
  const calm = chance.one([0.6, 0.9, 0.97, 1])
  let sent: Sent = {}
  let least = 0
  for (let turn = 0; turn < 60; turn += 1) {
    const said = await send(sent)
    if (!said) return
    if (atLeast(said) < least) faults.add('an answer more lowers what was certain', JSON.stringify(sent))
    least = atLeast(said)
    if (said.complete) return await one(sent, chance, send, faults)
    const asked = (said.questions ?? []).flatMap(({ id }) => byId.get(id) ?? [])
    sent = { ...sent, ...Object.fromEntries(asked.map((question) => [question.id, fitting(question, chance, calm)])) }
  }
  faults.add('the questions do not end after 60 screens', JSON.stringify(sent))
}
