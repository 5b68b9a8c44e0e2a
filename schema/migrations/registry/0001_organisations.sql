CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('vet-school', 'ngo', 'cooperative', 'public-body', 'network', 'company', 'other')),
  country TEXT NOT NULL,
  website TEXT NOT NULL,
  default_language TEXT NOT NULL,
  brand TEXT NOT NULL CHECK (json_valid(brand)),
  words TEXT NOT NULL CHECK (json_valid(words)),
  first_works TEXT NOT NULL CHECK (json_valid(first_works)),
  catalogue_version INTEGER NOT NULL DEFAULT 1,
  since INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE hosts (
  name TEXT PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX hosts_by_organisation ON hosts (organisation);
--> statement-breakpoint
CREATE TABLE databases (
  organisation TEXT PRIMARY KEY REFERENCES organisations (id),
  name TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  schema_version INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE provisioning_steps (
  organisation TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('database', 'migrate', 'adopt', 'launch')),
  at INTEGER NOT NULL,
  PRIMARY KEY (organisation, step)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE launches (
  organisation TEXT PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE suspensions (
  organisation TEXT PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
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
