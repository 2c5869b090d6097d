-- For tests alone: whoever opens a clinic has neighbours. In every table of every clinic stand rows that no test asks about, in
-- each state, at a place and in times where they are in nobody's way, so that a query which forgot whose row it means meets one.
-- What becomes of them is compared after each test; the tests' own eyes do not see them.

create schema neighbours;

-- Each neighbour as it was when it moved in, where its row lies and who wrote it: a row that is written again lies elsewhere,
-- and whatever comes to lie where one was is another transaction's.
create table neighbours.rows (
  of_table regclass not null,
  at tid not null,
  by xid not null,
  was jsonb not null,
  primary key (of_table, at)
);

create function neighbours.remember(of_table regclass, mine text) returns void language plpgsql as $$
begin
  execute format('insert into neighbours.rows select %L, t.ctid, t.xmin, to_jsonb(t) from %s t where %s', of_table, of_table, mine);
end $$;

-- A member who was let in again by a link that was used, and is asked for once more with nobody who agreed.
create function neighbours.let_in_again(c uuid) returns void language plpgsql set search_path = clinic, public as $$
declare
  past constant timestamptz := date_trunc('hour', now()) - interval '400 days';
  owner_of constant uuid := (select member_id from members where clinic_id = c and email = 'ursa@neighbours.example');
  member constant uuid := (select member_id from members where clinic_id = c and email = 'odile@neighbours.example');
  new_start uuid;
begin
  insert into new_starts (clinic_id, member_id, by_installation) values (c, member, true) returning new_start_id into new_start;
  insert into invitations (clinic_id, member_id, invited_by, new_start_id, ends_at, sent_at, used_at, created_at)
    values (c, member, owner_of, new_start, past + interval '1 day', past, past + interval '2 hours', past);
  update new_starts set asked_at = past, ends_at = past + interval '1 day', done_at = past + interval '2 hours'
    where clinic_id = c and new_start_id = new_start;
  insert into new_start_mails (clinic_id, new_start_id, member_id, what, sent_at) values (c, new_start, member, 'done', past);
  insert into new_starts (clinic_id, member_id, asked_by, asked_at, ends_at)
    values (c, member, owner_of, past + interval '9 days', past + interval '10 days');
end $$;

create function neighbours.move_in() returns trigger language plpgsql security definer set search_path = clinic, public as $$
declare
  c constant uuid := new.clinic_id;
  past constant timestamptz := date_trunc('hour', now()) - interval '400 days';
  ahead constant timestamptz := '2090-03-06 10:00Z';
  therapist uuid; left_therapist uuid; room uuid; machine uuid; place uuid; service uuid; class_service uuid; old_service uuid;
  owner_of uuid; member uuid; person uuid; other uuid; erased uuid; contact uuid; other_contact uuid; visit uuid; next_visit uuid;
  standing uuid; class uuid; block uuid; course uuid := gen_random_uuid(); entry uuid; freed uuid; offer uuid; held uuid; grant_of uuid;
  request uuid; reader uuid; letter uuid; question uuid; comment uuid; review uuid; price_offer uuid; one text; nth integer := 0;
