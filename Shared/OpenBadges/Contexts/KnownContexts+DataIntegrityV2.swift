extension KnownContexts {
    /// The words of Data Integrity.
    static let dataIntegrityV2 = """
        @sec https://w3id.org/security#
        @xsd1 http://www.w3.org/2001/XMLSchema#
        @dc http://purl.org/dc/terms/
        protected
        id @id
        type @type
        DataIntegrityProof sec:DataIntegrityProof {
          protected
          id @id
          type @type
          challenge sec:challenge
          created dc:created type=xsd1:dateTime
          cryptosuite sec:cryptosuite type=sec:cryptosuiteString
          domain sec:domain
          expires sec:expiration type=xsd1:dateTime
          nonce sec:nonce
          previousProof sec:previousProof type=@id
          proofPurpose sec:proofPurpose type=@vocab {
            protected
            id @id
            type @type
            assertionMethod sec:assertionMethod type=@id container=set
            authentication sec:authenticationMethod type=@id container=set
            capabilityDelegation sec:capabilityDelegationMethod type=@id container=set
            capabilityInvocation sec:capabilityInvocationMethod type=@id container=set
            keyAgreement sec:keyAgreementMethod type=@id container=set
          }
          proofValue sec:proofValue type=sec:multibase
          verificationMethod sec:verificationMethod type=@id
        }
        proof sec:proof type=@id container=graph
        """
}
