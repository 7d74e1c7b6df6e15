import Sightline

extension Address {
    static func stories(_ unit: Unit.ID) -> [Segment] { ["units", Segment("unit", unit), "stories"] }

    static func story(_ unit: Unit.ID, _ story: Story.ID) -> [Segment] {
        stories(unit) + [Segment("story", story)]
    }
}
