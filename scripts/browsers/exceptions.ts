/** What is newer than the floor and may be used all the same, each with the reason. */

const ours = 'a member of our own or of a package: nothing of the browser has been asked for'
const asked = 'asked for with "in" or "?." first; without it the page does the same in silence, in words or by hand'
const print = 'printing only: the words are all there without it'
const looks = 'looks only: an older browser leaves it out, and nothing is lost'

/** Reasons by feature, named as script-uses.ts and style-uses.ts name it. */
export const exceptions: Readonly<Record<string, string>> = {
  '.use': ours,
  '.take': 'an attribute of our own button, data-take',
  '.isValid': ours,
  '.notification': 'of an event that comes only where a note can be shown',
  '.getSetCookie': 'of Hono, for an answer with a cookie: no page of ours sets one (e2e/privacy.test.ts)',
  '.moveBefore': `of Preact, ${asked}`,
  '.stackTraceLimit': `of zod, ${asked}`,
  'Error.captureStackTrace': `of zod, ${asked}`,
  print: asked,
  '.print': asked,
  Notification: asked,
  'Notification.permission': asked,
  'Notification.requestPermission': asked,
  '.showNotification': 'comes after a permission that only a browser with notes can give',
  '.vibrate': asked,
  '.wakeLock': asked,
  '.userActivation': asked,
  '.hasBeenActive': asked,
  'scrollbar-width': looks,
  'scrollbar-width: none': looks,
  'align-content: start': 'on a grid, where it is old; newer is only that a block takes it',
  'text-wrap': looks,
  'text-wrap: balance': looks,
  'text-size-adjust': looks,
  'user-select': 'the bundler writes -webkit-user-select beside it',
  'cursor: pointer': 'a phone has no pointer',
  'cursor: default': 'a phone has no pointer',
  resize: 'a phone has no corner to pull; the field scrolls',
  'resize: vertical': 'a phone has no corner to pull; the field scrolls',
  '::-webkit-progress-bar': 'one of three names for the same bar, each browser taking its own',
  '::-webkit-progress-value': 'one of three names for the same bar, each browser taking its own',
  '::-moz-progress-bar': 'one of three names for the same bar, each browser taking its own',
  'forced-color-adjust': 'Safari has no forced colours to adjust',
  'forced-color-adjust: none': 'Safari has no forced colours to adjust',
  '@page': print,
  size: print,
  'break-after: avoid': print,
  ':has':
    'marks a chosen row as a whole, keeps room under a bar, hides a second view: the tick and both views stay without it',
}
