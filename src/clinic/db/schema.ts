/**
 * The tables and views as TypeScript sees them. Made from the schema by kysely-codegen:
 * `WRITE_SCHEMA=1 npx vitest run --project=database schema` writes it again after a migration.
 */
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Absences {
  absence_id: Generated<string>;
  clinic_id: string;
  every_weeks: number | null;
  first_day: string;
  from_time: string | null;
  last_day: string;
  therapist_id: string;
  to_time: string | null;
}

export interface AccountClinics {
  account_id: string;
  clinic_id: string;
}

export interface AppointmentEvents {
  appointment_id: string;
  at: Generated<Timestamp>;
  bent_rule: string | null;
  by_whom: string;
  clinic_id: string;
  event_id: Generated<string>;
  member_id: string | null;
  press: string | null;
  price_pence: number | null;
  reason: string | null;
  starts_at: Timestamp;
  undoes: Generated<boolean>;
  version: number;
  what: string;
}

export interface Appointments {
  appointment_id: Generated<string>;
  authorisation_number: string | null;
  bent_reason: string | null;
  bent_rule: string | null;
  booking_key: string | null;
  called_off_at: Timestamp | null;
  called_off_by: string | null;
  changed_at: Generated<Timestamp>;
  class_id: string | null;
  class_place: number | null;
  clinic_id: string;
  contact_id: string | null;
  course_id: string | null;
  created_at: Generated<Timestamp>;
  ends_at: Timestamp;
  excess_pence: number | null;
  free_until: Timestamp;
  held_by: Buffer | null;
  hold_ends_at: Timestamp | null;
  hold_key: string | null;
  hold_renewed: Generated<boolean>;
  insurer: string | null;
  late_fee_pence: number;
  location_id: string;
  membership_number: string | null;
  moves_id: string | null;
  note_sealed: Buffer | null;
  organizer: string | null;
  pause_after: number;
  pause_before: number;
  payer: string | null;
  person_id: string | null;
  price_pence: number;
  referral_seen_at: Timestamp | null;
  referral_seen_by: string | null;
  referred_by: string | null;
  service_id: string;
  starts_at: Timestamp;
  state: string;
  therapist_id: string;
  version: Generated<number>;
}

export interface AssessmentRequests {
  answered_at: Timestamp | null;
  answered_by: string | null;
  appointment_id: string | null;
  asked_by: Buffer | null;
  clinic_id: string;
  created_at: Generated<Timestamp>;
  email: string;
  name: string;
  note_sealed: Buffer | null;
  phone: string | null;
  request_id: Generated<string>;
  request_key: string;
  service_id: string;
  state: Generated<string>;
}

export interface Blocks {
  block_id: Generated<string>;
  clinic_id: string;
  command_key: string;
  created_at: Generated<Timestamp>;
  ends_at: Timestamp;
  member_id: string;
  reason: string | null;
  resource_id: string;
  starts_at: Timestamp;
}

export interface Busy {
  appointment_id: string | null;
  begins_at: Timestamp | null;
  clinic_id: string | null;
  ends_at: Timestamp | null;
  resource_id: string | null;
}

export interface CalendarFeeds {
  clinic_id: string;
  feed_id: Generated<string>;
  last_fetched_at: Timestamp | null;
  made_at: Generated<Timestamp>;
  person_id: string | null;
  therapist_id: string | null;
  token_hash: Buffer;
  with_initials: Generated<boolean>;
}

export interface ChooseAgain {
  appointment_id: string;
  asked_at: Generated<Timestamp>;
  asked_by: string;
  choose_again_id: Generated<string>;
  clinic_id: string;
  closed_at: Timestamp | null;
  location_id: string;
  opened_at: Timestamp | null;
  outcome: string | null;
  phone: string | null;
  phone_asked_at: Timestamp | null;
  starts_at: Timestamp;
  therapist_id: string;
}

export interface Claims {
  appointment_id: string | null;
  begins_at: Generated<Timestamp | null>;
  block_id: string | null;
  claim_id: Generated<string>;
  clinic_id: string;
  during: string;
  ends_at: Generated<Timestamp | null>;
  resource_id: string;
}

