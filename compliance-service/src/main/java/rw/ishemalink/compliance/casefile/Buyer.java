package rw.ishemalink.compliance.casefile;

/**
 * A registered taxpayer that buys. Name and TIN go on the receipt and never into a log.
 *
 * @param tin 9 digits
 * @param purchaseCode RRA's, 6 characters, good for one sale
 */
public record Buyer(String tin, String name, String purchaseCode) {}
