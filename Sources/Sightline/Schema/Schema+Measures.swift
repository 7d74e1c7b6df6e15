import Storage

extension Schema {
    static let measures = Migration(
        2,
        "measures",
        """
        CREATE TABLE measure (
            id TEXT PRIMARY KEY,
            unit_id TEXT REFERENCES unit (id),
            visibility TEXT NOT NULL,
            key TEXT NOT NULL,
            title TEXT NOT NULL,
            why TEXT NOT NULL,
            domain TEXT NOT NULL,
            stakeholder TEXT NOT NULL,
            role TEXT NOT NULL,
            better TEXT NOT NULL,
            version INTEGER NOT NULL,
            source TEXT NOT NULL,
            licence TEXT NOT NULL,
            attribution TEXT NOT NULL,
            owner TEXT NOT NULL,
            next_review_day INTEGER,
            reporting_days INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX measure_key ON measure (COALESCE(unit_id, ''), key);
        CREATE TABLE measure_version (
            measure_id TEXT NOT NULL REFERENCES measure (id),
            version INTEGER NOT NULL,
            numerator TEXT NOT NULL,
            denominator TEXT,
            period TEXT NOT NULL,
            chart TEXT NOT NULL,
            rules TEXT NOT NULL,
            shift_length INTEGER,
            trend_length INTEGER,
            baseline INTEGER,
            minimum_points INTEGER NOT NULL,
            screens_moving_ranges INTEGER NOT NULL,
            multiplier REAL NOT NULL,
            value_unit TEXT NOT NULL,
            decimals INTEGER NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (measure_id, version)
        ) STRICT;
        CREATE TABLE retirement (
            measure_id TEXT NOT NULL REFERENCES measure (id),
            instant INTEGER NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            reason TEXT NOT NULL,
            withdrawn INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX retirement_in_force ON retirement (measure_id) WHERE withdrawn IS NULL;
        CREATE TABLE measure_target (
            measure_id TEXT NOT NULL REFERENCES measure (id),
            start_day INTEGER NOT NULL,
            value REAL NOT NULL,
            PRIMARY KEY (measure_id, start_day)
        ) STRICT;
        """
    )
}