export interface ClassPlaces {
  class_id: string;
  clinic_id: string;
  place: number;
}

export interface Clinics {
  clinic_id: Generated<string>;
  created_at: Generated<Timestamp>;
  email: string;
  first_reminder_hours: Generated<number | null>;
  name: string;
  opened_at: Timestamp | null;
  phone: string;
  second_reminder_hours: Generated<number | null>;
  unanswered_letters: Generated<string[]>;
}

export interface Closures {
  clinic_id: string;
  closure_id: Generated<string>;
  first_day: string;
  from_time: string | null;
  last_day: string;
  location_id: string | null;
  reason: string;
  to_time: string | null;
}

export interface Commands {
  at: Generated<Timestamp>;
  before: Json | null;
  clinic_id: string;
  command_id: Generated<string>;
  member_id: string;
  subject_id: string;
  undone_at: Timestamp | null;
  version: number | null;
  what: string;
}

export interface Comments {
  clinic_id: string;
  comment_id: Generated<string>;
  danger_heard_at: Timestamp | null;
  danger_seen_at: Timestamp | null;
  edited_at: Timestamp | null;
  edits: Generated<number>;
  email: string | null;
  kept_why: string | null;
  page: string;
  set_aside_at: Timestamp | null;
  shown_name: string | null;
  state: Generated<string>;
  state_at: Generated<Timestamp>;
  words: string | null;
  write_key: string;
  written_at: Generated<Timestamp>;
  written_from: Buffer;
}

export interface Contacts {
  clinic_id: string;
  contact_id: Generated<string>;
  created_at: Generated<Timestamp>;
  email: string | null;
  link_round: Generated<number>;
  name: string;
  phone: string | null;
}

export interface Courses {
  clinic_id: string;
  course_id: string;
  created_at: Generated<Timestamp>;
  location_id: string;
  service_id: string;
  starts_at: ArrayType<Timestamp>;
  therapist_id: string;
}

export interface DifferentPersons {
  at: Generated<Timestamp>;
  clinic_id: string;
  member_id: string;
  one_person_id: string;
  other_person_id: string;
}

export interface DirectoryAbsences {
  absence_id: string | null;
  clinic_id: string | null;
  every_weeks: number | null;
  first_day: string | null;
  from_time: string | null;
  last_day: string | null;
  therapist_id: string | null;
  to_time: string | null;
}

export interface DirectoryAnswerTimes {
  clinic_id: string | null;
  seconds: number | null;
}

export interface DirectoryBusy {
  appointment_id: string | null;
  begins_at: Timestamp | null;
  clinic_id: string | null;
  ends_at: Timestamp | null;
  resource_id: string | null;
}

export interface DirectoryClinics {
  clinic_id: string | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  slug: string | null;
}

export interface DirectoryClosures {
  clinic_id: string | null;
  closure_id: string | null;
  first_day: string | null;
  from_time: string | null;
  last_day: string | null;
  location_id: string | null;
  to_time: string | null;
}

export interface DirectoryCommentCounts {
  clinic_id: string | null;
  comments: number | null;
  page: string | null;
  standing: string | null;
}

export interface DirectoryComments {
  clinic_id: string | null;
  comment_id: string | null;
  edited_at: Timestamp | null;
  page: string | null;
  shown_name: string | null;
  words: string | null;
  written_at: Timestamp | null;
}

export interface DirectoryHolds {
  appointment_id: string | null;
  clinic_id: string | null;
  hold_ends_at: Timestamp | null;
}

export interface DirectoryHours {
  clinic_id: string | null;
  every_weeks: number | null;
  from_time: string | null;
  hours_id: string | null;
  location_id: string | null;
  therapist_id: string | null;
  to_time: string | null;
  valid_from: string | null;
  valid_until: string | null;
  weekday: number | null;
}

