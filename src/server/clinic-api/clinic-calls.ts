/**
 * Every call of the clinic half: its address, its description for /api/openapi.json, and who answers it.
 * A call is described by the schema that reads it. None needs a cookie: who has a private token may look after its visit.
 */
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import { Problem } from '../api-shapes.ts'
import type { AnswerClinic } from './call.ts'
import { clinicCall, clinicTimesCall, searchByAddress, searchByBody, therapistCall, timesCall } from './find-calls.ts'
import { holdCourseCall, quoteCall } from './course-calls.ts'
import { cancelLaterCall, laterCall, moveLaterCall, quoteLaterCall } from './course-later-calls.ts'
import * as later from './course-later-shapes.ts'
import { bookCall, codeCall, holdCall, lookAtHold, releaseCall, renewCall } from './hold-calls.ts'
import * as shapes from './shapes.ts'
import {
  declineCall,
  earlierCall,
  joinCall,
  leaveCall,
  lookAtOfferCall,
  lookAtPlace,
  takeCall,
} from './waiting-calls.ts'
import { holdMoveCall, lookAtMoveHold, moveCall, releaseMoveHold, renewMoveHold } from './move-calls.ts'
import { answersCall, eraseQuestionCall, lookAtQuestion, questionCall } from './question-calls.ts'
import { lookAtReview, reviewCall, reviewsCall } from './review-calls.ts'
import * as talk from './talk-shapes.ts'
import { cancelCall, lookAtVisit, timesToMove } from './visit-calls.ts'

/** One call. */
export interface ClinicCall {
  readonly method: 'get' | 'post' | 'delete'
  /** As Hono matches it: "/api/v1/holds/:hold". */
  readonly path: string
  readonly answer: AnswerClinic
  readonly describe: (registry: OpenAPIHono['openAPIRegistry']) => void
}

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })
const refusals = {
  400: 'The body is not JSON',
  404: 'There is nothing at this address',
  409: 'Not to be had; "near" lists what is, where it is a time',
  410: 'Not held any more',
  413: 'The body is too large',
  415: 'The body is not application/json in UTF-8',
  422: 'Not understood; "errors" says which field',
  429: 'As many times are held from this place, or questions asked, as may be',
  503: 'The directory is not available just now',
} as const
type Refusal = keyof typeof refusals

interface Described {
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly ok: z.ZodType
  readonly created?: boolean
  readonly refuses: readonly Refusal[]
}

