package rw.ishemalink.local.load;

import java.util.Optional;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** What phones send, and who hears what came of it. Called by one thread. */
interface PhoneWork {

    /**
     * The next request; empty: no more.
     *
     * @param dueMillis when it is to be sent, milliseconds since 1970
     */
    Optional<PhoneRequest> next(long dueMillis);

    /** It is sent once more, because nobody answered or the service had no room. */
    void sentAgain(PhoneRequest request);

    /** An answer that is not to come again later. */
    void answered(PhoneRequest request, Answer answer);
}
