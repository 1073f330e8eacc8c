package rw.ishemalink.booking.terms;

/**
 * A part of the goods: one commodity.
 *
 * @param commodity our name of it, e.g. irish-potatoes
 * @param hsCode Harmonized System code as printed, e.g. 0701.90
 * @param perishable whether it needs the cold chain
 * @param packages number of sacks or boxes
 */
public record Parcel(String commodity, String hsCode, boolean perishable, long weightKg, int packages) {}
