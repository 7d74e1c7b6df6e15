import Storage

extension Schema {
    /// Stories with the consents to them, and what speaks for an arrow of a theory besides cycles.
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
        CREATE TABLE link_evidence (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
            link_id TEXT NOT NULL REFERENCES theory_link (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            subject_id TEXT,
            title TEXT NOT NULL,
            place TEXT NOT NULL,
            found TEXT NOT NULL,
            verdict TEXT NOT NULL,
            why TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            removed INTEGER,
            removed_by TEXT,
            removed_reason TEXT
        ) STRICT;
        CREATE INDEX link_evidence_programme ON link_evidence (programme_id);
        """
    )
}
