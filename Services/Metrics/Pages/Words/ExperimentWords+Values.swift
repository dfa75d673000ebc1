import Pages

/// Values of a figure, by what it is measured in; what is not defined is a dash.
extension ExperimentWords {
    typealias Scale = OutcomeComparison.Scale

    /// A value, such as the mean of a variant.
    func value(_ value: Double?, _ scale: Scale) -> String {
        guard let value else { return LocalText.nothing }
        return scale == .share ? local.percent(value) : local.number(value, decimals: scale.decimals)
    }

    /// A difference with its sign, without its unit: that stands beside it.
    func difference(_ value: Double?, _ scale: Scale) -> String {
        guard let value else { return LocalText.nothing }
        return local.number(value * scale.factor, decimals: scale.decimals, isSigned: true)
    }

    /// How large a difference is, with its unit and without its sign.
    func amount(_ value: Double, _ scale: Scale) -> String {
        let number = local.number(abs(value) * scale.factor, decimals: scale.decimals)
        return switch scale {
        case .share, .points: self(.inPoints, number)
        case .incidents: self(.inIncidents, number)
        case .perDay: self(.inIncidentsPerDay, number)
        case .days: self(.inDays, number)
        }
    }

    /// What differences are measured in.
    func unit(_ scale: Scale) -> String {
        switch scale {
        case .share, .points: self(.unitPoints)
        case .incidents: self(.unitIncidents)
        case .perDay: self(.unitIncidentsPerDay)
        case .days: self(.unitDays)
        }
    }

    /// A difference as it stands on an axis.
    func tick(_ scale: Scale) -> @Sendable (Double) -> String {
        { [local] in local.shortest($0 * scale.factor) }
    }

    /// A value as it stands on an axis.
    func valueTick(_ scale: Scale) -> @Sendable (Double) -> String {
        { [local] in scale == .share ? local.percent($0, decimals: 0) : local.shortest($0) }
    }

    /// A probability as a percentage; one that is nearly sure is never told as sure.
    func chance(_ value: Double) -> String {
        value > 0.999 && value < 1 ? "> \(local.percent(0.999))" : local.percent(value)
    }
}

extension OutcomeComparison.Scale {
    /// What a difference is multiplied with before it is read.
    fileprivate var factor: Double { self == .share ? 100 : 1 }

    /// Decimals that are worth reading.
    fileprivate var decimals: Int {
        switch self {
        case .share, .points, .days: 1
        case .incidents: 2
        case .perDay: 4
        }
    }
}
