import Exchange
import Foundation
import Testing

struct HeldOutputTests {
    private static let blocks = (0..<5).map { number in
        [UInt8](repeating: UInt8(ascii: "a") + number, count: 10)
    }
    private static let whole = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee"

    @Test(arguments: [0, 10, 25, 1000])
    func `a pipe gets everything in order once it is released, wherever it was held`(memoryLimit: Int) throws
    {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        var output = HeldOutput(to: descriptor, name: "pipe", memoryLimit: memoryLimit)
        for block in Self.blocks { try output.append(block[...]) }
        try output.discard()
        for block in Self.blocks { try output.append(block[...]) }
        try output.release()
        try pipe.fileHandleForWriting.close()
        #expect(
            String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self) == Self.whole
        )
    }

    @Test func `a file is cut back to what it held before`() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
        try Data("old".utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let handle = try FileHandle(forUpdating: url)
        try handle.seekToEnd()
        var output = HeldOutput(to: handle.fileDescriptor, name: "file")
        for block in Self.blocks { try output.append(block[...]) }
        try output.discard()
        #expect(try Data(contentsOf: url) == Data("old".utf8))
        try output.append(Self.blocks[0][...])
        try output.release()
        #expect(try Data(contentsOf: url) == Data("oldaaaaaaaaaa".utf8))
    }

    @Test func `a file that is written from its start on keeps what it holds until the release`() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
        try Data("old".utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let handle = try FileHandle(forUpdating: url)
        var output = HeldOutput(to: handle.fileDescriptor, name: "file")
        for block in Self.blocks { try output.append(block[...]) }
        #expect(try Data(contentsOf: url) == Data("old".utf8))
        try output.release()
        #expect(try Data(contentsOf: url) == Data(Self.whole.utf8))
    }
}
