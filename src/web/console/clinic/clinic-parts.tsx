/** What the pages about a clinic share: the four steps that are also its settings, and fields that keep what was typed. */
import type { ComponentChildren } from 'preact'
import { type Missing, type Step, whatIsMissing } from '../../../clinic/setup/missing.ts'
import type { Picture } from '../../../clinic/setup/picture.ts'
import type { TimesLeft } from '../../../clinic/setup/times-left.ts'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { describedBy, TickList } from '../../ui/form-parts.tsx'
import { LabelledField, LineField, TextField } from '../../ui/typed-fields.tsx'
import type { Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { Sign } from '../console-signs.tsx'
import { FormPage } from '../form-page.tsx'
import { type Fields, isTicked, typedIn } from './clinic-fields.ts'
import { clinicPaths } from './clinic-paths.ts'

/** What every page here is given. */
export interface PageBase {
  readonly home: ConsoleHome
  readonly here: Here
  readonly picture: Picture
}

/** A form as it is to be shown: what stands or was typed, and what is wrong with it. */
export interface FormState {
  readonly fields: Fields
  readonly problems: readonly Problem[]
  /** What it would leave of the free times, where that has to be seen first. */
  readonly fewer?: { readonly times: TimesLeft; readonly meant: string } | undefined
}

interface Tab {
  readonly href: string
  readonly text: string
  /** Where it is one of the four steps. */
  readonly step?: Step
}

const tabs: readonly Tab[] = [
  { href: clinicPaths.place, text: 'Name and place', step: 'place' },
  { href: clinicPaths.team, text: 'Team', step: 'team' },
  { href: clinicPaths.services, text: 'Services', step: 'services' },
  { href: clinicPaths.hours, text: 'Hours', step: 'hours' },
  { href: clinicPaths.rooms, text: 'Rooms' },
  { href: clinicPaths.rules, text: 'Booking rules' },
]

interface ClinicPageProps extends PageBase {
  readonly title: string
  readonly problems?: readonly Problem[]
  readonly children: ComponentChildren
}

/** One page of the clinic's settings, with the way to the others. */
export function ClinicPage({ home, here, picture, title, problems = [], children }: ClinicPageProps) {
  return (
    <FormPage {...{ home, here, title, problems }} above={<Tabs {...{ picture, path: here.path }} />}>
      {children}
    </FormPage>
  )
}

function Tabs({ picture, path }: { readonly picture: Picture; readonly path: string }) {
  const missing = whatIsMissing(picture)
  return (
    <nav class="setup-tabs" aria-label="Your clinic">
      <a href={clinicPaths.home} aria-current={path === clinicPaths.home ? 'page' : undefined}>
        Clinic
      </a>
      {tabs.map(({ href, text, step }, at) => (
        <a key={href} href={href} aria-current={markOf(path, href)}>
          {!picture.isOpen && step && <StepSign number={at + 1} isDone={!missing.some((one) => one.step === step)} />}
          {text}
        </a>
      ))}
    </nav>
  )
}

const markOf = (path: string, href: string) =>
  path === href ? ('page' as const) : path.startsWith(`${href}/`) ? ('true' as const) : undefined

function StepSign({ number, isDone }: { readonly number: number; readonly isDone: boolean }) {
  return isDone ? (
    <span class="setup-step done">
      <Sign name="tick" size={16} />
      <span class="unseen">Done: </span>
    </span>
  ) : (
    <span class="setup-step">
      {number}
      <span class="unseen"> of 4: </span>
    </span>
  )
}

/** What this step still lacks, said calmly: nothing is wrong yet. */
export function StillMissing({ missing, step }: { readonly missing: readonly Missing[]; readonly step?: Step }) {
  const shown = missing.filter((one) => step === undefined || one.step === step)
  if (shown.length === 0) return null
  return (
    <div class="callout">
      <h2>Still missing before you can open</h2>
      <ul>
        {shown.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </div>
  )
}

/** While the clinic is being set up: the way to the step before and the one after. */
export function StepLinks({ picture, step }: { readonly picture: Picture; readonly step: Step }) {
  if (picture.isOpen) return null
  const stepTabs = tabs.filter((tab) => tab.step !== undefined)
  const at = stepTabs.findIndex((tab) => tab.step === step)
  const [before, after] = [stepTabs[at - 1], stepTabs[at + 1]]
  return (
    <p class="setup-way">
      {before && (
        <a class="button" href={before.href}>
          Back: {before.text}
        </a>
      )}
      {after ? (
        <a class="button" href={after.href}>
          Next: {after.text}
        </a>
      ) : (
        <a class="button" href={clinicPaths.home}>
          Next: look and open
        </a>
      )}
    </p>
  )
}

/** Where a form goes on to after it was saved: the next step while the clinic is set up, else stays. */
export const afterSaving = ({ isOpen }: Picture, next: string, stay: string): string => (isOpen ? stay : next)

/**
 * Says that the page was older than what stands: somebody else was faster, or they saved it themselves and went back. Nobody is
 * named, since nothing tells which. The form below holds what was typed here, over what stands now.
 */
export const changedProblem: Problem = {
  field: 'form',
  text: 'This was saved after you opened this page, by you or by a colleague. Look at what you typed, then save again to put it in place.',
}

interface FieldProps {
  readonly state: FormState
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
}

/** One line. */
export function Line({ state, name, legend, hint, inputmode }: FieldProps & { readonly inputmode?: 'email' | 'tel' }) {
  return (
    <LineField
      {...{ name, legend, hint, ...(inputmode && { inputmode }) }}
      autocomplete="off"
      typed={typedIn(state.fields, name)}
      error={errorOf(name, state.problems)}
    />
  )
}

/** Several lines. */
export function Area({ state, name, legend, hint, most }: FieldProps & { readonly most: number }) {
  return (
    <TextField
      {...{ name, legend, hint }}
      limit={most}
      typed={typedIn(state.fields, name)}
      error={errorOf(name, state.problems)}
    />
  )
}

/** A few signs with a unit after them. */
export function Short({ state, name, legend, hint, unit }: FieldProps & { readonly unit: string }) {
  const error = errorOf(name, state.problems)
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <p class="unit">
        <input
          class="field number"
          id={name}
          name={name}
          autocomplete="off"
          maxlength={40}
          value={typedIn(state.fields, name)}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{unit}</span>
      </p>
    </LabelledField>
  )
}

/** One of a list. */
export interface Option {
  readonly value: string
  readonly text: string
  /** Opens under it once it is ticked, where it stands in a list of ticks. */
  readonly under?: ComponentChildren
}

/** One of several, as a box that opens. */
export function Choose({ state, name, legend, hint, options }: FieldProps & { readonly options: readonly Option[] }) {
  const error = errorOf(name, state.problems)
  const chosen = typedIn(state.fields, name)
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <select
        class="field"
        id={name}
        name={name}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </LabelledField>
  )
}

/** As many of a list as fit, under one name. */
export function Ticks({ state, name, legend, hint, options }: FieldProps & { readonly options: readonly Option[] }) {
  return (
    <div class="setup-ticks">
      <TickList
        {...{ name, legend, hint }}
        error={errorOf(name, state.problems)}
        items={options.map(({ value, text, under }) => ({
          ...{ name, value, text, ticked: isTicked(state.fields, name, value) },
          ...(under && { unders: [{ opensAt: [value], content: under }] }),
        }))}
      />
    </div>
  )
}

/** Fields as they stand: each with its one value, or its ticked ones. */
export const fieldsFrom = (values: Readonly<Record<string, string | readonly string[]>>): Fields =>
  new Map(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]))

/** "yes" where it is so, for a tick. */
export const yes = (isSo: boolean): readonly string[] => (isSo ? ['yes'] : [])
