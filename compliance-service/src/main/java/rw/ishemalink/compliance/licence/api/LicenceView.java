package rw.ishemalink.compliance.licence.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.Precedence;
import rw.ishemalink.compliance.licence.Registered;
import rw.ishemalink.compliance.licence.Word;
import rw.ishemalink.compliance.licence.Word.Source;

/** A licence as the source that counts has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceView(
        UUID licenceId,
        LicenceKind kind,

        @Schema(description = "Driver, vehicle or operator; absent while the fleet knows none") @Nullable
        UUID holderId,

        @Schema(description = "Absent when the source that counts has no such licence") @Nullable
        String number,

        @Nullable String holder,
        @Nullable String holderTin,
        @Nullable String zone,
        @Nullable String vehiclePlate,
        List<String> categories,
        @Nullable LocalDate issuedOn,

        @Schema(description = "Last day on which it is valid") @Nullable
        LocalDate validUntil,

        @Schema(description = "VALID, SUSPENDED, REVOKED, EXPIRED, or NOT_ON_RECORD")
        String standing,

        Source source,
        Instant saidAt) {

    /** As it stands at that time; empty where nobody has said anything. */
    static Optional<LicenceView> of(Registered registered, Precedence precedence, Instant now) {
        return precedence.findStanding(registered.words(), now).map(word -> of(registered, word, now));
    }

    private static LicenceView of(Registered registered, Word word, Instant now) {
        return word.answer() instanceof OnRecord(var licence)
                ? of(registered, word, licence, now)
                : new LicenceView(
                        registered.licenceId(),
                        registered.kind(),
                        registered.holderId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        "NOT_ON_RECORD",
                        word.source(),
                        word.saidAt());
    }

    private static LicenceView of(Registered registered, Word word, Licence licence, Instant now) {
        boolean expired = licence.status() == Licence.Status.VALID && !licence.isGoodOn(LicenceClock.dayOf(now));
        return new LicenceView(
                registered.licenceId(),
                registered.kind(),
                registered.holderId(),
                licence.number(),
                licence.holder(),
                licence.holderTin(),
                licence.zone(),
                licence.vehiclePlate(),
                licence.categories(),
                licence.issuedOn(),
                licence.validUntil(),
                expired ? "EXPIRED" : licence.status().name(),
                word.source(),
                word.saidAt());
    }
}
