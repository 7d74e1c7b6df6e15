import Storage

extension Schema {
    /// Pages that people write for others, the links that show them, and what was frozen of them.
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
        CREATE TABLE snapshot (
            id TEXT PRIMARY KEY,
            report_id TEXT NOT NULL REFERENCES report (id),
            title TEXT NOT NULL,
            summary TEXT NOT NULL,
            note TEXT NOT NULL,
            salt TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            bin_id TEXT REFERENCES bin (id)
        ) STRICT;
        CREATE INDEX snapshot_report ON snapshot (report_id);
        CREATE TABLE snapshot_part (
            snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
            position INTEGER NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            content TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (snapshot_id, position)
        ) STRICT;
        CREATE INDEX snapshot_part_subject ON snapshot_part (subject_id);
        CREATE INDEX report_link_unit ON report_link (unit_id);
        CREATE INDEX report_link_report ON report_link (report_id);
        """
    )
}
