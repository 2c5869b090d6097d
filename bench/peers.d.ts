/**
 * The parts of the peers that the benchmarks call. They stand here because the peers are installed by `npm run bench`
 * only, and the benchmarks are type-checked everywhere. No more than what is used.
 */
declare module 'json-rules-engine' {
  interface RuleResult {
    readonly name: string
    readonly result: boolean
    readonly conditions: unknown
  }
  interface Almanac {
    factValue<T>(fact: string): Promise<T>
  }
  export class Engine {
    constructor(rules?: readonly object[], options?: object)
    addRule(rule: object): this
    setCondition(name: string, condition: object): this
    addOperator(name: string, test: (fact: never, value: never) => boolean): void
    addFact<T>(id: string, value: (parameters: object, almanac: Almanac) => Promise<T>): this
    run(facts: object): Promise<{ readonly results: readonly RuleResult[] }>
  }
}
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: unknown, data: unknown): unknown }
  export default jsonLogic
}
declare module '@gorules/zen-engine' {
  interface ZenDecision {
    evaluate(
      context: object,
      options?: { trace?: boolean | 'string' | 'reference' | 'referenceString' },
    ): Promise<{ result: unknown; trace?: unknown }>
  }
  export class ZenDecisionContent {
    constructor(content: object)
  }
  export class ZenEngine {
    createDecision(content: ZenDecisionContent): ZenDecision
    dispose(): void
  }
}
declare module 'cql-execution' {
  interface Results {
    readonly patientResults: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly localIdPatientResultsMap: Readonly<Record<string, unknown>>
  }
  const cql: {
    Library: new (elm: object) => object
    CodeService: new (valueSets: object) => object
    Executor: new (
      library: object,
      codes: object,
      parameters?: object,
    ) => { withParameters(parameters: object): { exec(patients: object): Promise<Results> } }
    PatientSource: new (records: readonly object[]) => object
  }
  export default cql
}
declare module 'autocannon' {
  export interface Call {
    readonly method?: 'GET' | 'POST'
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  }
  interface Options {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly requests?: readonly Call[]
  }
  interface Result {
    readonly requests: { readonly average: number; readonly total: number }
    readonly non2xx: number
    readonly errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
declare module 'lighthouse' {
  import type { Page } from 'puppeteer-core'

  interface Audit {
    readonly score: number | null
    readonly title: string
    readonly displayValue?: string
  }
  interface Category {
    readonly title: string
    readonly score: number | null
    readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
  }
  export interface FlowStep {
    readonly name: string
    readonly lhr: {
      readonly runtimeError?: { readonly message: string }
      readonly categories: Readonly<Record<string, Category>>
      readonly audits: Readonly<Record<string, Audit>>
    }
  }
  interface UserFlow {
    navigate(url: string, flags?: { readonly name: string }): Promise<void>
    startNavigation(flags?: { readonly name: string }): Promise<void>
    endNavigation(): Promise<void>
    createFlowResult(): Promise<{ readonly steps: readonly FlowStep[] }>
  }
  export function startFlow(page: Page, options?: { readonly flags?: object }): Promise<UserFlow>
}
declare module 'puppeteer-core' {
  export interface Page {
    goto(url: string): Promise<unknown>
    $(selector: string): Promise<object | null>
    $eval<Taken extends readonly unknown[], Given>(
      selector: string,
      run: (element: Element, ...taken: Taken) => Given,
      ...taken: Taken
    ): Promise<Given>
    waitForNavigation(): Promise<unknown>
    setBypassServiceWorker(bypass: boolean): Promise<void>
  }
  interface Browser {
    newPage(): Promise<Page>
    close(): Promise<void>
  }
  export function launch(options: {
    readonly executablePath: string
    readonly args: readonly string[]
    readonly headless: boolean
  }): Promise<Browser>
}
