/**
 * The SMT solver Z3 behind one question: "is there a case in which this formula holds?"
 * Never: leaves its worker threads running; call `close` when a file of proofs has ended.
 *
 * It uses Z3's plain interface. The object interface frees what is collected as garbage, from the main thread and while
 * a search runs in another, and now and then a search then never ended.
 */
import { init, killThreads, type Z3_ast, Z3_lbool, type Z3_solver } from 'z3-solver'
import type { Formula } from './formula.proof.ts'

/** A solver at work on one set of ground facts. */
export interface CaseFinder {
  /** Values of all variables that make the formula true, or `undefined`: proved that there are none. */
  readonly find: (formula: Formula) => Promise<ReadonlyMap<string, boolean> | undefined>
}

export interface Prover {
  /** A finder of cases among those in which `ground` holds. Each keeps what it has learned. */
  readonly among: (ground: Formula) => CaseFinder
  /** Ends the solver's threads, without which the test process would stay alive. */
  readonly close: () => Promise<void>
}

/** A search that takes longer is given up, and fails its proof. The slowest takes under a second. */
const longestSearchMs = 60_000

/** Starts Z3 (about 0.2 s). */
export async function startProver(): Promise<Prover> {
  const { Z3, em } = await init()
  // A context without reference counts: what is made lives until the process ends.
  const context = Z3.mk_context(Z3.mk_config())
  const bool = Z3.mk_bool_sort(context)
  const translated = new Map<Formula, Z3_ast>()
  const variables = new Map<string, Z3_ast>()

  const translate = (formula: Formula): Z3_ast => {
    const done = translated.get(formula)
    if (done) return done
    const made = translateNew(formula)
    translated.set(formula, made)
    return made
  }
  const translateNew = (formula: Formula): Z3_ast => {
    if (formula.kind === 'constant') return formula.value ? Z3.mk_true(context) : Z3.mk_false(context)
    if (formula.kind === 'not') return Z3.mk_not(context, translate(formula.part))
    if (formula.kind === 'variable') {
      const made = Z3.mk_const(context, Z3.mk_string_symbol(context, formula.name), bool)
      variables.set(formula.name, made)
      return made
    }
    const parts = formula.parts.map(translate)
    return formula.kind === 'and' ? Z3.mk_and(context, parts) : Z3.mk_or(context, parts)
  }

  const valuesIn = (solver: Z3_solver): ReadonlyMap<string, boolean> => {
    const model = Z3.solver_get_model(context, solver)
    Z3.model_inc_ref(context, model)
    const isTrue = (made: Z3_ast): boolean => {
      const value = Z3.model_eval(context, model, made, true)
      return value !== null && Z3.get_bool_value(context, value) === Z3_lbool.Z3_L_TRUE
    }
    const values = new Map([...variables].map(([name, made]) => [name, isTrue(made)]))
    Z3.model_dec_ref(context, model)
    return values
  }

  return {
    among: (ground) => {
      // Finite domains only: the quickest of Z3's logics for these formulas.
      const solver = Z3.mk_solver_for_logic(context, Z3.mk_string_symbol(context, 'QF_FD'))
      Z3.solver_inc_ref(context, solver)
      const limits = Z3.mk_params(context)
      Z3.params_inc_ref(context, limits)
      Z3.params_set_uint(context, limits, Z3.mk_string_symbol(context, 'timeout'), longestSearchMs)
      Z3.solver_set_params(context, solver, limits)
      Z3.solver_assert(context, solver, translate(ground))
      return {
        find: async (formula) => {
          if (formula.kind === 'constant' && !formula.value) return undefined
          Z3.solver_push(context, solver)
          Z3.solver_assert(context, solver, translate(formula))
          const answer = await Z3.solver_check(context, solver)
          if (answer === Z3_lbool.Z3_L_UNDEF) {
            throw new Error(`the solver gave up: ${Z3.solver_get_reason_unknown(context, solver)}`)
          }
          const values = answer === Z3_lbool.Z3_L_TRUE ? valuesIn(solver) : undefined
          Z3.solver_pop(context, solver, 1)
          return values
        },
      }
    },
    close: () => killThreads(em),
  }
}
