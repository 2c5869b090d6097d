/**
 * Parts that hold words: details, summary lists, callouts, cards.
 */
import type { ComponentChildren } from 'preact'

/** "Why we ask": closed until wanted. */
export function Details({ summary, open, children }: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}

/** "Why we ask" as a small sign with that name; closed until wanted. */
export function SignDetails({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <details class="sign-details">
      <summary title={name}>
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="10" />
          <path d="M12 10.5v7" />
          <circle class="dot" cx="12" cy="7" r="1.4" />
        </svg>
        <span class="unseen">{name}</span>
      </summary>
      <div>{children}</div>
    </details>
  )
}

/** Names and values in two columns; one column on a phone. */
export function SummaryList({ rows }: { rows: readonly { name: string; value: ComponentChildren }[] }) {
  return (
    <dl class="pairs">
      {rows.map((row) => (
        <Row key={row.name} {...row} />
      ))}
    </dl>
  )
}

function Row({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** A boxed remark. `warn` for what to watch for. */
export function Callout(props: { title: string; look?: 'warn'; children: ComponentChildren }) {
  return (
    <section class={props.look ? `callout ${props.look}` : 'callout'}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** A plain box that groups a few lines. */
export function Card({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="card">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}
