extension KnownContexts {
    /// The words of Open Badges 3.0.3.
    static let openBadges303 = """
        @ob https://purl.imsglobal.org/spec/vc/ob/vocab.html#
        @schema https://schema.org/
        @xml https://www.w3.org/2001/XMLSchema#
        @jwt https://www.iana.org/assignments/jwt#
        protected
        id @id
        type @type
        Achievement ob:Achievement {
          protected
          id @id
          type @type
          achievementType ob:achievementType
          alignment ob:alignment container=set
          creator ob:creator
          creditsAvailable ob:creditsAvailable type=xml:float
          criteria ob:Criteria type=@id
          fieldOfStudy ob:fieldOfStudy
          humanCode ob:humanCode
          image ob:image type=@id
          inLanguage schema:inLanguage
          otherIdentifier ob:otherIdentifier container=set
          related ob:related container=set
          resultDescription ob:resultDescription container=set
          specialization ob:specialization
          tag schema:keywords container=set
          version ob:version
        }
        AchievementCredential OpenBadgeCredential
        AchievementSubject ob:AchievementSubject {
          protected
          id @id
          type @type
          achievement ob:achievement
          activityEndDate ob:activityEndDate type=xml:date
          activityStartDate ob:activityStartDate type=xml:date
          creditsEarned ob:creditsEarned type=xml:float
          identifier ob:identifier container=set
          image ob:image type=@id
          licenseNumber ob:licenseNumber
          result ob:result container=set
          role ob:role
          source ob:source type=@id
          term ob:term
        }
        Address ob:Address {
          protected
          id @id
          type @type
          addressCountry schema:addressCountry
          addressCountryCode ob:CountryCode
          addressLocality schema:addressLocality
          addressRegion schema:addressRegion
          geo ob:GeoCoordinates
          postalCode schema:postalCode
          postOfficeBoxNumber schema:postOfficeBoxNumber
          streetAddress schema:streetAddress
        }
        Alignment schema:AlignmentObject {
          protected
          id @id
          type @type
          targetCode ob:targetCode
          targetDescription schema:targetDescription
          targetFramework schema:targetFramework
          targetName schema:targetName
          targetType ob:targetType
          targetUrl schema:targetUrl type=xml:anyURI
        }
        alignment ob:alignment container=set
        awardedDate ob:awardedDate type=xsd:dateTime
        Criteria ob:Criteria
        description schema:description
        endorsement ob:endorsement container=set
        EndorsementCredential ob:EndorsementCredential
        endorsementJwt ob:endorsementJwt container=set
        EndorsementSubject ob:EndorsementSubject {
          protected
          id @id
          type @type
          endorsementComment ob:endorsementComment
        }
        Evidence ob:Evidence {
          protected
          id @id
          type @type
          audience schema:audience
          genre schema:genre
        }
        GeoCoordinates ob:GeoCoordinates {
          protected
          id @id
          type @type
          latitude schema:latitude
          longitude schema:longitude
        }
        IdentifierEntry ob:IdentifierEntry {
          protected
          id @id
          type @type
          identifier ob:identifier
          identifierType ob:identifierType
        }
        IdentityObject ob:IdentityObject {
          protected
          id @id
          type @type
          hashed ob:hashed type=xml:boolean
          identityHash ob:identityHash
          identityType ob:identityType
          salt ob:salt
        }
        Image ob:Image {
          protected
          id @id
          type @type
          caption schema:caption
        }
        image ob:image type=@id
        inLanguage schema:inLanguage
        jti jwt:jti type=@id
        name schema:name
        narrative ob:narrative
        OpenBadgeCredential ob:OpenBadgeCredential
        Profile ob:Profile {
          protected
          id @id
          type @type
          additionalName schema:additionalName
          address ob:address type=@id
          dateOfBirth ob:dateOfBirth type=xml:date
          email schema:email
          familyName schema:familyName
          familyNamePrefix ob:familyNamePrefix
          givenName schema:givenName
          honorificPrefix schema:honorificPrefix
          honorificSuffix schema:honorificSuffix
          image ob:image type=@id
          official ob:official
          otherIdentifier ob:otherIdentifier container=set
          parentOrg ob:parentOrg type=@id
          patronymicName ob:patronymicName
          phone ob:phone
        }
        Related ob:Related {
          protected
          id @id
          type @type
          inLanguage schema:inLanguage
          version ob:version
        }
        Result ob:Result {
          protected
          id @id
          type @type
          achievedLevel ob:achievedLevel type=xml:anyURI
          resultDescription ob:resultDescription type=xml:anyURI
          status ob:status
          value schema:value
        }
        ResultDescription ob:ResultDescription {
          protected
          id @id
          type @type
          allowedValue ob:allowedValue container=list
          requiredLevel ob:requiredLevel type=xml:anyURI
          requiredValue ob:requiredValue
          resultType ob:resultType
          rubricCriterionLevel ob:rubricCriterionLevel container=set
          valueMax ob:valueMax
          valueMin ob:valueMin
        }
        RubricCriterionLevel ob:RubricCriterionLevel {
          protected
          id @id
          type @type
          level ob:level
          points ob:points
        }
        url schema:url type=xml:anyURI
        """
}
