import Storage

extension Schema {
    static let ledger = Migration(
        14,
        "ledger",
        """
        ALTER TABLE signal ADD COLUMN rarity REAL;
        CREATE TABLE raised_signal (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            series_id TEXT REFERENCES series (id),
            strand TEXT NOT NULL,
            meaning TEXT NOT NULL,
            day INTEGER NOT NULL,
            words TEXT NOT NULL,
            state TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX raised_signal_unit ON raised_signal (unit_id);
        CREATE TABLE signal_handling (
            signal_id TEXT PRIMARY KEY,
            certainty TEXT,
            cause TEXT NOT NULL,
            response TEXT NOT NULL,
            owner TEXT,
            owner_id TEXT,
            check_day INTEGER
        ) STRICT;
        CREATE TABLE signal_step (
            signal_id TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            state TEXT NOT NULL,
            why TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (signal_id, sequence)
        ) STRICT;
        """
    )
}
