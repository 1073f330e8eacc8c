package rw.ishemalink.booking.quote;

import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.quote.api.JourneyReader;
import rw.ishemalink.booking.quote.api.QuoteRequest;
import rw.ishemalink.booking.quote.store.QuoteStore;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Makes offers and keeps them. */
@ApplicationScoped
public class QuoteDesk {

    private final ReferenceData reference;
    private final QuoteStore quotes;
    private final UnitOfWork unitOfWork;
    private final JourneyReader journeys;
    private final Function<BookingKind, TaxClass> taxClasses;
    private final InstantSource clock;

    @Inject
    QuoteDesk(ReferenceData reference, QuoteStore quotes, UnitOfWork unitOfWork, BookingConfig config) {
        this(reference, quotes, unitOfWork, config, InstantSource.system());
    }

    QuoteDesk(
            ReferenceData reference,
            QuoteStore quotes,
            UnitOfWork unitOfWork,
            BookingConfig config,
            InstantSource clock) {
        this.reference = reference;
        this.quotes = quotes;
        this.unitOfWork = unitOfWork;
        this.journeys = new JourneyReader(reference.gazetteer());
        this.taxClasses = kind -> taxClass(kind, config.taxClass());
        this.clock = clock;
    }

    /**
     * Prices the journey by today's tariffs and keeps nothing. Ask before a transaction begins: now and then the answer
     * takes a look at the database.
     *
     * @throws rw.ishemalink.kit.problem.ProblemException 400 when the request is no journey; it says what to mend
     */
    public Offer price(QuoteRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Tariff.ZONE);
        return new Pricing(reference.tariffs(), taxClasses).price(journeys.read(request), today);
    }

    /** Looks for new tariffs if that is due, so that {@link #price} need not while a connection is held. */
    public void keepUpToDate() {
        var unused = reference.tariffs();
    }

    /** Prices the journey by today's tariffs and keeps the offer for the caller. */
    public Quote quote(Caller caller, QuoteRequest request) {
        Offer offer = price(request);
        return unitOfWork.call(
                tx -> quotes.insert(tx.sql(), caller.tenant(), caller.personId(), TimeOrderedId.next(), offer));
    }

    /**
     * The caller's own quote, valid or not.
     *
     * @throws rw.ishemalink.kit.problem.ProblemException 404 when the caller has none with that id
     */
    public Quote getQuote(Caller caller, UUID quoteId) {
        return unitOfWork
                .read(sql -> quotes.findQuote(sql, caller.tenant(), caller.personId(), quoteId))
                .orElseThrow(() -> notFound("no-such-quote"));
    }

    private static TaxClass taxClass(BookingKind kind, BookingConfig.TaxClasses taxClasses) {
        return switch (kind) {
            case CARGO_DOMESTIC -> taxClasses.cargoDomestic();
            case CARGO_INTERNATIONAL -> taxClasses.cargoInternational();
            case RIDE -> taxClasses.ride();
        };
    }
}
