package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.NotNull;
import rw.ishemalink.identity.fleet.OperatorStatus;

/**
 * Whether an operator works on the platform.
 *
 * @param status ACTIVE or SUSPENDED
 */
public record OperatorStatusRequest(@NotNull OperatorStatus status) {}
