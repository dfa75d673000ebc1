extension TextRule {
    /// What is wrong with a text, or nil.
    ///
    /// `isWhole` says that the message needs no ending that tells what was found.
    func problem(_ text: String) -> (message: String, isWhole: Bool)? {
        switch form {
        case .free, .jsonObject:
            let count = text.unicodeScalars.count
            if !length.contains(count) { return (lengthMessage(count), true) }
            if text.utf8.contains(0) { return ("must not hold the character U+0000, which cannot be stored", true) }
            guard form == .jsonObject else { return nil }
            return jsonProblem(Array(text.utf8)).map { ($0, true) }
        case .currency:
            let good = text.utf8.count == 3 && text.utf8.allSatisfy(isCapital)
            return good ? nil : ("must be three capital letters of ISO 4217", false)
        case .country:
            let good = text.utf8.count == 2 && text.utf8.allSatisfy(isCapital)
            return good ? nil : ("must be two capital letters of ISO 3166-1", false)
        case .language:
            return isLanguage(Array(text.utf8)) ? nil : ("must be a language tag of BCP 47 such as \"en-US\"", false)
        }
    }

    private func lengthMessage(_ count: Int) -> String {
        if count == 0 { return "must not be empty" }
        if length.lowerBound <= 1 { return "must have at most \(length.upperBound) characters, found \(count)" }
        return "must have \(length.lowerBound) to \(length.upperBound) characters, found \(count)"
    }

    private func jsonProblem(_ utf8: [UInt8]) -> String? {
        utf8.withUnsafeBufferPointer { bytes -> String? in
            do throws(JSONSyntaxError) {
                let index = try JSONIndexer.index(bytes, depthLimit: EnvelopeLimits.standard.depth)
                if index.nodes[0].kind != .object { return "must be a JSON object as text" }
                return index.faults.first.map { "must be a JSON object as text: something in it \($0.message)" }
            } catch {
                return "must be a JSON object as text: it \(error.sentence)"
            }
        }
    }

    private func isLanguage(_ utf8: [UInt8]) -> Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard length.contains(utf8.count), let first = parts.first, (2...8).contains(first.count),
            first.allSatisfy(isLetter)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || $0 &- UInt8(ascii: "0") < 10 }
        }
    }

    private func isCapital(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "A") < 26
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}

extension TextRule.Form {
    /// The regular expression of the form, where it has one.
    var pattern: String? {
        switch self {
        case .free, .jsonObject: nil
        case .currency: "^[A-Z]{3}$"
        case .country: "^[A-Z]{2}$"
        case .language: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
        }
    }
}