export interface DirectoryLocations {
  accessible_toilet: boolean | null;
  clinic_id: string | null;
  country: string | null;
  hearing_loop: boolean | null;
  latitude: number | null;
  lift: boolean | null;
  location_id: string | null;
  longitude: number | null;
  low_couch: boolean | null;
  name: string | null;
  parking: boolean | null;
  phone: string | null;
  postcode: string | null;
  step_free: boolean | null;
  street: string | null;
  town: string | null;
  way_there: string | null;
  zone: string | null;
}

export interface DirectoryMachines {
  clinic_id: string | null;
  location_id: string | null;
  machine_id: string | null;
  machine_kind: string | null;
}

export interface DirectoryMeetings {
  appointment_id: string | null;
  booked: Int8 | null;
  clinic_id: string | null;
  ends_at: Timestamp | null;
  held_until: ArrayType<Timestamp> | null;
  location_id: string | null;
  places: Int8 | null;
  service_id: string | null;
  starts_at: Timestamp | null;
  therapist_id: string | null;
}

export interface DirectoryOpeningHours {
  clinic_id: string | null;
  day: string | null;
  from_time: string | null;
  location_id: string | null;
  to_time: string | null;
  weekday: number | null;
}

export interface DirectoryPostcodes {
  latitude: number | null;
  longitude: number | null;
  outward: string | null;
  postcode: string | null;
}

export interface DirectoryPublishedAnswers {
  answer: string | null;
  clinic: string | null;
  clinic_id: string | null;
  guide_pages: string[] | null;
  profession: string | null;
  published_at: Timestamp | null;
  published_id: string | null;
  question: string | null;
  registration_body: string | null;
  registration_number: string | null;
  therapist: string | null;
  therapist_slug: string | null;
}

export interface DirectoryRatings {
  clinic_id: string | null;
  rating: number | null;
  reviews: number | null;
  standing: string | null;
  therapist_id: string | null;
}

export interface DirectoryRegistered {
  clinic_id: string | null;
  hide_gaps: boolean | null;
  pause_after: number | null;
  pause_before: number | null;
  therapist_id: string | null;
  valid_until: string | null;
}

export interface DirectoryReviews {
  clinic_id: string | null;
  edited_at: Timestamp | null;
  rating: number | null;
  replied_at: Timestamp | null;
  reply: string | null;
  review_id: string | null;
  shown_name: string | null;
  therapist_id: string | null;
  words: string | null;
  written_at: Timestamp | null;
}

export interface DirectoryRooms {
  clinic_id: string | null;
  location_id: string | null;
  pause_after: number | null;
  room_id: string | null;
  room_kind: string | null;
}

export interface DirectoryServiceInsurers {
  clinic_id: string | null;
  insurer: string | null;
  service_id: string | null;
}

export interface DirectoryServices {
  by_video: boolean | null;
  clinic_id: string | null;
  free_until_hours: number | null;
  late_fee_pence: number | null;
  machine_kind: string | null;
  minutes: number | null;
  name: string | null;
  needs_referral: boolean | null;
  notice_minutes: number | null;
  pause_after: number | null;
  pause_before: number | null;
  places: number | null;
  price_pence: number | null;
  room_kind: string | null;
  service_id: string | null;
  treatment: string | null;
  window_days: number | null;
  withdrawn_at: Timestamp | null;
}

export interface DirectoryServiceTherapists {
  clinic_id: string | null;
  service_id: string | null;
  therapist_id: string | null;
}

export interface DirectorySlugs {
  clinic_id: string | null;
  is_current: boolean | null;
  kind: string | null;
  slug: string | null;
  subject_id: string | null;
}

export interface DirectoryTalkClinics {
  answers_questions: boolean | null;
  clinic_id: string | null;
  name: string | null;
  open_questions: number | null;
  reads_comments: boolean | null;
  waiting_comments: number | null;
}

export interface DirectoryTherapists {
  about: string | null;
  clinic_id: string | null;
  conditions: string[] | null;
  folded_name: string | null;
  gender: string | null;
  hide_gaps: boolean | null;
  languages: string[] | null;
  looked_up_on: string | null;
  name: string | null;
  pause_after: number | null;
  pause_before: number | null;
  profession: string | null;
  registered_until: string | null;
  registration_body: string | null;
  registration_number: string | null;
  slug: string | null;
  therapist_id: string | null;
}

