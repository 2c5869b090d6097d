/** The answer to a question: its words, what of the question anybody may read, and the guide pages that go with it. */
import { claimOf } from '../../../care/evidence/claims.ts'
import { articles } from '../../../care/guide/articles.ts'
import { fittingAnswers } from '../../../care/guide/fitting.ts'
import type { StaffQuestion } from '../../../clinic/talk/inbox.ts'
import { type Article, textOf } from '../../../care/guide/types.ts'
import { longestAnswer, longestPublished, mostGuidePages } from '../../../clinic/talk/answer-question.ts'
import { professionWords } from '../../find/ask/ask-words.ts'
import { Button } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import { consolePaths } from '../console-paths.ts'

/** An answer as it was typed. */
export interface TypedAnswer {
  readonly words: string
  readonly pages: readonly string[]
  readonly publish: boolean
  readonly publishAs: string
}

/** The form's id, for buttons of other forms that carry what was typed. */
export const answerFormId = 'answer'

const all: readonly Article[] = Object.values(articles)
const offers = all.map((article) => ({
  id: article.slug,
  words: [article.title, article.about, ...article.short.map(textOf), ...(article.alsoSearchedAs ?? [])].join(' '),
  article,
}))
/** How many stand first; the rest is one tap away. */
const mostFitting = 5

interface AnswerFormProps {
  readonly question: StaffQuestion
  readonly typed: TypedAnswer | undefined
  readonly problems: readonly Problem[]
}

export function AnswerForm({ question, typed, problems }: AnswerFormProps) {
  const { id, words, isPublic, signer } = question
  if (!signer)
    return (
      <p class="callout">
        Only somebody whom a register lists today can answer and sign. If that is you, ask whoever runs your clinic’s
        pages to look at the register again.
      </p>
    )
  return (
    <form id={answerFormId} method="post" action={consolePaths.question(id)} novalidate class="answer-form">
      <div>
        <TextField
          name="words"
          legend="Your answer"
          hint="In plain words. Say what to do, when to stop, and when to get help."
          error={errorOf('words', problems)}
          limit={longestAnswer}
          typed={typed?.words}
          shortcut="a"
        />
        {isPublic && <Publish {...{ words, typed, problems }} />}
        <p class="quiet small">
          Signed: {signer.name}, {professionWords(signer.profession)}, {signer.body} {signer.number}.
        </p>
        <Button look="go" name="do" value="answered">
          Send the answer
        </Button>
      </div>
      <Pages words={words} typed={typed} />
    </form>
  )
}

interface PublishProps {
  readonly words: string
  readonly typed: TypedAnswer | undefined
  readonly problems: readonly Problem[]
}

function Publish({ words, typed, problems }: PublishProps) {
  return (
    <>
      <Tick name="publish" value="yes" text="Anyone may read it" ticked={typed?.publish ?? true} />
      <TextField
        name="publishAs"
        legend="The question as anyone reads it"
        hint="Take out whatever could tell who asked."
        error={errorOf('publishAs', problems)}
        limit={longestPublished}
        typed={typed?.publishAs ?? [...words].slice(0, longestPublished).join('')}
      />
    </>
  )
}

/** The pages that fit stand first, each with a key of its own. */
function Pages({ words, typed }: { readonly words: string; readonly typed: TypedAnswer | undefined }) {
  const fitting = fittingAnswers(words, offers, mostFitting).map(({ article }) => article)
  const others = all.filter((article) => !fitting.includes(article))
  const isTicked = ({ slug }: Article) => typed?.pages.includes(slug) ?? false
  return (
    <fieldset class="guide-picks">
      <legend>Guide pages that fit</legend>
      <p class="hint">At most {mostGuidePages}. The number is its key, with the access key of your browser.</p>
      {fitting.map((article, at) => (
        <PageTick key={article.slug} article={article} ticked={isTicked(article)} accessKey={String(at + 1)} />
      ))}
      <details open={others.some(isTicked)}>
        <summary>All other pages</summary>
        {others.map((article) => (
          <PageTick key={article.slug} article={article} ticked={isTicked(article)} />
        ))}
      </details>
    </fieldset>
  )
}

interface PageTickProps {
  readonly article: Article
  readonly ticked: boolean
  readonly accessKey?: string
}

function PageTick({ article: { slug, title, bars }, ticked, accessKey }: PageTickProps) {
  const [claim] = bars
  const grade = claim && claimOf(claim).grade
  return (
    <label class="tick">
      <input type="checkbox" name="page" value={slug} checked={ticked} accesskey={accessKey} />
      <span>
        {accessKey && <kbd>{accessKey}</kbd>} {title}
        {grade && (
          <span class="note">
            {' '}
            <EvidenceBar grade={grade} />
          </span>
        )}
      </span>
    </label>
  )
}
