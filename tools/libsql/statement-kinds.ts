// What a statement does, seen from its words, and whether sqld (and so Turso) would take it at all.

export interface StatementKind {
  /** Inserts, updates or deletes rows: only then does the engine's count of changes belong to it. */
  changesRows: boolean
  insertsRows: boolean
  /** A token that may only read may run it. */
  onlyReads: boolean
  /** Takes the write lock, and in a transaction holds it until the end. */
  locks: boolean
  /** Leaves the connection in another state than it found it, so that nobody else may get it afterwards. */
  altersConnection: boolean
  /** May be sent without values for its parameters. */
  explains: boolean
  /** Turso answers "unsupported statement". */
  unsupported: boolean
}

/** @param tokens without comments and space; words in lower case, quoted names with their quotes */
export function kindOf(tokens: string[]): StatementKind {
  const explains = tokens[0] === 'explain'
  const own = explains ? withoutExplain(tokens) : tokens
  const verb = verbOf(own)
  const pragma = verb === 'pragma' ? pragmaIn(own) : undefined
  const onlyReads = explains || READS.has(verb) || (pragma?.asks ?? false)
  return {
    changesRows: !explains && CHANGES.has(verb),
    insertsRows: !explains && (verb === 'insert' || verb === 'replace'),
    onlyReads,
    locks: verb === 'begin' ? /^(immediate|exclusive)$/.test(own[1] ?? '') : !onlyReads && verb !== 'pragma',
    altersConnection: pragma?.sets ?? false,
    explains,
    unsupported: CLOSED.has(verb) || isTemporary(own) || (pragma !== undefined && !pragma.allowed),
  }
}

const CHANGES = new Set(['insert', 'replace', 'update', 'delete'])
const READS = new Set(['select', 'values', 'begin', 'commit', 'end', 'rollback', 'savepoint', 'release'])
const CLOSED = new Set(['vacuum', 'attach', 'detach', 'analyze', 'reindex'])

function withoutExplain(tokens: string[]) {
  return tokens[1] === 'query' && tokens[2] === 'plan' ? tokens.slice(3) : tokens.slice(1)
}

/** The first word, or after `WITH …` the verb of the statement it introduces. */
function verbOf(tokens: string[]) {
  if (tokens[0] !== 'with') return tokens[0] ?? ''
  let depth = 0
  for (const word of tokens) {
    if (word === '(') depth++
    else if (word === ')') depth--
    else if (depth === 0 && (CHANGES.has(word) || word === 'select' || word === 'values')) return word
  }
  return 'with'
}

/** Objects of one connection, which a server that lends connections cannot keep for anybody. */
function isTemporary([verb, first, ...rest]: string[]) {
  if (verb !== 'create') return false
  if (first === 'temp' || first === 'temporary') return true
  const name = rest.findIndex((word) => word !== 'if' && word !== 'not' && word !== 'exists')
  return rest[name] === 'temp' && rest[name + 1] === '.'
}

/** `PRAGMA [schema.] name [= value | (value)]` */
function pragmaIn([, ...rest]: string[]) {
  const [name = '', next] = rest[1] === '.' ? rest.slice(2) : rest
  const hasValue = next === '=' || next === '('
  const asks = ASKING.has(name)
  return {
    asks,
    sets: hasValue && !asks,
    allowed: asks || SETTABLE.has(name) || (READABLE.has(name) && !hasValue),
  }
}

const words = (text: string) => new Set(text.trim().split(/\s+/))

// They only ask, also when they are given a value: the name of a table, say.
const ASKING = words(`
  table_list table_info table_xinfo index_list index_info index_xinfo pragma_list compile_options database_list
  function_list module_list encoding
`)
const SETTABLE = words(`
  foreign_keys defer_foreign_keys foreign_key_list foreign_key_check collation_list data_version freelist_count
  integrity_check legacy_file_format page_count quick_check stats
`)
const READABLE = words(`
  user_version analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill
  cell_size_check checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit
  legacy_alter_table locking_mode max_page_count mmap_size page_size query_only read_uncommitted
  recursive_triggers reverse_unordered_selects schema_version secure_delete soft_heap_limit synchronous
  temp_store threads trusted_schema wal_autocheckpoint
`)