export interface DirectoryVisitPlaces {
  appointment_id: string | null;
  clinic_id: string | null;
  location_id: string | null;
}

export interface Erasures {
  asked_at: Generated<Timestamp>;
  asked_by: string | null;
  clinic_id: string;
  done_at: Timestamp | null;
  erasure_id: Generated<string>;
  kept_until: string | null;
  person_id: string;
}

export interface FreedTimes {
  clinic_id: string;
  during: string;
  freed_at: Generated<Timestamp>;
  freed_time_id: Generated<string>;
  settled_at: Timestamp | null;
  therapist_id: string;
}

export interface GrantDraws {
  appointment_id: string;
  clinic_id: string;
  drawn_at: Generated<Timestamp>;
  grant_id: string;
}

export interface Grants {
  clinic_id: string;
  created_at: Generated<Timestamp>;
  entered_by: string | null;
  folded_name: string;
  folded_reference: string;
  grant_id: Generated<string>;
  insurer: string | null;
  late_cancel_uses: Generated<boolean>;
  payer: string;
  person_name: string;
  reference: string;
  service_id: string | null;
  used: Generated<number>;
  valid_until: string | null;
  visits: number;
}

export interface GuideMails {
  asked_at: Generated<Timestamp>;
  asked_by: Buffer;
  asked_of: Buffer;
  asked_what: Buffer | null;
  guide_mail_id: Generated<string>;
  next_try_at: Generated<Timestamp>;
  sealed: Buffer | null;
  tries: Generated<number>;
}

export interface GuideMailStops {
  asked_of: Buffer;
  until: Timestamp;
  why: string;
}

export interface Holds {
  appointment_id: string | null;
  clinic_id: string | null;
  hold_ends_at: Timestamp | null;
}

export interface HolidayAnswers {
  at: Generated<Timestamp>;
  clinic_id: string;
  day: string;
  is_closed: boolean;
  member_id: string;
  nation: string;
}

export interface Hours {
  clinic_id: string;
  every_weeks: Generated<number>;
  from_time: string;
  hours_id: Generated<string>;
  location_id: string;
  therapist_id: string;
  to_time: string;
  valid_from: string;
  valid_until: string | null;
  weekday: number;
}

export interface Installation {
  demonstration: Generated<boolean>;
  mail_held_since: Timestamp | null;
  only_row: Generated<boolean>;
}

export interface Invitations {
  came_back: string | null;
  clinic_id: string;
  created_at: Generated<Timestamp>;
  ends_at: Generated<Timestamp>;
  invitation_id: Generated<string>;
  invited_by: string | null;
  member_id: string;
  new_start_id: string | null;
  next_try_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  tries: Generated<number>;
  used_at: Timestamp | null;
}

export interface LetterActs {
  act_id: Generated<string>;
  at: Generated<Timestamp>;
  clinic_id: string;
  letter_id: string;
  member_id: string;
  what: string;
}

export interface LetterAsks {
  asked_by: Buffer;
  asked_of: Buffer;
  at: Generated<Timestamp>;
}

export interface LetterConsents {
  at: Generated<Timestamp>;
  clinic_id: string;
  consent_id: Generated<string>;
  member_id: string | null;
  shown: string;
  subscriber_id: string;
  topics: string[];
  what: string;
}

export interface LetterMails {
  address: string;
  attempts: Generated<number>;
  clinic_id: string;
  due_at: Generated<Timestamp>;
  handed_over_at: Timestamp | null;
  in_doubt: Generated<boolean>;
  kind: string;
  letter_id: string | null;
  letter_mail_id: Generated<string>;
  next_try_at: Generated<Timestamp>;
  state: Generated<string>;
  subscriber_id: string | null;
  useless_after: Timestamp;
  why: string | null;
}

export interface LetterPauses {
  address: string;
  clinic_id: string;
  until: Timestamp;
}

