// Gives a statement's parameters their values, and refuses a missing or a surplus one as sqld does.
import { StatementError } from './errors.ts'
import type { GivenStatement } from './protocol.ts'
import type { Statement } from './statements.ts'
import type { Value } from './values.ts'

type Given = Pick<GivenStatement, 'args' | 'named_args'>

/** The values in the order of SQLite's parameter numbers. The engine itself would bind NULL in silence. */
export function valuesFor(statement: Statement, given: Given): Value[] {
  if (given.args.length > 0 && given.named_args.length > 0)
    throw new StatementError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    )
  const expected = statement.parameters.length
  const found = given.args.length + given.named_args.length
  if (found > expected) throw mismatch(`too many parameters, expected ${expected} found ${found}`)
  const named = new Map(given.named_args.map((arg) => [arg.name, arg.value]))
  return statement.parameters.map((parameter, index) => {
    const found = parameter === null ? given.args[index] : byName(named, parameter)
    if (found !== undefined) return found
    if (statement.explains) return null
    throw mismatch(`value for parameter ${parameter ?? index + 1} not found`)
  })
}

/** `:a` is found by `:a` or by `a`. */
const byName = (named: Map<string, Value>, parameter: string) =>
  named.has(parameter) ? named.get(parameter) : named.get(parameter.slice(1))

const mismatch = (reason: string) =>
  new StatementError('ARGS_INVALID', `Arguments do not match SQL parameters: ${reason}`)
