/// Numbers as text, in the two forms that canonical documents know.
enum NumberForm {
    /// As ECMAScript's `Number.prototype.toString` writes it, which RFC 8785 adopts.
    static func ecmaScript(_ number: Double) -> String {
        guard number != 0 else { return "0" }
        let (digits, exponent) = shortest(number.magnitude)
        let sign = number < 0 ? "-" : ""
        let count = digits.count
        let point = exponent + 1
        let text: String
        switch point {
        case count...21: text = digits + String(repeating: "0", count: max(0, point - count))
        case 1...21: text = digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0: text = "0." + String(repeating: "0", count: -point) + digits
        default:
            let fraction = count > 1 ? "." + digits.dropFirst() : ""
            text = digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
        }
        return sign + text
    }

    /// The canonical lexical form of `xsd:double`, rounded to 15 places as JSON-LD asks for.
    static func xsdDouble(_ number: Double) -> String {
        guard number != 0 else { return number.sign == .minus ? "-0.0E0" : "0.0E0" }
        var (digits, exponent) = shortest(number.magnitude)
        if digits.count > 16 { (digits, exponent) = rounded(digits, exponent) }
        let fraction = digits.count > 1 ? String(digits.dropFirst()) : "0"
        return (number < 0 ? "-" : "") + digits.prefix(1) + "." + fraction + "E" + String(exponent)
    }

    /// The fewest digits that name a number, and the power of ten of the first one.
    private static func shortest(_ number: Double) -> (digits: String, exponent: Int) {
        let parts = "\(number)".split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(halves[0])
        let fraction = halves.count > 1 ? String(halves[1]) : ""
        var digits = whole + fraction
        exponent += whole.count - 1
        let zeros = digits.prefix { $0 == "0" }.count
        digits.removeFirst(min(zeros, digits.count - 1))
        exponent -= zeros
        while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        return (digits, exponent)
    }

    private static func rounded(_ digits: String, _ exponent: Int) -> (String, Int) {
        var figures = digits.utf8.prefix(16).map { $0 - UInt8(ascii: "0") }
        var exponent = exponent
        if Array(digits.utf8)[16] >= UInt8(ascii: "5") {
            var index = figures.count - 1
            while index >= 0, figures[index] == 9 {
                figures[index] = 0
                index -= 1
            }
            if index >= 0 {
                figures[index] += 1
            } else {
                figures.insert(1, at: 0)
                exponent += 1
            }
        }
        while figures.count > 1, figures.last == 0 { figures.removeLast() }
        return (figures.map(String.init).joined(), exponent)
    }
}
