package rw.ishemalink.identity.recovery;

import rw.ishemalink.identity.kyc.DocumentNumber;
import rw.ishemalink.identity.people.Phone;

/** What somebody says who lost their SIM. */
public record LostPhone(String tenant, Phone oldPhone, Phone newPhone, DocumentNumber document) {

    /** Never phones or number: this text could reach logs. */
    @Override
    public String toString() {
        return "LostPhone[" + tenant + "]";
    }
}
