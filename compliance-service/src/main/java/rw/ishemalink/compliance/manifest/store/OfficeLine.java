package rw.ishemalink.compliance.manifest.store;

/**
 * An office in a list that is loaded.
 *
 * @param borderPost in small letters with dashes
 * @param code 1 to 5 capital letters and digits
 */
public record OfficeLine(String borderPost, String code, String name) {}
