/** One message of the calendar, with the way back to it. */
import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'

interface CalendarMessageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly title: string
  readonly children: ComponentChildren
}

export function CalendarMessage({ home, here, title, children }: CalendarMessageProps) {
  return (
    <ConsolePage {...{ home, here, title }}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {children}
      <p>
        <ButtonLink href={calendarPaths.calendar}>To the calendar</ButtonLink>
      </p>
    </ConsolePage>
  )
}