export interface Letters {
  changed_at: Generated<Timestamp>;
  clinic_id: string;
  created_at: Generated<Timestamp>;
  finished_at: Timestamp | null;
  letter_id: Generated<string>;
  made_by: string;
  next_send_at: Generated<Timestamp>;
  offer_words: Json | null;
  opening: Generated<string>;
  pages: Generated<string[]>;
  per_minute: Generated<number>;
  pieces: Json | null;
  price_offer_id: string | null;
  send_at: Timestamp | null;
  started_at: Timestamp | null;
  state: Generated<string>;
  subject: string;
  topic: string;
  version: Generated<number>;
}

export interface LetterSubscribers {
  address: string;
  asked_at: Generated<Timestamp>;
  asked_topics: string[];
  clinic_id: string;
  confirmed_at: Timestamp | null;
  folded_address: Generated<string>;
  left_at: Timestamp | null;
  subscriber_id: Generated<string>;
  topics: Generated<string[]>;
}

export interface Locations {
  accessible_toilet: Generated<boolean>;
  clinic_id: string;
  country: string;
  hearing_loop: Generated<boolean>;
  latitude: number;
  lift: Generated<boolean>;
  location_id: Generated<string>;
  longitude: number;
  low_couch: Generated<boolean>;
  name: string;
  parking: Generated<boolean>;
  phone: string | null;
  postcode: string;
  step_free: Generated<boolean>;
  street: string;
  town: string;
  way_there: string | null;
  zone: string;
}

export interface Machines {
  clinic_id: string;
  kind: Generated<string>;
  location_id: string;
  machine_id: string;
  machine_kind: string;
  name: string;
  withdrawn_at: Timestamp | null;
}

export interface Mails {
  address: string;
  appointment_id: string | null;
  attempts: Generated<number>;
  choose_again_id: string | null;
  clinic_id: string;
  comment_id: string | null;
  created_at: Generated<Timestamp>;
  due_at: Generated<Timestamp>;
  handed_over_at: Timestamp | null;
  kind: string;
  mail_id: Generated<string>;
  next_try_at: Generated<Timestamp>;
  offer_id: string | null;
  question_id: string | null;
  request_id: string | null;
  state: Generated<string>;
  useless_after: Timestamp;
  version: number;
  waiting_entry_id: string | null;
  why: string | null;
}

export interface MailStops {
  address: string;
  because: string | null;
  clinic_id: string;
  purpose: string;
  stopped_at: Generated<Timestamp>;
  why: Generated<string>;
}

export interface Meetings {
  appointment_id: string | null;
  booked: Int8 | null;
  clinic_id: string | null;
  ends_at: Timestamp | null;
  held_until: ArrayType<Timestamp> | null;
  location_id: string | null;
  places: Int8 | null;
  service_id: string | null;
  starts_at: Timestamp | null;
  therapist_id: string | null;
}

export interface Members {
  account_id: string | null;
  clinic_id: string;
  demonstration: Generated<boolean>;
  email: string;
  invited_at: Generated<Timestamp>;
  joined_at: Timestamp | null;
  left_at: Timestamp | null;
  member_id: Generated<string>;
  name: string;
  role: string;
  therapist_id: string | null;
}

export interface NewStartMails {
  clinic_id: string;
  member_id: string;
  new_start_id: string;
  new_start_mail_id: Generated<string>;
  next_try_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  tries: Generated<number>;
  what: string;
}

export interface NewStarts {
  agreed_at: Timestamp | null;
  agreed_by: string | null;
  asked_at: Generated<Timestamp>;
  asked_by: string | null;
  by_installation: Generated<boolean>;
  clinic_id: string;
  done_at: Timestamp | null;
  ends_at: Generated<Timestamp>;
  member_id: string;
  new_start_id: Generated<string>;
  stopped_at: Timestamp | null;
  stopped_by: string | null;
}

export interface Offers {
  answer_until: Timestamp;
  asked_at: Timestamp;
  clinic_id: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  ended_why: string | null;
  freed_time_id: string;
  made_at: Generated<Timestamp>;
  offer_id: Generated<string>;
  state: Generated<string>;
  waiting_entry_id: string;
}

export interface OfferTimes {
  clinic_id: string;
  ends_at: Timestamp;
  hold_id: string;
  location_id: string;
  nth: number;
  offer_id: string;
  starts_at: Timestamp;
  therapist_id: string;
  waiting_entry_id: string;
}

