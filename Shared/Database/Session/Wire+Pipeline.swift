import CPostgreSQL

extension Wire {
    /// Sends all calls and a sync, and gathers all results.
    ///
    /// What lies between two syncs is one transaction unless it contains BEGIN or COMMIT, and after an error the
    /// server skips the rest (postgresql.org, libpq-pipeline-mode). Sending never waits: libpq keeps what the socket
    /// does not take, and it is sent while results are read, so that neither side can wait for the other for ever.
    func pipeline(_ calls: [Call], _ ending: Job.Ending) throws(DatabaseError) -> [Rows] {
        var gathering = Gathering(calls: calls)
        do throws(DatabaseError) {
            for (index, call) in calls.enumerated() {
                if case .commit = ending, index == calls.count - 1 { gathering.commitIsNext() }
                try send(call, index, &gathering)
            }
            if case .implicitCommit = ending { gathering.commitIsNext() }
            guard PQpipelineSync(connection) == 1 else { throw refused() }
            while true {
                try waitForResult()
                guard try gathering.take(PQgetResult(connection), on: self) else { break }
            }
        } catch {
            throw gathering.verdict(on: error)
        }
        if let failure = gathering.failure { throw failure }
        if case .commit = ending, gathering.rows.last?.command != "COMMIT" {
            throw DatabaseError(.aborted, "the transaction had failed before and was rolled back")
        }
        return gathering.rows
    }

    private func send(_ call: Call, _ index: Int, _ gathering: inout Gathering) throws(DatabaseError) {
        types.removeAll(keepingCapacity: true)
        for parameter in call.parameters { types.append(parameter.type.oid) }
        let known = prepared[call.statement] ?? gathering.preparing[call.statement]
        if known == nil, prepared.count + gathering.preparing.count < Wire.preparedLimit {
            guard
                PQsendPrepare(
                    connection, call.statement.name, call.statement.sql, Int32(clamping: types.count), types) == 1
            else { throw refused() }
            gathering.preparing[call.statement] = types
            gathering.expected.append(.prepare(index))
        }
        let isPrepared = known.map { $0 == types } ?? (gathering.preparing[call.statement] != nil)
        guard bind(call, isPrepared) == 1 else { throw refused() }
        gathering.expected.append(.rows(index))
    }

    private func bind(_ call: Call, _ isPrepared: Bool) -> Int32 {
        pointers.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        while formats.count < call.parameters.count { formats.append(1) }
        return withBytes(of: call.parameters, from: 0) {
            let count = Int32(clamping: call.parameters.count)
            // Parameters of other types than those it was prepared with: the server must parse the statement anew.
            return isPrepared
                ? PQsendQueryPrepared(connection, call.statement.name, count, pointers, lengths, formats, 1)
                : PQsendQueryParams(connection, call.statement.sql, count, types, pointers, lengths, formats, 1)
        }
    }

    /// Nests one scope a parameter, so that every pointer is good until libpq has copied what it points to.
    private func withBytes(of parameters: [Parameter], from index: Int, _ send: () -> Int32) -> Int32 {
        guard index < parameters.count else { return send() }
        guard let bytes = parameters[index].bytes else {
            pointers.append(nil)
            lengths.append(0)
            return withBytes(of: parameters, from: index + 1, send)
        }
        // A null pointer would mean null, where an empty value is meant.
        guard !bytes.isEmpty else {
            return "".withCString { empty in
                pointers.append(empty)
                lengths.append(0)
                return withBytes(of: parameters, from: index + 1, send)
            }
        }
        return bytes.withUnsafeBytes { buffer in
            pointers.append(buffer.baseAddress?.assumingMemoryBound(to: CChar.self))
            lengths.append(Int32(clamping: buffer.count))
            return withBytes(of: parameters, from: index + 1, send)
        }
    }
}
