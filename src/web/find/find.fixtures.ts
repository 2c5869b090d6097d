/** For tests: the house around the pages about clinics. */
import type { Frame } from './frame.tsx'

export const frame: Frame = {
  assets: { css: '/site.css', islands: {} },
  css: '/find.css',
  homeHref: '/',
  leaveHref: 'https://www.bbc.co.uk/weather',
  checkHref: '/check',
  planHref: '/plan',
  emergencyHref: '/emergency',
  headerFor: () => ({ kind: 'places', places: [] }),
  footLinks: [],
  footNote: 'Not signed off.',
}
