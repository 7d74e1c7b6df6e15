import DatabaseTestSupport
import Storage
import Testing

struct SchemaDescriptionTests {
    @Test(arguments: TestEngine.available)
    func `a schema reads the same on each engine`(engine: TestEngine) async throws {
        let schema = Migration(
            1,
            "everything",
            """
            CREATE TABLE units (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE series (
                id TEXT NOT NULL,
                version INTEGER NOT NULL,
                unit INTEGER NOT NULL REFERENCES units,
                latest REAL,
                content BLOB,
                PRIMARY KEY (id, version)
            ) STRICT;
            CREATE INDEX series_by_unit ON series (unit, latest);
            """
        )
        try await engine.withDatabase([schema]) { database in
            let markdown = try await database.read { try SchemaDescription($0).markdown }
            #expect(
                markdown == """
                    ## series

                    - `id`: text
                    - `version`: integer
                    - `unit`: integer, refers to `units.number`
                    - `latest`: real, may be null
                    - `content`: blob, may be null
                    - primary key: `id`, `version`
                    - index: `unit`, `latest`

                    ## units

                    - `number`: integer
                    - `name`: text
                    - unique: `name`
                    - primary key: `number`

                    """
            )
        }
    }

    @Test(arguments: TestEngine.available)
    func `a database without tables has an empty description`(engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let markdown = try await database.read { try SchemaDescription($0).markdown }
            #expect(markdown == "")
        }
    }
}
