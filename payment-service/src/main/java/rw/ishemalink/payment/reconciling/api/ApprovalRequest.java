package rw.ishemalink.payment.reconciling.api;

import jakarta.validation.constraints.NotNull;
import rw.ishemalink.payment.reconciling.Resolution;

/**
 * What the caller approves of.
 *
 * @param resolution the one that the caller saw proposed
 */
public record ApprovalRequest(@NotNull Resolution resolution) {}
