import Foundation

/// Files that hold one key of 32 bytes, raw or in base64, readable by their owner only.
public enum KeyFiles {
    /// Bytes of a key.
    public static let keyLength = 32

    /// Reads a key; refuses a file that others may read, and one that holds anything else.
    public static func read(_ path: String) throws(KeyFileError) -> [UInt8] {
        let bytes: Data
        do {
            let real = URL(filePath: path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: real)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw KeyFileError.unreadable(path, reason: "it is not a file")
            }
            let mode = (attributes[.posixPermissions] as? NSNumber)?.uint32Value ?? 0o777
            guard mode & 0o077 == 0 else { throw KeyFileError.exposed(path, mode: mode) }
            let file = try FileHandle(forReadingFrom: URL(filePath: real))
            defer { try? file.close() }
            // No key is longer; one byte more shows that the file is.
            bytes = try file.read(upToCount: 129) ?? Data()
        } catch let error as KeyFileError {
            throw error
        } catch {
            throw .unreadable(path, reason: KeyFiles.reason(error))
        }
        guard let key = key(of: Array(bytes)[...]) else { throw .malformed(path) }
        return key
    }

    /// Makes a new key and writes it in base64 to a file that must not exist yet.
    @discardableResult
    public static func create(_ path: String) throws(KeyFileError) -> [UInt8] {
        let key = (0..<keyLength).map { _ in UInt8.random(in: .min ... .max) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path, reason: reason(errno)) }
        defer { close(descriptor) }
        let line = Array((Data(key).base64EncodedString() + "\n").utf8)
        // The file's mode is set again, since a umask can only have taken rights away but the owner needs both.
        guard fchmod(descriptor, 0o600) == 0, write(descriptor, line, line.count) == line.count,
            fsync(descriptor) == 0
        else {
            let cause = errno
            unlink(path)
            throw .unwritable(path, reason: reason(cause))
        }
        return key
    }

    /// A key from a file's bytes: 32 of them as they are, or their base64 with or without a line's end.
    static func key(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
        if bytes.count == keyLength { return Array(bytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let data = Data(base64Encoded: trimmed), data.count == keyLength else { return nil }
        return Array(data)
    }

    /// Foundation's own words name the path a second time.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile: reason(ENOENT)
        case CocoaError.fileReadNoPermission: reason(EACCES)
        default: error.localizedDescription
        }
    }

    private static func reason(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
