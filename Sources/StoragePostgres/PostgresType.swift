/// The types that a column may have, by their numbers in PostgreSQL's catalogue (`pg_type.dat`).
enum PostgresType: UInt32 {
    case boolean = 16
    case bytes = 17
    case characterCode = 18
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case float4 = 700
    case float8 = 701
    case unknown = 705
    case paddedText = 1042
    case limitedText = 1043
    case numeric = 1700
}
