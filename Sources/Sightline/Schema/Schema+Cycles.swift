import Storage

extension Schema {
    static let cycles = Migration(
        13,
        "cycles",
        """
        CREATE TABLE cycle (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES programme (id),
            idea_id TEXT NOT NULL REFERENCES theory_node (id),
            previous_id TEXT REFERENCES cycle (id),
            number INTEGER NOT NULL,
            phase TEXT NOT NULL,
            question TEXT NOT NULL,
            measure_id TEXT REFERENCES measure (id),
            people INTEGER,
            days INTEGER,
            places INTEGER,
            plan_what TEXT NOT NULL,
            plan_who TEXT NOT NULL,
            plan_when TEXT NOT NULL,
            plan_where TEXT NOT NULL,
            level TEXT,
            population TEXT NOT NULL,
            needed TEXT NOT NULL,
            began_day INTEGER,
            locked INTEGER,
            happened TEXT NOT NULL,
            outcome TEXT,
            learned TEXT NOT NULL,
            decision TEXT,
            decision_reason TEXT NOT NULL,
            closed INTEGER,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            words TEXT NOT NULL
        ) STRICT;
        CREATE INDEX cycle_programme ON cycle (programme_id);
        CREATE INDEX cycle_idea ON cycle (idea_id);
        CREATE TABLE prediction (
            cycle_id TEXT NOT NULL REFERENCES cycle (id),
            version INTEGER NOT NULL,
            text TEXT NOT NULL,
            direction TEXT,
            size REAL,
            by_day INTEGER,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (cycle_id, version)
        ) STRICT;
        ALTER TABLE annotation ADD COLUMN cycle_id TEXT;
        """
    )
}
