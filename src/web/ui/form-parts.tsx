/**
 * What is chosen in forms: radios and tick-lists, and the notes of every field. Plain HTML; nothing here needs a script.
 * An error is read out with the legend or label (WCAG 3.3.1) and the error summary links to `id`.
 */
import type { ComponentChildren } from 'preact'
import { exactly } from './said-exactly.ts'

/** One answer on offer. */
export interface ChoiceOption {
  readonly value: string
  readonly text: string
  /** Drawn instead of the text, which then is its name for a screen reader and for a mouse that rests on it. */
  readonly symbol?: string
  /** A name as it stands on a packet: no translator may change it. */
  readonly isExact?: boolean
}

/** The answer that is always on offer. One sign instead of two words, twenty times in a check. */
export const unsureOption = (text: string): ChoiceOption => ({ value: 'notSure', text, symbol: '?' })

/** Something that opens under a question or an item when one of these of its answers is chosen (a clarifier). */
export interface Under {
  readonly opensAt: readonly string[]
  readonly content: ComponentChildren
}

/** The classes that join an answer to what it opens: `o1` on the input, `u1` on the block (parts.css, up to 6). */
export const opening = (unders: readonly Under[], value: string) =>
  unders.flatMap(({ opensAt }, index) => (opensAt.includes(value) ? `o${index + 1}` : [])).join(' ') || undefined

/** The blocks that open under a field, next to the answers that open them. */
export function Unders({ unders }: { unders: readonly Under[] }) {
  return (
    <>
      {unders.map(({ content }, index) => (
        <div key={index} class={`under u${index + 1}`}>
          {content}
        </div>
      ))}
    </>
  )
}

export interface FieldProps {
  /** Field name in the post, and id of the part on the page. */
  readonly name: string
  readonly legend: string
  /** Help to find the answer. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** The ids of a field's hint and error, for `aria-describedby`. */
export const describedBy = (name: string, hint?: string, error?: string) =>
  [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined

/** Hint and error of a field, with the ids that `aria-describedby` points to. */
export function FieldNotes({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} class="error">
          {error}
        </p>
      )}
    </>
  )
}

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly ChoiceOption[]
  readonly chosen?: string | undefined
  readonly unders?: readonly Under[]
  /** Shown between the question and what opens under it: "Why we ask". */
  readonly children?: ComponentChildren
}

/** Short answers stand side by side, so that a screen stays short; Yes, No and "?" all in one row. */
const rowOf = (options: readonly ChoiceOption[]): string | undefined => {
  if (options.some(({ text }) => text.length > 30)) return undefined
  const three = options.length === 3 && options.slice(0, 2).every(({ text }) => text.length <= 7)
  return three ? 'row three' : 'row'
}

/** The words of an answer, or its sign with the words behind it. */
export function SignedWords({ text, symbol }: Pick<ChoiceOption, 'text' | 'symbol'>) {
  if (symbol === undefined) return <span>{text}</span>
  return (
    <span title={text}>
      <span class="sign" aria-hidden="true">
        {symbol}
      </span>
      <span class="unseen">{text}</span>
    </span>
  )
}

/** One question as radios. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, legend, hint, error, options, chosen, unders = [], children } = props
  const row = rowOf(options)
  const radios = options.map(({ value, text, symbol, isExact }) => (
    <label class={symbol === undefined ? 'choice' : 'choice by-sign'} key={value} {...(isExact && exactly)}>
      <input type="radio" name={name} value={value} checked={value === chosen} class={opening(unders, value)} />
      <SignedWords text={text} {...(symbol !== undefined && { symbol })} />
    </label>
  ))
  return (
    <div class={error ? 'item question wrong' : 'item question'}>
      <fieldset id={name} aria-describedby={describedBy(name, hint, error)}>
        <legend>{legend}</legend>
        <FieldNotes name={name} hint={hint} error={error} />
        {row ? <div class={row}>{radios}</div> : radios}
      </fieldset>
      {children}
      <Unders unders={unders} />
    </div>
  )
}

/** One item of a tick-list. Each item is its own field, so a list can hold many questions. */
export interface TickItem {
  readonly name: string
  readonly value: string
  readonly text: string
  readonly ticked: boolean
  /** A short warning that belongs to this item, always in sight: "a small patch counts". */
  readonly note?: string | undefined
  readonly unders?: readonly Under[]
  /** Stands over it and its neighbours with the same: each of them begins with these words. */
  readonly heading?: string | undefined
  /** Ticked, it settles the page: whatever else is on it need not be read first. */
  readonly isSure?: boolean
}

