/**
 * A mail as HTML: 600 pixels at most, light and dark, and nothing fetched from anywhere.
 * Styles stand on the elements since many mail programs drop a style sheet; what they drop is only the dark side and the
 * narrow screen. The one table is for Outlook on Windows, which knows no other width.
 */
import type { MailContent } from './mail-texts.ts'
import { oneLine } from './safe-name.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => oneLine(text).replace(/[&<>"']/g, (mark) => escapes[mark] ?? '')
/** What people typed keeps its own direction of writing and turns nothing round it. */
const said = (text: string) => `<bdi>${escaped(text)}</bdi>`

const face = "'Atkinson Hyperlegible Next', -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"
const font = (size: string, weight = 400) => `font: ${weight} ${size} ${face}`
const side = 'padding-left: 36px; padding-right: 36px'

/** Sides are as narrow as a phone needs, and every colour has its counterpart in the dark. */
const sheet = `
@media (max-width: 620px) {
  .sheet { border-radius: 0 !important; border-width: 0 !important; }
  .pad { padding-left: 18px !important; padding-right: 18px !important; }
  .time { font-size: 34px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .back { background: #0c2023 !important; color: #e9f1ee !important; }
  .sheet { background: #132c30 !important; border-color: #28474b !important; color: #e9f1ee !important; }
  .line { border-color: #28474b !important; }
  .quiet { color: #9fb8b5 !important; }
  .link { color: #8fdcd2 !important; }
  .go { background: #ff8a65 !important; color: #0c2023 !important; }
}`

/** The whole page. */
export function mailHtml(content: MailContent): string {
  const { subject, sender, when } = content
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${sheet}
</style>
</head>
<body style="margin: 0; background: #f3ecdf; color: #0f2a2e">
<div style="display: none">${escaped(`${sender.name}. ${when?.sentence ?? content.opening}`)}</div>
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" style="background: #f3ecdf"><tr><td align="center" style="padding: 24px 0">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="width: 100%; max-width: 600px; background: #fffdf9; border: 1px solid #e2d9c8; border-radius: 14px; color: #0f2a2e; text-align: left"><tr><td>
${[head(content), facts(content), action(content), danger(content), foot(content)].join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

function head({ sender, greeting, opening, when }: MailContent): string {
  const moment =
    when &&
    `
<h1 class="pad" style="margin: 2px 0 14px; ${side}; ${font('24px/1.25', 700)}"><span style="display: block">${escaped(when.day)},</span> <span class="time" style="display: block; font-size: 40px; line-height: 1.15">${escaped(when.time)}</span> <span class="quiet" style="display: block; ${font('16px/1.45')}; color: #4d6568">${escaped(when.zone)}</span></h1>`
  const house = sender.isHouse
    ? ''
    : ' <span class="quiet" style="font-weight: 400; font-size: 15px; color: #4d6568">with unclench</span>'
  return `<p class="pad" style="margin: 0; padding-top: 22px; ${side}; ${font('19px/1.3', 700)}">${said(sender.name)}${house}</p>
<p class="pad" style="margin: 0; padding-top: 20px;${when ? '' : ' padding-bottom: 14px;'} ${side}; ${font('18px/1.5')}">${said(greeting)} ${said(opening)}</p>${moment ?? ''}`
}

const linked = (words: string, href: string) =>
  `<a class="link" href="${escaped(href)}" style="color: #0f5c63">${words}</a>`

function facts({ facts: all }: MailContent): string {
  return all
    .map(({ title, lines, href }) => {
      const more = lines.map((line) => `<br>${said(line)}`).join('')
      return `<div class="pad" style="${side}"><p class="line" style="margin: 0; padding: 14px 0; border-top: 1px solid #e2d9c8; ${font('16px/1.45')}"><strong>${href ? linked(said(title), href) : said(title)}</strong>${more}</p></div>`
    })
    .join('\n')
}

function action({ button, terms }: MailContent): string {
  return `<div class="pad" style="padding-top: 14px; ${side}"><a class="go" href="${escaped(button.href)}" style="display: block; padding: 16px; border-radius: 14px; background: #c8431f; color: #ffffff; ${font('19px/1.2', 700)}; text-align: center; text-decoration: none">${escaped(button.label)}</a>
<p class="quiet" style="margin: 10px 0 16px; ${font('15px/1.45')}; color: #4d6568">${terms.map(said).join('<br>')}</p></div>`
}

function danger({ danger: { title, lead, items, check } }: MailContent): string {
  const list = items.map((item) => `<li style="margin: 0 0 4px">${escaped(item)}</li>`).join('')
  return `<div class="pad" style="padding-bottom: 20px; ${side}"><div style="padding: 14px 16px; border: 2px solid #f5a742; border-left-width: 8px; border-radius: 14px; ${font('16px/1.45')}"><p style="margin: 0 0 6px"><strong>${escaped(title)}</strong> ${escaped(lead)}</p><ul style="margin: 0 0 8px; padding-left: 20px">${list}</ul><p style="margin: 0"><a class="link" href="${escaped(check.href)}" style="color: #0f5c63">${escaped(check.label)}</a></p></div></div>`
}

function foot({ foot: lines, ways = [] }: MailContent): string {
  const links = ways.map(({ label, href }) => `<br>${linked(escaped(label), href)}`).join('')
  return `<div class="pad line quiet" style="padding-top: 16px; padding-bottom: 22px; ${side}; border-top: 1px solid #e2d9c8; ${font('14px/1.5')}; color: #4d6568">${lines.map(said).join(' ')}${links}</div>`
}
