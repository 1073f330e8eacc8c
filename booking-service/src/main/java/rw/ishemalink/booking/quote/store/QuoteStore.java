package rw.ishemalink.booking.quote.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.quote.Offer;
import rw.ishemalink.booking.quote.Quote;
import rw.ishemalink.booking.terms.Terms;

/** The table of quotes. The database's clock decides how long one is valid. */
@ApplicationScoped
public class QuoteStore {

    private static final String INSERT = """
            insert into quote (quote_id, tenant, sender_id, terms, tariff_source, lines, valid_until)
            values (:quoteId, :tenant, :senderId, cast(:terms as jsonb), :tariffSource, cast(:lines as jsonb),
              now() + make_interval(secs => :validSeconds))
            returning valid_until""";

    private static final String FIND = """
            select terms, valid_until > now() as valid
            from quote where tenant = :tenant and sender_id = :senderId and quote_id = :quoteId""";

    private static final String FIND_QUOTE = """
            select quote_id, terms, tariff_source, lines, valid_until
            from quote where tenant = :tenant and sender_id = :senderId and quote_id = :quoteId""";

    private final Duration validity;

    QuoteStore(BookingConfig config) {
        this.validity = config.quoteValidity();
    }

    /** The terms that were quoted, and whether they can still be booked. */
    public record Quoted(Terms terms, boolean valid) {}

    public Quote insert(Handle sql, String tenant, UUID senderId, UUID quoteId, Offer offer) {
        OffsetDateTime validUntil = sql.createQuery(INSERT)
                .bind("quoteId", quoteId)
                .bind("tenant", tenant)
                .bind("senderId", senderId)
                .bind("terms", TermsJson.write(offer.terms()))
                .bind("tariffSource", offer.tariffSource())
                .bind("lines", LinesJson.write(offer.lines()))
                .bind("validSeconds", (double) validity.toSeconds())
                .mapTo(OffsetDateTime.class)
                .one();
        return new Quote(quoteId, offer, validUntil.toInstant());
    }

    /** The terms of the caller's own quote; nobody books another's. */
    public Optional<Quoted> find(Handle sql, String tenant, UUID senderId, UUID quoteId) {
        return sql.createQuery(FIND)
                .bind("tenant", tenant)
                .bind("senderId", senderId)
                .bind("quoteId", quoteId)
                .map((row, _) -> new Quoted(TermsJson.read(row.getString("terms")), row.getBoolean("valid")))
                .findOne();
    }

    /** The caller's own quote as it was made, valid or not. */
    public Optional<Quote> findQuote(Handle sql, String tenant, UUID senderId, UUID quoteId) {
        return sql.createQuery(FIND_QUOTE)
                .bind("tenant", tenant)
                .bind("senderId", senderId)
                .bind("quoteId", quoteId)
                .map((row, _) -> quote(row))
                .findOne();
    }

    private static Quote quote(ResultSet row) throws SQLException {
        Offer offer = new Offer(
                TermsJson.read(row.getString("terms")),
                row.getString("tariff_source"),
                LinesJson.read(row.getString("lines")));
        return new Quote(
                row.getObject("quote_id", UUID.class),
                offer,
                row.getObject("valid_until", OffsetDateTime.class).toInstant());
    }
}
