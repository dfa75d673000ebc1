extension KnownContexts {
    /// The words of Verifiable Credentials 2.0.
    static let credentialsV2 = """
        @schema https://schema.org/
        @cred https://www.w3.org/2018/credentials#
        @status https://www.w3.org/ns/credentials/status#
        @sec https://w3id.org/security#
        @xml https://www.w3.org/2001/XMLSchema#
        @xsd1 http://www.w3.org/2001/XMLSchema#
        @jwt https://www.iana.org/assignments/jwt#
        @jose https://www.iana.org/assignments/jose#
        @dc http://purl.org/dc/terms/
        protected
        id @id
        type @type
        ... jwt:...
        _sd jwt:_sd type=@json
        _sd_alg jwt:_sd_alg
        aud jwt:aud type=@id
        BitstringStatusList status:BitstringStatusList {
          protected
          id @id
          type @type
          encodedList status:encodedList type=sec:multibase
          statusPurpose status:statusPurpose
          ttl status:ttl
        }
        BitstringStatusListCredential status:BitstringStatusListCredential
        BitstringStatusListEntry status:BitstringStatusListEntry {
          protected
          id @id
          type @type
          statusListCredential status:statusListCredential type=@id
          statusListIndex status:statusListIndex
          statusMessage status:statusMessage {
            protected
            id @id
            type @type
            message status:message
            status status:status
          }
          statusPurpose status:statusPurpose
          statusReference status:statusReference type=@id
          statusSize status:statusSize type=xml:integer
        }
        cnf jwt:cnf {
          protected
          jwk jwt:jwk type=@json
          kid jwt:kid type=@id
        }
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
        description schema:description
        digestMultibase sec:digestMultibase type=sec:multibase
        digestSRI cred:digestSRI type=cred:sriString
        EnvelopedVerifiableCredential cred:EnvelopedVerifiableCredential
        EnvelopedVerifiablePresentation cred:EnvelopedVerifiablePresentation
        exp jwt:exp type=xml:nonNegativeInteger
        iat jwt:iat type=xml:nonNegativeInteger
        iss jose:iss type=@id
        jku jose:jku type=@id
        JsonSchema cred:JsonSchema {
          protected
          id @id
          type @type
          jsonSchema cred:jsonSchema type=@json
        }
        JsonSchemaCredential cred:JsonSchemaCredential
        kid jose:kid type=@id
        mediaType schema:encodingFormat
        name schema:name
        nbf jwt:nbf type=xml:nonNegativeInteger
        sub jose:sub type=@id
        VerifiableCredential cred:VerifiableCredential {
          protected
          id @id
          type @type
          confidenceMethod cred:confidenceMethod type=@id
          credentialSchema cred:credentialSchema type=@id
          credentialStatus cred:credentialStatus type=@id
          credentialSubject cred:credentialSubject type=@id
          description schema:description
          evidence cred:evidence type=@id
          issuer cred:issuer type=@id
          name schema:name
          proof sec:proof type=@id container=graph
          refreshService cred:refreshService type=@id
          relatedResource cred:relatedResource type=@id
          renderMethod cred:renderMethod type=@id
          termsOfUse cred:termsOfUse type=@id
          validFrom cred:validFrom type=xsd1:dateTime
          validUntil cred:validUntil type=xsd1:dateTime
        }
        VerifiablePresentation cred:VerifiablePresentation {
          protected
          id @id
          type @type
          holder cred:holder type=@id
          proof sec:proof type=@id container=graph
          termsOfUse cred:termsOfUse type=@id
          verifiableCredential cred:verifiableCredential type=@id container=graph context=null
        }
        x5u jose:x5u type=@id
        """
}
