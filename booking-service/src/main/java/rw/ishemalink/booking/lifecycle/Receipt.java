package rw.ishemalink.booking.lifecycle;

import java.time.Instant;

/**
 * The tax receipt (law 020/2023: an EBM receipt for each sale).
 *
 * @param number as printed, e.g. 12/340 NS
 * @param locallySigned whether it is our own signature, waiting for the official receipt (mission C14)
 */
public record Receipt(String number, Instant issuedAt, boolean locallySigned) {}
