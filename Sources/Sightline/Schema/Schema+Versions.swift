import Storage

extension Schema {
    /// Programmes and cycles that were thrown away, and links that show a theory.
    static let versions = Migration(
        15,
        "versions",
        """
        ALTER TABLE programme ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE cycle ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE bin ADD COLUMN programme_id TEXT REFERENCES programme (id);
        CREATE TABLE programme_link (
            id TEXT PRIMARY KEY,
            secret_hash TEXT NOT NULL UNIQUE,
            programme_id TEXT NOT NULL REFERENCES programme (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            author TEXT NOT NULL,
            person_id TEXT,
            created INTEGER NOT NULL,
            expires INTEGER,
            revoked INTEGER
        ) STRICT;
        CREATE TABLE programme_link_opening (
            link_id TEXT PRIMARY KEY REFERENCES programme_link (id),
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX programme_link_unit ON programme_link (unit_id);
        CREATE INDEX programme_link_programme ON programme_link (programme_id);
        """
    )
}
