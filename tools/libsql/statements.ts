// Reads just enough of SQL to tell its statements apart and what each of them is about to do.
import { kindOf, type StatementKind } from './statement-kinds.ts'

export interface Statement extends StatementKind {
  sql: string
  /** One for each number that a parameter can have: its name with the sign (`:a`), or null for `?` and `?3`. */
  parameters: (string | null)[]
}

/** The statements in a text, in their order; empty ones and comments between them are left out. */
export function statementsIn(sql: string): Statement[] {
  const known = recent.get(sql)
  if (known) return known
  const statements = split(sql)
  if (recent.size >= 500) recent.clear()
  recent.set(sql, statements)
  return statements
}

const recent = new Map<string, Statement[]>()

function split(sql: string) {
  const statements: Statement[] = []
  let start = 0
  let tokens: string[] = []
  const finish = (end: number) => {
    if (tokens.length > 0)
      statements.push({ sql: sql.slice(start, end), parameters: parametersIn(tokens), ...kindOf(tokens) })
    tokens = []
  }
  for (const { 0: text, index } of sql.matchAll(TOKEN)) {
    if (SKIPPED.test(text)) continue
    if (text === ';' && !isInsideTrigger(tokens)) {
      finish(index)
      continue
    }
    if (tokens.length === 0) start = index
    tokens.push(WORD.test(text) ? text.toLowerCase() : text)
  }
  finish(sql.length)
  return statements
}

// In this order: quoted text and names (an open quote runs to the end), comments, space, parameters, words,
// and any other single character. Letters beyond ASCII belong to words, as in SQLite.
const TOKEN =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[ \t\n\f\r]+|\?\d*|[:@$][\w$\u0080-\uffff]+|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[\s\S]/g
const SKIPPED = /^(?:[ \t\n\f\r]|--|\/\*)/
const WORD = /^[A-Za-z_]/

/** The semicolons of a trigger's body do not end it; `; END` does. */
function isInsideTrigger(tokens: string[]) {
  const [create, ...made] = tokens.slice(0, 3)
  if (create !== 'create' || (made[0] !== 'trigger' && made[1] !== 'trigger')) return false
  return tokens.at(-2) !== ';' || tokens.at(-1) !== 'end'
}

/** Numbers the parameters as SQLite does: `?` takes the next number, a name keeps the one it got first. */
function parametersIn(tokens: string[]) {
  const parameters: (string | null)[] = []
  for (const token of tokens) {
    if (token === '?') parameters.push(null)
    else if (/^\?\d/.test(token)) extend(parameters, Number(token.slice(1)))
    else if (/^[:@$]./.test(token) && !parameters.includes(token)) parameters.push(token)
  }
  return parameters
}

function extend(parameters: (string | null)[], number: number) {
  if (number > LAST_PARAMETER) return // the engine will refuse it
  while (parameters.length < number) parameters.push(null)
}

const LAST_PARAMETER = 32_766
