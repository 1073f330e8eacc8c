package rw.ishemalink.compliance.licence;

/** What the register says. */
public sealed interface LicenceAnswer {

    /** It has the licence. */
    record OnRecord(Licence licence) implements LicenceAnswer {}

    /** It has none. */
    record NotOnRecord() implements LicenceAnswer {}

    /** It cannot be asked now; that is never a yes. */
    record NoAnswer() implements LicenceAnswer {}
}
