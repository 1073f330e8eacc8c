package rw.ishemalink.compliance.licence;

/** The transport authority's register. Calls are remote: never inside a database transaction. */
public interface LicenceRegister {

    /** Asks now. */
    LicenceAnswer ask(LicenceQuestion question);
}
