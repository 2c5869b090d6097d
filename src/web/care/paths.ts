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
  /** The clinic half: on the server alone, since it needs the database. */
  find: '/find',
  /** Asking for letters: so are they. */
  letters: '/letters',
  /** Asking a therapist, and what readers say of a page of the guide: the server's too. */
  ask: '/ask',
  /** What therapists answered for everybody; the server's, like it. */
  answered: '/ask/answered',
  /** All of it as JSON, for the search on a device. */
  answeredList: '/guide/answered.json',
  comments: (article: string) => `/comments/${article}`,
  /** What can be learned: shelves, articles, treatments, questions. Public words, the same for everybody. */
  guide: '/guide',
  article: (article: string) => `/guide/${article}`,
  articlePattern: '/guide/:article',
  /** Files to keep and print, and the page about them: the server makes them. */
  guidePdfs: '/guide/pdf',
  /** Posted: a printed guide goes to an address. On the server alone, as all under the one above. */
  guideMail: '/guide/pdf/mail',
  guideMailAsked: '/guide/pdf/mailed',
  /** Where a device has its own plan made into a file, by ids alone. */
  ownPaper: '/guide/pdf/own',
  /** Where whoever did not ask for a guide stops such mail. */
  noGuides: (token: string) => `/guide/pdf/no-mail/${token}`,
  noGuidesPattern: '/guide/pdf/no-mail/:token',
  /** A post: what people look for may be about their health, so it is in no address. */
  guideSearch: '/guide/search',
  /** For machines, from the server alone: what pages there are, what is new, the picture shown with a link. */
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  feed: '/feed.xml',
  sharePicture: '/share/unclench.png',
  /** The picture of one article or treatment, made with the build. @param path of its page */
  sharePictureOf: (path: string) => `/share${path}.png`,
  /** The origin for the links of a printed page, as a stylesheet: no other way leads into one. */
  paperStyle: '/guide/paper.css',
  questions: '/guide/questions',
  question: (question: string) => `/guide/questions/${question}`,
  questionPattern: '/guide/questions/:question',
  /** Every claim that we make, and how sure we are. */
  evidence: '/evidence',
  treatments: '/treatments',
  treatment: (treatment: string) => `/treatments/${treatment}`,
  treatmentPattern: '/treatments/:treatment',
  /** Notices of others whose work is in the worker and the letters: files of the build, fetched from the server. */
  licences: { worker: '/licences/worker.txt', letters: '/licences/letters.txt' },
  plan: '/plan',
  /** Posted: the plan as a file. */
  planPaper: '/plan/paper',
  planStep: (step: string) => `/plan/step/${step}`,
  planStepPattern: '/plan/step/:step',
  movements: '/movements',
  movement: (movement: string) => `/movements/${movement}`,
  movementPattern: '/movements/:movement',
  movementSequence: (sequence: string) => `/movements/sequences/${sequence}`,
  movementSequencePattern: '/movements/sequences/:sequence',
  /** Every movement on one page, for reviewers; the server only. */
  movementSheet: '/movements/sheet',
  medicines: '/medicines',
  medicineTally: '/medicines/tally',
  record: '/record',
  /** A page of entries, from 1 for the newest: a number that says nothing of anybody. */
  recordPage: (page: number) => (page === 1 ? '/record' : `/record?page=${page}`),
  recordFile: '/record/unclench-record.json',
  recordImport: '/record/import',
  recordSetAside: '/record/set-aside.txt',
  recordErase: '/record/erase',
  /** The locked copy in the person's account. */
  recordSync: '/record/locked-copy',
  /** What to do next in the programme, and why. */
  today: '/today',
  /** Phases, week, decisions. */
  programme: '/programme',
  /** Posted: today's movements as a file. */
  programmePaper: '/programme/paper',
  programmeStart: '/programme/start',
  morning: '/programme/morning',
  miniCheck: '/programme/mini-check',
  checkIn: '/programme/check-in',
  /** What was answered there, and whether an answer was a slip. */
  checkInChange: '/programme/check-in/change',
  abilities: '/programme/abilities',
  phaseChange: '/programme/phase',
  direction: '/programme/direction',
  /** The five questions about worry, hope, mood, load and what was given up. */
  feelings: '/programme/feelings',
  /** A clinician has cleared the person; with or without a programme. */
  cleared: '/programme/cleared',
  /** What was told to the check that closed the movements, and whether it was told by mistake. */
  mistaken: '/programme/mistaken',
  /** Stop everything: what is new or worse. */
  stop: '/programme/stop',
  /** Starts the full check with what the programme was told already; a post only. */
  fullCheck: '/programme/full-check',
  /** What to do in a flare; readable before one happens. */
  flarePlan: '/programme/flare',
  session: '/session',
  sessionPlayer: (session: string) => `/session/${session}`,
  sessionPlayerPattern: '/session/:session',
  sessionEnded: (session: string) => `/session/${session}/done`,
  sessionEndedPattern: '/session/:session/done',
  relax: '/relax',
  relaxPlayer: (course: string) => `/relax/${course}`,
  relaxPlayerPattern: '/relax/:course',
  diary: '/diary',
  /** Older weeks of the diary: a number, never a date. */
  diaryPage: (page: number) => `/diary?page=${page}`,
  diaryEntry: '/diary/entry',
  diaryEntryMade: (entry: string) => `/diary/entry/${entry}`,
  diaryEntryMadePattern: '/diary/entry/:entry',
  diaryEntryPutRight: (entry: string) => `/diary/entry/${entry}/put-right`,
  diaryEntryPutRightPattern: '/diary/entry/:entry/put-right',
  diaryChart: '/diary/chart',
  diaryTriggers: '/diary/triggers',
  diaryTasks: '/diary/tasks',
  /** One page for a doctor or physio. */
  report: '/report',
  /** The same as a PDF; a post, since a name may go into it. */
  reportFile: '/report/unclench-report.pdf',
  diaryFile: '/record/unclench-diary.csv',
  /** The same with semicolons and decimal commas, for a spreadsheet set to a language of the continent. */
  diaryFileSemicolon: '/record/unclench-diary-semicolon.csv',
  prevent: '/prevent',
  preventWalking: '/prevent/walking',
  preventStrength: '/prevent/strength',
  preventBreaks: '/prevent/breaks',
  preventDesk: '/prevent/desk',
  preventLifting: '/prevent/lifting',
  preventWarmUp: '/prevent/warm-up',
  lesson: (lesson: string) => `/prevent/lessons/${lesson}`,
  lessonPattern: '/prevent/lessons/:lesson',
  reminders: '/prevent/reminders',
  remindersCalendar: '/prevent/reminders/calendar.ics',
  /** The file that takes every entry of the calendar file back. */
  remindersCancel: '/prevent/reminders/cancel.ics',
  about: '/about',
  safety: '/safety',
  gallery: '/gallery',
  offline: '/offline',
  /** "Leave quickly": an ordinary page that says nothing about backs. */
  leave: 'https://www.bbc.co.uk/weather',
} as const