export interface OpeningHours {
  clinic_id: string;
  day: string | null;
  from_time: string;
  location_id: string;
  opening_id: Generated<string>;
  to_time: string;
  weekday: number | null;
}

export interface PersonChanges {
  at: Generated<Timestamp>;
  becomes: string | null;
  change_id: Generated<string>;
  clinic_id: string;
  member_id: string;
  person_id: string;
  was: string | null;
  what: string;
}

export interface PersonMerges {
  before: Json | null;
  clinic_id: string;
  kept_person_id: string;
  lost_person_id: string;
  member_id: string;
  merge_id: Generated<string>;
  merged_at: Generated<Timestamp>;
  undo_until: Timestamp;
  undone_at: Timestamp | null;
  undone_by: string | null;
}

export interface Persons {
  born_on: string | null;
  clinic_id: string;
  created_at: Generated<Timestamp>;
  name: string;
  person_id: Generated<string>;
}

export interface Postcodes {
  latitude: number;
  longitude: number;
  outward: string;
  postcode: string;
}

export interface PriceOffers {
  clinic_id: string;
  code: string;
  created_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  first_day: string;
  folded_code: string;
  kind: string;
  last_day: string;
  made_by: string;
  most_uses: number;
  off: number | null;
  price_offer_id: Generated<string>;
  used: Generated<number>;
  words: string;
}

export interface PriceOfferServices {
  clinic_id: string;
  price_offer_id: string;
  service_id: string;
}

export interface PriceOfferUses {
  appointment_id: string;
  clinic_id: string;
  price_offer_id: string;
  used_at: Generated<Timestamp>;
  used_by: Buffer | null;
  usual_pence: number;
}

export interface PublishedAnswers {
  answer: string;
  clinic_id: string;
  guide_pages: Generated<string[]>;
  published_at: Generated<Timestamp>;
  published_id: Generated<string>;
  question: string;
  question_id: string;
  therapist_id: string;
  withdrawn_at: Timestamp | null;
}

export interface QuestionAnswers {
  answer_id: Generated<string>;
  answered_at: Generated<Timestamp>;
  clinic_id: string;
  goes_at: Timestamp;
  guide_pages: Generated<string[]>;
  member_id: string;
  question_id: string;
  signed_body: string;
  signed_name: string;
  signed_number: string;
  signed_profession: string;
  taken_back_at: Timestamp | null;
  therapist_id: string;
  words_sealed: Buffer;
}

export interface Questions {
  answered_at: Timestamp | null;
  ask_key: string;
  asked_at: Generated<Timestamp>;
  asked_from: Buffer;
  assigned_to: string | null;
  clinic_id: string;
  danger_heard_at: Timestamp | null;
  danger_seen_at: Timestamp | null;
  due_at: Timestamp;
  email: string | null;
  is_public: boolean;
  question_id: Generated<string>;
  state: Generated<string>;
  words_sealed: Buffer | null;
}

export interface Reads {
  appointment_id: string | null;
  at: Generated<Timestamp>;
  clinic_id: string;
  member_id: string;
  person_id: string;
  read_id: Generated<string>;
  what: string;
}

export interface Registered {
  clinic_id: string | null;
  hide_gaps: boolean | null;
  pause_after: number | null;
  pause_before: number | null;
  therapist_id: string | null;
  valid_until: string | null;
}

export interface Registrations {
  body: string;
  clinic_id: string;
  looked_up_by: string;
  looked_up_on: string;
  number: string;
  registration_id: Generated<string>;
  therapist_id: string;
  valid_until: string;
}

export interface RequestReads {
  at: Generated<Timestamp>;
  clinic_id: string;
  member_id: string;
  read_id: Generated<string>;
  request_id: string;
}

export interface Resources {
  clinic_id: string;
  kind: string;
  resource_id: Generated<string>;
}

export interface ReviewActs {
  act_id: Generated<string>;
  at: Generated<Timestamp>;
  clinic_id: string;
  member_id: string;
  review_id: string;
  what: string;
  why: string | null;
  words: string | null;
}

