import Storage

extension Schema {
    /// Small numbers, and links that show a series to anyone.
    static let disclosure = Migration(
        11,
        "disclosure",
        """
        ALTER TABLE measure ADD COLUMN disclosure_threshold INTEGER;
        ALTER TABLE measure ADD COLUMN disclosure_zeros INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE measure ADD COLUMN disclosure_rounding INTEGER;
        CREATE TABLE outside_record (
            series_id TEXT PRIMARY KEY REFERENCES series (id),
            content BLOB NOT NULL
        ) STRICT;
        CREATE TABLE outside_status (
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
        CREATE TABLE public_link (
            id TEXT PRIMARY KEY,
            secret_hash TEXT NOT NULL UNIQUE,
            series_id TEXT NOT NULL REFERENCES series (id),
            measure_id TEXT NOT NULL REFERENCES measure (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            author TEXT NOT NULL,
            person_id TEXT,
            created INTEGER NOT NULL,
            expires INTEGER,
            revoked INTEGER
        ) STRICT;
        CREATE TABLE public_link_opening (
            link_id TEXT PRIMARY KEY REFERENCES public_link (id),
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX public_link_unit ON public_link (unit_id);
        CREATE INDEX public_link_series ON public_link (series_id);
        """
    )
}
