/** Every page that has an address of its own, for tests that look at all of them. Screens of the check come from walks. */
export const allPages = [
  '/',
  '/check',
  '/emergency',
  '/plan',
  '/plan/step/ease-easiest-position',
  '/movements',
  '/movements/M05',
  '/medicines',
  '/medicines/tally',
  '/record',
  '/record/erase',
  '/about',
  '/safety',
  '/offline',
  '/gallery',
  '/no-such-page',
] as const
