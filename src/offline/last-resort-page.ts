/**
 * The page for when even the app cannot answer: no template, no router, no store, nothing that could fail again.
 * Never sends a form on to the network.
 */
import { pageHeaders } from '../web/care/security-headers.ts'

/** Whom to call, and two ways on. Every word is of the fault page and the emergency card (web/care). */
export function lastResort(css: string): Response {
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Something went wrong on our side – Unclench</title>
<link rel="stylesheet" href="${css}"></head><body><div class="frame"><main id="main">
<h1>Something went wrong on our side</h1>
<p>It is not your fault. Go back and try again.</p>
<p><strong>In an emergency call <a href="tel:999">999</a>.</strong>
If you are worried and cannot do the check, call <a href="tel:111">111</a>.</p>
<div class="actions"><a class="button go" href="/check">Start the check</a>
<a class="button wide" href="/emergency">See the emergency signs</a></div>
</main></div></body></html>`
  const headers = { ...pageHeaders, 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' }
  return new Response(html, { status: 500, headers })
}
