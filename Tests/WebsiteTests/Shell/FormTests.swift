import Testing
import Website

struct FormTests {
    struct Field: Sendable {
        let body: String
        let value: String
    }

    @Test(arguments: [
        Field(body: "name=Ward+7", value: "Ward 7"),
        Field(body: "name=%C3%85ngstr%C3%B6m", value: "Ångström"),
        Field(body: "name=a%26b%3Dc", value: "a&b=c"),
        Field(body: "name=a=b", value: "a=b"),
        Field(body: "name=++spaced++", value: "spaced"),
        Field(body: "name=%20+%0D%0A", value: ""),
        Field(body: "name", value: ""),
        Field(body: "other=1&&name=2", value: "2"),
        Field(body: "", value: ""),
    ])
    func `a field is what was typed, without the white space around it`(field: Field) throws {
        #expect(try Form(urlEncoded: field.body.utf8)["name"] == field.value)
    }

    @Test(arguments: ["name=%", "name=%4", "name=%zz", "name=%FF%FE", "%C3=1"])
    func `a form that is wrongly encoded is refused`(body: String) {
        #expect(throws: Failure.self) { try Form(urlEncoded: body.utf8) }
    }

    @Test func `a form with too many fields is refused`() {
        let body = String(repeating: "a=1&", count: Limits.formFields + 1)
        #expect(throws: Failure.badRequest("The form has too many fields.")) {
            try Form(urlEncoded: body.utf8)
        }
    }

    @Test func `a field that is there several times keeps every value`() throws {
        let form = try Form(urlEncoded: "unit=1&unit=2".utf8)
        #expect(form.all("unit") == ["1", "2"])
        #expect(form["unit"] == "1")
    }

    @Test(arguments: ["a b&c=d", "+%/?#", "Ünïcode ✓", ""])
    func `what a query carries is read back as it was`(text: String) throws {
        let path = Address.units.path(["q": text])
        let query = try #require(path.split(separator: "?").last)
        #expect(try Form(urlEncoded: query.utf8)["q"] == text)
    }
}