function call(method: ClinicCall['method'], path: string, answer: AnswerClinic, described: Described): ClinicCall {
  const { summary, params, query, body, ok, created, refuses } = described
  const refused = Object.fromEntries(
    [...refuses, ...(body ? ([400, 413, 415] as const) : []), 503 as const].map((status) => [
      status,
      { description: refusals[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )
  const route: RouteConfig = {
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    summary,
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(body && { body: { required: true, ...json(body, summary) } }),
    },
    responses: { 200: json(ok, 'Done'), ...(created && { 201: json(ok, 'Made') }), ...refused },
  }
  return { method, path, answer, describe: (registry) => registry.registerPath(createRoute(route)) }
}

const therapist = z.object({ therapist: z.string() })
const clinic = z.object({ clinic: z.string() })
const hold = z.object({ hold: z.string() })
const visit = z.object({ visit: z.string() })
const waiting = z.object({ waiting: z.string() })
const offer = z.object({ offer: z.string() })
const question = z.object({ question: z.string() })
const page = z.object({ page: z.int().min(1).optional() })
const week = z.object({ service: z.uuid(), from: z.iso.date().optional() })

/** All of them. */
export const clinicCalls: readonly ClinicCall[] = [
  call('get', '/api/v1/therapists', searchByAddress, {
    summary: 'Who gives a treatment near a place, and when they are free',
    ...{ query: shapes.SearchQuery, ok: shapes.SearchFound, refuses: [422] },
  }),
  call('post', '/api/v1/therapists/search', searchByBody, {
    summary: 'The same, and by what is to be treated',
    ...{ body: shapes.SearchCall, ok: shapes.SearchFound, refuses: [422] },
  }),
  call('get', '/api/v1/therapists/:therapist', therapistCall, {
    summary: 'One therapist',
    ...{ params: therapist, ok: shapes.Therapist, refuses: [404] },
  }),
  call('get', '/api/v1/therapists/:therapist/times', timesCall, {
    summary: 'The free times of a week',
    ...{ params: therapist, query: week, ok: shapes.Times, refuses: [404, 422] },
  }),
  call('get', '/api/v1/therapists/:therapist/reviews', reviewsCall, {
    summary: 'What people said of visits to one therapist',
    ...{ params: therapist, query: page, ok: talk.Reviews, refuses: [404] },
  }),
  call('get', '/api/v1/clinics/:clinic', clinicCall, {
    summary: 'One clinic',
    ...{ params: clinic, ok: shapes.Clinic, refuses: [404] },
  }),
  call('get', '/api/v1/clinics/:clinic/times', clinicTimesCall, {
    summary: 'The free times of a week with whoever gives it: each once, with somebody who is free then',
    ...{ params: clinic, query: week, ok: shapes.Times, refuses: [404, 422] },
  }),
  call('post', '/api/v1/holds', holdCall, {
    summary: 'Hold a time for five minutes',
    ...{ body: shapes.HoldCall, ok: shapes.Held, created: true, refuses: [409, 422, 429] },
  }),
  call('get', '/api/v1/holds/:hold', lookAtHold, {
    summary: 'A hold, or the visit that was booked with it',
    ...{ params: hold, ok: z.union([shapes.Held, shapes.Visit]), refuses: [404, 410] },
  }),
  call('post', '/api/v1/holds/:hold/renew', renewCall, {
    summary: 'Hold it for another five minutes, once',
    ...{ params: hold, ok: shapes.Held, refuses: [404, 409, 410] },
  }),
  call('delete', '/api/v1/holds/:hold', releaseCall, {
    summary: 'Let the time go',
    ...{ params: hold, ok: z.object({ let: z.literal('go') }), refuses: [404, 409] },
  }),
  call('post', '/api/v1/holds/:hold/visit', bookCall, {
    summary: 'Book the held time; however often it is sent, there is one visit',
    ...{ params: hold, body: shapes.BookingCall, ok: shapes.Visit, created: true, refuses: [404, 409, 410, 422] },
  }),
  call('post', '/api/v1/holds/:hold/price', codeCall, {
    summary: 'What a code would do to its price; uses nothing',
    ...{ params: hold, body: shapes.CodeCall, ok: shapes.CodePrice, refuses: [404, 409, 410, 422] },
  }),
  call('post', '/api/v1/courses/quote', quoteCall, {
    summary: 'Look at each date of a course of visits; holds nothing',
    ...{ body: shapes.CourseQuoteCall, ok: shapes.CourseQuote, refuses: [409, 422] },
  }),
  call('post', '/api/v1/courses', holdCourseCall, {
    summary: 'Hold all dates of a course for five minutes, or none; then book it as any hold',
    ...{ body: shapes.CourseCall, ok: shapes.Held, created: true, refuses: [409, 422, 429] },
  }),
  call('post', '/api/v1/waiting', joinCall, {
    summary: 'Wait for a time that is not free; however often the same key is sent, there is one place',
    ...{ body: shapes.JoinCall, ok: shapes.WaitingPlace, created: true, refuses: [404, 409, 422] },
  }),
  call('get', '/api/v1/waiting/:waiting', lookAtPlace, {
    summary: 'A place on the waiting list, and the offer that waits for an answer',
    ...{ params: waiting, ok: shapes.WaitingPlace, refuses: [404] },
  }),
  call('delete', '/api/v1/waiting/:waiting', leaveCall, {
    summary: 'Leave the list',
    ...{ params: waiting, ok: shapes.WaitingPlace, refuses: [404] },
  }),
  call('get', '/api/v1/offers/:offer', lookAtOfferCall, {
    summary: 'A freed time that is offered to one who waits',
    ...{ params: offer, ok: shapes.Offer, refuses: [404] },
  }),
  call('post', '/api/v1/offers/:offer/take', takeCall, {
    summary: 'Take it; however often it is sent, once',
    ...{ params: offer, body: shapes.TakeCall, ok: shapes.Offer, refuses: [404, 409, 410, 422] },
  }),
  call('post', '/api/v1/offers/:offer/decline', declineCall, {
    summary: 'Decline it: whoever is next is asked',
    ...{ params: offer, ok: shapes.Offer, refuses: [404] },
  }),
  call('get', '/api/v1/visits/:visit', lookAtVisit, {
    summary: 'A visit',
    ...{ params: visit, ok: shapes.Visit, refuses: [404] },
  }),
  call('get', '/api/v1/visits/:visit/times', timesToMove, {
    summary: 'Free times to move it to',
    ...{ params: visit, ok: z.object({ times: z.array(shapes.FreeTime) }), refuses: [404] },
  }),
  call('post', '/api/v1/visits/:visit/move', moveCall, {
    summary: 'Move it to another time',
    ...{ params: visit, body: shapes.MoveCall, ok: shapes.Visit, refuses: [404, 409, 422] },
  }),
  call('post', '/api/v1/visits/:visit/move/hold', holdMoveCall, {
    summary: 'Hold another time for it for five minutes; it keeps its own until it is moved',
    ...{ params: visit, body: shapes.MoveCall, ok: shapes.MoveHeld, refuses: [404, 409, 410, 422, 429] },
  }),
  call('get', '/api/v1/visits/:visit/move/hold', lookAtMoveHold, {
    summary: 'The time that is held to move it to',
    ...{ params: visit, ok: shapes.MoveHeld, refuses: [404, 410] },
  }),
  call('post', '/api/v1/visits/:visit/move/hold/renew', renewMoveHold, {
    summary: 'Hold that time for another five minutes, once',
    ...{ params: visit, ok: shapes.MoveHeld, refuses: [404, 409, 410] },
  }),
  call('delete', '/api/v1/visits/:visit/move/hold', releaseMoveHold, {
    summary: 'Let that time go',
    ...{ params: visit, ok: z.object({ let: z.literal('go') }), refuses: [404] },
  }),
  call('post', '/api/v1/visits/:visit/cancel', cancelCall, {
    summary: 'Cancel it',
    ...{ params: visit, body: shapes.CancelCall, ok: shapes.Visit, refuses: [404, 409, 422] },
  }),
  call('post', '/api/v1/visits/:visit/earlier', earlierCall, {
    summary: 'Wait for an earlier time; the visit stands until an offer is taken',
    ...{ params: visit, body: shapes.EarlierCall, ok: shapes.WaitingPlace, created: true, refuses: [404, 409, 422] },
  }),
  call('get', '/api/v1/visits/:visit/later', laterCall, {
    summary: 'This visit and those of its course after it, and what changing them costs',
    ...{ params: visit, ok: later.Later, refuses: [404, 409] },
  }),
  call('post', '/api/v1/visits/:visit/later/cancel', cancelLaterCall, {
    summary: 'Cancel them all, or none',
    ...{ params: visit, body: later.CancelLaterCall, ok: shapes.Visit, refuses: [404, 409, 422] },
  }),
  call('post', '/api/v1/visits/:visit/later/quote', quoteLaterCall, {
    summary: 'Where each would go if this one went there; changes nothing',
    ...{ params: visit, body: later.LaterQuoteCall, ok: later.LaterQuote, refuses: [404, 409, 422] },
  }),
  call('post', '/api/v1/visits/:visit/later/move', moveLaterCall, {
    summary: 'Move them all, or none',
    ...{ params: visit, body: later.MoveLaterCall, ok: shapes.Visit, refuses: [404, 409, 422] },
  }),
  call('get', '/api/v1/reviews/:review', lookAtReview, {
    summary: 'What was said of one finished visit',
    ...{ params: z.object({ review: z.string() }), ok: talk.OwnReview, refuses: [404] },
  }),
  call('post', '/api/v1/reviews/:review', reviewCall, {
    summary: 'Say how it was, or change what was said',
    ...{
      params: z.object({ review: z.string() }),
      body: talk.ReviewCall,
      ok: talk.OwnReview,
      refuses: [404, 409, 422],
    },
  }),
  call('get', '/api/v1/answers', answersCall, {
    summary: 'Questions with the answers of therapists, that everybody may read',
    ...{ query: page, ok: talk.Answers, refuses: [] },
  }),
  call('post', '/api/v1/questions', questionCall, {
    summary: 'Ask a therapist; however often the same key is sent, there is one question',
    ...{ body: talk.QuestionCall, ok: talk.OwnQuestion, created: true, refuses: [409, 422, 429] },
  }),
  call('get', '/api/v1/questions/:question', lookAtQuestion, {
    summary: 'A question, and its answer',
    ...{ params: question, ok: talk.OwnQuestion, refuses: [404] },
  }),
  call('delete', '/api/v1/questions/:question', eraseQuestionCall, {
    summary: 'Erase it, with its answer',
    ...{ params: question, ok: talk.OwnQuestion, refuses: [404] },
  }),
]
