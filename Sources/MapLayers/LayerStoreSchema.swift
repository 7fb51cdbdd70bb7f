internal import GRDB

/// The tables of a layer store.
enum LayerStoreSchema {
    static func create(in database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA application_id = \(LayerStore.applicationID);
                PRAGMA user_version = \(LayerStore.version);
                CREATE TABLE layer (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    designation TEXT NOT NULL,
                    title TEXT NOT NULL,
                    precision_kind TEXT NOT NULL CHECK (precision_kind IN ('exact', 'indicative')),
                    precision_width REAL,
                    coverage TEXT NOT NULL,
                    coverage_shape BLOB,
                    as_of TEXT,
                    licence TEXT NOT NULL CHECK (licence <> ''),
                    origin TEXT NOT NULL,
                    basis TEXT NOT NULL,
                    demo INTEGER NOT NULL,
                    hash TEXT NOT NULL,
                    features INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE feature (
                    layer INTEGER NOT NULL REFERENCES layer (number) ON DELETE CASCADE,
                    number INTEGER NOT NULL,
                    id TEXT NOT NULL,
                    name TEXT,
                    aliases TEXT NOT NULL,
                    attributes TEXT NOT NULL,
                    top REAL,
                    base REAL,
                    min_x REAL NOT NULL, min_y REAL NOT NULL, max_x REAL NOT NULL, max_y REAL NOT NULL,
                    PRIMARY KEY (layer, number),
                    UNIQUE (layer, id)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE piece (
                    number INTEGER PRIMARY KEY,
                    layer INTEGER NOT NULL REFERENCES layer (number) ON DELETE CASCADE,
                    feature INTEGER NOT NULL,
                    dimension INTEGER NOT NULL,
                    measure REAL NOT NULL,
                    is_full INTEGER NOT NULL,
                    min_x REAL NOT NULL, min_y REAL NOT NULL, max_x REAL NOT NULL, max_y REAL NOT NULL
                ) STRICT;
                CREATE INDEX piece_layer ON piece (layer);
                CREATE TABLE piece_geometry (
                    piece INTEGER PRIMARY KEY REFERENCES piece (number) ON DELETE CASCADE,
                    wkb BLOB NOT NULL
                ) STRICT;
                CREATE VIRTUAL TABLE piece_box USING rtree (piece, min_x, max_x, min_y, max_y);
                CREATE TRIGGER piece_gone AFTER DELETE ON piece BEGIN
                    DELETE FROM piece_box WHERE piece = old.number;
                END;
                """)
    }

    /// Adds the table of overviews to a store that has none: older ones are read without.
    static func addOverviews(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS overview (
                    layer INTEGER NOT NULL REFERENCES layer (number) ON DELETE CASCADE,
                    feature INTEGER NOT NULL,
                    tolerance REAL NOT NULL,
                    wkb BLOB NOT NULL,
                    PRIMARY KEY (layer, feature, tolerance)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
