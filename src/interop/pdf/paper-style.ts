/**
 * How a printed guide looks, as Typst: A4, one column, nothing below 14 points, and one function for each kind of part.
 * The functions are given strings alone and never read them as markup. Pure text; `booklet-source.ts` calls them.
 * Colours and sizes are named here once, so that tests measure what is printed.
 */

/** Every colour of words on paper, with what is behind it. A test holds each pair to 4.5 : 1 or better. */
export const paperInks = [
  { name: 'ink', ink: '#0f2a2e', behind: '#ffffff' },
  { name: 'quiet', ink: '#4d6568', behind: '#ffffff' },
  { name: 'alarm', ink: '#ffffff', behind: '#8f1220' },
  { name: 'boxed', ink: '#0f2a2e', behind: '#f3ecdf' },
] as const

/** The smallest letters there are on paper, in points. */
export const smallestPoints = 14

const colourOf = (name: (typeof paperInks)[number]['name']) => paperInks.find((one) => one.name === name)

/** Put before every guide. Reads `guide` (title, date and foot) and `sys.inputs.version`. */
export const paperStyle = `
#let ink = rgb("${colourOf('ink')?.ink}")
#let quiet = rgb("${colourOf('quiet')?.ink}")
#let alarm-fill = rgb("${colourOf('alarm')?.behind}")
#let box-fill = rgb("${colourOf('boxed')?.behind}")
#let hairline = rgb("#b9ad97")

#set document(title: guide.title, author: "Unclench", description: guide.lead, date: guide.date)
#set text(lang: "en", region: "GB", font: "Atkinson Hyperlegible Next", size: 15pt, fill: ink, fallback: false, hyphenate: false)
#set smartquote(enabled: false)
#set par(leading: 0.56em, spacing: 0.75em, justify: false)
#set list(marker: box(width: 0.5em, "•"), spacing: 0.56em, body-indent: 0.5em)
#set enum(spacing: 0.56em, body-indent: 0.5em)
#show list: set block(above: 0.8em, below: 0.95em)
#show enum: set block(above: 0.8em, below: 0.95em)
#set heading(outlined: true, bookmarked: true)
#show heading: set text(weight: 700)
#show heading: set block(below: 0.7em, above: 1.3em, sticky: true)
#show heading.where(level: 1): set text(size: 36pt)
#show heading.where(level: 2): set text(size: 23pt)
#show heading.where(level: 3): set text(size: 18pt)
#show link: set text(fill: ink)
#show link: underline

#set page(
  paper: "a4",
  margin: (x: 45pt, top: 36pt, bottom: 112pt),
  footer-descent: 12pt,
  footer: context {
    set text(size: ${smallestPoints}pt)
    set par(leading: 0.42em, spacing: 0.42em)
    line(length: 100%, stroke: 0.8pt + hairline)
    v(4pt)
    grid(
      columns: (76pt, 1fr),
      column-gutter: 12pt,
      align: (left + top, left + top),
      image("/qr.svg", width: 76pt),
      {
        text(weight: 700, guide.footTitle)
        h(1fr)
        text(fill: quiet, counter(page).display() + " of " + str(counter(page).final().first()))
        linebreak()
        text(guide.footAddress)
        linebreak()
        text(fill: quiet, guide.footChecked)
        linebreak()
        text(fill: quiet, "Version " + sys.inputs.version + ". Not signed off by a clinician yet.")
      },
    )
  },
)

#let steps-made = counter("steps")
// A short list goes whole to the next page: what is left of it there would stand without its heading.
#let whole(items, sticky: false, body) = block(width: 100%, breakable: items.len() > 8, sticky: sticky, body)
#let rows(items) = list(..items.map(item => text(item)))
#let part-heading(level, words) = heading(level: level, text(words))
#let part-text(words) = par(text(words))
#let part-points(items) = whole(items, rows(items))
#let part-numbered(items) = whole(items, enum(..items.map(item => text(item))))
#let tick-box = box(width: 12pt, height: 12pt, baseline: 1pt, stroke: 1.2pt + ink, radius: 2pt)
// What is ticked stays with the lines to write on that come after it.
#let part-ticks(items) = whole(items, sticky: true, list(marker: tick-box, body-indent: 0.7em, spacing: 0.9em, ..items.map(item => text(item))))
#let part-alarm(title, items) = block(width: 100%, fill: alarm-fill, radius: 12pt, inset: (x: 18pt, y: 14pt), breakable: false, {
  set text(fill: white)
  show heading: set block(above: 0pt)
  heading(level: 2, text(title))
  rows(items)
})
#let part-box(title, items) = block(width: 100%, fill: box-fill, radius: 12pt, inset: (x: 18pt, y: 14pt), breakable: false, {
  show heading: set block(above: 0pt)
  heading(level: 2, text(title))
  rows(items)
})
#let part-groups(groups) = for group in groups {
  if group.items.len() == 1 {
    par({
      if group.label != "" { strong(text(group.label + ": ")) }
      text(group.items.first())
    })
  } else {
    if group.label != "" { block(above: 0.9em, below: 0.7em, sticky: true, text(weight: 700, group.label)) }
    whole(group.items, rows(group.items))
  }
}
#let part-step(title, groups, drawing) = block(width: 100%, above: 1.7em, {
  steps-made.step()
  let words = {
    show heading: set block(above: 0pt)
    heading(level: 3, { context steps-made.display(); text(". " + title) })
    part-groups(groups.slice(0, 1))
  }
  if drawing == none { words } else {
    grid(columns: (1fr, 150pt), column-gutter: 16pt, align: (left + top, center + top), words, image(drawing.file, width: 150pt, alt: drawing.alt))
  }
  part-groups(groups.slice(1))
})
#let part-drawings(drawings) = block(width: 100%, breakable: false, grid(
  columns: (1fr,) * calc.min(3, drawings.len()),
  column-gutter: 14pt,
  row-gutter: 10pt,
  ..drawings.map(one => block(breakable: false, {
    align(center + bottom, image(one.file, width: if drawings.len() == 1 { 46% } else { 100% }, height: 96pt, fit: "contain", alt: one.alt))
    text(size: ${smallestPoints}pt, one.caption)
  })),
))
#let part-table(shared, head, body) = block(breakable: false, table(
  columns: if shared { (2fr, 3fr) } else { (auto, 1fr) },
  stroke: (x, y) => (bottom: 0.8pt + hairline),
  inset: (x: 0pt, y: 6pt),
  column-gutter: 16pt,
  table.header(..head.map(words => strong(text(words)))),
  ..body.map(words => text(words)),
))
#let part-evidence(grade, words) = block(above: 1em, breakable: false, stroke: (left: 3pt + hairline), inset: (left: 12pt, y: 3pt), par({
  strong(text("How sure we are: " + grade + ". "))
  text(words)
}))
#let part-room(label, count) = block(width: 100%, breakable: false, above: 1.1em, {
  text(weight: 700, label)
  for _ in range(count) { v(25pt); line(length: 100%, stroke: 0.8pt + quiet) }
})
#let part-links(address, words) = par(link(address, text(words)))

#par(strong("unclench"))
#heading(level: 1, text(guide.title))
#par(text(size: 17pt, guide.lead))
`
