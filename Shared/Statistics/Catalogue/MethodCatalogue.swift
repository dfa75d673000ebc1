/// Every method under its name.
public enum MethodCatalogue {
    /// The methods in the order in which they are documented.
    public static let all: [CataloguedMethod] = [
        CataloguedMethod(TwoProportion.self),
        CataloguedMethod(WilsonInterval.self),
        CataloguedMethod(FisherExact.self),
        CataloguedMethod(WelchT.self),
        CataloguedMethod(MannWhitney.self),
        CataloguedMethod(SampleSizeProportions.self),
        CataloguedMethod(PowerProportions.self),
        CataloguedMethod(SampleSizeMeans.self),
        CataloguedMethod(Cuped.self),
        CataloguedMethod(PrePostDifference.self),
        CataloguedMethod(SampleRatioMismatch.self),
        CataloguedMethod(MultipleTesting.self),
        CataloguedMethod(MixtureSequentialTest.self),
        CataloguedMethod(KaplanMeier.self),
        CataloguedMethod(LogRank.self),
        CataloguedMethod(ItemAnalysis.self),
        CataloguedMethod(PointBiserial.self),
        CataloguedMethod(CohenKappa.self),
        CataloguedMethod(FleissKappa.self),
        CataloguedMethod(AngoffCutScore.self),
        CataloguedMethod(AdverseImpact.self),
        CataloguedMethod(Quantiles.self),
        CataloguedMethod(CoefficientOfVariation.self),
    ]

    /// The method of a name.
    public static func find(_ name: String) -> CataloguedMethod? {
        all.first { $0.description.name == name }
    }
}
