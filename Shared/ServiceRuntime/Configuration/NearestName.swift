/// Finds the name somebody probably meant.
enum NearestName {
    /// "; did you mean …?" when a name is near enough, otherwise nothing.
    static func hint(for name: String, among names: some Sequence<String>) -> String {
        let nearest = names.map { (name: $0, distance: distance(name, $0)) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let nearest, nearest.distance <= max(2, name.count / 4) else { return "" }
        return "; did you mean \(nearest.name)?"
    }

    /// The number of characters to insert, delete or replace.
    static func distance(_ left: String, _ right: String) -> Int {
        let target = Array(right)
        var row = Array(0...target.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in target.indices {
                let replaced = diagonal + (character == target[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[target.count]
    }
}