begin
  -- The last of the clinic's places: its first is the one that its letters name.
  place := ('ffffffff' || substr(gen_random_uuid()::text, 9))::uuid;
  insert into locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
    values (c, place, 'Harbour', '3 Quay Street', 'Penzance', 'TR18 4BZ', 50.118, -5.532, 'Europe/London', 'england');
  insert into resources (clinic_id, kind) values (c, 'therapist') returning resource_id into therapist;
  insert into resources (clinic_id, kind) values (c, 'therapist') returning resource_id into left_therapist;
  insert into resources (clinic_id, kind) values (c, 'room') returning resource_id into room;
  insert into resources (clinic_id, kind) values (c, 'machine') returning resource_id into machine;
  insert into therapists (clinic_id, therapist_id, name, folded_name, profession, left_at) values
    (c, therapist, 'Odile Fenwick', 'odile fenwick', 'osteopath', null),
    (c, left_therapist, 'Piers Gannet', 'piers gannet', 'osteopath', past);
  insert into slugs values ('therapist', 'odile-fenwick-' || c, c, therapist), ('therapist', 'piers-gannet-' || c, c, left_therapist);
  insert into registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
    values (c, therapist, 'GOsC', '55/1234', '2091-01-01', 'Neighbour', '2025-01-01'),
      (c, left_therapist, 'GOsC', '55/4321', '2091-01-01', 'Neighbour', '2025-01-01');
  insert into rooms (clinic_id, room_id, location_id, name, room_kind) values (c, room, place, 'Blue room', 'quiet');
  insert into machines (clinic_id, machine_id, location_id, name, machine_kind) values (c, machine, place, 'Traction 1', 'traction');
  insert into services (clinic_id, treatment, name, minutes, price_pence)
    values (c, 'osteopathy', 'Osteopathy', 40, 5100) returning service_id into service;
  insert into services (clinic_id, treatment, name, minutes, price_pence, places)
    values (c, 'pilates', 'Harbour class', 50, 1300, 6) returning service_id into class_service;
  insert into services (clinic_id, treatment, name, minutes, price_pence, withdrawn_at)
    values (c, 'osteopathy', 'Old osteopathy', 40, 4900, past) returning service_id into old_service;
  insert into service_therapists (clinic_id, service_id, therapist_id, withdrawn_at)
    values (c, service, therapist, null), (c, class_service, therapist, null), (c, old_service, left_therapist, past);
  insert into service_insurers (clinic_id, service_id, insurer, code) values (c, service, 'bupa', 'OS1');
  insert into hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from, valid_until)
    select c, therapist, place, day, '08:00', '18:00', from_day, until_day
      from generate_series(1, 7) day, (values ('2019-01-01'::date, '2021-12-31'::date), ('2090-01-01', '2090-12-31')) t (from_day, until_day);
  insert into closures (clinic_id, location_id, first_day, last_day, reason) values (c, place, '2020-02-03', '2020-02-04', 'Gale');
  insert into opening_hours (clinic_id, location_id, weekday, day, from_time, to_time) values
    (c, place, 1, null, '07:00', '12:00'), (c, place, 1, null, '13:00', '19:00'), (c, place, null, '2090-12-24', '08:00', '11:00');
  insert into absences (clinic_id, therapist_id, first_day, last_day) values
    (c, therapist, '2020-03-02', '2020-03-06'), (c, therapist, '2090-03-13', '2090-03-13');

  insert into members (clinic_id, name, email, role, account_id, joined_at)
    values (c, 'Ursa Kittow', 'ursa@neighbours.example', 'manager', gen_random_uuid(), past) returning member_id into owner_of;
  insert into members (clinic_id, name, email, role, therapist_id, account_id, joined_at)
    values (c, 'Odile Fenwick', 'odile@neighbours.example', 'therapist', therapist, gen_random_uuid(), past)
    returning member_id into member;
  insert into members (clinic_id, name, email, role, account_id, joined_at, left_at)
    values (c, 'Quill Amory', 'quill@neighbours.example', 'reception', gen_random_uuid(), past, past + interval '9 days');
  insert into account_clinics select account_id, c from members where clinic_id = c and left_at is null;
  perform neighbours.let_in_again(c);

  insert into persons (clinic_id, name, born_on, created_at) values (c, 'Marigold Thwaite', '1971-05-04', past) returning person_id into person;
  insert into persons (clinic_id, name, created_at) values (c, 'Cosmo Penhallow', past) returning person_id into other;
  insert into persons (clinic_id, name, created_at) values (c, '(erased)', past) returning person_id into erased;
  insert into contacts (clinic_id, name, email, phone)
    values (c, 'Marigold Thwaite', 'marigold@neighbours.example', '01632 960111') returning contact_id into contact;
  insert into contacts (clinic_id, name, email)
    values (c, 'Cosmo Penhallow', 'cosmo@neighbours.example') returning contact_id into other_contact;

  -- A visit in each state that knows who comes, and then one ahead, a bent one, one of a course.
  foreach one in array array['finished', 'arrived', 'cancelled', 'late-cancelled', 'no-show', 'confirmed', 'confirmed'] loop
    nth := nth + 1;
    insert into appointments (clinic_id, state, version, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
        pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, insurer, membership_number,
        booking_key, note_sealed, created_at, changed_at, bent_rule, bent_reason)
      select c, one, 1, service, therapist, place, at, at + interval '40 minutes', 0, 5, 5100, at - interval '1 day', 2000,
        case nth % 2 when 1 then person else other end, case nth % 2 when 1 then contact else other_contact end,
        case nth when 6 then 'insurer' else 'self' end, case nth when 6 then 'bupa' end, case nth when 6 then 'M-771' end,
        gen_random_uuid(), '\x6e6f7465', past, past, case nth when 7 then 'outsideHours' end, case nth when 7 then 'Ferry' end
      from (select case one when 'confirmed' then ahead else past end + make_interval(days => nth)) as t (at)
      returning appointment_id into next_visit;
    if one = 'finished' then visit := next_visit; end if;
    if one = 'confirmed' then standing := next_visit; end if;
    insert into appointment_events (clinic_id, appointment_id, version, what, by_whom, starts_at, at, member_id)
      values (c, next_visit, 0, 'confirmed', 'person', past, past, null);
    if one not in ('cancelled', 'late-cancelled') and nth < 7 then
      insert into claims (clinic_id, appointment_id, resource_id, during)
        select c, appointment_id, resource, tstzrange(starts_at, ends_at + interval '5 minutes')
        from appointments, unnest(array[therapist, room]) resource where clinic_id = c and appointment_id = next_visit;
    end if;
    insert into shared_checks (clinic_id, appointment_id, sealed, shared_at) values (c, next_visit, '\x636865636b', past);
  end loop;
  insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
      price_pence, free_until, late_fee_pence, hold_ends_at, held_by, hold_key)
    values (c, 'held', service, therapist, place, ahead - interval '1 day', ahead - interval '23 hours', 0, 5, 5100, ahead, 0,
      ahead, sha256('neighbour'), gen_random_uuid()) returning appointment_id into held;
  insert into claims (clinic_id, appointment_id, resource_id, during)
    values (c, held, therapist, tstzrange(ahead - interval '1 day', ahead - interval '23 hours'));
  insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
      price_pence, free_until, late_fee_pence, hold_ends_at, held_by, moves_id)
    values (c, 'held', service, therapist, place, ahead - interval '20 hours', ahead - interval '19 hours', 0, 5, 5100, ahead, 0,
      ahead, sha256('neighbour'), standing);
  insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
      price_pence, free_until, late_fee_pence)
    values (c, 'class', class_service, therapist, place, past + interval '20 days', past + interval '20 days 50 minutes', 0, 0,
      1300, past, 0) returning appointment_id into class;
  insert into claims (clinic_id, appointment_id, resource_id, during)
    values (c, class, therapist, tstzrange(past + interval '20 days', past + interval '20 days 50 minutes'));
  insert into class_places (clinic_id, class_id, place) select c, class, seat from generate_series(1, 6) seat;
  insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
      price_pence, free_until, late_fee_pence, called_off_at, called_off_by)
    values (c, 'class', class_service, therapist, place, past + interval '27 days', past + interval '27 days 50 minutes', 0, 0,
      1300, past, 0, past + interval '26 days', owner_of);
  insert into courses values (c, course, service, therapist, place, array[ahead + interval '30 days', ahead + interval '37 days'], past);
  insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
      price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key, course_id, class_id, class_place)
    values (c, 'confirmed', service, therapist, place, ahead + interval '30 days', ahead + interval '30 days 40 minutes', 0, 0,
        5100, ahead, 0, person, contact, 'package', gen_random_uuid(), course, null, null),
      (c, 'finished', class_service, therapist, place, past + interval '20 days', past + interval '20 days 50 minutes', 0, 0,
        1300, past, 0, other, other_contact, 'self', gen_random_uuid(), null, class, 2);
  insert into blocks (clinic_id, resource_id, starts_at, ends_at, reason, member_id, command_key)
    values (c, therapist, ahead + interval '50 days', ahead + interval '50 days 1 hour', 'Boat', member, gen_random_uuid())
    returning block_id into block;
  insert into claims (clinic_id, block_id, resource_id, during)
    values (c, block, therapist, tstzrange(ahead + interval '50 days', ahead + interval '50 days 1 hour'));
  insert into commands (clinic_id, member_id, what, subject_id, at) values (c, member, 'block', block, past);
  insert into holiday_answers (clinic_id, nation, day, is_closed, member_id) values (c, 'northern-ireland', '2019-07-12', true, owner_of);
  insert into reads (clinic_id, member_id, person_id, what, appointment_id, at)
    values (c, member, person, 'visit', visit, past), (c, member, other, 'person', null, past);
  insert into calendar_feeds (clinic_id, therapist_id, person_id, token_hash)
    values (c, therapist, null, sha256(convert_to('t' || c, 'utf8'))), (c, null, person, sha256(convert_to('p' || c, 'utf8')));
  insert into erasures (clinic_id, person_id, asked_at, kept_until, asked_by, done_at)
    values (c, erased, past, past::date, owner_of, past), (c, other, past, '2098-01-01', null, null);
  insert into person_merges (clinic_id, kept_person_id, lost_person_id, member_id, merged_at, undo_until, before)
    values (c, person, gen_random_uuid(), owner_of, past, '2090-01-01', '{}');
  insert into different_persons values (c, least(person, other), greatest(person, other), owner_of, past);
  insert into person_changes (clinic_id, person_id, member_id, at, what, was, becomes)
    values (c, person, member, past, 'phone', '01736 000001', '01736 000002');

  insert into reviews (clinic_id, appointment_id, therapist_id, rating, words, shown_name, written_at)
    values (c, visit, therapist, 4, 'Warm hands, warm room.', 'Marigold', past) returning review_id into review;
  insert into review_wordings (clinic_id, review_id, rating, words, at) values (c, review, 3, 'Warm room.', past);
  insert into review_acts (clinic_id, review_id, member_id, what, at) values (c, review, owner_of, 'reports-settled', past);
  insert into review_reports (clinic_id, review_id, why, reported_by, at, settled_at)
    values (c, review, 'advert', sha256('neighbour'), past, past);
  insert into mail_stops (clinic_id, purpose, address, stopped_at)
    select c, purpose, 'cosmo@neighbours.example', at
    from (values ('review-invitation', past), ('letters', past), ('was-it-you', ahead)) t (purpose, at);

  foreach one in array array['waiting', 'booked', 'left'] loop
    insert into waiting_entries (clinic_id, join_key, service_id, therapist_id, location_id, weekdays, from_time, to_time, first_day,
        last_day, person_name, contact_name, email, payer, state, created_at, changed_at)
      values (c, gen_random_uuid(), service, therapist, place, '{1,2,3}', '09:00', '12:00', '2090-01-02', '2090-05-30',
        'Cosmo Penhallow', 'Cosmo Penhallow', 'cosmo@neighbours.example', 'self', one, past, past)
      returning waiting_entry_id into next_visit;
    if one = 'waiting' then entry := next_visit; end if;
  end loop;
  update waiting_entries set joined_by = member where clinic_id = c and state = 'booked';
  update waiting_entries set joined_by = member, put_on_once = true, referred_by = 'Dr Sorrel Ney' where clinic_id = c and state = 'waiting';
  update waiting_entries set left_by = member, left_reason = 'Rang: the tide was right elsewhere' where clinic_id = c and state = 'left';
  update appointments set organizer = 'harbour@neighbours.example' where clinic_id = c and state = 'confirmed';
  update appointments set excess_pence = 10000 where clinic_id = c and payer = 'insurer';
  update appointments set referred_by = 'Dr Sorrel Ney', referral_seen_at = past, referral_seen_by = member
    where clinic_id = c and state = 'arrived';
  insert into freed_times (clinic_id, therapist_id, during, freed_at, settled_at)
    values (c, therapist, tstzrange(ahead - interval '1 day', ahead - interval '23 hours'), past, past) returning freed_time_id into freed;
  foreach one in array array['taken', 'passed', 'ended', 'open'] loop
    insert into offers (clinic_id, waiting_entry_id, freed_time_id, state, asked_at, answer_until, made_at, closed_at)
      values (c, entry, freed, one, past, case one when 'open' then ahead - interval '2 days' else past + interval '1 day' end, past,
        case one when 'open' then null else past end) returning offer_id into offer;
  end loop;
  update offers set closed_by = member where clinic_id = c and state = 'passed';
  update offers set ended_why = 'visit' where clinic_id = c and state = 'ended';
  insert into offer_times values (c, offer, 1, entry, therapist, place, ahead - interval '1 day', ahead - interval '23 hours', held);
  insert into grants (clinic_id, payer, insurer, reference, folded_reference, person_name, folded_name, visits, used, entered_by)
    values (c, 'insurer', 'bupa', 'NB-40-71', 'NB4071', 'Marigold Thwaite', 'marigold thwaite', 5, 1, owner_of) returning grant_id into grant_of;
  insert into grant_draws (clinic_id, appointment_id, grant_id, drawn_at) values (c, visit, grant_of, past);
  insert into price_offers (clinic_id, code, folded_code, words, kind, off, first_day, last_day, most_uses, used, made_by)
    values (c, 'HARBOUR-7', 'HARBOUR7', 'Seven off', 'percent', 7, past::date, past::date + 30, 40, 1, owner_of)
    returning price_offer_id into price_offer;
  insert into price_offer_services values (c, price_offer, service);
  insert into price_offer_uses (clinic_id, appointment_id, price_offer_id, used_by, usual_pence, used_at)
    values (c, visit, price_offer, sha256('neighbour'), 5500, past);
  foreach one in array array['open', 'closed', 'booked'] loop
    insert into assessment_requests (clinic_id, request_key, service_id, name, email, note_sealed, state, appointment_id, answered_by,
        created_at, answered_at, asked_by)
      values (c, gen_random_uuid(), service, 'Cosmo Penhallow', 'cosmo@neighbours.example', '\x6e6f7465', one,
        case one when 'booked' then visit end, case one when 'open' then null else owner_of end, past,
        case one when 'open' then null else past end, null) returning request_id into request;
  end loop;
  insert into choose_again (clinic_id, appointment_id, therapist_id, location_id, starts_at, asked_by, asked_at, opened_at, phone_asked_at,
      phone, outcome, closed_at)
    select c, appointment_id, therapist, place, starts_at, owner_of, past, past, past, '01632 960112', answer, case when answer is not null then past end
    from appointments, unnest(array['moved', 'cancelled', 'kept', null]) answer where clinic_id = c and appointment_id = standing;
  insert into request_reads (clinic_id, member_id, request_id, at) values (c, owner_of, request, past);

  -- Readers who said yes, never answered, and left.
  insert into letter_subscribers (clinic_id, address, topics, asked_topics, asked_at, confirmed_at, left_at) values
    (c, 'waits@neighbours.example', '{}', '{guide-news}', '2090-01-01', null, null),
    (c, 'left@neighbours.example', '{}', '{guide-news}', past, past, past),
    (c, 'marigold@neighbours.example', '{guide-news}', '{guide-news}', past, past, null);
  select subscriber_id into reader from letter_subscribers where clinic_id = c and address like 'marigold@%';
  insert into letter_consents (clinic_id, subscriber_id, what, topics, shown, at)
    values (c, reader, 'confirmed', '{guide-news}', 'News of the guide', past);
  -- None is running: on each that is the sender would have work.
  foreach one in array array['draft', 'scheduled', 'stopped', 'finished'] loop
    insert into letters (clinic_id, state, subject, opening, topic, pieces, send_at, next_send_at, started_at, finished_at, made_by, created_at, changed_at)
      values (c, one, 'Gales and backs', 'Hold on.', 'guide-news', case one when 'draft' then null else '[]'::jsonb end,
        case one when 'draft' then null when 'scheduled' then ahead else past end, ahead,
        case when one in ('draft', 'scheduled') then null else past end, case one when 'finished' then past end, owner_of, past, past)
      returning letter_id into letter;
    insert into letter_acts (clinic_id, letter_id, member_id, what, at) values (c, letter, owner_of, 'made', past);
  end loop;
  foreach one in array array['queued', 'sending', 'handed-over', 'bounced', 'given-up', 'dropped'] loop
    insert into letter_mails (clinic_id, kind, letter_id, subscriber_id, address, state, due_at, next_try_at, useless_after, handed_over_at)
      values (c, 'test', letter, null, 'ursa@neighbours.example', one, ahead, ahead, ahead + interval '9 days', case one when 'handed-over' then past end);
    insert into mails (clinic_id, appointment_id, version, kind, address, state, due_at, useless_after, next_try_at, handed_over_at, created_at)
      select c, visit, version, 'moved', 'marigold@neighbours.example', one, ahead, ahead + interval '9 days', ahead,
        case one when 'handed-over' then past end, past
      from (select coalesce(max(m.version), 1) + 1 from mails m where m.clinic_id = c) as t (version);
  end loop;
  insert into letter_mails (clinic_id, kind, letter_id, subscriber_id, address, state, due_at, next_try_at, useless_after, handed_over_at)
    values (c, 'letter', letter, reader, 'marigold@neighbours.example', 'handed-over', past, past, past + interval '9 days', past);
  insert into letter_pauses values (c, 'cosmo@neighbours.example', '2090-01-01');

  foreach one in array array['open', 'closed', 'erased', 'answered'] loop
    insert into questions (clinic_id, ask_key, words_sealed, is_public, email, asked_from, state, due_at, asked_at, answered_at)
      values (c, gen_random_uuid(), case one when 'erased' then null else '\x77'::bytea end, true,
        case one when 'erased' then null else 'cosmo@neighbours.example' end, sha256('neighbour'), one, ahead, past,
        case one when 'answered' then past end) returning question_id into question;
  end loop;
  insert into question_answers (clinic_id, question_id, member_id, therapist_id, words_sealed, signed_name, signed_profession, signed_body,
      signed_number, answered_at, goes_at)
    values (c, question, member, therapist, '\x77', 'Odile Fenwick', 'osteopath', 'GOsC', '55/1234', past, past);
  insert into published_answers (clinic_id, question_id, therapist_id, question, answer, published_at)
    values (c, question, therapist, 'May I row a boat?', 'Begin with a short trip.', past);
  insert into talk_acts (clinic_id, question_id, member_id, what, at) values (c, question, member, 'answered', past);
  foreach one in array array['waiting', 'shown', 'kept-back', 'erased'] loop
    insert into comments (clinic_id, write_key, page, words, shown_name, email, written_from, state, kept_why, written_at, state_at)
      values (c, gen_random_uuid(), 'rowing-a-boat', case one when 'erased' then null else 'Row slowly.' end,
        case one when 'erased' then null else 'Cosmo' end, case one when 'erased' then null else 'cosmo@neighbours.example' end,
        sha256('neighbour'), one, case one when 'kept-back' then 'advert' end, past, past) returning comment_id into comment;
    insert into talk_acts (clinic_id, comment_id, member_id, what, at) values (c, comment, owner_of, 'shown', past);
  end loop;

  perform neighbours.remember_all_of(c);
  return null;
