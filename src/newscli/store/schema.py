"""The tables of a catalog, and the version that says which newscli made it."""

import newscli
from newscli import parse, readers

SCHEMA = 17
VERSION = f"{SCHEMA}.{parse.VERSION}.{readers.VERSION}.{newscli.__version__}"

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE directories (path BLOB PRIMARY KEY, signature BLOB) WITHOUT ROWID;
CREATE TABLE files (file INTEGER PRIMARY KEY, directory BLOB, name BLOB, size INTEGER, mtime INTEGER, ctime INTEGER,
    inode INTEGER, racy INTEGER, digest BLOB);
CREATE TABLE problems (file INTEGER, path BLOB, ordinal INTEGER, reason TEXT, lost INTEGER);
CREATE TABLE segments (segment INTEGER PRIMARY KEY, name TEXT, first INTEGER, last INTEGER, characters INTEGER,
    gone INTEGER);
CREATE TABLE retired (name TEXT PRIMARY KEY, since INTEGER) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, file INTEGER, id BLOB, path BLOB, ordinal INTEGER, format TEXT,
    date TEXT, time TEXT, headline TEXT, placing INTEGER, agent INTEGER, team TEXT, words INTEGER,
    paragraphs INTEGER, holding INTEGER, warnings INTEGER);
CREATE TABLE placings (placing INTEGER PRIMARY KEY, places TEXT UNIQUE, place TEXT, folded TEXT);
CREATE TABLE agencies (agent INTEGER PRIMARY KEY, key TEXT UNIQUE, agency TEXT, folded TEXT);
CREATE TABLE holdings (holding INTEGER PRIMARY KEY, has TEXT UNIQUE);
CREATE TABLE people (person INTEGER PRIMARY KEY, name TEXT UNIQUE, folded TEXT);
CREATE TABLE credits (person INTEGER, role INTEGER, number INTEGER, PRIMARY KEY (person, role, number)) WITHOUT ROWID;
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, stretches INTEGER) WITHOUT ROWID;
CREATE TABLE tallies (kind TEXT, label TEXT, articles INTEGER, PRIMARY KEY (kind, label)) WITHOUT ROWID;
"""
# Made when the first build has come to its end: a table is sorted once in less time than kept in order meanwhile.
INDEXES = """
CREATE INDEX IF NOT EXISTS files_directory ON files (directory);
CREATE INDEX IF NOT EXISTS problems_file ON problems (file);
CREATE INDEX IF NOT EXISTS articles_file ON articles (file);
CREATE INDEX IF NOT EXISTS articles_id ON articles (id);
CREATE INDEX IF NOT EXISTS articles_date ON articles (date);
CREATE INDEX IF NOT EXISTS articles_words ON articles (words);
CREATE INDEX IF NOT EXISTS articles_path ON articles (path, ordinal);
"""
