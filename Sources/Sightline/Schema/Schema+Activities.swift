import Storage

extension Schema {
    /// What leaders did together to grow.
    static let activities = Migration(
        22,
        "activities",
        """
        CREATE TABLE activity (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            level TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            purpose TEXT NOT NULL,
            participants INTEGER,
            bin_id TEXT REFERENCES bin (id)
        ) STRICT;
        CREATE INDEX activity_unit ON activity (unit_id);
        """
    )
}
