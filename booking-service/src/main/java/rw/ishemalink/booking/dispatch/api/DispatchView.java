package rw.ishemalink.booking.dispatch.api;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.dispatch.Consideration;
import rw.ishemalink.booking.dispatch.Gate;
import rw.ishemalink.booking.dispatch.Offer;
import rw.ishemalink.booking.dispatch.OfferState;
import rw.ishemalink.booking.dispatch.Report;
import rw.ishemalink.booking.dispatch.Report.Shown;
import rw.ishemalink.booking.dispatch.store.SearchStore.Standing;

/** How a driver was sought; what does not apply is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DispatchView(
        UUID bookingId,

        @Schema(examples = "SEARCHING", description = "NOT_SOUGHT, SEARCHING, NOBODY_FOUND or CLOSED")
        String state,

        int batches,
        @Nullable Instant openedAt,
        @Nullable Instant nextAt,
        @Nullable Instant closedAt,
        CountsView counts,

        @Schema(
                description =
                        "Everybody who was considered, in batches, nearest first; only for staff, and an operator's own")
        @Nullable
        List<ConsideredView> drivers) {

    /** How many drivers passed or failed what; a driver counts once for each gate and each offer. */
    public record CountsView(long considered, Map<Gate, Long> refused, Map<OfferState, Long> offers) {}

    /** What became of one driver in one batch: refused by a gate, or offered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsideredView(
            UUID driverId,
            int batch,
            @Nullable Long distanceMetres,
            @Nullable Gate gate,
            @Nullable OfferState offer,
            @Nullable Instant expiresAt,
            @Nullable Instant answeredAt,
            Instant at) {}

    private static final Comparator<ConsideredView> ORDER = Comparator.comparingInt(ConsideredView::batch)
            .thenComparing(ConsideredView::distanceMetres, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ConsideredView::at);

    static DispatchView of(Report report) {
        Standing standing = report.standing();
        return new DispatchView(
                report.bookingId(),
                standing == null ? "NOT_SOUGHT" : standing.state().name(),
                standing == null ? 0 : standing.batches(),
                standing == null ? null : standing.openedAt(),
                standing == null ? null : standing.nextAt(),
                standing == null ? null : standing.closedAt(),
                counts(report),
                switch (report.shown()) {
                    case Shown.Counts _ -> null;
                    case Shown.These(var ids) -> drivers(report, ids::contains);
                    case Shown.Everybody _ -> drivers(report, _ -> true);
                });
    }

    private static CountsView counts(Report report) {
        long considered = Stream.concat(
                        report.offers().stream().map(Offer::driverId),
                        report.considerations().stream().map(Consideration::driverId))
                .distinct()
                .count();
        return new CountsView(
                considered,
                report.considerations().stream().collect(groupingBy(Consideration::gate, TreeMap::new, counting())),
                report.offers().stream().collect(groupingBy(Offer::state, TreeMap::new, counting())));
    }

    private static List<ConsideredView> drivers(Report report, Predicate<UUID> shown) {
        return Stream.concat(
                        report.offers().stream().map(DispatchView::offered),
                        report.considerations().stream().map(DispatchView::refused))
                .filter(one -> shown.test(one.driverId()))
                .sorted(ORDER)
                .toList();
    }

    private static ConsideredView offered(Offer offer) {
        return new ConsideredView(
                offer.driverId(),
                offer.batch(),
                offer.distanceMetres(),
                null,
                offer.state(),
                offer.expiresAt(),
                offer.answeredAt(),
                offer.offeredAt());
    }

    private static ConsideredView refused(Consideration refused) {
        return new ConsideredView(
                refused.driverId(),
                refused.batch(),
                refused.distanceMetres(),
                refused.gate(),
                null,
                null,
                null,
                refused.at());
    }
}
