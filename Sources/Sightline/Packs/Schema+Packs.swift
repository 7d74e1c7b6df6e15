import Storage

extension Schema {
    /// Packs with their versions, the links to them, and which measures were made from them.
    static let packs = Migration(
        20,
        "packs",
        """
        CREATE TABLE pack (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            name TEXT NOT NULL,
            visibility TEXT NOT NULL,
            version INTEGER NOT NULL,
            bin_id TEXT REFERENCES bin (id)
        ) STRICT;
        CREATE UNIQUE INDEX pack_name ON pack (unit_id, name);
        CREATE TABLE pack_version (
            pack_id TEXT NOT NULL REFERENCES pack (id),
            version INTEGER NOT NULL,
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            purpose TEXT NOT NULL,
            written_by TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            reviewed_day INTEGER,
            next_review_day INTEGER,
            licence TEXT NOT NULL,
            source TEXT NOT NULL,
            measure_count INTEGER NOT NULL,
            content TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (pack_id, version)
        ) STRICT;
        CREATE TABLE pack_use (
            measure_id TEXT PRIMARY KEY REFERENCES measure (id),
            pack_id TEXT NOT NULL REFERENCES pack (id),
            version INTEGER NOT NULL,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX pack_use_pack ON pack_use (pack_id);
        CREATE TABLE pack_link (
            id TEXT PRIMARY KEY,
            secret_hash TEXT NOT NULL UNIQUE,
            pack_id TEXT NOT NULL REFERENCES pack (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            author TEXT NOT NULL,
            person_id TEXT,
            created INTEGER NOT NULL,
            expires INTEGER,
            revoked INTEGER
        ) STRICT;
        CREATE TABLE pack_link_opening (
            link_id TEXT PRIMARY KEY REFERENCES pack_link (id),
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX pack_link_unit ON pack_link (unit_id);
        CREATE INDEX pack_link_pack ON pack_link (pack_id);
        """
    )
}
