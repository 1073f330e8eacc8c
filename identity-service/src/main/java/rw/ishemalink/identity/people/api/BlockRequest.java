package rw.ishemalink.identity.people.api;

import jakarta.validation.constraints.NotNull;
import rw.ishemalink.identity.people.BlockReason;

/**
 * Keeps a person out.
 *
 * @param reason FRAUD, ABUSE, STOLEN_PHONE, LEFT or OTHER
 */
public record BlockRequest(@NotNull BlockReason reason) {}
