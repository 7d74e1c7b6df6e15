import Storage

extension Schema {
    static let signals = Migration(
        4,
        "signals",
        """
        CREATE TABLE signal (
            id TEXT PRIMARY KEY,
            series_id TEXT NOT NULL REFERENCES series (id),
            rule TEXT NOT NULL,
            side TEXT,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            completed_day INTEGER NOT NULL,
            rules TEXT NOT NULL,
            rules_version INTEGER NOT NULL,
            meaning TEXT NOT NULL,
            chance REAL,
            first_edition INTEGER NOT NULL,
            found INTEGER NOT NULL,
            state TEXT NOT NULL,
            is_withdrawn INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX signal_series ON signal (series_id);
        CREATE TABLE status (
            series_id TEXT PRIMARY KEY REFERENCES series (id),
            edition INTEGER NOT NULL,
            points INTEGER NOT NULL,
            first_day INTEGER,
            latest_day INTEGER,
            latest_value REAL,
            centre_line REAL,
            lower_limit REAL,
            upper_limit REAL,
            target REAL,
            variation TEXT NOT NULL,
            assurance TEXT NOT NULL,
            signalling_points INTEGER NOT NULL,
            last_signal_day INTEGER,
            signal_since INTEGER,
            signal_rule TEXT,
            due_day INTEGER,
            chance_of_any REAL,
            chance_of_latest REAL,
            sentence TEXT NOT NULL,
            spark BLOB NOT NULL
        ) STRICT;
        """
    )

    /// When signals were withdrawn.
    static let withdrawals = Migration(
        23,
        "withdrawals",
        """
        ALTER TABLE signal ADD COLUMN withdrawn INTEGER;
        """
    )
}
