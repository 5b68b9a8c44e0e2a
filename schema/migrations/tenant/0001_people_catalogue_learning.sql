CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password TEXT NOT NULL,
  language TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE email_proofs (
  person TEXT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE mail_keys (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'reset')),
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX mail_keys_by_person ON mail_keys (person, purpose);
--> statement-breakpoint
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX sessions_by_person ON sessions (person);
--> statement-breakpoint
CREATE TABLE attempts (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE adoptions (
  work TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('curriculum', 'tool', 'course')),
  slug TEXT NOT NULL,
  edition TEXT NOT NULL,
  position INTEGER NOT NULL,
  follows TEXT NOT NULL CHECK (follows IN ('commons', 'edition')),
  at INTEGER NOT NULL,
  UNIQUE (kind, slug)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL REFERENCES adoptions (work) ON DELETE CASCADE,
  path TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  UNIQUE (work, path, language)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search USING fts5 (
  title, summary, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER search_entries_gone AFTER DELETE ON search_entries BEGIN
  DELETE FROM search WHERE rowid = old.id;
END;
--> statement-breakpoint
CREATE TABLE enrolments (
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  work TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person, work)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE completions (
  person TEXT NOT NULL,
  work TEXT NOT NULL,
  lesson TEXT NOT NULL,
  edition TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person, work, lesson),
  FOREIGN KEY (person, work) REFERENCES enrolments (person, work) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE places (
  person TEXT NOT NULL,
  work TEXT NOT NULL,
  lesson TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person, work),
  FOREIGN KEY (person, work) REFERENCES enrolments (person, work) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX events_by_about ON events (about, at);
