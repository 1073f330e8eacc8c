package rw.ishemalink.identity.kyc;

/** Papers by which a person is identified. */
public enum IdentityDocumentKind {
    NATIONAL_ID,
    PASSPORT,
    REFUGEE_ID,
    FOREIGNER_ID
}
