/** The addresses of the pages where a clinic is set up and changed. Ids alone: no name stands in one. */
import { consolePaths } from '../console-paths.ts'

const root = consolePaths.clinic

export const clinicPaths = {
  home: root,
  place: `${root}/place`,
  open: `${root}/open`,
  places: (id: string) => `${root}/places/${id}`,
  placesPattern: `${root}/places/:id`,
  tellAddress: (id: string) => `${root}/places/${id}/tell`,
  tellAddressPattern: `${root}/places/:id/tell`,
  /** When its door is open; posted to it: the week. */
  opening: (id: string) => `${root}/places/${id}/opening`,
  openingPattern: `${root}/places/:id/opening`,
  /** Posted: a day that differs. */
  openingDay: (id: string) => `${root}/places/${id}/opening/day`,
  openingDayPattern: `${root}/places/:id/opening/day`,
  team: `${root}/team`,
  newPerson: `${root}/team/new`,
  person: (id: string) => `${root}/team/${id}`,
  personPattern: `${root}/team/:id`,
  look: (id: string) => `${root}/team/${id}/look`,
  lookPattern: `${root}/team/:id/look`,
  gone: (id: string) => `${root}/team/${id}/gone`,
  gonePattern: `${root}/team/:id/gone`,
  leave: (id: string) => `${root}/team/${id}/leave`,
  leavePattern: `${root}/team/:id/leave`,
  member: (id: string) => `${root}/members/${id}`,
  memberPattern: `${root}/members/:id`,
  services: `${root}/services`,
  /** @param id an id, or `new` */
  service: (id: string) => `${root}/services/${id}`,
  servicePattern: `${root}/services/:id`,
  withdraw: (id: string) => `${root}/services/${id}/withdraw`,
  withdrawPattern: `${root}/services/:id/withdraw`,
  rules: `${root}/rules`,
  reminders: `${root}/rules/reminders`,
  rooms: `${root}/rooms`,
  withdrawRoom: (id: string) => `${root}/rooms/${id}/withdraw`,
  withdrawRoomPattern: `${root}/rooms/:id/withdraw`,
  roomPause: (id: string) => `${root}/rooms/${id}/pause`,
  roomPausePattern: `${root}/rooms/:id/pause`,
  hours: `${root}/hours`,
  hoursOf: (therapist: string) => `${root}/hours/${therapist}`,
  hoursOfPattern: `${root}/hours/:id`,
} as const