end $$;

-- Remembers every row of a clinic but its own. One statement for each table, written out here, so that a connection plans it once.
do $$
declare
  looks text;
begin
  select string_agg(format('
      insert into neighbours.rows select %L, t.ctid, t.xmin, to_jsonb(t) from %s t where t.clinic_id = mine;', oid::regclass, oid::regclass), '')
    into looks from pg_class
    where relnamespace = 'clinic'::regnamespace and relkind = 'r' and relname <> 'clinics'
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'clinic_id');
  execute format('create function neighbours.remember_all_of(mine uuid) returns void language plpgsql as %L', 'begin' || looks || ' end');
end $$;
create trigger neighbours_move_in after insert on clinic.clinics for each row execute function neighbours.move_in();

-- ── Another clinic, and other people's accounts ─────────────────────────────────────────────────────────────────────

insert into clinic.clinics (name, email, phone, opened_at)
  values ('Harbour Osteopaths', 'hello@neighbours.example', '01632 960000', '2020-01-01');

-- Those that are let in again, by themselves.
create function neighbours.remember_new_starts_of(mine uuid) returns void language sql as $$
  insert into neighbours.rows
    select t.tableoid, t.ctid, t.xmin, to_jsonb(t) from clinic.new_starts t where t.clinic_id = mine union all
    select t.tableoid, t.ctid, t.xmin, to_jsonb(t) from clinic.invitations t where t.clinic_id = mine union all
    select t.tableoid, t.ctid, t.xmin, to_jsonb(t) from clinic.new_start_mails t where t.clinic_id = mine
$$;

-- Whoever opens a clinic from now on has the same neighbours as that one, with ids of their own: an id keeps how it begins and ends
-- as its clinic's does. They move in by one statement, written out here, for each row by itself would be twice the work. What
-- two must agree to is asked of a team that is there already, so it comes after.
do $do$
declare
  first constant uuid := (select clinic_id from clinic.clinics);
  moves text;
begin
  with copied as (
    select of_table as name, 'of_' || of_table::oid as cte, string_agg(quote_ident(attname), ', ' order by attnum) as columns,
      string_agg(case
        when attname = 'clinic_id' then 'new.clinic_id'
        when atttypid = 'uuid'::regtype then format('(left(t.%I::text, 18) || ends)::uuid', attname)
        when attname = 'token_hash' then 'sha256(t.token_hash || uuid_send(new.clinic_id))'
        when attname = 'slug' then format('replace(t.slug, %L, new.clinic_id::text)', first)
        else format('t.%I', attname) end, ', ' order by attnum) as values
    from (select distinct of_table from neighbours.rows) rows join pg_attribute on attrelid = of_table
    where attnum > 0 and not attisdropped and attgenerated = ''
      and of_table not in ('clinic.new_starts'::regclass, 'clinic.invitations'::regclass, 'clinic.new_start_mails'::regclass)
    group by of_table)
  select format('with %s insert into neighbours.rows %s',
      string_agg(format('%I as (insert into %s as made (%s) select %s from %s t where t.clinic_id = %L%s
        returning made.tableoid, made.ctid, made.xmin, to_jsonb(made))', cte, name, columns, values, name, first,
        case when name = 'clinic.slugs'::regclass then $$ and t.kind <> 'clinic'$$ else '' end), ', '),
      string_agg(format('select * from %I', cte), ' union all ')) into moves from copied;
  execute format('create function neighbours.move_in_alike() returns trigger language plpgsql security definer
    set search_path = clinic, public as %L', format('declare
      ends constant text := right(new.clinic_id::text, 18);
    begin
      %s;
      perform neighbours.let_in_again(new.clinic_id);
      perform neighbours.remember_new_starts_of(new.clinic_id);
      return null;
    end', moves));
end $do$;
create or replace trigger neighbours_move_in after insert on clinic.clinics for each row execute function neighbours.move_in_alike();

insert into clinic.slugs select 'clinic', 'harbour-osteopaths', clinic_id, clinic_id from clinic.clinics;
insert into clinic.talk_settings (clinic_id, answers_questions, reads_comments) select clinic_id, false, false from clinic.clinics;
insert into clinic.letter_asks values (sha256('neighbour'), sha256('neighbour too'), now() - interval '2 hours');
insert into clinic.guide_mails (asked_of, asked_by, sealed, asked_at, next_try_at) values
  (sha256('neighbour'), sha256('neighbour too'), '\x01', now() - interval '2 hours', '2090-01-01'),
  (sha256('another neighbour'), sha256('neighbour too'), null, now() - interval '2 days', now() - interval '2 days');
insert into clinic.guide_mail_stops values (sha256('neighbour'), 'not-me', '2090-01-01');

insert into auth.users (name, email, email_verified, two_factor_enabled) values
  ('Ursa Kittow', 'ursa@neighbours.example', true, true), ('Marigold Thwaite', 'marigold@neighbours.example', true, false);
insert into auth.sessions (token, user_id, expires_at, second_factor_at)
  select 'neighbour ' || email, id, '2090-01-01', now() from auth.users;
insert into auth.credentials (account_id, provider_id, user_id, password)
  select id::text, 'credential', id, 'scrypt of a neighbour' from auth.users;
insert into auth.verifications (identifier, value, expires_at) values ('neighbour', 'neighbour', '2090-01-01');
insert into auth.two_factors (user_id, secret, backup_codes) select id, 'neighbour', 'neighbour' from auth.users where two_factor_enabled;
insert into auth.used_codes (user_id, code, used_at) select id, '471104', '2090-01-01' from auth.users;
insert into auth.passkeys (user_id, for_staff, credential_id, public_key, counter, may_be_copied, was_copied, name)
  select id, two_factor_enabled, 'neighbour ' || email, '\x01', 3, true, false, 'Phone' from auth.users;
insert into auth.way_in_notices (email, what, for_staff, next_try_at)
  values ('marigold@neighbours.example', 'passkey added', false, '2090-01-01');
insert into auth.half_set_ups (user_id, invitation_id, browser_hash, ends_at)
  select id, gen_random_uuid(), 'neighbour', '2090-01-01' from auth.users limit 1;
insert into auth.passkey_asks (challenge, what, asker_hash, ends_at)
  values (repeat('n', 43), 'open the console', 'neighbour', '2090-01-01');
insert into auth.attempts (bucket, tries, ends_at) values ('neighbour', 3, '2090-01-01');
insert into auth.sign_in_asks (email, asker_hash, code_hash, ends_at)
  values ('marigold@neighbours.example', 'neighbour', 'neighbour', '2090-01-01');
insert into auth.locked_copies (user_id, version, locked) select id, 4, '\x0123' from auth.users;

select neighbours.remember('clinic.clinics', 'true'), neighbours.remember('clinic.letter_asks', 'true'),
  neighbours.remember('clinic.guide_mails', 'true'), neighbours.remember('clinic.guide_mail_stops', 'true'),
  neighbours.remember('clinic.slugs', $$t.kind = 'clinic'$$), neighbours.remember('clinic.talk_settings', 'true');
select neighbours.remember(oid, 'true') from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r';

-- ── What became of them, and the tests' own eyes ────────────────────────────────────────────────────────────────────

-- Every neighbour that is not as and where it was, in words. Says each once: the next test begins anew. One statement over all
-- tables, written out here, since planning one for each is most of the work. The tests' own eyes may ask it: their connection knows
-- the tables already.
do $$
declare
  all_rows text;
begin
  select string_agg(format('select tableoid, ctid, xmin from %s', oid::regclass), ' union all ') into all_rows
    from pg_class where relnamespace in ('clinic'::regnamespace, 'auth'::regnamespace) and relkind = 'r';
  execute format('create function neighbours.moved() returns setof text language plpgsql security definer as %L', format('begin
    return query with gone as (delete from neighbours.rows r
      where not exists (select from (%s) t where t.tableoid = r.of_table and t.ctid = r.at and t.xmin = r.by) returning r.*)
    select of_table || '': '' || was from gone order by of_table;
  end', all_rows));
end $$;

-- What a test looks at and sweeps away itself is its own: as this role it meets every row but the neighbours'.
create role test_eyes;
grant unclench_owner, pg_signal_backend, pg_read_all_stats to test_eyes;
grant usage on schema neighbours, clinic, directory, auth to test_eyes;
grant select on all tables in schema neighbours, directory to test_eyes;
grant all on all tables in schema clinic, auth to test_eyes;
do $$
declare
  seen record;
begin
  for seen in select oid::regclass as name, relrowsecurity from pg_class
    where relnamespace in ('clinic'::regnamespace, 'auth'::regnamespace) and relkind = 'r' loop
    if not seen.relrowsecurity then
      execute format('alter table %s enable row level security, force row level security', seen.name);
      execute format('create policy as_ever on %s using (true) with check (true)', seen.name);
    end if;
    execute format('create policy eyes_see on %s to test_eyes using (true) with check (true)', seen.name);
    execute format('create policy eyes_pass_over_neighbours on %s as restrictive to test_eyes
      using (not exists (select from neighbours.rows n where n.of_table = %s.tableoid and n.at = %s.ctid)) with check (true)',
      seen.name, seen.name, seen.name);
  end loop;
end $$;
