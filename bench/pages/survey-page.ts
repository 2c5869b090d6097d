/**
 * The first 34 main questions of the check as a SurveyJS page: same words, same screens, the lightest published pair of
 * core and user interface (survey-core with survey-js-ui, no React), styles without fonts.
 */
import { questions } from '../../src/care/check/questions/all.ts'
import { screens } from '../../src/care/check/questions/screens.ts'
import type { Question } from '../../src/care/check/types.ts'

const howMany = 34

/** The page, and how many questions are on it. */
export function surveyPage(): { readonly html: string; readonly questions: number } {
  const main = questions.filter(({ under }) => under === undefined).slice(0, howMany)
  const pages = screens
    .map(({ title, groups }) => ({
      title,
      elements: groups
        .flatMap((group) => group.questions)
        .flatMap((id) => main.find((question) => question.id === id) ?? [])
        .map(element),
    }))
    .filter(({ elements }) => elements.length > 0)
  const model = JSON.stringify({ pages, showProgressBar: false })
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>SurveyJS</title><link rel="stylesheet" href="/survey-core.css">
<script defer src="/survey.core.js"></script><script defer src="/survey-js-ui.js"></script></head>
<body><div id="survey"></div><script>
document.addEventListener('DOMContentLoaded', () => {
  const model = new Survey.Model(${model.replaceAll('<', '\\u003c')})
  model.render(document.getElementById('survey'))
})
</script></body></html>`
  return { html, questions: pages.flatMap(({ elements }) => elements).length }
}

function element(question: Question): object {
  const common = { name: question.id, title: question.ask, ...(question.why && { description: question.why }) }
  const choice = ({ value, text }: { value: string; text: string }) => ({ value, text })
  const unsure = { value: 'notSure', text: 'Not sure' }
  switch (question.kind) {
    case 'yesNo':
      return {
        ...common,
        type: 'radiogroup',
        choices: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, unsure],
      }
    case 'choice':
      return { ...common, type: 'radiogroup', choices: [...question.options.map(choice), unsure] }
    case 'ticks':
      return { ...common, type: 'checkbox', choices: [...question.options.map(choice), unsure], showNoneItem: true }
    case 'number':
      return { ...common, type: 'text', inputType: 'number', min: question.min, max: question.max }
    case 'text':
      return { ...common, type: 'comment', maxLength: question.maxLength }
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
