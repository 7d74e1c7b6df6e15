import Storage

extension Schema {
    static let units = Migration(
        1,
        "units",
        """
        CREATE TABLE unit (
            id TEXT PRIMARY KEY,
            parent_id TEXT REFERENCES unit (id),
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            code TEXT,
            folded_code TEXT UNIQUE
        ) STRICT;
        CREATE INDEX unit_parent ON unit (parent_id);
        CREATE TABLE unit_event (
            unit_id TEXT NOT NULL REFERENCES unit (id),
            sequence INTEGER NOT NULL,
            membership TEXT NOT NULL,
            day INTEGER NOT NULL,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (unit_id, sequence)
        ) STRICT;
        """
    )
}
