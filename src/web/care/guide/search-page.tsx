/**
 * The search of the guide as a form, and its results. What people type there may be a danger sign: that is answered first,
 * with help and the check, before any result.
 * Never: what was typed in an address or a title.
 */
import { notInTheBrief } from '../../../care/guide/search/not-in-the-brief.ts'
import { type SearchDocument, searchKinds } from '../../../care/guide/search/search-documents.ts'
import { Button } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Icon } from '../../ui/icons.tsx'
import { renderPart } from '../../ui/render.ts'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { DangerSearched, isDangerSearched } from './danger-searched.tsx'
import { findNearHref, hrefOfFound, isClosedThen } from './lead-links.ts'
import { KeptSince } from './question-pages.tsx'
import { placesAsked } from './places-asked.ts'
import { type AnsweredHere, type AnsweredNow, hrefOfAnswered } from './answered-here.ts'
import { mostLetters, searchAnswered, searchGuide } from './search-guide.ts'

/** The field and its button. The island finds the form by `data-guide-search`. */
export function SearchForm({ typed = '' }: { typed?: string }) {
  return (
    <form class="guide-search" method="post" action={paths.guideSearch} data-guide-search>
      <label class="unseen" for="guide-words">
        What do you want to know?
      </label>
      <span class="unseen" role="status" data-said />
      <span class="search-field">
        <Icon name="search" />
        <input
          id="guide-words"
          name="words"
          type="search"
          value={typed}
          placeholder="Such as ice or sleep"
          autocomplete="off"
          enterkeyhint="search"
        />
        <Button>Search</Button>
      </span>
    </form>
  )
}

interface Looked {
  readonly typed: string
  /** A danger that was told holds: nothing that it closed is found. */
  readonly held: boolean
  /** What therapists answered here; `undefined` where it is not to be had now, nor kept. */
  readonly answered?: AnsweredNow | undefined
}

/** The page of results. */
export function SearchPage({ home, typed, held, answered }: Looked & { readonly home: CareHome }) {
  return (
    <CarePage home={home} title="Search the guide" wide learn islands={['guide-search']}>
      <h1>Search the guide</h1>
      <SearchForm typed={typed.slice(0, mostLetters)} />
      <div data-found>
        <SearchResults {...{ typed, held, answered }} isWholePage />
      </div>
      <p>
        <a href={paths.guide}>The whole guide</a>
      </p>
    </CarePage>
  )
}

/**
 * The results alone, for a page that asks the worker while somebody types. No words: what it needs is made ready. Nothing in them
 * speaks by itself: the page has one place that does, and says danger there before what was found.
 * @param held a danger that was told holds: nothing that it closed is found
 */
export function searchHtml(typed: string, held: boolean, answered?: AnsweredNow): string {
  if (typed.trim() === '') getReady()
  return renderPart(<SearchResults {...{ typed, held, answered }} />)
}

/** A whole search once: index, tables of danger and places are each a pause the first time, which no word should wait for. */
function getReady(): void {
  renderPart(<SearchResults typed="physio for ice" held={false} />)
}

/** What is said to these words: danger first, then what was found. */
function SearchResults({ typed, held, answered, isWholePage = false }: Looked & { readonly isWholePage?: boolean }) {
  const words = typed.trim()
  const role = isWholePage ? 'status' : undefined
  if (words === '') return <p role={role}>Type a word, such as ice, scan or sleep.</p>
  const isClosed = held || isDangerSearched(words)
  const inGuide = searchGuide(words)
    .filter(({ kind, leads }) => !(isClosed && (isClosedThen(leads) || kind === 'place')))
    .map((document) => <Found key={document.id} document={document} />)
  const { isSurely, places, nearMe } = placesAsked(words)
  const near = (nearMe ? [undefined] : places).map((place) => <NearPlace key={place ?? ''} place={place} />)
  const here = searchAnswered(words, answered?.answers ?? []).map((each) => (
    <FoundAnswered key={each.id} answered={each} />
  ))
  const found = isSurely ? [...near, ...inGuide, ...here] : [...inGuide, ...here, ...near]
  return (
    <>
      <DangerSearched words={words} />
      <p role={role} class="quiet" data-count>
        {found.length === 0
          ? `Nothing found for “${words.slice(0, mostLetters)}”. Try one plain word, or look through the guide.`
          : `${found.length === 1 ? '1 answer' : `${found.length} answers`} for “${words.slice(0, mostLetters)}”`}
      </p>
      <NotKnown words={words.slice(0, mostLetters)} />
      <ul class="found">
        {found.map((answer) => (
          <li key={answer.key}>{answer}</li>
        ))}
      </ul>
      {answered === undefined && <NotLookedThrough />}
      {answered && here.length > 0 && <KeptSince answered={answered} />}
    </>
  )
}

/** Of some things nothing is known here: this is said, so that nobody takes what stands near for an answer. */
function NotKnown({ words }: { words: string }) {
  const unknown = notInTheBrief(words)
  if (!unknown) return null
  return (
    <p data-count>
      This guide says nothing about “{unknown.name}”: it is not in the studies that we work from. So we cannot say if it
      helps or harms. Nearest to it:
    </p>
  )
}

/** What a device does not hold cannot be found there: this is said, and where it is. */
const NotLookedThrough = () => (
  <p class="quiet small">
    Answers that therapists gave here are not looked through. See them with a connection:{' '}
    <a href={paths.answered}>questions with answers</a>.
  </p>
)

function FoundAnswered({ answered }: { answered: AnsweredHere }) {
  const { question, answer, signed, note } = answered
  return (
    <>
      <a class="answer" href={hrefOfAnswered(answered)}>
        <span class="quiet small">A therapist answered</span>
        <br />
        <b>{question}</b>
        <br />
        {answer}
      </a>
      {note && <p class="callout">{note}</p>}
      <p class="quiet small">{signed}</p>
    </>
  )
}

/** Leads to the directory with this place filled in, and with nothing else that was typed. */
function NearPlace({ place }: { place: string | undefined }) {
  return (
    <a class="answer" href={findNearHref(place)}>
      <span class="quiet small">Find a physio</span>
      <br />
      <b>{place === undefined ? 'Who is free near you' : `Who is free near ${place}`}</b>
      <br />
      Therapists there, and the times they have free.
    </a>
  )
}

function Found({ document }: { document: SearchDocument }) {
  const { kind, title, about, grade, leads } = document
  return (
    <a class="answer" href={hrefOfFound(leads)}>
      <span class="quiet small">{searchKinds[kind]}</span>
      <br />
      <b>{title}</b>
      <br />
      {about}
      {grade && (
        <>
          <br />
          <EvidenceBar grade={grade} />
        </>
      )}
    </a>
  )
}
