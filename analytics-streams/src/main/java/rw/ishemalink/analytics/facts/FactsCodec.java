package rw.ishemalink.analytics.facts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.analytics.CountedPlace;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;

/**
 * Facts as bytes of the contract {@code booking.facts}, field by field: they are written for each event, and Avro's own
 * way, over a record of its own, costs several times as much. A test holds both against each other.
 */
final class FactsCodec {

    private static final int USUAL_BYTES = 1_024;
    private static final long MICROS_OF_A_SECOND = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL_BYTES);

    private final BinaryEncoder out;

    private FactsCodec(BinaryEncoder out) {
        this.out = out;
    }

    /** The bytes of the contract's latest version. */
    static byte[] write(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        write(facts, bytes);
        return bytes.toByteArray();
    }

    /** Adds them to others. */
    static void write(Facts facts, ByteArrayOutputStream bytes) {
        try {
            FactsCodec codec = new FactsCodec(ENCODERS.binaryEncoder(bytes, null));
            codec.facts(facts);
            codec.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void facts(Facts facts) throws IOException {
        Booked booked = facts.booked();
        PaymentFacts payment = facts.payment();
        Papers papers = facts.papers();
        Trip trip = facts.trip();
        out.writeString(facts.bookingId().toString());
        out.writeString(facts.tenant());
        text(booked == null ? null : booked.kind());
        text(booked == null ? null : booked.status().name());
        place(booked == null ? null : booked.origin(), booked == null ? null : booked.originCell());
        place(booked == null ? null : booked.destination(), booked == null ? null : booked.destinationCell());
        text(booked == null ? null : booked.commodity());
        out.writeLong(booked == null ? 0 : booked.weightKg());
        out.writeLong(booked == null ? 0 : booked.grossFrancs());
        out.writeLong(booked == null ? 0 : booked.vatFrancs());
        number(payment == null ? null : payment.commissionFrancs());
        text(payment == null ? null : payment.provider());
        text(payment == null ? null : payment.status().name());
        out.writeInt(payment == null ? 0 : payment.attempts());
        time(payment == null ? null : payment.endedAt());
        id(booked == null ? null : booked.driverId());
        id(booked == null ? null : booked.operatorId());
        text(booked == null ? null : booked.customer());
        time(booked == null ? null : booked.createdAt());
        time(booked == null ? null : booked.paidAt());
        time(booked == null ? null : booked.assignedAt());
        time(booked == null ? null : booked.pickedUpAt());
        time(booked == null ? null : booked.deliveredAt());
        time(booked == null ? null : booked.endedAt());
        time(trip == null ? null : trip.promisedAt());
        stars(booked == null ? null : booked.stars());
        time(papers == null ? null : papers.receiptAt());
        out.writeBoolean(papers != null && papers.signedLocally());
        out.writeInt(papers == null ? 0 : papers.dispatchesRefused());
        violations(facts.violations());
        timeline(facts.timeline());
        out.writeLong(booked == null ? 0 : booked.sequence());
        out.writeLong(payment == null ? 0 : payment.sequence());
        out.writeLong(papers == null ? 0 : papers.sequence());
        out.writeLong(trip == null ? 0 : trip.sequence());
        out.writeLong(facts.law().sequence());
        out.writeLong(micros(facts.asOf()));
    }

    /** A value of Avro's union of null and something. */
    private <T> void any(@Nullable T value, Write<T> write) throws IOException {
        if (value == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            write.write(value);
        }
    }

    /** What writes a value. */
    private interface Write<T> {
        void write(T value) throws IOException;
    }

    private void text(@Nullable String text) throws IOException {
        any(text, out::writeString);
    }

    private void number(@Nullable Long number) throws IOException {
        any(number, out::writeLong);
    }

    private void stars(@Nullable Integer stars) throws IOException {
        any(stars, out::writeInt);
    }

    private void id(@Nullable UUID id) throws IOException {
        any(id, there -> out.writeString(there.toString()));
    }

    private void time(@Nullable Instant at) throws IOException {
        any(at, there -> out.writeLong(micros(there)));
    }

    private void place(@Nullable Place place, @Nullable Long cell) throws IOException {
        any(place, there -> {
            out.writeString(there.country());
            text(there.district());
            number(cell);
        });
    }

    private void violations(List<BrokenRule> violations) throws IOException {
        if (begin(violations)) {
            for (BrokenRule broken : violations) {
                out.writeString(broken.getRule());
                out.writeString(broken.getStep());
                out.writeLong(broken.getSequence());
                out.writeLong(micros(broken.getHappenedAt()));
            }
        }
        out.writeArrayEnd();
    }

    @SuppressWarnings(
            "EnumOrdinal") // Avro writes the place in the contract, and the contract's class has the same order.
    private void timeline(List<TimelineEntry> timeline) throws IOException {
        if (begin(timeline)) {
            for (TimelineEntry entry : timeline) {
                out.writeEnum(entry.getSource().ordinal());
                out.writeString(entry.getChange());
                out.writeLong(entry.getSequence());
                id(entry.getMessageId());
                out.writeLong(micros(entry.getAt()));
            }
        }
        out.writeArrayEnd();
    }

    private boolean begin(List<?> list) throws IOException {
        out.writeArrayStart();
        out.setItemCount(list.size());
        return !list.isEmpty();
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS_OF_A_SECOND + at.getNano() / NANOS_OF_A_MICRO;
    }

    /**
     * The facts of the contract's record.
     *
     * @throws UncountableEventException when a later build wrote a status that this one does not know
     */
    static Facts read(BookingFacts told) {
        return new Facts(
                told.getBookingId(),
                told.getTenant(),
                booked(told),
                payment(told),
                told.getComplianceSequence() == 0
                        ? null
                        : new Papers(
                                told.getComplianceSequence(),
                                told.getReceiptAt(),
                                told.getReceiptSignedLocally(),
                                told.getDispatchesRefused()),
                told.getTrackingSequence() == 0 ? null : new Trip(told.getTrackingSequence(), told.getPromisedAt()),
                new Findings(told.getLawSequence(), told.getViolations()),
                told.getTimeline());
    }

    private static @Nullable Booked booked(BookingFacts told) {
        CountedPlace origin = told.getOrigin();
        CountedPlace destination = told.getDestination();
        if (told.getKind() == null || told.getStatus() == null || origin == null || destination == null) {
            return null;
        }
        return new Booked(
                told.getBookingSequence(),
                told.getKind(),
                known(BookingStatus.class, told.getStatus()),
                place(origin),
                origin.getCell(),
                place(destination),
                destination.getCell(),
                told.getCommodity(),
                told.getWeightKg(),
                told.getGrossFrancs(),
                told.getVatFrancs(),
                told.getDriverId(),
                told.getOperatorId(),
                told.getCustomer(),
                told.getCreatedAt() == null ? Instant.EPOCH : told.getCreatedAt(),
                told.getPaidAt(),
                told.getAssignedAt(),
                told.getPickedUpAt(),
                told.getDeliveredAt(),
                told.getEndedAt(),
                told.getStars());
    }

    private static @Nullable PaymentFacts payment(BookingFacts told) {
        if (told.getProvider() == null || told.getPaymentStatus() == null) {
            return null;
        }
        return new PaymentFacts(
                told.getPaymentSequence(),
                told.getProvider(),
                known(PaymentStatus.class, told.getPaymentStatus()),
                told.getPaymentAttempts(),
                told.getPaymentEndedAt(),
                told.getCommissionFrancs());
    }

    private static Place place(CountedPlace place) {
        return new Place(place.getCountry(), place.getDistrict());
    }

    private static <E extends Enum<E>> E known(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new UncountableEventException("facts of an unknown status " + name);
        }
    }
}
