import Storage

extension Schema {
    static let imports = Migration(
        6,
        "imports",
        """
        CREATE TABLE pending_import (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            measure_id TEXT REFERENCES measure (id),
            is_for_whole_unit INTEGER NOT NULL,
            mode TEXT NOT NULL,
            reason TEXT NOT NULL,
            file_name TEXT NOT NULL,
            content BLOB NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX pending_import_instant ON pending_import (instant);
        """
    )
}