export interface ReviewReports {
  at: Generated<Timestamp>;
  clinic_id: string;
  report_id: Generated<string>;
  reported_by: Buffer;
  review_id: string;
  settled_at: Timestamp | null;
  why: string;
}

export interface Reviews {
  appointment_id: string;
  clinic_id: string;
  danger_heard_at: Timestamp | null;
  danger_seen_at: Timestamp | null;
  edited_at: Timestamp | null;
  hidden_at: Timestamp | null;
  hidden_why: string | null;
  rating: number;
  replied_at: Timestamp | null;
  reply: string | null;
  review_id: Generated<string>;
  shown_name: string | null;
  therapist_id: string;
  words: Generated<string>;
  written_at: Generated<Timestamp>;
}

export interface ReviewWordings {
  at: Generated<Timestamp>;
  clinic_id: string;
  rating: number;
  review_id: string;
  shown_name: string | null;
  wording_id: Generated<string>;
  words: string;
}

export interface Rooms {
  clinic_id: string;
  kind: Generated<string>;
  location_id: string;
  name: string;
  pause_after: Generated<number>;
  room_id: string;
  room_kind: string;
  withdrawn_at: Timestamp | null;
}

export interface ServiceInsurers {
  clinic_id: string;
  code: string | null;
  insurer: string;
  service_id: string;
}

export interface Services {
  by_video: Generated<boolean>;
  clinic_id: string;
  free_until_hours: Generated<number>;
  late_fee_pence: Generated<number>;
  machine_kind: string | null;
  minutes: number;
  name: string;
  needs_referral: Generated<boolean>;
  notice_minutes: Generated<number>;
  pause_after: Generated<number>;
  pause_before: Generated<number>;
  places: number | null;
  price_pence: number;
  room_kind: string | null;
  service_id: Generated<string>;
  treatment: string;
  window_days: Generated<number>;
  withdrawn_at: Timestamp | null;
}

export interface ServiceTherapists {
  clinic_id: string;
  service_id: string;
  therapist_id: string;
  withdrawn_at: Timestamp | null;
}

export interface SharedChecks {
  appointment_id: string;
  clinic_id: string;
  sealed: Buffer;
  shared_at: Generated<Timestamp>;
}

export interface Slugs {
  clinic_id: string;
  is_current: Generated<boolean>;
  kind: string;
  slug: string;
  subject_id: string;
}

export interface TalkActs {
  act_id: Generated<string>;
  at: Generated<Timestamp>;
  clinic_id: string;
  comment_id: string | null;
  member_id: string;
  question_id: string | null;
  was: string | null;
  was_why: string | null;
  what: string;
  why: string | null;
}

export interface TalkSettings {
  answers_questions: Generated<boolean>;
  changed_at: Generated<Timestamp>;
  clinic_id: string;
  reads_comments: Generated<boolean>;
}

export interface Therapists {
  about: string | null;
  clinic_id: string;
  conditions: Generated<string[]>;
  folded_name: string;
  gender: string | null;
  hide_gaps: Generated<boolean>;
  kind: Generated<string>;
  languages: Generated<string[]>;
  left_at: Timestamp | null;
  name: string;
  pause_after: Generated<number>;
  pause_before: Generated<number>;
  profession: string;
  therapist_id: string;
}

export interface VisitPlaces {
  appointment_id: string | null;
  clinic_id: string | null;
  location_id: string | null;
}

export interface WaitingEntries {
  authorisation_number: string | null;
  changed_at: Generated<Timestamp>;
  clinic_id: string;
  contact_name: string | null;
  created_at: Generated<Timestamp>;
  email: string | null;
  excess_pence: number | null;
  first_day: string;
  from_time: string;
  insurer: string | null;
  join_key: string;
  joined_by: string | null;
  last_day: string;
  left_by: string | null;
  left_reason: string | null;
  location_id: string | null;
  membership_number: string | null;
  moves_appointment_id: string | null;
  payer: string | null;
  people: Generated<number>;
  person_name: string | null;
  phone: string | null;
  put_on_once: Generated<boolean>;
  referred_by: string | null;
  second_person_name: string | null;
  service_id: string;
  state: Generated<string>;
  therapist_id: string | null;
  to_time: string;
  waiting_entry_id: Generated<string>;
  weekdays: number[];
}

