package rw.ishemalink.booking.quote;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private final ReferenceData reference;
    private final QuoteStore quotes;
    private final UnitOfWork unitOfWork;
    private final BookingConfig config;

    QuoteDesk(ReferenceData reference, QuoteStore quotes, UnitOfWork unitOfWork, BookingConfig config) {
        this.reference = reference;
        this.quotes = quotes;
        this.unitOfWork = unitOfWork;
        this.config = config;
    }

    /** Prices the journey by today's tariffs and keeps the offer for the caller. */
    public Quote quote(Caller caller, Journey journey) {
        Offer offer = price(journey);
        return unitOfWork.call(
                tx -> quotes.insert(tx.sql(), caller.tenant(), caller.personId(), TimeOrderedId.next(), offer));
    }

    /** What the journey costs by today's tariffs; nothing is kept. */
    public Offer price(QuoteRequest request) {
        return price(new JourneyReader(reference.gazetteer()).read(request));
    }

    private Offer price(Journey journey) {
        return new Pricing(reference.tariffs(), this::taxClass).price(journey, LocalDate.now(KIGALI));
    }

    private TaxClass taxClass(BookingKind kind) {
        return switch (kind) {
            case CARGO_DOMESTIC -> config.taxClass().cargoDomestic();
            case CARGO_INTERNATIONAL -> config.taxClass().cargoInternational();
            case RIDE -> config.taxClass().ride();
        };
    }
}
