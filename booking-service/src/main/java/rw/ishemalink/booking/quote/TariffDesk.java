package rw.ishemalink.booking.quote;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.quote.store.TariffStore;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Publishes tariffs. Invariant: a version is only ever added, for a day to come that no other version has. */
@ApplicationScoped
public class TariffDesk {

    private final TariffStore tariffs;
    private final UnitOfWork unitOfWork;
    private final BookingConfig config;
    private final InstantSource clock;

    @Inject
    TariffDesk(TariffStore tariffs, UnitOfWork unitOfWork, BookingConfig config) {
        this(tariffs, unitOfWork, config, InstantSource.system());
    }

    TariffDesk(TariffStore tariffs, UnitOfWork unitOfWork, BookingConfig config, InstantSource clock) {
        this.tariffs = tariffs;
        this.unitOfWork = unitOfWork;
        this.config = config;
        this.clock = clock;
    }

    /** All versions, as they stand today. */
    public TariffRegister list() {
        return unitOfWork.read(sql -> new TariffRegister(
                LocalDate.ofInstant(clock.instant(), Tariff.ZONE), tariffs.listCargo(sql), tariffs.listMoto(sql)));
    }

    /**
     * Publishes a cargo tariff.
     *
     * @param named the tariff under the name that it is given
     */
    public Published<CargoTariff> publishCargo(UUID publisher, LocalDate day, Function<String, CargoTariff> named) {
        checkDay(day);
        return unitOfWork.call(tx -> {
            tariffs.lockCargo(tx.sql());
            String name = freeName("CARGO", day, tariffs.listCargo(tx.sql()));
            return tariffs.insertCargo(tx.sql(), named.apply(name), publisher);
        });
    }

    /**
     * Publishes a moto tariff.
     *
     * @param named the tariff under the name that it is given
     */
    public Published<MotoTariff> publishMoto(UUID publisher, LocalDate day, Function<String, MotoTariff> named) {
        checkDay(day);
        return unitOfWork.call(tx -> {
            tariffs.lockMoto(tx.sql());
            String name = freeName("MOTO", day, tariffs.listMoto(tx.sql()));
            return tariffs.insertMoto(tx.sql(), named.apply(name), publisher);
        });
    }

    private void checkDay(LocalDate day) {
        Instant now = clock.instant();
        LocalDate earliest = VersionRules.earliest(now, config.tariffsKeptFor());
        LocalDate latest = VersionRules.latest(now);
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            throw badRequest("tariff-day-out-of-range", earliest.toString(), latest.toString());
        }
    }

    private static <T extends Tariff> String freeName(String kind, LocalDate day, List<Published<T>> published) {
        List<T> existing = published.stream().map(Published::tariff).toList();
        VersionRules.findBeginningOn(day, existing).ifPresent(other -> {
            throw conflict("tariff-day-taken", other.version(), day.toString());
        });
        return VersionRules.name(kind, day, existing);
    }
}
