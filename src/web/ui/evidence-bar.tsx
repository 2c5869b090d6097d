/**
 * How sure we are: four segments and the words. The words come from care; the bar only repeats them.
 */
import { type Grade, gradeWords } from '../../care/evidence/grade.ts'

const filled = { strong: 4, moderate: 3, weak: 2, none: 1, against: 0 } as const satisfies Record<Grade, number>

/** A bar and its words; `about` says what is proved: "it eases pain for a while". */
export function EvidenceBar({ grade, about }: { grade: Grade; about?: string }) {
  return (
    <span class="evidence">
      <svg width="64" height="12" viewBox="0 0 64 12" aria-hidden="true">
        {[0, 1, 2, 3].map((part) => (
          <rect
            key={part}
            x={part * 16 + 1}
            y="3"
            width="13"
            height="6"
            rx="3"
            class={part < filled[grade] ? 'on' : 'off'}
          />
        ))}
        {grade === 'against' && <path d="M1 11L63 1" class="no" stroke-width="2" />}
      </svg>
      <span>
        {capital(gradeWords[grade])}
        {about && ` ${about}`}
      </span>
    </span>
  )
}

/** In place of the bar, on what is there for safety: it needs no proof that it eases. */
export function ForSafety() {
  return (
    <span class="for-safety">
      <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
        <path d="M7 1l5.5 2v4.2c0 3.6-2.3 6-5.5 7.6-3.2-1.6-5.5-4-5.5-7.6V3z" />
      </svg>
      For safety
    </span>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
