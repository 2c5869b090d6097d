/** Offers with a code: made, listed with what is left, and ended. */
import { type Context, Hono } from 'hono'
import { longestOfferWords, readOfferForm, type TypedOffer } from '../../../clinic/letters/offer-form.ts'
import { takesOffWords } from '../../../clinic/letters/offer-words.ts'
import {
  endOffer,
  listOffers,
  makeOffer,
  type Offer,
  type OfferMade,
  servicesToOffer,
} from '../../../clinic/letters/offers.ts'
import { zoneOfClinic } from '../../../clinic/letters/who-reads.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { Button } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { typedForm } from '../../find/typed-form.ts'
import { dayWords } from '../../find/words.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { PostButton, ToLetters } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { FormPage, formStatus } from '../form-page.tsx'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'

type Ctx = Context<ConsoleEnv>

/** The routes under /console/offers. */
export function offersRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const may = (work: (home: ConsoleHome, c: Ctx) => Promise<Response>) => (c: Ctx) =>
    mayDo(c.get('member'), 'write-letters')
      ? work(home, c)
      : answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  app.get(
    consolePaths.offers,
    may((_home, c) => show(home, c, { typed: untouched, problems: [], offerId: crypto.randomUUID() })),
  )
  app.post(consolePaths.offers, may(act))
  return app
}

const untouched: TypedOffer = { services: [] }

function typedIn(form: FormData): TypedOffer {
  const texts = (['code', 'words', 'kind', 'percent', 'pounds', 'firstDay', 'lastDay', 'mostUses'] as const).map(
    (name) => [name, fieldOf(form, name)] as const,
  )
  const services = form.getAll('service').filter((value) => typeof value === 'string')
  return { ...Object.fromEntries(texts), services }
}

const notMadeWords: Readonly<Record<Exclude<Extract<OfferMade, { ok: false }>['why'], 'made'>, Problem>> = {
  known: { field: 'code', text: 'Another offer has this code. Choose another one.' },
  services: { field: 'services', text: 'One of these services is gone. Choose again.' },
  tooMany: { field: 'code', text: 'There are fifty offers already. End one of them first.' },
}

async function act(home: ConsoleHome, c: Ctx) {
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const { app } = c.get('data')
  const member = c.get('member')
  const offerId = readId(fieldOf(form, 'offer'))
  if (offerId === undefined) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  if (fieldOf(form, 'do') === 'end') {
    await endOffer(app, member.clinicId, offerId)
    return c.redirect(consolePaths.offers, 303)
  }
  const typed = typedIn(form)
  const [services, zone] = await Promise.all([
    servicesToOffer(app, member.clinicId),
    zoneOfClinic(app, member.clinicId),
  ])
  const read = readOfferForm(
    typed,
    services.map(({ id }) => id),
    home.now().toZonedDateTimeISO(zone).toPlainDate().toString(),
  )
  if (!read.ok) return show(home, c, { typed, problems: read.problems, offerId })
  const made = await makeOffer(app, member, offerId, read.offer)
  if (made.ok) return c.redirect(consolePaths.offers, 303)
  // Come back to by the browser's Back: the form gets a key of its own, so that the next press makes another one.
  if (made.why === 'made')
    return show(home, c, { typed, problems: [madeAlready(made.code)], offerId: crypto.randomUUID() })
  return show(home, c, { typed, problems: [notMadeWords[made.why]], offerId })
}

const madeAlready = (code: string): Problem => ({
  field: 'offers',
  text: `This form has made an offer already: ${code} is in the list. Nothing was made or changed now. To make one more, press “Make it” again.`,
})

interface FormState {
  readonly typed: TypedOffer
  readonly problems: readonly Problem[]
  /** The key of this form: pressed twice it makes one offer. */
  readonly offerId: string
}

async function show(home: ConsoleHome, c: Ctx, state: FormState) {
  const { app } = c.get('data')
  const { clinicId } = c.get('member')
  const [offers, services] = await Promise.all([listOffers(app, clinicId), servicesToOffer(app, clinicId)])
  const { problems } = state
  return answer(
    c,
    <FormPage {...{ home, problems }} here={hereOf(c)} title="Offers with a code" above={<ToLetters />}>
      <OfferList offers={offers} />
      <OfferForm {...state} services={services} />
    </FormPage>,
    formStatus(problems),
  )
}

function OfferList({ offers }: { readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return <p>None has been made yet.</p>
  return (
    <ul class="plain-list" id="offers">
      {offers.map(({ offerId, code, words, takes, services, firstDay, lastDay, mostUses, used, hasEnded }) => (
        <li key={offerId}>
          <p>
            <strong>
              <bdi>{code}</bdi>
            </strong>{' '}
            <bdi>{words}</bdi> <span class="chip">{hasEnded ? 'ended' : `${used} of ${mostUses} used`}</span>
          </p>
          <p class="small quiet">
            {takesOffWords(takes)}: {services.join(', ')}. From {dayWords(firstDay)} to {dayWords(lastDay)}.
            {hasEnded && ` Used ${used} times.`}
          </p>
          {!hasEnded && (
            <PostButton action={consolePaths.offers} fields={{ do: 'end', offer: offerId }} look="small" about={code}>
              End it
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  )
}

function OfferForm({
  typed,
  problems,
  offerId,
  services,
}: FormState & { readonly services: readonly { readonly id: string; readonly name: string }[] }) {
  const field = (name: Exclude<keyof TypedOffer, 'services'>, legend: string, hint?: string) => (
    <LineField {...{ name, legend, hint }} typed={typed[name]} error={errorOf(name, problems)} autocomplete="off" />
  )
  const error = errorOf('services', problems)
  return (
    <form method="post" action={consolePaths.offers} novalidate>
      <h2>Make one</h2>
      <p>
        A letter to readers of the clinic’s news can carry it. It counts for one visit and once for each email address.
        A cancel gives the use back.
      </p>
      <input type="hidden" name="offer" value={offerId} />
      {field(
        'words',
        'What it is',
        `${longestOfferWords} characters at most. Promise nothing, and name nobody’s health.`,
      )}
      {field('code', 'Code', '4 to 20 letters (A to Z) and digits, like SPRING10.')}
      <RadioGroup
        name="kind"
        legend="What does it take off?"
        chosen={typed.kind}
        error={errorOf('kind', problems)}
        options={[
          { value: 'percent', text: 'A part of the price' },
          { value: 'amount', text: 'An amount' },
          { value: 'free', text: 'All of it: the visit is free' },
        ]}
        unders={[
          { opensAt: ['percent'], content: field('percent', 'Percent', '1 to 99.') },
          { opensAt: ['amount'], content: field('pounds', 'Pounds', 'Like 10 or 7.50.') },
        ]}
      />
      <fieldset id="services" class={error ? 'wrong' : undefined} aria-describedby={error && 'services-error'}>
        <legend>What is it for?</legend>
        {error && (
          <p id="services-error" class="error">
            {error}
          </p>
        )}
        {services.map(({ id, name }) => (
          <Tick key={id} name="service" value={id} text={name} ticked={typed.services.includes(id)} />
        ))}
      </fieldset>
      {field('firstDay', 'First day to book with it', 'Like 2027-03-01.')}
      {field('lastDay', 'Last day to book with it', 'Like 2027-03-31.')}
      {field('mostUses', 'How often in all', '1 to 10000.')}
      <div class="actions">
        <Button look="go">Make it</Button>
      </div>
    </form>
  )
}
