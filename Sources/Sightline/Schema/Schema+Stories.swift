import Storage

extension Schema {
    /// Stories and learning notes, with the consents to them.
    static let stories = Migration(
        17,
        "stories",
        """
        CREATE TABLE story (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            programme_id TEXT REFERENCES programme (id) ON DELETE SET NULL,
            cycle_id TEXT REFERENCES cycle (id) ON DELETE SET NULL,
            kind TEXT NOT NULL,
            visibility TEXT NOT NULL,
            title TEXT NOT NULL,
            day INTEGER NOT NULL,
            changed TEXT NOT NULL,
            matters TEXT NOT NULL,
            chosen_by TEXT NOT NULL,
            chosen_because TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            bin_id TEXT REFERENCES bin (id)
        ) STRICT;
        CREATE INDEX story_unit ON story (unit_id);
        CREATE INDEX story_programme ON story (programme_id);
        CREATE TABLE story_consent (
            id TEXT PRIMARY KEY,
            story_id TEXT NOT NULL REFERENCES story (id),
            who TEXT NOT NULL,
            audience TEXT NOT NULL,
            day INTEGER NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            withdrawn INTEGER,
            withdrawn_by TEXT,
            withdrawn_reason TEXT
        ) STRICT;
        CREATE INDEX story_consent_story ON story_consent (story_id);
        """
    )
}
