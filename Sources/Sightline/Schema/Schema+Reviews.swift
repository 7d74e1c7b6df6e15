import Storage

extension Schema {
    static let reviews = Migration(
        16,
        "reviews",
        """
        CREATE TABLE review (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            kind TEXT NOT NULL,
            day INTEGER NOT NULL,
            present INTEGER,
            minutes INTEGER,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            closed INTEGER,
            closer TEXT,
            closer_id TEXT,
            bin_id TEXT
        ) STRICT;
        CREATE INDEX review_unit ON review (unit_id);
        CREATE TABLE review_note (
            review_id TEXT NOT NULL REFERENCES review (id),
            sequence INTEGER NOT NULL,
            is_addition INTEGER NOT NULL,
            text TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (review_id, sequence)
        ) STRICT;
        CREATE TABLE review_meaning (
            id TEXT PRIMARY KEY,
            review_id TEXT NOT NULL REFERENCES review (id),
            signal_id TEXT NOT NULL,
            series_id TEXT,
            measure_id TEXT,
            place_id TEXT NOT NULL,
            name TEXT NOT NULL,
            certainty TEXT NOT NULL,
            text TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            UNIQUE (review_id, signal_id)
        ) STRICT;
        CREATE INDEX review_meaning_signal ON review_meaning (signal_id);
        CREATE TABLE decision (
            id TEXT PRIMARY KEY,
            review_id TEXT NOT NULL REFERENCES review (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            expected TEXT NOT NULL,
            owner TEXT NOT NULL,
            owner_id TEXT,
            due_day INTEGER NOT NULL,
            signal_id TEXT,
            series_id TEXT,
            measure_id TEXT,
            place_id TEXT,
            programme_id TEXT,
            cycle_id TEXT,
            name TEXT NOT NULL,
            outcome TEXT,
            happened TEXT NOT NULL,
            minutes INTEGER,
            followed INTEGER,
            follower TEXT,
            follower_id TEXT,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            bin_id TEXT
        ) STRICT;
        CREATE INDEX decision_unit ON decision (unit_id);
        CREATE INDEX decision_review ON decision (review_id);
        CREATE INDEX decision_signal ON decision (signal_id);
        CREATE INDEX decision_cycle ON decision (cycle_id);
        CREATE TABLE review_line (
            review_id TEXT NOT NULL REFERENCES review (id),
            sequence INTEGER NOT NULL,
            part TEXT NOT NULL,
            text TEXT NOT NULL,
            signal_id TEXT,
            series_id TEXT,
            measure_id TEXT,
            place_id TEXT,
            programme_id TEXT,
            cycle_id TEXT,
            decision_id TEXT,
            PRIMARY KEY (review_id, sequence)
        ) STRICT;
        CREATE TABLE review_rhythm (
            unit_id TEXT NOT NULL REFERENCES unit (id),
            kind TEXT NOT NULL,
            is_held INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            week INTEGER NOT NULL,
            month INTEGER NOT NULL,
            PRIMARY KEY (unit_id, kind)
        ) STRICT;
        CREATE TABLE calendar_feed (
            id TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            secret_hash TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL,
            ended INTEGER
        ) STRICT;
        CREATE INDEX calendar_feed_account ON calendar_feed (account_id);
        CREATE TABLE reminder (
            decision_id TEXT NOT NULL REFERENCES decision (id),
            due_day INTEGER NOT NULL,
            kind TEXT NOT NULL,
            person_id TEXT NOT NULL,
            instant INTEGER NOT NULL,
            PRIMARY KEY (decision_id, due_day, kind, person_id)
        ) STRICT;
        """
    )
}
