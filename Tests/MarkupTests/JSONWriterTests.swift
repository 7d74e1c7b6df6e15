import Foundation
import Markup
import Testing

struct JSONWriterTests {
    @Test func `objects and arrays nest with commas where they belong`() {
        var json = JSONWriter()
        json.object { json in
            json.key("points")
            json.array { json in
                json.value(1)
                json.value(2.5)
                json.object { _ in }
                json.array { _ in }
            }
            json.key(text: "a \"key\"")
            json.value(nil as String?)
            json.key("flag")
            json.value(true)
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"points":[1,2.5,{},[]],"a \"key\"":null,"flag":true}"#
        )
    }

    @Test func `numbers that JSON can't hold are null`() {
        var json = JSONWriter()
        json.array { json in
            for value in [Double.nan, .infinity, -.infinity, 1e300] { json.value(value) }
            json.value(nil as Double?)
            json.value(nil as Int?)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[null,null,null,1e+300,null,null]")
    }

    @Test(arguments: [
        "plain", "", "\"\\/\u{8}\u{c}\n\r\t", "\u{0}\u{1f}\u{10}\u{b}", "Môn 🙂 \u{2028}", "<script>",
        "\u{7f}",
    ])
    func `any text reads back`(text: String) throws {
        var json = JSONWriter()
        json.array { $0.value(text) }
        let read = try JSONDecoder().decode([String].self, from: Data(json.bytes))
        #expect(read == [text])
    }

    @Test func `an array can be taken in pieces`() {
        var json = JSONWriter()
        var whole: [UInt8] = []
        json.array { json in
            for number in 1...3 {
                json.value(number)
                whole += json.take()
            }
        }
        whole += json.take()
        #expect(String(decoding: whole, as: UTF8.self) == "[1,2,3]")
    }
}
