package rw.ishemalink.identity.people;

/** Why a person is blocked: a code, so that no story about a person is kept. */
public enum BlockReason {
    FRAUD,
    ABUSE,
    STOLEN_PHONE,
    /** No longer with the operator, the agency or the tenant. */
    LEFT,
    OTHER
}
