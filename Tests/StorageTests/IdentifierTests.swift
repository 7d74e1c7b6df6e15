import Storage
import Testing

struct IdentifierTests {
    enum Unit {}

    /// Gives the same bits again and again.
    struct Fixed: RandomNumberGenerator {
        let bits: UInt64
        mutating func next() -> UInt64 { bits }
    }

    @Test func `an id holds time, version and variant where RFC 9562 says`() {
        // The RFC's example, appendix A.6: 0x017F22E279B0 milliseconds, random 0xCC3 and 0x18C4DC0C0C07398F.
        var generator = Fixed(bits: 0x18C4_DC0C_0C07_398F << 2)
        let microseconds = Int64(0x017F_22E2_79B0) * 1000 + 798
        let id = UUIDv7(microseconds: microseconds, using: &generator)
        #expect(id.description == "017f22e2-79b0-7cc4-98c4-dc0c0c07398f")
    }

    @Test func `ids sort by time, as values and as texts`() {
        var generator = SystemRandomNumberGenerator()
        let ids = (0..<5000).map { step in
            Identifier<Unit>(microseconds: 1_700_000_000_000_000 + step * 7, using: &generator)
        }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test func `the text form reads back, in either case`() {
        var generator = SystemRandomNumberGenerator()
        for step in 0..<1000 {
            let id = Identifier<Unit>(microseconds: Int64(step) * 123_456_789_123, using: &generator)
            #expect(Identifier<Unit>(id.description) == id)
            #expect(Identifier<Unit>(id.description.uppercased()) == id)
        }
    }

    @Test func `an instant before 1970 counts as 1970`() {
        var generator = Fixed(bits: 0)
        let id = UUIDv7(microseconds: -5, using: &generator)
        #expect(id.description == "00000000-0000-7000-8000-000000000000")
    }

    @Test(arguments: [
        "", "017f22e2", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
        "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4+dc0c0c07398f",
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
        "g17f22e2-79b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c0739é",
    ])
    func `anything else is no id`(text: String) {
        #expect(Identifier<Unit>(text) == nil)
    }
}
