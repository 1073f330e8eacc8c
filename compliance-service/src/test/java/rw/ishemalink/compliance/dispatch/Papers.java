package rw.ishemalink.compliance.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.dispatch.DispatchFacts.ReceiptFact;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;

/** A truck of an operator's fleet with all its papers in order, until one is not. */
final class Papers {

    static final LocalDate TODAY = LocalDate.of(2027, 2, 21);
    static final LocalDate LATER = LocalDate.of(2030, 12, 31);

    private static final String PLATE = "RAB 123 C";
    private static final UUID VEHICLE = UUID.randomUUID();

    private final Map<LicenceKind, LicenceAnswer> answers = new EnumMap<>(LicenceKind.class);
    private VehicleKind vehicleKind = VehicleKind.TRUCK;
    private boolean abroad;
    private boolean active = true;
    private Optional<ReceiptFact> receipt = Optional.of(new ReceiptFact(false, Instant.EPOCH));

    Papers() {
        for (LicenceKind kind : LicenceKind.values()) {
            answers.put(kind, valid(LATER));
        }
        answers.put(LicenceKind.VEHICLE_INSPECTION, inspectedOn(TODAY));
        answers.put(LicenceKind.DRIVING_LICENCE, driving("C"));
    }

    Papers with(LicenceKind kind, LicenceAnswer answer) {
        answers.put(kind, answer);
        return this;
    }

    Papers vehicle(VehicleKind kind) {
        vehicleKind = kind;
        return this;
    }

    Papers abroad() {
        abroad = true;
        return this;
    }

    Papers active(boolean given) {
        active = given;
        return this;
    }

    Papers receipt(boolean given) {
        receipt = given ? receipt : Optional.empty();
        return this;
    }

    static LicenceAnswer valid(LocalDate until) {
        return new OnRecord(new Licence("RURA-1", Licence.Status.VALID, until, null));
    }

    static LicenceAnswer of(String plate) {
        return new OnRecord(new Licence("RURA-1", Licence.Status.VALID, LATER, plate));
    }

    static LicenceAnswer driving(String... categories) {
        return licence(null, null, null, categories);
    }

    static LicenceAnswer inspectedOn(LocalDate day) {
        return licence(day, null, null);
    }

    static LicenceAnswer authorised(@Nullable String holderTin, @Nullable String zone) {
        return licence(null, holderTin, zone);
    }

    private static LicenceAnswer licence(
            @Nullable LocalDate issuedOn, @Nullable String holderTin, @Nullable String zone, String... categories) {
        return new OnRecord(new Licence(
                "RURA-1", Licence.Status.VALID, LATER, null, issuedOn, null, holderTin, zone, List.of(categories)));
    }

    DispatchFacts facts() {
        DriverRecord driver = new DriverRecord(
                UUID.randomUUID(),
                "ishemalink",
                "DL-1",
                List.of("A", "B", "C", "D"),
                LATER,
                active,
                VEHICLE,
                vehicleKind,
                PLATE,
                UUID.randomUUID(),
                "100000001",
                1);
        return new DispatchFacts(
                TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC),
                receipt,
                Duration.ofHours(24),
                VEHICLE,
                PLATE,
                abroad,
                Optional.of(driver),
                answer(LicenceKind.DRIVER_AUTHORISATION),
                answer(LicenceKind.VEHICLE_AUTHORISATION),
                Optional.of(answer(LicenceKind.OPERATOR_LICENCE)),
                answer(LicenceKind.DRIVING_LICENCE),
                answer(LicenceKind.VEHICLE_INSPECTION),
                answer(LicenceKind.INSURANCE));
    }

    private LicenceAnswer answer(LicenceKind kind) {
        return answers.getOrDefault(kind, new NoAnswer());
    }
}
