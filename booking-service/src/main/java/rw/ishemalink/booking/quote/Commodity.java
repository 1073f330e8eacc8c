package rw.ishemalink.booking.quote;

/**
 * Goods by our name.
 *
 * @param code our name, e.g. irish-potatoes
 * @param hsCode Harmonized System code as printed, e.g. 0701.90
 * @param perishable whether it needs the cold chain
 */
public record Commodity(String code, String name, String hsCode, boolean perishable) {}