export interface TickListProps extends FieldProps {
  readonly items: readonly TickItem[]
  /** Shows "None of these" and "Not sure" as ticks of the list; without, the page offers them as buttons. */
  readonly others?: { readonly name: string; readonly chosen?: string | undefined } | undefined
  /** An item says "none" itself: the tick for it is left out. */
  readonly hasNone?: boolean | undefined
  /** How "Not sure" is said here, if its sign is to stand for it: "Cannot tell". */
  readonly unsure?: string
  /** Hides the legend for the eye when the page's title already says it. */
  readonly legendUnseen?: boolean
}

const isShort = ({ text, note, unders = [] }: TickItem): boolean =>
  text.length <= 14 && note === undefined && unders.length === 0
/** Where most items are a word or two, two stand side by side, so that a phone shows the list at once. */
const sideBySide = (items: readonly TickItem[]): boolean => items.filter(isShort).length * 2 > items.length

/** Tick all that fit. */
export function TickList(props: TickListProps) {
  const { name, legend, hint, error, items, others, hasNone, unsure, legendUnseen } = props
  return (
    <fieldset id={name} class={error ? 'wrong' : undefined} aria-describedby={describedBy(name, hint, error)}>
      <legend class={legendUnseen ? 'unseen' : undefined}>{legend}</legend>
      <FieldNotes name={name} hint={hint} error={error} />
      <div class={unsure !== undefined && sideBySide(items) ? 'ticks-in-pairs' : undefined}>
        {byHeading(items).map(({ heading, under }, index) =>
          heading === undefined ? (
            under.map((item) => <ListItem key={item.name + item.value} item={item} />)
          ) : (
            <fieldset key={index} class="whole">
              <legend class="shared">{heading}</legend>
              {under.map((item) => (
                <ListItem key={item.name + item.value} item={item} />
              ))}
            </fieldset>
          ),
        )}
      </div>
      {others && unsure === undefined && <p class="or">or</p>}
      {others && (
        <div class={unsure === undefined ? undefined : 'others'}>
          {!hasNone && <Tick name={others.name} value="none" text="None of these" ticked={others.chosen === 'none'} />}
          <Tick
            name={others.name}
            value="notSure"
            text={unsure ?? 'Not sure'}
            ticked={others.chosen === 'notSure'}
            {...(unsure !== undefined && { symbol: '?' })}
          />
        </div>
      )}
    </fieldset>
  )
}

interface Headed {
  readonly heading: string | undefined
  readonly under: readonly TickItem[]
}
/** Neighbours with the same heading together, in their order. */
function byHeading(items: readonly TickItem[]): readonly Headed[] {
  const starts = items.flatMap(({ heading }, at) => (at === 0 || heading !== items[at - 1]?.heading ? [at] : []))
  return starts.map((from, nth) => ({ heading: items[from]?.heading, under: items.slice(from, starts[nth + 1]) }))
}

function ListItem({ item }: { item: TickItem }) {
  const { name, value, text, ticked, note, unders = [], isSure = false } = item
  return (
    <div class={isShort(item) ? 'item' : 'item whole'} data-sure={isSure || undefined}>
      <Tick name={name} value={value} text={text} ticked={ticked} note={note} opens={opening(unders, value)} />
      <Unders unders={unders} />
    </div>
  )
}

/** One box to tick, as large as its whole row. */
export function Tick(props: {
  name: string
  value: string
  text: string
  ticked: boolean
  note?: string | undefined
  symbol?: string
  opens?: string | undefined
  /** More that belongs to the label and ticks it when tapped. */
  children?: ComponentChildren
}) {
  const { text, symbol, note, children } = props
  return (
    <label class={symbol === undefined ? 'tick' : 'tick by-sign'}>
      <input type="checkbox" name={props.name} value={props.value} checked={props.ticked} class={props.opens} />
      {note === undefined ? (
        <SignedWords text={text} {...(symbol !== undefined && { symbol })} />
      ) : (
        <span>
          {text}
          <span class="note"> {note}</span>
        </span>
      )}
      {children}
    </label>
  )
}
