import Storage

extension Schema {
    static let series = Migration(
        3,
        "series",
        """
        CREATE TABLE recording (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            reason TEXT NOT NULL,
            file_name TEXT,
            file_sha256 TEXT,
            file_rows INTEGER,
            appended INTEGER NOT NULL,
            revised INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            series_count INTEGER NOT NULL,
            undone_by TEXT REFERENCES recording (id)
        ) STRICT;
        CREATE INDEX recording_file ON recording (file_sha256);
        CREATE INDEX recording_instant ON recording (instant);
        CREATE TABLE series (
            id TEXT PRIMARY KEY,
            measure_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            group_name TEXT NOT NULL,
            edition INTEGER NOT NULL,
            UNIQUE (measure_id, version, unit_id, group_name),
            FOREIGN KEY (measure_id, version) REFERENCES measure_version (measure_id, version)
        ) STRICT;
        CREATE INDEX series_unit ON series (unit_id);
        CREATE TABLE edition (
            series_id TEXT NOT NULL REFERENCES series (id),
            number INTEGER NOT NULL,
            recording_id TEXT NOT NULL REFERENCES recording (id),
            sha256 TEXT NOT NULL,
            observations INTEGER NOT NULL,
            appended INTEGER NOT NULL,
            revised INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            restores INTEGER,
            base INTEGER,
            kept INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (series_id, number)
        ) STRICT;
        CREATE INDEX edition_recording ON edition (recording_id);
        CREATE TABLE phase (
            id TEXT PRIMARY KEY,
            series_id TEXT NOT NULL REFERENCES series (id),
            start_day INTEGER NOT NULL,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            withdrawn INTEGER
        ) STRICT;
        CREATE INDEX phase_series ON phase (series_id);
        CREATE TABLE annotation (
            id TEXT PRIMARY KEY,
            series_id TEXT NOT NULL REFERENCES series (id),
            day INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            withdrawn INTEGER
        ) STRICT;
        CREATE INDEX annotation_series ON annotation (series_id);
        """
    )
}
