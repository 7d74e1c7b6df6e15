import Storage

extension Schema {
    /// Pages that people write for others, and the links that show them.
    static let reports = Migration(
        21,
        "reports",
        """
        CREATE TABLE report (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            visibility TEXT NOT NULL,
            title TEXT NOT NULL,
            summary TEXT NOT NULL,
            content TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            bin_id TEXT REFERENCES bin (id)
        ) STRICT;
        CREATE INDEX report_unit ON report (unit_id);
        ALTER TABLE bin ADD COLUMN report_id TEXT REFERENCES report (id);
        CREATE TABLE report_link (
            id TEXT PRIMARY KEY,
            secret_hash TEXT NOT NULL UNIQUE,
            report_id TEXT NOT NULL REFERENCES report (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            author TEXT NOT NULL,
            person_id TEXT,
            created INTEGER NOT NULL,
            expires INTEGER,
            revoked INTEGER
        ) STRICT;
        CREATE TABLE report_link_opening (
            link_id TEXT PRIMARY KEY REFERENCES report_link (id),
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX report_link_unit ON report_link (unit_id);
        CREATE INDEX report_link_report ON report_link (report_id);
        """
    )
}
