package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.quote.api.PlaceRequest;
import rw.ishemalink.booking.quote.api.QuoteRequest;
import rw.ishemalink.booking.quote.store.QuoteStore;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.booking.quote.store.TariffStore;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.testing.SuiteResource;

/** A version is used from its day on, by every instance; what was quoted before stays. Each test has a year of its own. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PublishingTest {

    private static final Duration KEPT_FOR = Duration.ofSeconds(60);

    private static final QuoteRequest POTATOES = new QuoteRequest(
            BookingKind.CARGO_DOMESTIC,
            new PlaceRequest("Nyamagabe", null, null, null, null),
            new PlaceRequest("Nyarugenge", null, null, null, null),
            null,
            "irish-potatoes",
            1_000L,
            null,
            null);

    @Inject
    TariffStore store;

    @Inject
    QuoteStore quotes;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BookingConfig config;

    private final Caller sender = Caller.of(
            UUID.randomUUID(),
            "ishemalink",
            Set.of(Role.SENDER),
            Optional.empty(),
            Optional.empty(),
            "en",
            Optional.empty());

    /** The other instance's clock, by which it tells how old its book is. */
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void a_version_of_another_instance_is_used_from_its_day_on_and_old_quotes_keep_theirs() {
        ReferenceData here = instance();
        Quote before = deskOn(here, "2101-03-01").quote(sender, POTATOES);

        insertBySql("CARGO-BY-SQL", "2101-03-01", 300);
        seconds.set(KEPT_FOR.toSeconds());

        assertThat(version(deskOn(here, "2101-02-28"))).isEqualTo(version(before.offer()));
        Offer after = deskOn(here, "2101-03-01").price(POTATOES);
        assertThat(version(after)).isEqualTo("CARGO-BY-SQL");
        assertThat(after.tariffSource()).isEqualTo("a policy of 2101");
        assertThat(after.terms().price().totalRwf()).isEqualTo(32_627); // 300 x 108.758 km x 1 t
        assertThat(deskOn(here, "2101-03-01").getQuote(sender, before.quoteId()))
                .isEqualTo(before);
    }

    @Test
    void an_instance_goes_on_with_its_book_for_a_minute_and_no_longer() {
        ReferenceData here = instance();
        insertBySql("CARGO-MINUTE", "2103-03-01", 300);
        seconds.set(29);
        assertThat(version(deskOn(here, "2103-03-01"))).isNotEqualTo("CARGO-MINUTE");
        seconds.set(60);
        assertThat(version(deskOn(here, "2103-03-01"))).isEqualTo("CARGO-MINUTE");
    }

    /** 22:00 UTC is midnight in Kigali. */
    @Test
    void a_version_begins_at_midnight_in_kigali() {
        insertBySql("CARGO-MIDNIGHT", "2105-03-01", 300);
        ReferenceData here = instance();
        assertThat(version(deskAt(here, "2105-02-28T21:59:59Z"))).isNotEqualTo("CARGO-MIDNIGHT");
        assertThat(version(deskAt(here, "2105-02-28T22:00:00Z"))).isEqualTo("CARGO-MIDNIGHT");
    }

    @Test
    void two_who_publish_at_once_get_two_names_and_a_day_goes_to_one_of_them() throws Exception {
        TariffDesk desk = publishing("2106-06-01T10:00:00Z");
        List<Callable<String>> attempts = List.of(
                () -> publish(desk, "2107-01-01"),
                () -> publish(desk, "2107-02-01"),
                () -> publish(desk, "2107-03-01"),
                () -> publish(desk, "2107-03-01"));
        try (ExecutorService publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = publishers.invokeAll(attempts, 60, TimeUnit.SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers)
                    .containsExactlyInAnyOrder("CARGO-2107-1", "CARGO-2107-2", "CARGO-2107-3", "tariff-day-taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2110-05-31", "2110-06-01", "2113-06-02"})
    void a_day_that_is_not_to_come_or_too_far_is_refused(String day) {
        assertThat(publish(publishing("2110-06-01T10:00:00Z"), day)).isEqualTo("tariff-day-out-of-range");
    }

    @Test
    void who_published_and_when_is_kept() {
        UUID publisher = UUID.randomUUID();
        publishing("2114-06-01T10:00:00Z")
                .publishCargo(publisher, LocalDate.parse("2115-01-01"), PublishingTest::named);
        assertThat(unitOfWork.<UUID>read(sql -> sql.createQuery(
                                "select published_by from cargo_tariff where effective_from = '2115-01-01'"
                                        + " and published_at <= now()")
                        .mapTo(UUID.class)
                        .one()))
                .isEqualTo(publisher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cargo_tariff set rwf_per_tonne_km = 1 where version = 'CARGO-2026-1'",
                "delete from cargo_tariff where version = 'CARGO-2026-1'",
                "update moto_tariff set start_rwf = 1 where version = 'MOTO-RURA-2022-08'",
                "delete from moto_tariff where version = 'MOTO-RURA-2022-08'"
            })
    void a_tariff_is_never_changed(String statement) {
        assertThatThrownBy(() -> unitOfWork.run(tx -> tx.sql().execute(statement)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("a tariff is never changed");
    }

    @Test
    void a_tariff_by_sql_keeps_the_ranges_of_the_api() {
        assertThatThrownBy(() -> insertBySql("CARGO-DEAR", "2117-01-01", 10_001))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("cargo_tariff_in_range");
    }

    private ReferenceData instance() {
        return new ReferenceData(unitOfWork, store, KEPT_FOR, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }

    private QuoteDesk deskOn(ReferenceData reference, String day) {
        return deskAt(reference, day + "T10:00:00Z");
    }

    private QuoteDesk deskAt(ReferenceData reference, String time) {
        return new QuoteDesk(reference, quotes, unitOfWork, config, InstantSource.fixed(Instant.parse(time)));
    }

    private TariffDesk publishing(String time) {
        return new TariffDesk(store, unitOfWork, config, InstantSource.fixed(Instant.parse(time)));
    }

    private static String publish(TariffDesk desk, String day) {
        try {
            return desk.publishCargo(UUID.randomUUID(), LocalDate.parse(day), name -> named(name, LocalDate.parse(day)))
                    .tariff()
                    .version();
        } catch (ProblemException e) {
            return e.code();
        }
    }

    private static CargoTariff named(String name) {
        return named(name, LocalDate.parse("2115-01-01"));
    }

    private static CargoTariff named(String name, LocalDate day) {
        return new CargoTariff(name, "a policy", day, 150, new RoadFactor(140), 15_000, 2_000, 15, 10);
    }

    private void insertBySql(String version, String effectiveFrom, long rwfPerTonneKm) {
        unitOfWork.run(tx -> tx.sql()
                .execute(
                        "insert into cargo_tariff (version, source, effective_from, rwf_per_tonne_km,"
                                + " road_factor_percent, minimum_metres, minimum_rwf, international_percent,"
                                + " perishable_percent) values (?, ?, cast(? as date), ?, 140, 15000, 2000, 15, 10)",
                        version,
                        "a policy of " + effectiveFrom.substring(0, 4),
                        effectiveFrom,
                        rwfPerTonneKm));
    }

    private static String version(QuoteDesk desk) {
        return version(desk.price(POTATOES));
    }

    private static String version(Offer offer) {
        return offer.terms().price().tariffVersion();
    }
}
