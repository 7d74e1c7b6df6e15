import Storage

extension Schema {
    static let theory = Migration(
        12,
        "theory",
        """
        CREATE TABLE programme (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            visibility TEXT NOT NULL,
            title TEXT NOT NULL,
            purpose TEXT NOT NULL,
            state TEXT NOT NULL,
            unbalanced TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX programme_unit ON programme (unit_id);
        CREATE TABLE theory_node (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES programme (id),
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            detail TEXT NOT NULL,
            position INTEGER NOT NULL,
            measure_id TEXT REFERENCES measure (id),
            target REAL,
            due_day INTEGER,
            removed INTEGER,
            removed_by TEXT,
            removed_reason TEXT
        ) STRICT;
        CREATE INDEX theory_node_programme ON theory_node (programme_id);
        CREATE TABLE theory_link (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES programme (id),
            from_id TEXT NOT NULL REFERENCES theory_node (id),
            to_id TEXT NOT NULL REFERENCES theory_node (id),
            because TEXT NOT NULL,
            assumptions TEXT NOT NULL,
            judgement TEXT,
            judgement_reason TEXT,
            judgement_by TEXT,
            judgement_instant INTEGER,
            removed INTEGER,
            removed_by TEXT,
            removed_reason TEXT
        ) STRICT;
        CREATE INDEX theory_link_programme ON theory_link (programme_id);
        CREATE TABLE theory_measure (
            node_id TEXT NOT NULL REFERENCES theory_node (id),
            measure_id TEXT NOT NULL REFERENCES measure (id),
            tag TEXT NOT NULL,
            PRIMARY KEY (node_id, measure_id)
        ) STRICT;
        """
    )

    /// What people attach to arrows: signals and stories by their ids, studies and documents by their words.
    static let evidence = Migration(
        19,
        "evidence",
        """
        CREATE TABLE theory_evidence (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES programme (id),
            link_id TEXT NOT NULL REFERENCES theory_link (id),
            kind TEXT NOT NULL,
            target_id TEXT,
            title TEXT NOT NULL,
            place TEXT NOT NULL,
            says TEXT NOT NULL,
            year INTEGER,
            bearing TEXT NOT NULL,
            why TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            removed INTEGER,
            removed_by TEXT,
            removed_reason TEXT
        ) STRICT;
        CREATE INDEX theory_evidence_programme ON theory_evidence (programme_id);
        CREATE INDEX theory_evidence_link ON theory_evidence (link_id);
        CREATE INDEX theory_evidence_target ON theory_evidence (target_id);
        """
    )
}
