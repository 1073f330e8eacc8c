package rw.ishemalink.payment.settlement.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.payment.settlement.RunKind;

/** A day that is to be settled. */
public record SettlementRequest(
        @Schema(description = "A day in Kigali that is over", examples = "2026-11-20") @NotNull
        LocalDate day,

        @NotNull RunKind kind) {}
