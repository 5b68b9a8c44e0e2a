CREATE TABLE works (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('curriculum', 'tool', 'course')),
  slug TEXT NOT NULL,
  since INTEGER NOT NULL,
  UNIQUE (kind, slug)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  work TEXT NOT NULL REFERENCES works (id),
  number INTEGER NOT NULL,
  manifest TEXT NOT NULL CHECK (json_valid(manifest)),
  face TEXT NOT NULL CHECK (json_valid(face)),
  at INTEGER NOT NULL,
  UNIQUE (work, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE parts (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
--> statement-breakpoint
CREATE TABLE edition_parts (
  edition TEXT NOT NULL REFERENCES editions (id),
  path TEXT NOT NULL,
  language TEXT NOT NULL,
  part TEXT NOT NULL REFERENCES parts (hash),
  PRIMARY KEY (edition, path, language)
) STRICT, WITHOUT ROWID;
