import Storage

extension Schema {
    static let audit = Migration(
        7,
        "audit",
        """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            instant INTEGER NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            origin TEXT NOT NULL,
            act TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            subject_name TEXT NOT NULL,
            unit_id TEXT,
            measure_id TEXT,
            changes TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_unit ON audit (unit_id, sequence);
        """
    )
}
