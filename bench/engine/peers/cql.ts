/**
 * The rules for cql-execution, as the ELM library that CQL is translated to: a definition for each term and rule, the
 * answers as parameters. Written by this file, since the translator is not on npm.
 */
import cql from 'cql-execution'
import type { Condition } from '../../../src/care/check/types.ts'
import { type CaseSet, partsOf } from '../case-set.ts'
import { type Contestant, factsOf, mostUrgent, plainName } from '../contestant.ts'

/** With `explained`, every part has a local id, so that the executor keeps what each part gave. */
export function cqlExecution({ definition, cases }: CaseSet, explained: boolean): Contestant {
  const definitions: object[] = []
  const done = new Set<string>()
  let ids = 0
  const node = (type: string, rest: object) => ({ type, ...(explained && { localId: String(ids++) }), ...rest })
  const define = (name: string, expression: object) =>
    definitions.push({ name, context: 'Patient', accessLevel: 'Public', expression })
  const translate = (condition: Condition): object => {
    if ('term' in condition) {
      const term = definition.terms[condition.term]
      if (!term) throw new Error(`no term ${condition.term}`)
      if (!done.has(condition.term)) {
        done.add(condition.term)
        define(condition.term, translate(term.when))
      }
      return node('ExpressionRef', { name: condition.term })
    }
    if ('not' in condition) return node('Not', { operand: translate(condition.not) })
    if ('q' in condition) {
      const fact = { type: 'ParameterRef', name: plainName(condition.q) }
      if ('is' in condition) {
        const [only, ...others] = condition.is
        if (only !== undefined && others.length === 0) return node('Equal', { operand: [fact, text(only)] })
        return node('In', { operand: [fact, list(condition.is)] })
      }
      if ('ticked' in condition)
        return node('Exists', { operand: { type: 'Intersect', operand: [fact, list(condition.ticked)] } })
      if ('atLeast' in condition) return node('GreaterOrEqual', { operand: [fact, whole(condition.atLeast)] })
      return node('Less', { operand: [fact, whole(condition.below)] })
    }
    const parts = partsOf(condition).map(translate)
    if ('count' in condition) {
      // biome-ignore lint/suspicious/noThenProperty: ELM calls this part of an If so.
      const held = parts.map((part) => ({ type: 'If', condition: part, then: whole(1), else: { type: 'Null' } }))
      const counted = { type: 'Count', source: { type: 'List', element: held } }
      return node('GreaterOrEqual', { operand: [counted, whole(condition.count)] })
    }
    const [only, ...others] = parts
    if (only && others.length === 0) return only
    return node('all' in condition ? 'And' : 'Or', { operand: parts })
  }
  const rules = definition.rules.map((rule) => {
    define(rule.id, translate(rule.when))
    return { id: rule.id, level: rule.level }
  })
  const library = new cql.Library({
    library: {
      identifier: { id: 'Check' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: {
        def: definition.questions.map(({ id, kind }) => ({
          name: plainName(id),
          accessLevel: 'Public',
          parameterTypeSpecifier: typeOf(kind),
        })),
      },
      statements: { def: definitions },
    },
  })
  const executor = new cql.Executor(library, new cql.CodeService({}))
  const facts = cases.map((answers) => factsOf(definition.questions, answers))
  return {
    name: explained ? 'cql-execution' : 'cql-execution, not explained',
    explanation: explained ? 'its results by local id: what each part gave' : 'none: only which rules fired',
    async judge(index) {
      const person = new cql.PatientSource([{ id: 'p', recordType: 'Patient' }])
      const results = await executor.withParameters(facts[index] ?? {}).exec(person)
      const held = results.patientResults.p ?? {}
      const fired = rules.filter(({ id }) => held[id] === true)
      const why = explained ? results.localIdPatientResultsMap.p : null
      return { level: mostUrgent(fired), fired: fired.map(({ id }) => id), why }
    },
  }
}

const systemType = (name: string) => `{urn:hl7-org:elm-types:r1}${name}`
const named = (name: string) => ({ type: 'NamedTypeSpecifier', name: systemType(name) })
const text = (value: string) => ({ type: 'Literal', valueType: systemType('String'), value })
const whole = (value: number) => ({ type: 'Literal', valueType: systemType('Integer'), value: String(value) })
const list = (values: readonly string[]) => ({ type: 'List', element: values.map(text) })

function typeOf(kind: string): object {
  if (kind === 'ticks') return { type: 'ListTypeSpecifier', elementType: named('String') }
  return named(kind === 'number' ? 'Integer' : 'String')
}
