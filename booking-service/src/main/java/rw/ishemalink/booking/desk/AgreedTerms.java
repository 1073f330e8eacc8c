package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.store.Access;
import rw.ishemalink.booking.quote.QuoteDesk;
import rw.ishemalink.booking.quote.api.QuoteRequest;
import rw.ishemalink.booking.quote.store.QuoteStore;
import rw.ishemalink.booking.quote.store.QuoteStore.Quoted;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;

/** On which terms a booking is made: those of the sender's own quote while it is valid, or a journey's price of today. */
@ApplicationScoped
class AgreedTerms {

    private final QuoteStore quotes;
    private final QuoteDesk pricing;

    AgreedTerms(QuoteStore quotes, QuoteDesk pricing) {
        this.quotes = quotes;
        this.pricing = pricing;
    }

    /** To be called while no connection is held. */
    void keepUpToDate() {
        pricing.keepUpToDate();
    }

    Terms get(Access access, Caller caller, @Nullable UUID quoteId, @Nullable QuoteRequest journey) {
        if (journey != null) {
            return pricing.price(journey).terms();
        }
        if (quoteId == null) {
            throw new IllegalArgumentException("neither a quote nor a journey");
        }
        Quoted quote = access.read(sql -> quotes.find(sql, caller.tenant(), caller.personId(), quoteId))
                .orElseThrow(() -> notFound("no-such-quote"));
        if (!quote.valid()) {
            throw conflict("quote-expired");
        }
        return quote.terms();
    }
}
