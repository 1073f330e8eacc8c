package rw.ishemalink.identity.fleet;

/** What a driver shows. */
public enum DriverDocumentKind {
    DRIVING_LICENCE,
    NATIONAL_ID,
    /** RURA's, of the driver or the vehicle. */
    AUTHORISATION,
    INSURANCE,
    /** The certificate of the technical inspection. */
    INSPECTION
}
