extension KnownContexts {
    /// The words of 1EdTech's extensions.
    static let openBadgesExtensions = """
        @vccs https://purl.imsglobal.org/spec/vccs/v1p0/context.json#
        @vcrl https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#
        @vccr https://purl.imsglobal.org/spec/vccr/v1p0/context.json#
        id @id
        type @type
        1EdTechCredentialRefresh vccr:1EdTechCredentialRefresh
        1EdTechJsonSchemaValidator2019 vccs:1EdTechJsonSchemaValidator2019
        1EdTechRevocationList vcrl:1EdTechRevocationList
        """
}