export interface DB {
  absences: Absences;
  account_clinics: AccountClinics;
  appointment_events: AppointmentEvents;
  appointments: Appointments;
  assessment_requests: AssessmentRequests;
  blocks: Blocks;
  busy: Busy;
  calendar_feeds: CalendarFeeds;
  choose_again: ChooseAgain;
  claims: Claims;
  class_places: ClassPlaces;
  clinics: Clinics;
  closures: Closures;
  commands: Commands;
  comments: Comments;
  contacts: Contacts;
  courses: Courses;
  different_persons: DifferentPersons;
  "directory.absences": DirectoryAbsences;
  "directory.answer_times": DirectoryAnswerTimes;
  "directory.busy": DirectoryBusy;
  "directory.clinics": DirectoryClinics;
  "directory.closures": DirectoryClosures;
  "directory.comment_counts": DirectoryCommentCounts;
  "directory.comments": DirectoryComments;
  "directory.holds": DirectoryHolds;
  "directory.hours": DirectoryHours;
  "directory.locations": DirectoryLocations;
  "directory.machines": DirectoryMachines;
  "directory.meetings": DirectoryMeetings;
  "directory.opening_hours": DirectoryOpeningHours;
  "directory.postcodes": DirectoryPostcodes;
  "directory.published_answers": DirectoryPublishedAnswers;
  "directory.ratings": DirectoryRatings;
  "directory.registered": DirectoryRegistered;
  "directory.reviews": DirectoryReviews;
  "directory.rooms": DirectoryRooms;
  "directory.service_insurers": DirectoryServiceInsurers;
  "directory.service_therapists": DirectoryServiceTherapists;
  "directory.services": DirectoryServices;
  "directory.slugs": DirectorySlugs;
  "directory.talk_clinics": DirectoryTalkClinics;
  "directory.therapists": DirectoryTherapists;
  "directory.visit_places": DirectoryVisitPlaces;
  erasures: Erasures;
  freed_times: FreedTimes;
  grant_draws: GrantDraws;
  grants: Grants;
  guide_mail_stops: GuideMailStops;
  guide_mails: GuideMails;
  holds: Holds;
  holiday_answers: HolidayAnswers;
  hours: Hours;
  installation: Installation;
  invitations: Invitations;
  letter_acts: LetterActs;
  letter_asks: LetterAsks;
  letter_consents: LetterConsents;
  letter_mails: LetterMails;
  letter_pauses: LetterPauses;
  letter_subscribers: LetterSubscribers;
  letters: Letters;
  locations: Locations;
  machines: Machines;
  mail_stops: MailStops;
  mails: Mails;
  meetings: Meetings;
  members: Members;
  new_start_mails: NewStartMails;
  new_starts: NewStarts;
  offer_times: OfferTimes;
  offers: Offers;
  opening_hours: OpeningHours;
  person_changes: PersonChanges;
  person_merges: PersonMerges;
  persons: Persons;
  postcodes: Postcodes;
  price_offer_services: PriceOfferServices;
  price_offer_uses: PriceOfferUses;
  price_offers: PriceOffers;
  published_answers: PublishedAnswers;
  question_answers: QuestionAnswers;
  questions: Questions;
  reads: Reads;
  registered: Registered;
  registrations: Registrations;
  request_reads: RequestReads;
  resources: Resources;
  review_acts: ReviewActs;
  review_reports: ReviewReports;
  review_wordings: ReviewWordings;
  reviews: Reviews;
  rooms: Rooms;
  service_insurers: ServiceInsurers;
  service_therapists: ServiceTherapists;
  services: Services;
  shared_checks: SharedChecks;
  slugs: Slugs;
  talk_acts: TalkActs;
  talk_settings: TalkSettings;
  therapists: Therapists;
  visit_places: VisitPlaces;
  waiting_entries: WaitingEntries;
}

