package rw.ishemalink.booking.quote.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.Published;
import rw.ishemalink.booking.quote.TariffBook;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Places and goods, read once: they change by migration, so only with a new release. Tariffs, read anew within a minute:
 * they are published at run time, a day ahead.
 */
@ApplicationScoped
public class ReferenceData {

    private final Gazetteer gazetteer;
    private final Refreshed<TariffBook> tariffs;

    @Inject
    ReferenceData(UnitOfWork unitOfWork, TariffStore store, BookingConfig config) {
        this(unitOfWork, store, config.tariffsKeptFor(), System::nanoTime);
    }

    /** With a clock like {@link System#nanoTime()} of one's own. */
    public ReferenceData(UnitOfWork unitOfWork, TariffStore store, Duration tariffsKeptFor, LongSupplier nanoTime) {
        this.gazetteer = unitOfWork.read(GazetteerRows::read);
        this.tariffs = new Refreshed<>(
                () -> unitOfWork.read(sql -> new TariffBook(
                        store.listCargo(sql).stream().map(Published::tariff).toList(),
                        store.listMoto(sql).stream().map(Published::tariff).toList())),
                tariffsKeptFor,
                nanoTime);
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }

    /** Now and then this takes a look at the database: ask before a transaction begins. */
    public TariffBook tariffs() {
        return tariffs.get();
    }
}
