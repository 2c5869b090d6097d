/**
 * Every address of the care pages, typed. Links come from here, never from strings in pages.
 * Health data never goes into an address: a check is named by a random id only.
 */
export const paths = {
  home: '/',
  check: '/check',
  /** One screen of a check on the device: its random id and the number of the screen, from 1. */
  checkScreen: (check: string, screen: number) => `/check/${check}/${screen}`,
  checkScreenPattern: '/check/:check/:screen{[0-9]+}',
  summary: '/check/summary',
  checkSummary: (check: string) => `/check/${check}/summary`,
  checkSummaryPattern: '/check/:check/summary',
  emergency: '/emergency',
  plan: '/plan',
  planStep: (step: string) => `/plan/step/${step}`,
  planStepPattern: '/plan/step/:step',
  movements: '/movements',
  movement: (movement: string) => `/movements/${movement}`,
  movementPattern: '/movements/:movement',
  /** Every movement on one page, for reviewers; the server only. */
  movementSheet: '/movements/sheet',
  medicines: '/medicines',
  medicineTally: '/medicines/tally',
  record: '/record',
  recordFile: '/record/unclench-record.json',
  recordImport: '/record/import',
  recordSetAside: '/record/set-aside.txt',
  recordErase: '/record/erase',
  about: '/about',
  safety: '/safety',
  gallery: '/gallery',
  offline: '/offline',
  /** "Leave quickly": an ordinary page that says nothing about backs. */
  leave: 'https://www.bbc.co.uk/weather',
} as const
