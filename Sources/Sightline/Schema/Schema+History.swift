import Storage

extension Schema {
    /// What was thrown away, what things said before, and what was typed and not sent.
    static let history = Migration(
        10,
        "history",
        """
        CREATE TABLE bin (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            name TEXT NOT NULL,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            measure_id TEXT REFERENCES measure (id),
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            purged INTEGER
        ) STRICT;
        CREATE INDEX bin_unit ON bin (unit_id);
        CREATE INDEX bin_instant ON bin (instant);
        ALTER TABLE unit ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE measure ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE series ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE phase ADD COLUMN bin_id TEXT REFERENCES bin (id);
        ALTER TABLE annotation ADD COLUMN bin_id TEXT REFERENCES bin (id);
        CREATE TABLE revision (
            kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            content TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER,
            PRIMARY KEY (kind, subject_id, number)
        ) STRICT;
        CREATE TABLE draft (
            secret_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            action TEXT NOT NULL,
            page TEXT NOT NULL,
            content TEXT NOT NULL,
            had_file INTEGER NOT NULL,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX draft_account ON draft (account_id, instant);
        CREATE INDEX audit_subject ON audit (subject_id, sequence);
        """
    )
}
