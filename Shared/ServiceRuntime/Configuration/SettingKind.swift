import Foundation
import Logging

/// A way to read values of one type from text.
struct SettingKind<Value: Sendable>: Sendable {
    /// What a value is, in two or three words.
    let name: String
    let parse: @Sendable (String) throws(InvalidValue) -> Value

    /// The same, for a setting that may be left out.
    var optional: SettingKind<Value?> {
        let parse = parse
        return SettingKind<Value?>(name: name) { (text: String) throws(InvalidValue) in try parse(text) }
    }
}

extension SettingKind where Value == String {
    /// Any text that is not empty.
    static let text = SettingKind(name: "text") { (text: String) throws(InvalidValue) in
        guard !text.isEmpty else { throw InvalidValue("a text that is not empty") }
        return text
    }

    /// The path of a file.
    static let path = SettingKind(name: "file path") { (text: String) throws(InvalidValue) in
        guard !text.isEmpty, !text.contains("\0") else { throw InvalidValue("the path of a file") }
        return text
    }

    /// One of a few words.
    static func choice(_ words: [String]) -> SettingKind {
        SettingKind(name: words.joined(separator: ", ")) { (text: String) throws(InvalidValue) in
            guard words.contains(text) else { throw InvalidValue("one of \(words.joined(separator: ", "))") }
            return text
        }
    }

    /// An absolute http or https address without query; a slash at its end is dropped.
    static let baseURL = SettingKind(name: "http(s) address") { (text: String) throws(InvalidValue) in
        guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme),
            let host = parts.host, !host.isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil
        else { throw InvalidValue("an http or https address without query, such as https://guildhall.example") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

extension SettingKind where Value == Secret {
    /// A text never shown; it may be empty.
    static let secret = SettingKind(name: "text") { (text: String) in Secret(text) }
}

extension SettingKind where Value == Int {
    /// A whole number within bounds.
    static func integer(_ range: ClosedRange<Int>) -> SettingKind {
        SettingKind(name: "whole number") { (text: String) throws(InvalidValue) in
            guard let number = Int(text), range.contains(number) else {
                throw InvalidValue("a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }

    /// A TCP port.
    static let port = integer(1...65_535)
}

extension SettingKind where Value == Bool {
    /// True or false.
    static let flag = SettingKind(name: "true, false") { (text: String) throws(InvalidValue) in
        switch text {
        case "true": return true
        case "false": return false
        default: throw InvalidValue("true or false")
        }
    }
}

extension SettingKind where Value == Logger.Level {
    /// A level of log messages.
    static let level = SettingKind(name: Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")) {
        (text: String) throws(InvalidValue) in
        guard let level = Logger.Level(rawValue: text) else {
            throw InvalidValue("one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }
}
